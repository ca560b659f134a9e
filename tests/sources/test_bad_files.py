"""Files that are no articles, or hardly: each ends in one clear line with its name, soon."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest

from reader.errors import LimitError, LoadError
from reader.shipped import samples
from reader.sources import load
from reader.sources.naming import told_name
from reader.sources.parsing import parse_file


def refusal(path: Path) -> str:
    with pytest.raises(LoadError) as told:
        load(path)
    words = str(told.value)
    assert told_name(str(path)) in words and "\n" not in words and words.endswith(".")
    return words


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as held:
        held.truncate(300 * 1024**2)
    assert "larger than" in refusal(file)
    with pytest.raises(LimitError):
        load(file)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_devices_pipes_and_broken_links(tmp_path: Path) -> None:
    assert "device" in refusal(Path("/dev/zero"))
    os.mkfifo(tmp_path / "pipe.txt")
    assert "device" in refusal(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert "link" in refusal(tmp_path / "link.txt")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    refusal(tmp_path / "round.txt")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("words")
    if hasattr(os, "getuid") and os.getuid() != 0:
        file.chmod(0)
        assert "permissions" in refusal(file)

    def forbidden(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbidden)  # the superuser may read everything
    with pytest.raises(LoadError, match=r"secret\.txt.*permissions"):
        parse_file(str(file), str(file))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_odd_names_are_told_on_one_line(tmp_path: Path) -> None:
    odd = tmp_path / "two\nlines 😀.txt"
    odd.write_text("The ferry left at noon.")
    assert load(odd).text == "The ferry left at noon."
    odd.write_text("")
    assert "“two lines 😀.txt”" in refusal(odd)
    assert "NUL" not in refusal(tmp_path / "a\0b.txt")
    assert "File name too long" in refusal(tmp_path / ("x" * 300))


def test_one_byte_and_random_bytes(tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(b"x")
    assert load(file).text == "x"
    file.write_bytes(random.Random(1).randbytes(5000))
    refusal(file)


def test_zero_bytes_in_a_text_do_not_end_it(tmp_path: Path) -> None:
    file = tmp_path / "zero.txt"
    file.write_bytes(b"The ferry left\0at noon, and nobody was on it but the crew and a dog.")
    assert load(file).text.endswith("a dog.")


def test_every_format_under_every_ending_is_read_or_refused(tmp_path: Path) -> None:
    page = next(samples().glob("b-*.html")).read_bytes()
    for ending in (".txt", ".pdf", ".docx", ".eml", ".rtf", ".md", ".epub", ""):
        file = tmp_path / f"page{ending}"
        file.write_bytes(page)
        assert load(file).provenance.format == "html"
    for ending in (".pdf", ".docx", ".epub", ".odt", ".doc"):
        file = tmp_path / f"words{ending}"
        file.write_bytes(b"The ferry left at noon.")
        assert "whatever its name says" in refusal(file)
    part = tmp_path / "part.html"
    part.write_bytes(b"<div><p>The ferry left at noon.</p><p>It came back.</p></div>")
    assert load(part).text == "The ferry left at noon.\n\nIt came back."
