"""Bytecode is kept from start to start, and never wrong."""

from __future__ import annotations

import collections
import dataclasses
import importlib
import os
import shutil
import subprocess
import sys
import typing
import zipfile
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

from reader import kept_bytecode
from reader.kept_bytecode import KeptBytecode, bytecode_kept
from tests.processes import in_a_process_of_its_own

ROOT = Path(__file__).resolve().parents[1]
SOURCE = b"from __future__ import annotations\ntwice = lambda n: 2 * n\n"
LONG_AGO = 1_600_000_000_000_000_000


def run(code) -> dict:
    names: dict = {}
    exec(code, names)
    return names


def compiled():
    return compile(SOURCE, "some/module.py", "exec")


def not_again():
    pytest.fail("compiled")


@pytest.fixture(autouse=True)
def _bytecode_is_kept(monkeypatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def kept(tmp_path) -> Path:
    first = KeptBytecode(tmp_path / "held.start")
    first.of_source("some/module.py", SOURCE, compiled)
    first.save()
    return tmp_path / "held.start"


def test_nothing_is_written_where_no_bytecode_is_wanted(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    held = KeptBytecode(tmp_path / "held.start")
    held.of_source("some/module.py", SOURCE, compiled)
    held.save()
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_of_a_file_that_cannot_take_its_place(tmp_path):
    (tmp_path / "held.start").mkdir()
    held = KeptBytecode(tmp_path / "held.start")
    held.of_source("some/module.py", SOURCE, compiled)
    held.save()
    assert [path.name for path in tmp_path.iterdir()] == ["held.start"]


def test_a_place_where_nothing_may_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    held = KeptBytecode(tmp_path / "file" / "held.start")
    held.of_source("some/module.py", SOURCE, compiled)
    held.save()


def test_what_was_compiled_is_found_again_and_not_compiled_anew(kept):
    again = KeptBytecode(kept)
    assert run(again.of_source("some/module.py", SOURCE, not_again))["twice"](4) == 8
    before = kept.stat().st_ino  # a new file would take its place
    again.save()
    assert kept.stat().st_ino == before
    assert [path.name for path in kept.parent.iterdir()] == ["held.start"]


def test_another_source_of_the_same_name_is_compiled_and_takes_the_place_of_the_first(kept):
    tripled = SOURCE.replace(b"2 *", b"3 *")
    now = KeptBytecode(kept)
    code = now.of_source("some/module.py", tripled, lambda: compile(tripled, "some/module.py", "exec"))
    assert run(code)["twice"](4) == 12
    now.save()
    asked: list[bytes] = []
    later = KeptBytecode(kept)
    later.of_source("some/module.py", tripled, not_again)
    later.of_source("some/module.py", SOURCE, lambda: asked.append(SOURCE) or compiled())
    assert asked == [SOURCE]


def test_what_was_not_asked_for_this_time_is_kept_for_the_next(kept):
    now = KeptBytecode(kept)
    now.of_source("other/module.py", SOURCE, compiled)
    now.save()
    KeptBytecode(kept).of_source("some/module.py", SOURCE, not_again)


@pytest.mark.parametrize("start", [0, 4, 40, -9])
@pytest.mark.parametrize("put", [b"", b"x"])
def test_a_damaged_file_is_made_anew(kept, start, put):
    kept.write_bytes(kept.read_bytes()[:start] + put)
    held, asked = KeptBytecode(kept), []
    assert run(held.of_source("some/module.py", SOURCE, lambda: asked.append(1) or compiled()))["twice"](4) == 8
    assert asked
    held.save()
    KeptBytecode(kept).of_source("some/module.py", SOURCE, not_again)


@pytest.mark.parametrize(
    ("name", "other"), [("MAGIC_NUMBER", b"next"), ("__file__", "/moved/kept_bytecode.py")], ids=["python", "folder"]
)
def test_what_another_python_or_another_folder_has_kept_is_not_used(kept, monkeypatch, name, other):
    monkeypatch.setattr(kept_bytecode, name, other)
    asked: list[int] = []
    KeptBytecode(kept).of_source("some/module.py", SOURCE, lambda: asked.append(1) or compiled())
    assert asked


class Program:
    """A package of two modules that stands in for ours, with what it keeps; a start imports it anew."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept = folder / "held.start"
        self.inner = folder / "kept_program" / "inner"
        self.inner.mkdir(parents=True)
        self._monkeypatch = monkeypatch
        for path in (self.inner.parent / "__init__.py", self.inner / "__init__.py"):
            self.write(path, "")
        self.write(self.inner / "part.py", "told = 'one'\n")
        monkeypatch.syspath_prepend(str(folder))
        monkeypatch.setattr(sys, "pycache_prefix", str(folder / "bytecode"))
        monkeypatch.setattr(kept_bytecode, "_ROOTS", {"kept_program"})

    def write(self, path: Path, words: str, time: int = LONG_AGO) -> None:
        path.write_text(words, encoding="utf-8")
        os.utime(path, ns=(time, time))

    def forget_pythons_own(self) -> None:
        """Take away the bytecode that Python keeps: it tells the times of sources in seconds only."""
        shutil.rmtree(sys.pycache_prefix or "")

    def start(self) -> typing.Any:
        """The module `part`, imported as by a new process."""
        for name in [name for name in sys.modules if name.startswith("kept_program")]:
            del sys.modules[name]
        importlib.invalidate_caches()
        held = KeptBytecode(self.kept)
        self._monkeypatch.setattr(kept_bytecode, "kept_bytecode", lambda: held)
        with bytecode_kept():
            return importlib.import_module("kept_program.inner.part")


@pytest.fixture
def program(tmp_path, monkeypatch) -> typing.Iterator[Program]:
    yield Program(tmp_path, monkeypatch)
    for name in [name for name in sys.modules if name.startswith("kept_program")]:
        del sys.modules[name]


def test_our_modules_are_loaded_as_ever_where_they_lie_in_an_archive(tmp_path):
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in (ROOT / "reader").rglob("*.py"):
            made.write(path, path.relative_to(ROOT))
    code = (
        "from reader.kept_bytecode import bytecode_kept\nwith bytecode_kept():\n    import reader.text\nprint(reader)"
    )
    for _start in range(2):
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=120,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": str(archive)}, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "all.zip" in done.stdout


def is_from_the_kept(module) -> bool:
    return type(module.__loader__) is not SourceFileLoader


def test_a_module_is_found_again_and_tells_of_itself_what_it_always_does(program):
    first = program.start()
    assert not is_from_the_kept(first)
    second = program.start()
    assert second is not first and is_from_the_kept(second) and second.told == "one"
    package, as_ever = (sys.modules["kept_program.inner"], first)
    assert package.__path__ == [str(program.inner)] and package.__package__ == "kept_program.inner"
    assert second.__file__ == as_ever.__file__ and second.__cached__ == as_ever.__cached__
    assert second.__package__ == as_ever.__package__ and second.__spec__.origin == as_ever.__spec__.origin
    assert second.__loader__.get_source(second.__name__) == "told = 'one'\n"
    assert sys.meta_path[0].__module__ != kept_bytecode.__name__


def test_a_module_that_has_changed_is_read_anew_though_it_is_no_longer(program):
    program.start()
    program.write(program.inner / "part.py", "told = 'two'\n", LONG_AGO + 1)  # a billionth of a second later
    program.forget_pythons_own()
    assert program.start().told == program.start().told == "two"


def test_a_module_replaced_by_one_of_the_same_time_and_size_is_read_anew(program):
    program.start()
    program.write(program.inner / "new", "told = 'two'\n")
    (program.inner / "new").replace(program.inner / "part.py")
    program.forget_pythons_own()
    assert program.start().told == "two"


def test_a_module_that_is_gone_is_not_found(program):
    program.start()
    (program.inner / "part.py").unlink()
    with pytest.raises(ModuleNotFoundError):
        program.start()


def test_a_module_that_was_written_a_moment_ago_is_not_kept_yet(program, monkeypatch):
    now = 2 * LONG_AGO
    monkeypatch.setattr(kept_bytecode.time, "time_ns", lambda: now)
    program.write(program.inner / "part.py", "told = 'now'\n", now - kept_bytecode.SETTLED + 1)
    program.start()
    assert not is_from_the_kept(program.start())
    monkeypatch.setattr(kept_bytecode.time, "time_ns", lambda: now + 1)
    program.start()
    assert is_from_the_kept(program.start())


def test_a_module_imported_again_by_hand_is_as_in_its_file(program):
    program.start()
    module = program.start()
    program.write(program.inner / "part.py", "told = 'three'\n", LONG_AGO + 10**10)
    assert importlib.reload(module).told == "three"
    assert "three" in module.__loader__.get_code(module.__name__).co_consts


def test_our_own_modules_and_pythons_of_a_second_process_come_from_the_kept(tmp_path):
    code = """
import sys
from reader.kept_bytecode import bytecode_kept
assert "colorsys" not in sys.modules and "xml" not in sys.modules
with bytecode_kept():
    import colorsys, reader.notes.values, reader.text, xml.sax
found = {type(module.__loader__).__name__ for module in (colorsys, reader.notes.values, reader.text, xml, xml.sax)}
print(*found, reader.notes.values.Note.__module__, len(reader.notes.__path__), colorsys.rgb_to_hsv(0, 0, 0))
"""
    told = []
    for _start in range(2):
        told.append(in_a_process_of_its_own(code, tmp_path).split())
    assert [words[0] for words in told] == ["SourceFileLoader", "_Loader"]
    assert told[0][1:] == told[1][1:] and told[0][1:3] == ["reader.notes.values", "1"]
    assert len(list(tmp_path.rglob("*.start"))) == 1


def a_dataclass() -> type:
    @dataclasses.dataclass(frozen=True, order=True)
    class Measured:
        much: int
        unit: str = "m"
        parts: list[int] = dataclasses.field(default_factory=list, compare=False)

    return Measured


def a_named_tuple() -> type:
    return typing.NamedTuple("Place", [("start", "int"), ("end", "int | None")])


def test_dataclasses_and_named_tuples_of_a_second_start_are_the_same_and_nothing_is_compiled(tmp_path, monkeypatch):
    for start in range(2):
        held = KeptBytecode(tmp_path / "held.start")
        monkeypatch.setattr(kept_bytecode, "kept_bytecode", lambda held=held: held)
        if start:
            monkeypatch.setattr(kept_bytecode, "compile", lambda *_, **__: pytest.fail("compiled"), raising=False)
        with bytecode_kept():
            kind, place = a_dataclass(), a_named_tuple()
    for module, name in ((dataclasses, "exec"), (collections, "eval"), (typing, "compile")):
        assert name not in vars(module)
    assert repr(kind(3)).endswith("Measured(much=3, unit='m', parts=[])")
    assert kind(3) == kind(3) and kind(3) < kind(4) and hash(kind(3)) == hash(kind(3))
    assert kind(3).parts is not kind(3).parts
    with pytest.raises(dataclasses.FrozenInstanceError):
        kind(3).much = 4
    assert place(1, None) == (1, None) and place(end=2, start=1).end == 2
    assert typing.get_type_hints(place) == {"start": int, "end": int | None}


def test_the_compiler_is_used_again_after_an_import_that_failed():
    before = list(sys.meta_path)
    with pytest.raises(ImportError), bytecode_kept():
        raise ImportError("no Qt")
    assert "exec" not in vars(dataclasses) and sys.meta_path == before


def test_a_late_module_is_loaded_when_anything_of_it_is_asked_for(tmp_path):
    code = """
import sys
for name in ("textwrap", "inspect"):
    sys.modules.pop(name, None)  # what is installed beside Python may have imported them
from reader.kept_bytecode import bytecode_kept
with bytecode_kept():
    import inspect, textwrap
assert "dedent" not in vars(textwrap) and "signature" not in vars(inspect), "loaded at once"
assert textwrap.__file__.endswith("textwrap.py") and not hasattr(textwrap, "__path__")
assert "dedent" not in vars(textwrap)
assert textwrap.dedent("  words") == "words" and "dedent" in vars(textwrap)
from inspect import signature
print(signature(lambda a, b=1: 0), inspect.signature is signature)
import textwrap as again
assert again is textwrap and not hasattr(textwrap, "nothing")
try:
    textwrap.nothing
except AttributeError as error:
    print(error)
"""
    for _start in range(2):
        assert in_a_process_of_its_own(code, tmp_path).splitlines() == [
            "(a, b=1) True",
            "module 'textwrap' has no attribute 'nothing'",
        ]


def test_threads_that_ask_for_a_late_module_together_all_get_the_whole_of_it(tmp_path):
    code = """
from threading import Barrier, Thread
from reader.kept_bytecode import bytecode_kept
with bytecode_kept():
    import inspect
found, together = [], Barrier(8)
def ask():
    together.wait()
    found.append((inspect.Signature, inspect.Parameter, inspect.unwrap))
threads = [Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(found), len(set(found)))
"""
    assert in_a_process_of_its_own(code, tmp_path).split() == ["8", "1"]
