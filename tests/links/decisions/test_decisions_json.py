"""The reader's decisions as plain values: nothing lost on the way, nothing broken by what is unknown."""

from __future__ import annotations

import json

from reader.links import (
    Decisions,
    MentionEdit,
    NameRef,
    PassageMatch,
    PlaceRef,
    RowDecision,
    SameName,
    decisions_from_json,
    decisions_to_json,
)

HERE, THERE = PlaceRef("a", 3, 9, "twelve"), PlaceRef("b", 0, 2, "12")
ALL = Decisions(
    names=(SameName(NameRef("Al-Mishkat"), NameRef("Meshkat", "b"), True),),
    rows=(RowDecision((HERE, THERE), "not comparable"),),
    passages=(PassageMatch(HERE, THERE, matched=False),),
    mentions=(MentionEdit(HERE, "number"), MentionEdit(THERE, None)),
    transliterate=False,
    engine="spacy:en_core_web_sm",
)


def test_decisions_come_back_as_they_were() -> None:
    assert decisions_from_json(json.loads(json.dumps(decisions_to_json(ALL)))) == ALL
    assert decisions_from_json({}) == Decisions()


def test_unknown_and_broken_entries_are_passed_over() -> None:
    held = decisions_to_json(ALL)
    held["colour"] = "red"
    held["rows"] += [{"verdict": "agree"}, "nonsense", None, {"places": 3, "verdict": "agree"}]
    held["rows"][0]["when"] = "2031-01-01"
    held["mentions"].append({"place": held["mentions"][0]["place"], "kind": "colour"})
    assert decisions_from_json(held) == ALL
    assert decisions_from_json({"names": "many", "rows": {"a": 1}, "passages": 7}) == Decisions()
