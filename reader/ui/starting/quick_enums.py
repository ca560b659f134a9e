"""Make the enumerations of Qt as `enum` does, in a fraction of its time; to be called before Qt is imported.

Some three hundred with 4,500 members are made until the window is complete, through `Enum(name, members)`. That sets
every member up by itself, with half a dozen searches. Here an empty enumeration is made that way once for each kind,
and its parts are taken over; what is left to do for a member is to make it and to enter it in the tables. Where this
Python's `enum` holds other parts than are known here, it does all as ever; when the start is over it does so anyway.
"""

from __future__ import annotations

import re
import sys
from collections import deque
from enum import Enum, EnumType, Flag
from itertools import repeat
from typing import Any

_TABLES = {
    "_member_names_": list, "_member_map_": dict, "_value2member_map_": dict, "_unhashable_values_": list,
    "_unhashable_values_map_": dict,
}  # fmt: skip
"""What each enumeration holds of its own; one that holds more is left to `enum`."""
_FLAGS = "_flag_mask_", "_singles_mask_", "_all_bits_"

_is_hidden = re.compile("_").match
_standard: Any = vars(EnumType).get("_create_")
_parts: dict[tuple[type[Enum], Any], dict[str, Any] | None] = {}
_base_names: dict[type[Enum], frozenset[str]] = {}


def hasten_enums() -> None:
    """From now on make enumerations whose members are whole numbers the quick way, and others as ever."""
    kind: Any = EnumType
    if _standard is not None:
        kind._create_ = _create


def leave_enums_to_python() -> None:
    """From now on make all enumerations as ever; those that were made stay."""
    kind: Any = EnumType
    if _standard is not None:
        kind._create_ = _standard


def _create(cls: Any, class_name: str, names: Any, **more: Any) -> Any:
    boundary = more.pop("boundary", None)
    more.setdefault("module", None)
    if more["module"] is None:  # as `enum` does: the caller's
        more["module"] = sys._getframe(2).f_globals.get("__name__")
    parts = _parts_of(cls, boundary) if _is_plain(cls, names) and more.get("type") is None else None
    if parts is None:
        return _standard(cls, class_name, names, boundary=boundary, **more)
    held = {name: kind() for name, kind in _TABLES.items() if name in parts}
    held = {**parts, **held, "__module__": more["module"]}
    if more.get("qualname") is not None:
        held["__qualname__"] = more["qualname"]
    made = type.__new__(EnumType, class_name, (cls,), held)
    _enter(made, names)
    return made


def _is_plain(cls: Any, names: Any) -> bool:
    """Whether these are pairs of a name that means nothing else in an enumeration, and a whole number."""
    if type(names) is not list:
        return False
    taken = _base_names.get(cls)
    if taken is None:
        taken = _base_names[cls] = frozenset(("mro", "")).union(*map(vars, cls.__mro__))
    told = dict(names)
    plain = set(map(type, told.values())) <= {int} and not any(map(_is_hidden, told))
    return plain and len(told) == len(names) and taken.isdisjoint(told)


def _parts_of(cls: Any, boundary: Any) -> dict[str, Any] | None:
    """The parts of an empty enumeration of that kind, None if it has any that are not known here."""
    key = cls, boundary
    if key not in _parts:
        empty = vars(_standard(cls, "Empty", [], module=__name__, boundary=boundary))
        known = all(name in _TABLES for name, part in empty.items() if isinstance(part, dict | list | set))
        _parts[key] = {n: part for n, part in empty.items() if n != "__qualname__"} if known else None
    return _parts[key]


def _enter(made: Any, names: list[tuple[str, int]]) -> None:
    """Make the members, and enter them in the tables."""
    new, with_value, is_flag = made._new_member_, made._use_args_, issubclass(made, Flag)
    ordered, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    mask = singles = 0
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            by_value[value] = member = new(made, value) if with_value else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(ordered)
            if not is_flag:
                ordered.append(name)
            elif value and not value & (value - 1):
                ordered.append(name)
                singles |= value
            mask |= value
        by_name[name] = member
    deque(map(type.__setattr__, repeat(made), by_name, by_name.values()), 0)  # quicker than a loop
    if is_flag:
        for part, number in zip(_FLAGS, (mask, singles, 2 ** mask.bit_length() - 1), strict=True):
            type.__setattr__(made, part, number)
        values = [by_name[name]._value_ for name in ordered]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
