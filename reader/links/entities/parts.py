"""Tell whether one name is a short form of another: a surname, the first words of a body's name, or its initials."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reader.links.entities.forms import Form
from reader.links.names.given import of_two_generations
from reader.links.names.matching import LONGEST, is_acronym_of, is_country, spelled
from reader.links.names.skeleton import is_particle, script_of
from reader.links.names.tables import is_by_name, place_of
from reader.links.names.telling import is_head_word
from reader.links.names.words import is_woman_of, word_similarity
from reader.mentions import cues, given_names

ACRONYM, CUT_SHORT, IN_BRACKETS, LAST = "acronym of", "cut short from", "in brackets with", "last word of"


@dataclass(frozen=True, slots=True)
class Part:
    """Form `short` (an index) may be a short form of form `long`, and why."""

    short: int
    long: int
    reason: str


def part_of(a: Form, b: Form) -> Part | None:
    """Whether the shorter of two forms stands for the longer."""
    if of_two_generations(a.text, b.text):
        return None
    letters, full = sorted((a, b), key=lambda f: len(spelled(f.words)))
    initials = spelled(letters.words)
    whole = (full.spelled, spelled(full.words))
    if len(initials) == 1 and full.kind != "person" and any(is_acronym_of(initials[0], words) for words in whole):
        return Part(letters.index, full.index, f"{ACRONYM} {full.text}")
    if len(a.words) == len(b.words):
        return _cut_short(a, b) or _first_of_two(a, b)
    short, long = (a, b) if len(a.words) < len(b.words) else (b, a)
    if len(short.words) == 1 and is_head_word(short.words[0]):
        return None  # a paper called al-Wadi is no short form of Wadi Sfar
    if long.kind == "person":
        reason = _surname(short, long)
    else:
        reason = (
            _of_country(short, long)
            or _designation(short, long)
            or _beginning(short, long)
            or _shortened(short, long)
            or _last(short, long)
            or _lettered(short, long)
        )
    return Part(short.index, long.index, reason) if reason else None


def rare_beside(form: Form, other: Form) -> bool:
    """Whether a form is far rarer than another."""
    return 3 * len(form.mentions) < len(other.mentions)


def spelled_out(short: Form, long: Form) -> Part | None:
    """What a name in brackets beside another stands for, if its letters come from there, in whatever order.

    The letters may be those of another language: Kurdistan Workers' Party (PKK).
    """
    if short.place or {short.kind, long.kind} & {"person", "place", "nationality"}:
        return None
    letters = "".join(short.words)
    if len(short.words) != 1 or len(long.words) < 2 or not 2 <= len(letters) <= 10 or not letters.isalpha():
        return None
    initials = Counter(w[0] for w in long.words)
    rest = iter("".join(long.words))
    cut = letters[0] in initials and short.text[:1].isupper() and all(letter in rest for letter in letters)
    foreign = any(w in cues("own letters") for w in long.words)  # the Communist Party of Greece (KKE)
    if not cut and not (short.acronym and (foreign or 2 * (Counter(letters) & initials).total() >= len(letters))):
        return None
    return Part(short.index, long.index, f"{IN_BRACKETS} {long.text}")


def _cut_short(a: Form, b: Form) -> Part | None:
    """Mat Maid for Matanuska Maid: a word of one is how the same word of the other begins, and the rest is equal."""
    if "person" in (a.kind, b.kind) or a.place or b.place or len(a.words) < 2:
        return None
    differing = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    for short, long, pairs in ((a, b, differing), (b, a, [(y, x) for x, y in differing])):
        if len(pairs) == 1 and is_beginning(*pairs[0]):
            return Part(short.index, long.index, f"{CUT_SHORT} {long.text}")
    return None


def _first_of_two(a: Form, b: Form) -> Part | None:
    """Glaxo for GlaxoKline: the first of the two names a company's one word is made of."""
    short, long = sorted((a, b), key=lambda f: len(f.text))
    if len(long.words) > 1 or {short.kind, long.kind} & {"person", "place", "nationality"} or len(short.text) < 4:
        return None
    if short.company and not long.company:
        return None  # the OrbitPad is not Orbit, where Orbit Inc. is told of
    begins = long.text.startswith(short.text) and long.text[len(short.text) :][:1].isupper()
    return Part(short.index, long.index, f"{CUT_SHORT} {long.text}") if begins and short.text.istitle() else None


