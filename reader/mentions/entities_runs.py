"""Which words of an article stand together as one name."""

from __future__ import annotations

from dataclasses import dataclass

from reader.mentions.entities_words import Evidence, Word, is_calendar, is_common, is_function
from reader.mentions.gazetteer import common_words, cues, given_names, longest_place, name_key, nationalities, places

_DASHES = frozenset("-‐‑")
_GERMAN_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ismus", "tät",
)  # fmt: skip
MAX_WORDS = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """What the finder knows while it reads one article: evidence of all loaded articles, and the language."""

    evidence: Evidence
    language: str

    def common(self, low: str) -> bool:
        """Whether the word is a common word of the article's language (or of English, which is quoted everywhere)."""
        return is_common(low, self.language)

    def function(self, word: Word) -> bool:
        """Whether it is an article, pronoun, preposition or the like."""
        return is_function(word.low, self.language)

    def calendar(self, word: Word) -> bool:
        """Whether it is a month, a day or a feast."""
        return is_calendar(word.low, self.language)

    def known(self, word: Word) -> bool:
        """Whether a word with a capital that says nothing (sentence-first, headline) is a name all the same."""
        low = word.low
        if self.function(word) or self.calendar(word) or low.isdigit():
            return False
        seen, name, _ = self.evidence.verdict(low)
        if seen:
            return name
        key = name_key(word.text)
        if key in nationalities() or (key in places() and not self.common(low)):
            return True
        if low in cues("acronym") and word.text.isupper():
            return True
        if self.common(low):
            return False
        if low in given_names() or (word.text.isupper() and 2 <= len(low) <= 5 and not word.weak):
            return True
        return bool(common_words(self.language)) and self.language != "de"

    def strong(self, word: Word) -> bool:
        """Whether a capital inside a sentence makes a name of this word."""
        low = word.low
        if self.calendar(word) or (self.function(word) and not (word.text.isupper() and len(low) > 1)):
            return False
        if low in ("i", "i'm", "i've", "i'd", "i'll"):
            return False
        if self.language == "de":
            return self._german(word)
        return not self.evidence.verdict(low)[2]

    def _german(self, word: Word) -> bool:
        """German writes all nouns with a capital: only what no word list and no compound explains is a name."""
        low, key = word.low, name_key(word.text)
        if key in nationalities() or low in cues("acronym"):
            return True
        if any(c.isupper() or c.isdigit() for c in word.text[1:]):
            return True
        common = common_words("de")
        if is_common(low, "de") or low in cues("title") or low in cues("organisation"):
            return False
        if key in places() or low in given_names():
            return True
        if any(low.endswith(ending) for ending in _GERMAN_ENDINGS):
            return False
        return not any(low[cut:] in common for cut in range(3, len(low) - 3))


