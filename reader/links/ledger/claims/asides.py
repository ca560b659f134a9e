"""Dates that stand outside what an account tells: its dateline, the time it was put out, a time of day elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.links import translations
from reader.links.ledger import words
from reader.links.ledger.claims.scenes import HEAD, Scene
from reader.mentions import DateValue, Mention
from reader.text import Span

_FOLLOWING = re.compile(r"(?:['’]|\s+)(?P<word>[^\W\d_A-ZÀ-Þ]+)")
_WORLD_TIME, _ZONE_REACH = re.compile(r"\s?(?:GMT|UTC)\b"), 5
_UNDER = frozenset({"at", "by", "from"})
"""Words that may stand behind the date of a dateline ("14 March, by …")."""
_PLACE_WORDS = 3
"""How many words of a dateline may stand before its date."""
_STAMP_REACH = 40
_YEAR_BEFORE = re.compile(r"\b\d{4}(?:[-/.]\d\d?[-/.]\d\d?)?[,:]?(?: at| -| [|•])? ?$|\b\d\d?[./]\d\d?[./]\d{2,4},? $")
_YEAR_BEHIND = re.compile(
    r",?(?: \(?[A-Z]{2,4}\)?,?)?(?: on)?(?: [A-Z][a-z]{2,8},)?"
    r"(?: \d\d? [A-Z][a-z]{2,8}\.?| [A-Z][a-z]{2,8}\.? \d\d?,) \d{4}\b"
)
_PUT_OUT = re.compile(r"\b(?:[Pp]ublished|[Pp]osted|(?:[Ll]ast )?[Uu]pdated)\b[^.\n]*$")
_ON_A_DAY = re.compile(r"(?:^|[.!?] )On [^.]* at (?:about |around )?$")
""" "On 4 August 2011 at 5:46 PM the jury …": a sentence."""
_CLOCK = r"\d\d?[:.]\d\d(?: ?[AaPp]\.?[Mm]\b\.?)?"
_CLOCK_BEHIND = re.compile(rf",?(?: at|,| -| [|•])? {_CLOCK}(?=\s|$)")
_CLOCK_BEFORE = re.compile(rf"\b{_CLOCK}(?: ?[A-Z]{{2,4}})?,? $")
_IN_SENTENCE = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-Þ]\w*\s+$")
_LIMIT = re.compile(
    r"\b(?:by|as of|until|till|before|since|from|bis|seit|ab|vor|jusqu['’]à|depuis|avant|dès|hasta|desde"
    r"|antes de(?: las?)?|fino alle|dalle|até|desde|voor|vanaf|tot|sinds|до|с|после|к)\s+$",
    re.IGNORECASE,
)
_LIMIT_REACH = 24

NAMING = "naming"
_PERIODS = frozenset({"month", "quarter", "season"})
_MEASURED = frozenset({"money", "percent"})
_OF_A_YEAR, _OF_REACH = re.compile(r"\b(?!as\b|end\b)[a-z]{3,} of $"), 24
SAID = "said"
"""The role of a day on which somebody only said what is told ("said Ada Brenn in a statement on 4 June")."""
_SAYING, _SAYING_REACH = (
    re.compile(
        r"\b(?:(?:said|says)(?: [A-Z][\w’'-]+){0,3}|told (?:[a-z]+|[A-Z][\w’'-]+))"
        r"(?: in (?:an?|the|his|her|its)(?: [a-z]+){1,2})?(?: late| early)?(?: on)? $"
    ),
    80,
)


def role_of_date(scene: Scene, mention: Mention) -> str:
    """What a date is besides the time of what happened, "" where it is nothing else.

    `SAID`: something was only said on it. `NAMING`: it tells which of several things is meant ("the plague of 1349"),
    or of which month or quarter a sum is, of which year or part of it a share is.
    """
    value, span = mention.value, mention.span
    if _only_said(scene.text, span):
        return SAID
    if not isinstance(value, DateValue):
        return ""
    if value.precision == "year":
        begin = max(scene.begin, span.start - _OF_REACH)
        share = any(each.kind == "percent" for each in scene.mentions)
        return NAMING if share or _OF_A_YEAR.search(scene.text, begin, span.start) else ""
    measured = value.precision in _PERIODS and any(each.kind in _MEASURED for each in scene.mentions)
    return NAMING if measured else ""


def _only_said(text: str, span: Span) -> bool:
    """Whether a date is that on which something was said, by the words right before it."""
    return _SAYING.search(text, max(0, span.start - _SAYING_REACH), span.start) is not None


def date_aside(value: DateValue, near: Sequence[str], at: int, scene: Scene, span: Span) -> str:
    """Where a date stands outside the account, "" where it is part of it.

    "dateline": a bare date at the head of a text, or behind the name of a town there ("SEBKHA, 14 March -"); a date
    that a sentence begins with is none ("On 14 March the …", "14 March was …"). "time stamp": a time of day beside a
    whole date there ("4 August 2011 5:46 PM"). "world time": one that is none of the place ("at 0300 GMT"), "world time
    again" where it only repeats one that is ("8 a.m. (0300 GMT)"). "limit": a time by or from which something was so.
    """
    timed = value.precision == "time"
    if timed and scene.index <= HEAD and _stamped(scene.text, span):
        return "time stamp"
    if _WORLD_TIME.match(scene.text, span.end, span.end + _ZONE_REACH):
        return "world time again" if scene.text.endswith("(", 0, span.start) else "world time"
    if timed and not value.approximate and _LIMIT.search(scene.text, max(0, span.start - _LIMIT_REACH), span.start):
        return "limit"
    if value.precision == "day" and scene.index <= HEAD and _put_out(scene.text, span):
        return "dateline"
    if scene.index > HEAD or at > _PLACE_WORDS:
        return ""
    before = near[:at]
    first = translations.english(scene.text[span.start : span.end].split()[0], scene.language)  # "Le 14 mars"
    bare = all(word[0].isupper() for word in before) and words.STOP.isdisjoint(w.lower() for w in (*before, first))
    following = _FOLLOWING.match(scene.text, span.end)
    return "dateline" if bare and (following is None or following["word"] in _UNDER) else ""


def _stamped(text: str, span: Span) -> bool:
    """Whether a time of day tells when the account was put out: a date with its year stands beside it."""
    before = text[max(0, span.start - _STAMP_REACH) : span.start].rpartition("\n")[2]
    behind = text[span.end : span.end + _STAMP_REACH]
    if _ON_A_DAY.search(before):
        return False
    return any((_YEAR_BEFORE.search(before), _YEAR_BEHIND.match(behind), _PUT_OUT.search(before)))


def _put_out(text: str, span: Span) -> bool:
    """Whether a day tells when the account was put out: such a word stands before it, or the time beside it alone."""
    before = text[max(0, span.start - _STAMP_REACH) : span.start].rpartition("\n")[2]
    timed = _CLOCK_BEHIND.match(text, span.end) or _CLOCK_BEFORE.search(before)
    in_sentence = before == "On " or (before.strip() != "on" and _IN_SENTENCE.search(before))
    return bool(_PUT_OUT.search(before) or (timed and not in_sentence))
