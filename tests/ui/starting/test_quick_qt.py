"""Qt is imported with the bytecode that was kept, and works as ever."""

from __future__ import annotations

from reader.kept_bytecode import KeptBytecode
from reader.ui.starting.quick_qt import QtBytecode
from tests.processes import in_a_process_of_its_own


def test_other_uses_of_compile_are_as_ever(tmp_path):
    held = KeptBytecode(tmp_path / "held.start")
    assert eval(QtBytecode(held).compile("1 + 2", "words", "eval")) == 3
    held.save()
    assert not list(tmp_path.iterdir())


def test_qt_works_with_kept_bytecode_and_still_explains_wrong_arguments(tmp_path):
    code = """
import builtins
from reader.kept_bytecode import bytecode_kept
held = builtins.__import__, builtins.compile
with bytecode_kept():
    import reader.ui.starting.quick_qt
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
from PySide6.support.signature import get_signature
print(get_signature(QLabel.setText))
"""
    for kept in (0, 1):
        assert len(list(tmp_path.rglob("*.start"))) == kept
        told = in_a_process_of_its_own(code, tmp_path)
        assert "setText(arg__1: str, /)" in told and "(self, arg__1: str, /) -> None" in told


def test_what_qt_takes_of_textwrap_works_though_that_module_is_loaded_later(tmp_path):
    code = """
from reader.kept_bytecode import bytecode_kept
with bytecode_kept():
    import reader.ui.starting.quick_qt
from PySide6.QtCore import Qt
from textwrap import dedent
import textwrap
assert "wrap" not in vars(textwrap), "loaded before it is needed"
assert dedent("  a\\n  b") == "a\\nb" and "wrap" in vars(textwrap)
assert textwrap.dedent is not dedent and textwrap.dedent("  a") == dedent("  a") == "a"
"""
    in_a_process_of_its_own(code, tmp_path)


def test_no_source_is_read_to_see_whether_it_asks_for_functions_in_snake_case(tmp_path):
    code = """
from reader.kept_bytecode import bytecode_kept
with bytecode_kept():
    import reader.ui.starting.quick_qt
import inspect
assert "getsource" not in vars(inspect)
"""
    in_a_process_of_its_own(code, tmp_path)
