"""Judge two quotations: the same words, a part of them, the same in other words, or words that contradict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.verdicts import Judgement
from reader.links.ledger.words import STOP, cognates, denies, singular, stem, terms
from reader.links.passages.similarity import passage_similarity
from reader.links.translations import english
from reader.mentions import Quotation
from reader.text import Span

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
NEGATIONS = frozenset(
    {"not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "cannot", "without"}
    | {
        "nicht",
        "kein",
        "keine",
        "keinen",
        "ne",
        "pas",
        "nunca",
        "non",
        "não",
        "niet",
        "geen",
        "не",
        "нет",
        "ні",
        "немає",
    }
    | {
        "لا",
        "لم",
        "لن",
        "ليس",
        "ليست",
        "değil",
        "yok",
        "nie",
        "niemand",
        "nadie",
        "nessuno",
        "ninguém",
        "никто",
        "ніхто",
    }
)
_TAKING_BACK = re.compile(
    r"\b(?:i|we) (?:was|were|am|are|stand) (?:wrong|mistaken|misinformed|corrected)\b"
    r"|\bi (?:misspoke|take (?:it|that) back)\b"
    r"|\b(?:was|is) (?:a mistake|an error|not true|untrue|not correct|incorrect)\b"
)
_CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall"}
_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty"}
    | {"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion"}
)
SHORT = 2
_NEAR, _REWORDED = 0.8, 0.5
_OF_ONE_SPEAKER, _ALIGNED, _ALIKE = 0.4, 0.6, 0.75
"""How near in meaning two quotations must be: of one speaker, in sentences surely aligned, in aligned ones."""
_SURELY = 0.5
_LONGER = 2.2
"""How many times longer one of two translations may be: Arabic and Turkish need fewer words than English."""
_IN_COMMON, _SHARE = 2, 0.3
"""Telling words, and which share of those of the shorter, that two translations must have in common."""
_SPEAKER_REACH = 80
"""Code points between a speaker's name and the words quoted beyond which the name stands in another sentence."""


def quoted_words(value: Quotation) -> tuple[str, ...]:
    """The words of a quotation, case, brackets and apostrophes made alike; "won't" counts as "will not"."""
    return _words_of(value.words)


@lru_cache(maxsize=2048)
def _words_of(said: str) -> tuple[str, ...]:
    return tuple(_made_alike(said.replace("[", "").replace("]", "")))


def _made_alike(said: str) -> list[str]:
    words = []
    for word in _WORD.findall(said.casefold().replace("’", "'")):
        words += [_CONTRACTED.get(word, word[:-3]), "not"] if word.endswith("n't") else [word]
    return words


def words_in(text: str, within: Span) -> frozenset[str]:
    """The different words of a part of a text, made alike as those of quotations are."""
    return frozenset(_made_alike(within.of(text)))


def words_with_places(text: str, within: Span) -> list[tuple[str, Span]]:
    """The words of a part of a text, made alike as those of quotations are, with their places."""
    found = _WORD.finditer(text, within.start, within.end)
    return [(word, Span(*match.span())) for match in found for word in _words_of(match.group())]


def judge_quotations(a: Quotation, b: Quotation, *, same_speaker: bool | None) -> Judgement | None:
    """The judgement, or None when the two are different statements; `same_speaker` is None when one is not named."""
    left, right = quoted_words(a), quoted_words(b)
    if not left or not right:
        return None
    if left == right:
        return _same_words(left, same_speaker, f"the words are the same{_unmarked(a, b)}")
    if sorted(left) == sorted(right) and not (a.marked and b.marked):
        return _same_words(left, same_speaker, f"the words are the same, in another order{_unmarked(a, b)}")
    if same_speaker and _taken_back(left) != _taken_back(right) and len(_runs(left) & _runs(right)) > 1:
        return Judgement("differ", "one of them takes back what the other says")
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) > SHORT and _contains(longer, shorter):
        who = "{b}" if shorter is right else "{a}"
        return _same_words(shorter, same_speaker, f"{who} quotes a part of the same words")
    return _reworded(left, right, same_speaker)


def _unmarked(a: Quotation, b: Quotation) -> str:
    return "" if a.marked and b.marked else f", without quotation marks in {{{'a' if b.marked else 'b'}}}"


def _same_words(words: tuple[str, ...], same_speaker: bool | None, reason: str) -> Judgement | None:
    if same_speaker is False:
        if len(words) <= SHORT:
            return Judgement("same form only", "the same words, said by different people of different things")
        return Judgement("differ", f"{reason}, but they are put in different mouths")
    return Judgement("agree", reason)


