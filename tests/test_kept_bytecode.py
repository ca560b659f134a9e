"""Bytecode is kept from start to start, and never wrong."""

from __future__ import annotations

import dataclasses
import marshal
import sys
from pathlib import Path

import pytest

from reader import kept_bytecode
from reader.kept_bytecode import KeptBytecode, dataclasses_kept

SOURCE = b"from __future__ import annotations\ntwice = lambda n: 2 * n\n"


def run(code) -> dict:
    names: dict = {}
    exec(code, names)
    return names


def compiled(source: bytes, filename: str):
    return compile(source, filename, "exec")


def not_again(source: bytes, filename: str):
    pytest.fail(f"compiled {filename}")


@pytest.fixture(autouse=True)
def _bytecode_is_kept(monkeypatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_nothing_is_written_where_no_bytecode_is_wanted(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    held = KeptBytecode(tmp_path / "held.qt")
    held.code(SOURCE, "some/module.py", compiled)
    held.save()
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_of_a_file_that_cannot_take_its_place(tmp_path):
    (tmp_path / "held.qt").mkdir()
    held = KeptBytecode(tmp_path / "held.qt")
    held.code(SOURCE, "some/module.py", compiled)
    held.save()
    assert [path.name for path in tmp_path.iterdir()] == ["held.qt"]


@pytest.fixture
def kept(tmp_path) -> Path:
    first = KeptBytecode(tmp_path / "held.qt")
    first.code(SOURCE, "some/module.py", compiled)
    first.save()
    return tmp_path / "held.qt"


def test_what_was_compiled_is_found_again_and_not_compiled_anew(kept):
    again = KeptBytecode(kept)
    assert run(again.code(SOURCE, "some/module.py", not_again))["twice"](4) == 8
    before = kept.stat().st_ino  # a new file would take its place
    again.save()
    assert kept.stat().st_ino == before
    assert [path.name for path in kept.parent.iterdir()] == ["held.qt"]


def test_another_source_of_the_same_name_is_compiled(kept):
    code = KeptBytecode(kept).code(SOURCE.replace(b"2 *", b"3 *"), "some/module.py", compiled)
    assert run(code)["twice"](4) == 12


def test_what_has_changed_is_not_kept_for_ever(kept):
    now = KeptBytecode(kept)
    now.code(SOURCE.replace(b"2 *", b"3 *"), "some/module.py", compiled)
    now.save()
    (code,) = marshal.loads(kept.read_bytes()).values()
    assert run(code)["twice"](4) == 12


@pytest.mark.parametrize("data", [b"", b"no bytecode", marshal.dumps(7), marshal.dumps({"x": 1})[:4]])
def test_a_damaged_file_is_made_anew(tmp_path, data):
    path = tmp_path / "held.qt"
    path.write_bytes(data)
    held = KeptBytecode(path)
    assert run(held.code(SOURCE, "some/module.py", compiled))["twice"](4) == 8
    held.save()
    assert marshal.loads(path.read_bytes())


def test_a_place_where_nothing_may_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    held = KeptBytecode(tmp_path / "file" / "held.qt")
    held.code(SOURCE, "some/module.py", compiled)
    held.save()


def a_dataclass() -> type:
    @dataclasses.dataclass(frozen=True, order=True)
    class Measured:
        much: int
        unit: str = "m"
        parts: list[int] = dataclasses.field(default_factory=list, compare=False)

    return Measured


def test_dataclasses_of_a_second_start_are_the_same_and_nothing_is_compiled_for_them(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_bytecode, "__file__", str(tmp_path / "kept_bytecode.py"))
    with dataclasses_kept():
        a_dataclass()
    assert list(tmp_path.rglob("*.dataclasses"))
    monkeypatch.setattr(kept_bytecode, "compile", lambda *_: pytest.fail("compiled"), raising=False)
    with dataclasses_kept():
        kind = a_dataclass()
    assert "exec" not in vars(dataclasses)
    assert repr(kind(3)).endswith("Measured(much=3, unit='m', parts=[])")
    assert kind(3) == kind(3) and kind(3) < kind(4) and hash(kind(3)) == hash(kind(3))
    assert kind(3).parts is not kind(3).parts
    with pytest.raises(dataclasses.FrozenInstanceError):
        kind(3).much = 4


def test_the_compiler_is_used_again_after_an_import_that_failed():
    with pytest.raises(ImportError), dataclasses_kept():
        raise ImportError("no Qt")
    assert "exec" not in vars(dataclasses)