def find_runs(words: list[Word], setting: Setting) -> list[tuple[int, int]]:
    """Half-open ranges of word indices, in order, each a name with its titles still on."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if not _starts(words, at, setting):
            length = _place_length(words, at)
            if length:
                runs.append((at, at + length))
            at += length or 1
            continue
        end = _extended(words, at, setting)
        runs.append((_with_article(words, at, runs), end))
        at = end
    return runs


def _starts(words: list[Word], at: int, setting: Setting) -> bool:
    word = words[at]
    if not word.cap:
        return False
    if word.low in cues("article") and at + 1 < len(words) and words[at + 1].cap and words[at + 1].gap in (" ", "-"):
        return True
    if not word.weak:
        return setting.strong(word)
    return setting.known(word) or _compound(words, at, setting)


def _compound(words: list[Word], at: int, setting: Setting) -> bool:
    """A common word that begins a name all the same: "White House said", or a pair seen inside a sentence."""
    word = words[at]
    if at + 1 == len(words) or setting.function(word) or setting.calendar(word) or word.possessive:
        return False
    after = words[at + 1]
    if not after.cap or after.gap != " ":
        return False
    if setting.evidence.pairs[word.low, after.low]:
        return True
    if after.weak or setting.evidence.lower[word.low] or after.low in cues("title") or setting.language == "de":
        return False
    if not setting.strong(after) or word.low.endswith(("ly", "ing", "ed")):
        return False
    return setting.common(after.low) and name_key(after.text) not in places() and after.low not in given_names()


def _place_length(words: list[Word], at: int) -> int:
    """Words of a listed name of several words that begins here, its first word being no name: The Hague."""
    if not words[at].cap:
        return 0
    return _listed_length(words, at)


def _listed_length(words: list[Word], at: int) -> int:
    most = longest_place().get(name_key(words[at].text), 0)
    for length in range(min(most, len(words) - at), 1, -1):
        if any(words[k].gap not in (" ", "-", " & ") or words[k - 1].possessive for k in range(at + 1, at + length)):
            continue
        if words[at + length - 1].cap and name_key(" ".join(w.text for w in words[at : at + length])) in places():
            return length
    return 0


def _with_article(words: list[Word], at: int, runs: list[tuple[int, int]]) -> int:
    """Take a small al-, el-, bin in front of a name into it."""
    begin = at
    taken = runs[-1][1] if runs else 0
    while begin - 1 >= taken and words[begin].gap in ("-", "'", "’") and words[begin - 1].low in cues("article"):
        begin -= 1
    if begin == at and at - 1 >= taken and words[at].gap == " " and words[at - 1].low in ("al", "bin", "ibn", "abu"):
        return at - 1 if not words[at - 1].cap else at
    return begin


def _extended(words: list[Word], at: int, setting: Setting) -> int:
    """The end of the name that starts at `at`."""
    end = at + max(_listed_length(words, at), 1)
    while end < len(words) and end - at < MAX_WORDS:
        step = _step(words, at, end, setting)
        if not step:
            break
        end += step
    return end


def _step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """How many words the name in [at, end) grows by."""
    last, word = words[end - 1], words[end]
    if last.possessive and not _keeps_possessive(words, end, setting):
        return 0
    gap = word.gap[2:] if last.possessive else word.gap
    initial = gap in (". ", ".") and (len(last.text) == 1 or last.low in cues("short"))
    if gap in (" ", "\u00a0", " & ", "&") or initial:
        if _joins(words, end, setting):
            return 1
        if word.low in cues("numeral") and word.text.isupper():
            return 1
        if word.text.isdigit() and len(word.text) <= 4:
            return _number_step(words, end, setting)
        return _link_step(words, at, end, setting) if gap == " " else 0
    if gap in _DASHES:
        if word.cap and not word.first:
            return 1
        if word.text.isdigit() and last.text.isupper():
            return 1
        if (
            word.low in cues("article")
            and end + 1 < len(words)
            and words[end + 1].gap in _DASHES
            and words[end + 1].cap
        ):
            return 2
        if word.low in cues("article") and end + 1 < len(words):
            after = words[end + 1]
            return 2 if after.cap and (after.gap == " " or after.gap in _DASHES) else 0
    return 0


def _joins(words: list[Word], end: int, setting: Setting) -> bool:
    last, word = words[end - 1], words[end]
    if not word.cap or (word.first and word.gap not in (". ",)):
        return False
    if word.weak:
        return (
            setting.known(word) or bool(setting.evidence.pairs[last.low, word.low]) or _in_headline(words, end, setting)
        )
    if setting.function(word) or setting.calendar(word):
        return len(word.text) > 1 and word.text.isupper() and not setting.calendar(word)
    return setting.strong(word) or setting.language != "de"


def _in_headline(words: list[Word], end: int, setting: Setting) -> bool:
    """In a headline a surname that is also a word goes with the given name before it."""
    last, word = words[end - 1], words[end]
    return (
        last.low in given_names()
        and not setting.common(last.low)
        and not setting.function(word)
        and not setting.evidence.lower[word.low]
        and not word.low.endswith(("s", "ed", "ing"))
    )


def _keeps_possessive(words: list[Word], end: int, setting: Setting) -> bool:
    """Standard & Poor's 500 and Sam's Club are one name; Russia's Duma is not."""
    last, word = words[end - 1], words[end]
    if last.gap.strip() == "&":
        return True
    pair = setting.evidence.pairs
    return (
        last.low in given_names()
        and word.cap
        and not word.weak
        and setting.common(word.low)
        and not pair.get((last.low, ""), 0)
    )


def _number_step(words: list[Word], end: int, setting: Setting) -> int:
    """Numbers belong to a name after an acronym (FTSE 100) and between capitals (Boeing 787 Dreamliner)."""
    last = words[end - 1]
    if end + 1 < len(words) and words[end + 1].cap and words[end + 1].gap == " " and not words[end + 1].weak:
        return 0 if setting.function(words[end + 1]) or setting.calendar(words[end + 1]) else 2
    return 1 if (last.text.isupper() and len(last.text) > 1) or last.gap.strip() == "&" else 0


def _link_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """Small words inside names: particles of people, "of" inside organisations."""
    word, last = words[end], words[end - 1]
    if word.cap or end + 1 >= len(words):
        return 0
    after = words[end + 1]
    size = 2
    if (
        word.low in cues("link") | cues("particle")
        and after.low in cues("link tail")
        and not after.cap
        and end + 2 < len(words)
    ):
        after, size = words[end + 2], 3
    if not (after.cap and after.gap in (" ", "-")) or (after.weak and not setting.known(after)):
        return 0
    if setting.calendar(after) or (not after.weak and not setting.strong(after) and setting.language == "de"):
        return 0
    if last.low in cues("title"):
        return 0
    institution = any(w.low in cues("organisation") or w.low in cues("place") for w in words[at:end])
    if (
        word.low in cues("link")
        and (institution or setting.evidence.pairs[last.low, word.low])
        and last.low not in cues("title")
    ):
        return size
    if word.low in cues("and"):
        return size if size == 2 and institution and any(w.low in cues("link") for w in words[at:end]) else 0
    if (
        word.low in cues("particle")
        and word.low not in cues("and")
        and (end - at > 1 or name_key(last.text) not in places())
    ):
        person = last.low in given_names() or (at == end - 1 and word.low not in cues("link"))
        person = person or any(w.low in cues("title") for w in words[max(at - 1, 0) : end - 1])
        return size if person or (end - at > 1 and word.low not in cues("link")) else 0
    return 0
