"""Enumerations made the quick way are those that `enum` makes."""

from __future__ import annotations

import enum
import pickle
from enum import Enum, EnumType, Flag, IntEnum, IntFlag

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from reader.ui.starting import quick_enums

KINDS = (Enum, Flag, IntEnum, IntFlag)


@pytest.fixture
def quick(monkeypatch):
    """Make an enumeration the quick way; how `enum` does it is put back afterwards."""
    standard = quick_enums._standard
    monkeypatch.setattr(EnumType, "_create_", standard)

    def make(kind, name: str, members: list, **more):
        quick_enums.hasten_enums()
        left = []
        monkeypatch.setattr(quick_enums, "_standard", lambda *a, **b: left.append(a) or standard(*a, **b))
        made = kind(name, members, **more)
        monkeypatch.setattr(EnumType, "_create_", standard)
        return made, any(given[1] == name for given in left)

    return make


def assert_same(quick, kind, name: str, members: list, **more) -> Enum:
    made, left = quick(kind, name, members, **more)
    assert not left
    expected = kind(name, members, **more)
    enum._test_simple_enum(expected, made)  # the library's own comparison of enumerations that were made in two ways
    assert vars(made).keys() == vars(expected).keys()
    assert list(made.__members__) == list(expected.__members__)
    assert [(m.name, m.value, m._sort_order_, repr(m)) for m in made] == [
        (m.name, m.value, m._sort_order_, repr(m)) for m in expected
    ]
    return made


def enumerations_of_qt():
    for module in (QtCore, QtGui, QtWidgets):
        for held in [getattr(module, name) for name in dir(module)]:
            for inner in vars(held).values() if isinstance(held, type) else ():
                if isinstance(inner, EnumType):
                    yield inner


def test_every_enumeration_of_qt_is_the_same(quick):
    dir(QtCore.Qt)
    found = list(enumerations_of_qt())
    assert len(found) > 300
    for held in found:
        members = [(name, member.value) for name, member in held.__members__.items()]
        assert_same(quick, held.__base__, held.__name__, members, boundary=enum.KEEP)


@pytest.mark.parametrize("kind", KINDS)
def test_aliases_gaps_and_unsorted_values(quick, kind):
    members = [
        ("Four", 4),
        ("One", 1),
        ("None_", 0),
        ("Again", 4),
        ("Both", 5),
        ("Two", 2),
        ("Less", -1),
        ("Far", 1 << 40),
    ]
    made = assert_same(quick, kind, "Sizes", members)
    assert made.Again is made.Four and made(2) is made.Two and made["Both"].value == 5
    assert made.__module__ == __name__


def test_flags_are_combined_and_complemented_as_ever(quick):
    members = [("Left", 1), ("Right", 2), ("Top", 32), ("Mask", 35)]
    made, expected = quick(Flag, "Sides", members, boundary=enum.KEEP)[0], Flag("Sides", members, boundary=enum.KEEP)
    for held in (made, expected):
        assert held.Left | held.Right in held.Mask
        assert [m.name for m in held.Mask] == ["Left", "Right", "Top"]
        assert (~held.Left).value == (~expected.Left).value
        assert held(64 | 1).value == 65


Colours = IntEnum("Colours", [("Red", 3), ("Blue", 4)])


def test_members_can_be_pickled(quick, monkeypatch):
    made, _ = quick(IntEnum, "Colours", [("Red", 3), ("Blue", 4)])
    monkeypatch.setitem(globals(), "Colours", made)
    assert pickle.loads(pickle.dumps(made.Blue)) is made.Blue


ODD = (
    [("Word", "w")],
    [("name", 1)],
    [("value", 1), ("One", 2)],
    [("real", 1)],
    "Red Blue",
    [("_hidden", 1)],
    {"Red": 1},
    [("On", True)],
)


@pytest.mark.parametrize("members", ODD)
def test_what_is_not_plain_is_left_to_the_library(quick, members):
    made, left = quick(Enum if members == ODD[0] else IntEnum, "Odd", members)
    assert left
    assert len(made.__members__) == len(members if not isinstance(members, str) else members.split())


def test_a_name_that_stands_twice_is_refused_as_ever(quick):
    with pytest.raises(TypeError, match="already defined"):
        quick(Enum, "Twice", [("One", 1), ("One", 2)])
