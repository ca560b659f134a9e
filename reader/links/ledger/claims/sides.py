"""Whose losses a number counts, and who estimates a crowd: either side of a fight, or of a march, gives its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.links.ledger import words
from reader.links.ledger.claims.scenes import Scene
from reader.text import Span

if TYPE_CHECKING:
    from reader.links.ledger.claims.contexts import Claim

_LOSSES = frozenset({"killed", "wounded", "captured", "missing"})
_FIGHTING = words.FIGHTERS | {"man"}
_REACH = 60
_OWN = re.compile(r" (?:more )?of (?:its|their|our|his|her) (?:own )?[a-z]+| of ours\b")
_ENEMY = re.compile(r" (?:(?:enemy|hostile|opposing) [a-z]+|[a-z]+ of the (?:enemy|foe)\b)")
_LOST = re.compile(r"[^.,;:!?\n]{0,20}?\b(?:lost|loses|lose) (?:about |some |at least |only )?$")
_VOICES = re.compile(
    r"\b(?:(?P<office>police|ministry|authorities|officials|prefecture|gendarmerie|officers)"
    r"|(?P<organisers>organi[sz]ers?|unions?|confederation|campaigners|activists|opposition))\b",
    re.I,
)

_SAID = re.compile(r" (?:said|says|put|estimated|reported|announced|told)\b")


def with_sides(
    claims: list[Claim], scenes: Sequence[Scene], entity_of: Mapping[str, str], related: Mapping[str, Sequence[str]]
) -> None:
    """Name in each number of fighters who fell, or of things destroyed, whose they were, and in each number of a crowd
    who told it."""
    for at, claim in enumerate(claims):
        side = ""
        if (claim.role in _LOSSES and claim.counted in _FIGHTING) or claim.role == "destroyed":
            foe, name = _side(scenes[claim.passage], claim.mention.span, entity_of)
            side = foe + min([name, *related.get(name, ())]) if name else ""  # Russian soldiers are Russia's
        elif claim.role == "gathered":
            side = _voice(scenes[claim.passage], claim.mention.span)
        if side:
            claims[at] = replace(claim, side=side)


def _side(scene: Scene, span: Span, entity_of: Mapping[str, str]) -> tuple[str, str]:
    """The entity whose fighters a number counts, "" where nothing tells, and "-" before it for those of its enemy."""
    text = scene.text
    enemy = _ENEMY.match(text, span.end)
    if enemy or _OWN.match(text, span.end):
        return "-" if enemy else "", next((name for start, name in scene.names if start >= scene.begin), "")
    for mention in scene.mentions:
        name = entity_of.get(mention.id, "")
        near = 0 <= span.start - mention.span.end <= _REACH
        if name and (
            mention.span.start == span.end + 1  # "seventeen Sarnian troops"
            or (near and _LOST.fullmatch(text, mention.span.end, span.start))
        ):
            return "", name
    return "", ""


def _voice(scene: Scene, span: Span) -> str:
    """Whether the office or the organisers tell how large a crowd was, by the word that stands nearest."""
    held = scene.passage.span
    low, high = max(held.start, span.start - _REACH), min(held.end, span.end + _REACH)
    found = list(_VOICES.finditer(scene.text, low, high))
    found += [m for m in _VOICES.finditer(scene.text, high, held.end) if _SAID.match(scene.text, m.end())][:1]
    nearest = min(found, key=lambda m: max(span.start - m.end(), m.start() - span.end), default=None)
    return nearest.lastgroup or "" if nearest else ""
