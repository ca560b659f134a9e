"""The bytecode of Qt for Python's own modules is kept, and never wrong."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.ui.quick_qt import KeptBytecode

ROOT = Path(__file__).resolve().parents[2]
SOURCE = b"from __future__ import annotations\ntwice = lambda n: 2 * n\n"


def run(code) -> dict:
    names: dict = {}
    exec(code, names)
    return names


@pytest.fixture(autouse=True)
def _bytecode_is_kept(monkeypatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_nothing_is_written_where_no_bytecode_is_wanted(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    held = KeptBytecode(tmp_path / "held.qt")
    held.compile(SOURCE, "some/module.py", "exec")
    held.save()
    assert not list(tmp_path.iterdir())


@pytest.fixture
def kept(tmp_path) -> Path:
    first = KeptBytecode(tmp_path / "held.qt")
    first.compile(SOURCE, "some/module.py", "exec")
    first.save()
    return tmp_path / "held.qt"


def test_what_was_compiled_is_found_again_and_not_compiled_anew(kept, monkeypatch):
    again = KeptBytecode(kept)
    monkeypatch.setattr(again, "_compile", lambda *_: pytest.fail("compiled"))
    assert run(again.compile(SOURCE, "some/module.py", "exec"))["twice"](4) == 8
    before = kept.stat().st_mtime_ns
    again.save()
    assert kept.stat().st_mtime_ns == before
    assert [path.name for path in kept.parent.iterdir()] == ["held.qt"]


def test_another_source_of_the_same_name_is_compiled(kept):
    code = KeptBytecode(kept).compile(SOURCE.replace(b"2 *", b"3 *"), "some/module.py", "exec")
    assert run(code)["twice"](4) == 12


@pytest.mark.parametrize("data", [b"", b"no bytecode", marshal.dumps(7), marshal.dumps({"x": 1})[:4]])
def test_a_damaged_file_is_made_anew(tmp_path, data):
    path = tmp_path / "held.qt"
    path.write_bytes(data)
    held = KeptBytecode(path)
    assert run(held.compile(SOURCE, "some/module.py", "exec"))["twice"](4) == 8
    held.save()
    assert marshal.loads(path.read_bytes())


def test_a_place_where_nothing_may_be_written_is_no_trouble(tmp_path):
    held = KeptBytecode(tmp_path / "gone" / "held.qt")
    held.compile(SOURCE, "some/module.py", "exec")
    held.save()


def test_other_uses_of_compile_are_as_ever(tmp_path):
    held = KeptBytecode(tmp_path / "held.qt")
    assert eval(held.compile("1 + 2", "words", "eval")) == 3
    held.save()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("start", ["first", "second"])
def test_qt_works_with_kept_bytecode_and_still_explains_wrong_arguments(tmp_path_factory, start):
    folder = tmp_path_factory.getbasetemp() / "bytecode"
    code = """
import builtins
held = builtins.__import__, builtins.compile
import reader.ui.quick_qt
assert (builtins.__import__, builtins.compile) == held
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
import sys
parser = vars(sys.modules["PySide6.support.signature.parser"])
assert "__getattr__" in parser and "calculate_props" not in parser, "run before it is needed"
try:
    QLabel("words").setText(3)
except TypeError as error:
    print(error)
assert "__getattr__" not in parser and "calculate_props" in parser
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", f"pycache_prefix={folder}", "-c", code],
        cwd=ROOT, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""}, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "setText(arg__1: str, /)" in done.stdout
    assert start == "first" or list(folder.rglob("*.qt"))