def is_beginning(short: str, long: str) -> bool:
    """Whether one word may be the other cut short: Mat for Matanuska, Nat for National."""
    return 2 < len(short) < len(long) - 2 and long.startswith(short) and short not in cues("dropped article")


def _alike(a: str, b: str, family: bool = True) -> bool:
    return word_similarity(a, b, family=family) >= 88 or (len(a) > 3 and len(b) > 3 and (a == b + "s" or b == a + "s"))


def _surname(short: Form, long: Form) -> str:
    if short.kind in ("place", "organisation", "nationality"):
        return ""
    if len(short.words) == 1 and (_alike(short.words[0], long.words[-1]) or _declined(short, long)):
        return f"surname of {long.text}"
    if len(short.words) == 1 and _alike(short.words[0], long.words[0], family=False):
        return f"given name of {long.text}"
    if len(short.words) > 1 and all(_alike(x, y, family=False) for x, y in zip(short.words, long.words, strict=False)):
        return f"given names of {long.text}"
    if len(short.words) == 1 and short.words[0] in long.words[1:-1] and short.words[0] not in given_names():
        return f"surname of {long.text}"  # Ugarte, of Jaime Ugarte Rivas
    backwards = zip(reversed(short.words), reversed(long.words), strict=False)
    ends = all(_alike(x, y, family=not at) for at, (x, y) in enumerate(backwards))
    return f"short for {long.text}" if ends else ""


def _declined(short: Form, long: Form) -> bool:
    """Whether a Cyrillic name is a case of the surname of another (Макрона); Ivanov is none of Ivanova."""
    own, whole = short.words[0], long.words[-1]
    both = script_of(short.text) == script_of(long.text) == "CYRILLIC"
    return both and word_similarity(own, whole, "declined") >= 88 and not is_woman_of(own, whole)


def _is_club(short: Form, long: Form) -> bool:
    """Whether the last word of a sports club's name is what it is called by: City, of Manchester City."""
    return short.words[0] in cues("club") and (long.kind == "organisation" or is_by_name(place_of(long.text[:LONGEST])))


def _designation(short: Form, long: Form) -> str:
    """A380 and Airbus A380: letters and digits name the thing alone."""
    word = short.words[0]
    told = len(short.words) == 1 and any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
    return f"short for {long.text}" if told and word in (long.words[-1], long.words[-1] + "s") else ""


def _of_country(short: Form, long: Form) -> str:
    """The Supreme Court of the U.S. Supreme Court: the longer name says only whose it is."""
    if short.acronym or short.kind not in ("organisation", "name"):
        return ""
    own = sorted(w for w in short.words if not is_particle(w))  # Department of Justice, US Justice Department
    whole = [w for w in long.words if not is_particle(w)]
    rest = whole[: len(whole) - len(own)]
    told = sorted(whole[len(rest) :]) == own and is_country(place_of(" ".join(rest)))
    office = short.words[-1] in cues("office")  # Conservation Department, Department of Conservation
    told = told or (office and sorted(whole) == own)
    return f"short for {long.text}" if told else ""