def _reworded(left: tuple[str, ...], right: tuple[str, ...], same_speaker: bool | None) -> Judgement | None:
    if min(len(left), len(right)) <= SHORT or same_speaker is False:
        return None
    if same_speaker and _denied(left, right):
        return Judgement("differ", "the same words, but one of them says not")
    only = set(left) ^ set(right)
    fewest = min(len(left), len(right))
    if len(only) <= max(2, len(left) // 3) and _common(Counter(left), Counter(right)) / fewest >= _NEAR:
        if only & NEGATIONS:
            return Judgement("differ", "nearly the same words, but one of them says not")
        if any(word.isdigit() for word in only) or all(only & _NUMBERS & set(side) for side in (left, right)):
            return Judgement("differ", "nearly the same words, but another number")
    telling = _telling(left), _telling(right)
    common, (fewer, more) = _common(*telling), sorted(side.total() for side in telling)
    needed = _REWORDED if same_speaker else _NEAR
    shortened = bool(same_speaker) and common == fewer >= SHORT and more <= 2 * fewer  # "a full and public inquiry"
    if shortened or (common >= 3 and common >= needed * fewer and common >= _REWORDED * more / 2):
        return Judgement("compatible", "the same statement in other words")
    return None


def _taken_back(said: Sequence[str]) -> bool:
    """Whether somebody takes back what he said ("I was wrong to say …")."""
    return _TAKING_BACK.search(" ".join(said)) is not None


def _denied(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one says what the other says, but for a "not" in the middle of it; either may go on."""
    if bool(NEGATIONS & set(left)) == bool(NEGATIONS & set(right)):
        return False
    denying, saying = (left, right) if NEGATIONS & set(left) else (right, left)
    bare = tuple(singular(word) for word in denying if word not in NEGATIONS)
    denying, saying = tuple(map(singular, denying)), tuple(map(singular, saying))
    shorter, longer = sorted((bare, saying), key=len)
    part = _contains(denying, saying) and len(bare) > len(saying)
    return len(shorter) > SHORT and _contains(longer, shorter) and not part


def judge_wording(a: Claim, b: Claim, aligned: float, *, same_speaker: bool) -> Judgement | None:
    """The judgement on two quotations that may be two translations of one; None where the meaning is too far.

    `aligned` tells how surely the sentences around them are aligned.
    """
    assert isinstance(a.value, Quotation) and isinstance(b.value, Quotation)
    left, right = quoted_words(a.value), quoted_words(b.value)
    if denies(left, a.language) != denies(right, b.language):
        return None
    if not aligned or (len(_telling(left).keys() & _telling(right).keys()) < 2 and not _runs(left) & _runs(right)):
        return None
    needed = _OF_ONE_SPEAKER if same_speaker else _ALIGNED if aligned >= _SURELY else _ALIKE
    if _alike(a.value.words, b.value.words) < needed:
        return None
    return Judgement("compatible", "the same statement in other words")


@lru_cache(maxsize=2048)
def _alike(one: str, other: str) -> float:
    """How far two statements say the same; kept, since several sources quote the same words."""
    return passage_similarity(one, other)


def judge_translated(a: Claim, b: Claim, aligned: float, *, same_speaker: bool | None) -> Judgement | None:
    """The judgement on quotations in two languages, as far as the tables know their words; None where they tell too
    little, or one is denied: one speaker may have said several things."""
    assert isinstance(a.value, Quotation) and isinstance(b.value, Quotation)
    left, right = quoted_words(a.value), quoted_words(b.value)
    fewer, more = sorted((len(left), len(right)))
    if fewer <= SHORT or more > _LONGER * fewer or same_speaker is False:
        return None
    if denies(left, a.language) != denies(right, b.language):
        return None
    ours, theirs = _meant(left, a.language), _meant(right, b.language)
    numbers = [{word for word in side if word.isdigit()} for side in (ours, theirs)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return None
    common = sum(word in theirs or any(cognates(word, other) for other in theirs) for word in ours)
    needed = _IN_COMMON if aligned >= _SURELY or (aligned and same_speaker) else _IN_COMMON + 1
    if ours == theirs and aligned >= (_SURELY if same_speaker else _NEAR):
        needed = 1  # "We warned them for years"
    if common < needed or common < _SHARE * min(len(ours), len(theirs)):
        return None
    return Judgement("compatible", "the same statement in two languages")


def _meant(said: Sequence[str], language: str) -> frozenset[str]:
    """What the telling words of a statement mean, in English where the tables know them; all that deny say the same."""
    told = terms(english(word, language) for word in said if not denies((word,), language))
    return frozenset((*told, "NOT") if denies(said, language) else told) - {""}


def _runs(said: Sequence[str]) -> set[tuple[str, ...]]:
    """All three words in a row."""
    return set(zip(said, said[1:], said[2:], strict=False))


@lru_cache(maxsize=2048)
def _telling(said: tuple[str, ...]) -> Counter[str]:
    """How often each stem stands among words, small words left out."""
    return Counter(stem(word) for word in said if word not in STOP)


def _common(left: Counter[str], right: Counter[str]) -> int:
    """How many words two sides have in common."""
    return sum([min(left[word], right[word]) for word in left.keys() & right.keys()])


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    joined = " ".join(longer)
    return f" {' '.join(shorter)} " in f" {joined} "


def same_speaker(a: Claim, b: Claim) -> bool | None:
    """Whether one speaker is named in both; None when one of them is not named."""
    assert isinstance(a.value, Quotation) and isinstance(b.value, Quotation)
    if a.subject and b.subject:
        return a.subject == b.subject
    if any(one.subject and one.subject in other.entities for one, other in ((a, b), (b, a))):
        return None  # the sentence names both, and which of them spoke may have been misread
    spoken = [claim.value.speaker for claim in (a, b) if isinstance(claim.value, Quotation)]
    if not all(spoken):
        return None
    left, right = ({stem(word) for word in speaker.split()} - STOP for speaker in spoken)
    if left & right:
        return True
    named = [_is_full_name(speaker) for speaker in spoken]
    return False if all(named) and not (_pointed_back(a) or _pointed_back(b)) else None


def _is_full_name(speaker: str) -> bool:
    """Whether a speaker is told by a name of several words, not by an office alone ("The bishop")."""
    first, *others = speaker.split()
    return first[:1].isupper() and any(word[:1].isupper() for word in others)


def _pointed_back(claim: Claim) -> bool:
    """Whether the speaker was named so far before that a "she" pointed back, perhaps to somebody else."""
    span = claim.value.speaker_span if isinstance(claim.value, Quotation) else None
    return not claim.subject and span is not None and claim.mention.span.start - span.end > _SPEAKER_REACH
