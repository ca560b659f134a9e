"""What a number counts and what befell it, put together from what stands beside it and from the words around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.links import translations
from reader.links.ledger import words
from reader.links.ledger.claims.counting.abroad import noun_abroad, stated_abroad, without_verb
from reader.links.ledger.claims.counting.measures import measured
from reader.links.ledger.claims.counting.ordinals import thing_at
from reader.links.ledger.claims.counting.partitives import Part, part_at
from reader.links.ledger.claims.counting.predicates import has_own_verb, predicate
from reader.links.ledger.claims.counting.roles import NEUTRAL, counted_thing, head_noun, role_at
from reader.links.ledger.claims.counting.stated import stated
from reader.links.ledger.intervals import dimension
from reader.mentions import DateValue, Duration, Mention, Quantity, Quotation
from reader.text import Span

NOUN_REACH = 40
"""Code points behind a number within which its noun is looked for."""
_OWN_REACH = 60
_MARKS = (", ", "; ", ": ")
_PARTING = frozenset(",;.:")
_NEW = re.compile(r"\s+(?:new|fresh|more|further|additional)\s+[a-z]")
""" "nine new cases": what has come to the tally, not the tally."""
_MORE_WERE = re.compile(r"\s+(?:more|further) (?:were|was|are|is|have|had|has|hurt|[a-z]+ed)\b")
_VOTED = re.compile(r"(?: \w+){0,3}? voted\b")
_VOTED_AGAINST = re.compile(r"(?: \w+){0,3}? voted(?: \w+)? against\b")
""" "38 councillors voted for it": 38 votes."""
_FIGURES = 2
_AGAINST, _FOR = (
    re.compile(r"(?: votes)? to \d{2,3}\b(?!\s?(?:%|per|mil))"),
    re.compile(r"\bby \d{2,3}(?: votes)? to $"),
)
_OF_CRIME = re.compile(
    rf"\s+(?:counts?|cases?|charges?|instances?) of (?:[a-z]+ )?(?:{'|'.join(words.CRIMES)})\b", re.I
)
""" "Nine counts of fraud", "seven cases of corruption": what somebody is charged with."""
_OF_OWN = re.compile(
    r"\s+of (?:his|her|its|their|our|my|(?:the )?[^\W\d_]+['’]s)(?: own)? (?:[a-z]+ )??(?P<noun>[a-z]+s|men|children)\b"
)
""" "Two of his deputies", "three of the firm's lorries": two deputies, three lorries."""
_WHO = re.compile(r"(?: of (?:those|these|them))? who\b")
""" "All seven who were tried", "three of those who fled": people."""
_PUT_AT = re.compile(
    r"\b(?:puts?|estimates?|estimated|reckons?)(?: [\w’'-]+){1,6} at(?: about| some| around| only| nearly)? $"
)
_PUT_REACH = 80
""" "Analysts put the militia at 5,000 men": how strong it is."""
_HEAD_OF = re.compile(r"\s+head of (?P<noun>[a-z]+)\b")
_APPOSED = re.compile(r"(?: [a-z-]+){1,2}, (?!and\b|or\b)[a-z]")
""" "The hospital, 640 beds, lost …": what the verb behind tells is not of the beds."""
_BEHIND_A_GROUP = ("of ", "about ", "some ", "nearly ", "least ", "than ", "only ", "to ")
_GROUP = re.compile(
    rf"\b(?P<group>{'|'.join(words.GROUPS)}) of (?:about |some |nearly |at least |more than |only |up to )?$", re.I
)
_TRAVELLING = frozenset({"", "strength", "deployed"})
"""Roles that tell nothing more of passengers than that they were aboard."""
_BESIDES = re.compile(r"\s+others?\b")
""" "Cleared of five others": things besides those told of, so never all of them; of people it is often said who."""
_CREW, _MEMBER = "crew", "member"
_WORDS_BEHIND = re.compile(r"(?:\s+[^\W\d_]+(?:['’-][^\W\d_]+)*){1,4}")
""" "9 miembros de la tripulación": within so many words the crew is named that members are of."""

Value = Quantity | Duration | DateValue | Quotation


def tally(
    text: str, mention: Mention, value: Value, near: Sequence[str], at: int, before: Sequence[str], language: str
) -> tuple[str, str]:
    """What a number counts and what befell it; a number that leaves both out takes them from the sentence before.

    `near`, around index `at`, and `before` are words in lower case.
    """
    if mention.kind == "ordinal" and isinstance(value, Quantity):
        return words.counted_class(thing_at(text, mention.span, value)), "ordinal"
    if isinstance(value, Quantity):
        value = noun_abroad(_with_its_noun(value, text, mention.span), text, mention.span, language)
    value, untold = _in_english(value, text, mention.span, language)
    if isinstance(value, Quantity) and _OF_CRIME.match(text, mention.span.end, mention.span.end + _OWN_REACH):
        return "charge", ""
    counted = counted_thing(value, near, before)
    if untold and counted not in ("", "?") and not words.human(counted):
        counted = f"{language[:2]}:{counted}"
    if language not in ("", "en") and (found := stated_abroad(text, mention.span, value, counted, language)):
        return found
    measure = dimension(value) if isinstance(value, (Quantity, Duration)) else ""
    plain = isinstance(value, Quantity) and measure in ("", "%")
    elliptical = isinstance(value, Quantity) and not (value.counted or value.unit)
    human = plain and (counted == "?" or words.human(counted))
    if human and not measure and (part := part_at(text, mention.span)):
        return _of_part(part, counted, near, at)
    role = stated(text, mention.span, elliptical=elliptical, human=human, share=measure == "%")
    if role:
        return _of_stated(role, counted, value)
    if not plain:
        money, time = mention.kind == "money", isinstance(value, Duration)
        return counted, measured(text, mention.span, near, at, money=money, time=time, level=measure == "metre")
    if human and _of_a_vote(text, mention.span):
        return "vote", "against" if _VOTED_AGAINST.match(text, mention.span.end, mention.span.end + NOUN_REACH) else ""
    if not human and text.endswith(", ", 0, mention.span.start) and _APPOSED.match(text, mention.span.end):
        near = near[:at]
    role = _befell(text, mention.span, value, near, at, counted, human=human and not measure, language=language)
    if elliptical and role in ("", "strength") and not has_own_verb(text, mention.span):
        role = role_at(before, len(before), counted, before=True) or role
    besides = not human and role in ("", "strength") and _BESIDES.match(text, mention.span.end)
    return _of_role("part" if besides else role, counted, value, new=_is_new(text, mention.span, role, near[:at]))


def _befell(
    text: str, span: Span, value: Value, near: Sequence[str], at: int, counted: str, *, human: bool, language: str
) -> str:
    """What befell the counted, by their name, by a verb and the word that goes with it, or by the words around."""
    own = predicate(text, span) if human or counted in words.JOBS else ""
    apart = language[:2] == "tr" or text.endswith(_MARKS, 0, span.start)
    role = words.fate(head_noun(value)) or own or role_at(near, at, counted, apart=apart)
    return "strength" if human and not role and _is_put_at(text, span.start) else role


def _is_new(text: str, span: Span, role: str, before: Sequence[str]) -> bool:
    """Whether a number has come to a tally ("nine new cases"), and does not go on with a list of fates."""
    goes_on = _MORE_WERE.match(text, span.end) and _of_other_fate(role, before)
    return not goes_on and _NEW.match(text, span.end) is not None


def _of_a_vote(text: str, span: Span) -> bool:
    """Whether a number tells how many voted, or is a side of what a house decided "by 112 to 97".

    Scores of matches have one figure.
    """
    if _VOTED.match(text, span.end, span.end + NOUN_REACH):
        return True
    if len(span) < _FIGURES:
        return False
    for_it = text.endswith("by ", 0, span.start) and _AGAINST.match(text, span.end)
    return bool(for_it) or _FOR.search(text, max(0, span.start - _OWN_REACH), span.start) is not None


def _of_other_fate(role: str, before: Sequence[str]) -> bool:
    """Whether the words before a number told what befell others: "four were killed and nine more were wounded"."""
    told = {other for _, other in words.roles_in(before)} - NEUTRAL - words.OF_MONEY
    return role not in NEUTRAL and bool(told) and role not in told


def _of_part(part: Part, counted: str, near: Sequence[str], at: int) -> tuple[str, str]:
    """Whom a number counts among others, and what befell them."""
    return (part.counted, part.role or role_at(near, at, part.counted)) if part.counted else (counted, "part")


def _of_role(role: str, counted: str, value: Value, *, new: bool) -> tuple[str, str]:
    """What a number counts and what befell it, by what people are called where no word around it tells."""
    if role in ("", "strength"):
        role = words.calling(head_noun(value)) or role
    if role == "deployed" and counted == "hostage":
        role = "captured"  # prisoners who are sent somewhere
    if counted == "passenger" and role in _TRAVELLING:
        return "person", "aboard"
    if (role == "freed" and counted in words.RESCUERS) or (role == "strength" and counted == _CREW):
        role = ""  # "nine crew members": that they are members tells nothing of them
    return counted, "new" if new and role not in ("", "strength") else role


def _of_a_crew(value: Value, text: str, span: Span, language: str) -> Value:
    """A number of members with the crew they are of ("11 members of the crew", "9 membres d’équipage")."""
    if not isinstance(value, Quantity) or words.singular(head_noun(value)) != _MEMBER:
        return value
    behind = _WORDS_BEHIND.match(text, span.end)
    said = behind.group().split() if behind else ()
    of_crew = any(words.singular(translations.english(word.lower(), language)) == _CREW for word in said)
    return replace(value, counted=_CREW) if of_crew else value


def _in_english(value: Value, text: str, span: Span, language: str) -> tuple[Value, bool]:
    """A value whose counted noun is English where the tables know it, and whether they do not."""
    if not isinstance(value, Quantity) or not value.counted or language in ("", "en"):
        return _of_a_crew(value, text, span, language), False
    said = value.counted.split()
    told = [translations.english(word, language) for word in said]
    value = replace(value, counted=without_verb(" ".join(told)))
    return _of_a_crew(value, text, span, language), told[-1] == said[-1]


def _with_its_noun(value: Quantity, text: str, span: Span) -> Quantity:
    """A number without a noun that is not its own, or with that of the group it is the size of, or is one of."""
    if words.past_verb(head_noun(value)) or (value.counted and parted(text, span, value.counted)):
        value = replace(value, counted="")
    own = _OF_OWN.match(text, span.end, span.end + _OWN_REACH) or _HEAD_OF.match(text, span.end, span.end + _OWN_REACH)
    if own and not value.unit:
        return replace(value, counted=own["noun"])
    if value.counted or value.unit:
        return value
    group = "people" if _WHO.match(text, span.end) else _group_of(text, span.start)
    return replace(value, counted=group) if group else value


def _group_of(text: str, start: int) -> str:
    """Whom a number counts that stands behind the word for all of them ("a crew of 19"); "" where none does."""
    if not text.endswith(_BEHIND_A_GROUP, 0, start):
        return ""
    found = _GROUP.search(text, max(0, start - NOUN_REACH), start)
    return words.GROUPS[found["group"].lower()] if found else ""


def _of_stated(role: str, counted: str, value: Value) -> tuple[str, str]:
    """What a number counts whose role is stated beside it, and that role."""
    if role == "whole":
        role = words.fate(head_noun(value)) or "strength"
    if role == "magnitude":
        return "figure", role
    if counted == "passenger" and role in _TRAVELLING:
        return "person", "aboard"
    human = counted == "?" or words.human(counted)
    anybody = human and role in ("capacity", "aboard") and head_noun(value) != _CREW
    return "person" if anybody else counted, role


def _is_put_at(text: str, start: int) -> bool:
    """Whether somebody puts the strength of a group at the number that starts at `start`."""
    before = text[max(0, start - _PUT_REACH) : start]
    return " at " in before and _PUT_AT.search(before) is not None


def parted(text: str, span: Span, noun: str) -> bool:
    """Whether a comma or a stop parts a number from its noun ("has risen to 38, the hospital said")."""
    at = text.find(noun, span.end, span.end + NOUN_REACH) if noun else -1
    if at < 0 or noun in text[max(0, span.start - NOUN_REACH) : span.start]:  # "from 58 seats to 39"
        return False
    return not _PARTING.isdisjoint(text[span.end : at])