def _beginning(short: Form, long: Form) -> str:
    """The first words of a longer name: Dow of Dow Jones; but not Airbus of Airbus A380, nor a place of a body."""
    if short.kind == "person" or not all(_alike(x, y) for x, y in zip(short.words, long.words, strict=False)):
        return ""
    rest = long.words[len(short.words) :]
    if short.words[-1] == "state" and len(short.words) > 1 and rest == ("university",):
        return f"short for {long.text}"
    if rest == ("united", "states") and long.text.endswith(" USA") and not short.place:
        return f"short for {long.text}"
    if (short.place.startswith("city:") and rest == ("county",)) or (
        _is_american_state(short.place) and rest == ("state",)  # Ohio State is a university
    ):
        return ""
    if (short.kind == "place" and long.kind == "organisation") or (len(rest) == 1 and rest[0] in cues("paper")):
        return ""  # Smithfield is not Smithfield Foods, nor the Smithfield Courier
    if short.place or (long.kind == "place" and short.kind in ("name", "place")):  # Hormoz of Hormoz Island
        generic = cues("generic place") if short.kind == "place" else cues("generic place") - {"river", "county"}
        return f"short for {long.text}" if all(w in generic for w in rest) else ""
    if place_of(" ".join(rest)) or any(w in cues("place en") for w in rest):
        return ""  # GM Europe is not GM, nor a town its River Authority
    noun = short.words[0] in cues("organisation en") and len(short.words) == 1
    if (short.acronym or noun) and long.words[-1] in cues("organised"):
        return ""  # MTV is not the MTV Movie Awards
    if short.company and (not _goes_without(rest) or any(w in cues("branch") for w in rest)):
        return ""  # the Apple Watch is not Apple, nor is Apple TV, where Apple Inc is told of
    numbered = any(any(c.isdigit() for c in w) for w in rest)
    version = all(len(w) < 3 for w in rest)  # Heron of Heron 9, Android 3.0
    if numbered and not short.acronym and len(short.words) == 1 and not version:  # Boeing 747; but Galaxy Tab S9
        return ""
    rare = rare_beside(long, short) and not long.company
    if len(short.words) == 1 and not numbered and rare and not _goes_without(rest):
        return ""
    return f"short for {long.text}"


def _is_american_state(code: str) -> bool:
    return code.startswith("REG-US") or (code.startswith("province:") and code.endswith("/US"))


def _goes_without(rest: tuple[str, ...]) -> bool:
    """Whether the words say only what sort of thing is named (Computer Corporation, Composite Index)."""
    return all(w in cues("organisation en") or w in cues("thing") or w in cues("generic name") for w in rest)


def _shortened(short: Form, long: Form) -> str:
    """All words of one body's name among those of another: Central Election Committee."""
    if len(short.words) < 2 or "person" in (short.kind, long.kind) or short.place or long.place:
        return ""
    if any(w in cues("direction") for w in long.words) and not any(w in cues("direction") for w in short.words):
        return ""
    if short.kind != "organisation" and _alike(short.words[-1], long.words[-1]) is False:
        return ""
    found = all(any(_alike(w, x) for x in long.words) for w in short.words)
    return f"short for {long.text}" if found else ""


def _lettered(short: Form, long: Form) -> str:
    """The first words of the longer name by their initials, the rest in full: AL East, of the American League East."""
    initials, *rest = short.words
    begin = long.words[: len(long.words) - len(rest)]
    told = bool(rest) and long.words[len(begin) :] == tuple(rest) and short.text.startswith(initials.upper())
    return f"short for {long.text}" if told and is_acronym_of(initials, begin) else ""


def _last(short: Form, long: Form) -> str:
    """The last word of a name of unknown kind: a surname, or Dreamliner of Boeing 787 Dreamliner."""
    if (
        len(short.words) != 1
        or (short.place and short.kind != "name")
        or long.place
        or (long.kind not in ("name", short.kind) and not long.company and not _is_club(short, long))
        or short.kind not in ("name", "person", "organisation")
    ):
        return ""
    alike = _alike(short.words[0], long.words[-1]) or _declined(short, long)
    if short.acronym or len(long.words) > 3 or not alike:
        return ""
    if "of" in long.words:
        return ""  # Wildlife is not the Defenders of Wildlife
    if short.words[0] != long.words[-1] and is_by_name(place_of(short.text[:LONGEST])):
        return ""  # Spurs are no Sky Sports
    return f"{LAST} {long.text}"
