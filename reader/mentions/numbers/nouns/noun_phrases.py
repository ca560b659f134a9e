"""Find the head of the noun phrase behind a number: what it counts, if nothing stands between."""

from __future__ import annotations

import re
from functools import cache

from reader.mentions.numbers.nouns.plurals import is_plural
from reader.mentions.words.tokens import folded
from reader.mentions.words.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIALS = re.compile(r"\s*(?:[A-Z]\.){2,}(?=[ -][A-Za-z])")
_MODEL = re.compile(r"\s*[A-Z][A-Za-z]{0,2}-?\d{1,4}[A-Za-z]?(?= [a-z])")
""" "44 T-72 tanks": what kind they are of stands before them."""
_ACRONYM, _ACRONYMS = re.compile(r"[A-Z]{2,}(?= [a-z]{3})"), re.compile(r"[A-Z]{2,}s")
_STOP_SIGN = re.compile(r"[.,;:!?()\[\]\"“”\n–—]")
_DIGITS = re.compile(r"[.,]?\d[\d.,]*(?:[ \u00a0\u202f]\d{3})*")
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_JOINTS = frozenset({"and", "or"})
_EARLIER = frozenset({"earlier"})
_OTHER_COUNT = re.compile(r" \d[\d,]*(?= [a-z])")
_ADJECTIVES = ("ic", "al", "an", "ed", "ive", "ern", "ous", "ish", "ese")
_OWNED = ("'s", "’s")
_CASUALTY = frozenset({
    "killed", "wounded", "injured", "dead", "missing", "arrested", "detained", "displaced", "homeless", "hospitalised",
    "hospitalized", "infected",
})  # fmt: skip
_BESIDE_NOUNS = frozenset(
    {"arms", "communications", "customs", "goods", "police", "sales", "savings", "sports", "systems", "women", "works"}
)
""" "Eight customs officers": plurals that stand before the noun that is counted."""
_HAPPENED = frozenset({
    "began", "blew", "broke", "brought", "came", "dug", "fell", "flew", "found", "gave", "got", "hit", "kept", "killed",
    "landed", "left", "lost", "made", "met", "ran", "rose", "sank", "saw", "sent", "sold", "stood", "struck", "swam",
    "threw", "took", "tore", "went", "won", "wrote",
})  # fmt: skip
""" "One guided bomb hit the house": what stands behind a single thing and counts nothing."""
_OBJECT_OPENS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my"})
_NOT_PARTS = frozenset({"strong", "odd"})
_LONGEST, _SURE = 5, 2
"""How many words a noun phrase has, and one whose last word is no plural."""


def noun_ahead(after: str, words: Vocabulary, *, several: bool = True) -> str:
    """The head of the noun phrase that `after` begins with, "" where there is none; "of the", "US" and "U.S." are
    passed. `several` are counted, not one."""
    english = words.language == "en"
    stop, passed = words.words.get("stop", frozenset()), _passed(words)
    run: list[str] = []
    initials = _INITIALS.match(after) or _MODEL.match(after)
    place = initials.end() if initials else 0
    for m in _WORD.finditer(after, place):
        gap, place = after[place : m.start()], m.end()
        word = folded(m.group())
        if not run and m.start() and _DIGITS.fullmatch(gap.strip()):
            gap = ""
        if _STOP_SIGN.search(gap) or (gap.strip() and gap.strip() not in "'’-"):
            joined = _joined(after, m.start() - 1, stop, 2) if several and english and run and gap == ", " else ""
            if joined:
                return joined
            break
        if not run and word == "the" and english and after[: m.start()].isspace():
            return ""  # "the 42,000 the police believe in"
        if (not run and word in passed) or (english and _is_passed(after, m, word, run)):
            continue
        if (
            english
            and not run
            and (word in _CASUALTY or (gap == "-" and m.start() == 1 and word not in stop | _NOT_PARTS))
        ):
            return m.group()  # "a 12-member panel" counts members
        if word in stop or len(run) >= _LONGEST or (run and english and word in _HAPPENED):
            joined = _joined(after, place, stop) if several and english and word in _JOINTS and m.start() > 1 else ""
            if joined:
                return joined
            if len(run) == 1 and english and word in _OBJECT_OPENS:
                return ""  # "thousands leave their homes": a verb
            break
        run.append(m.group())
        if english and (is_plural(word) or _ACRONYMS.fullmatch(m.group())):
            head = _NEXT_WORD.match(after, place) if word in _BESIDE_NOUNS else None
            return head[1] if head and is_plural(head[1]) and head[1] not in stop else run[-1]
    return _head(run, words.language)


def _is_passed(after: str, match: re.Match[str], word: str, run: list[str]) -> bool:
    """Whether an English word names whose those are that are counted, or when: "11 FLDS men", "the town's eight shops",
    "two earlier attempts"."""
    if _ACRONYM.match(after, match.start()):
        return len(run) < _SURE
    return not run and (word in _EARLIER or word.endswith(_OWNED))


def _joined(after: str, place: int, stop: frozenset[str], least: int = 1) -> str:
    """The plural at which what goes on behind "and", "or" or a comma ends, of at least so many words; "" where it is
    something else: "government and private buildings", "white, unmarked vans"."""
    counted = _OTHER_COUNT.match(after, place)
    if counted is not None:  # "82 domestic and 14 international flights"
        described = after[:place].rpartition(" ")[0].rstrip().endswith(_ADJECTIVES)
        place, least = counted.end(), 2 if described else _LONGEST
    for number, m in enumerate(_WORD.finditer(after, place), 1):
        if after[place : m.start()] != " " or (word := folded(m.group())) in stop:
            return ""
        if is_plural(word):
            return m.group() if number >= least else ""
        place = m.end()
    return ""


def _head(run: list[str], language: str) -> str:
    """The head of a run of words without a plural that is known as one."""
    if not run:
        return ""
    if language == "de":
        return next((w for w in run if w[0].isupper()), run[0])
    if language == "en":
        return run[-1] if len(run) <= _SURE and not run[-1].endswith(("ly", "ed", "ing")) else ""
    return run[0]


@cache
def _passed(words: Vocabulary) -> frozenset[str]:
    """Words between a number and the noun it counts."""
    whose = words.words.get("partitive", frozenset()) | words.words.get("owned", frozenset())
    return whose | {"the", "those", "these", "its", "their", "of"}
