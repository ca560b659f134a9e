"""What a number counts and what befell it, read from the words around it: killed, wounded, deployed …"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from reader.links.ledger import words
from reader.links.ledger.intervals import dimension
from reader.mentions import Quantity

NEUTRAL = frozenset({"", "strength", "part", "new", "magnitude"})
"""Roles that do not tell what befell the counted."""
_REACH = 36
"""How many words away, joints and strength counted extra, a word may still tell what befell the counted."""
_JOINT, _STRENGTH = 6, 12
_TOLL_REACH = 6
_NO_PARTICIPLES = frozenset(
    {"between", "even", "often", "then", "when", "ten", "seven", "eleven", "men", "women", "children", "own", "gun"}
)
_ADVERBS = frozenset({"so", "far", "also", "since", "now", "already", "never", "not", "only", "just", "ever", "yet"})
_LOST_REACH = 3
_BOOKING = frozenset({"make", "makes", "made", "making", "posted", "reported", "booked", "net", "operating", "annual"})
_HEDGES = frozenset(
    {"about", "some", "at", "least", "nearly", "another", "only", "more", "than", "up", "to", "as", "many"}
)
_SUM_REACH = 5
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_MONEY = frozenset(
    {"euro", "dollar", "pound", "franc", "mark", "yen", "crown", "kroner", "ruble", "lira", "peso", "rupee"}
)
_OF_THINGS = frozenset({"destroyed", "damaged"})
_OF_PEOPLE = frozenset({"wounded", "infected", "gathered", "dismissed"})
_BURNT = frozenset({"burned", "burnt"})
_IN_FLIGHT = frozenset({"displaced", "fled", "flee", "homeless", "uprooted"})
_MANNER = frozenset({"as", "badly", "differently", "equally", "fairly", "like", "unfairly", "well", "with"})
""" "Treated with respect": nobody was hurt."""
_OWN = frozenset({"a", "an", "all", "any", "her", "his", "its", "my", "no", "our", "the", "their", "your"})
_SENDING, _BETWEEN = frozenset({"send", "sends", "sent"}), 2
""" "Forty were sent", not "the 40 sent a letter", and the words that may stand between."""
_ONLY_LOST = frozenset({"game", "point", "seat", "share", "vote"})
"""What is lost and still there."""
_JOINTS = frozenset({"and", "while", "but", "whereas"})


def counted_thing(value: object, near: Sequence[str], before: Sequence[str]) -> str:
    """The class of what is counted, "?" where it is left out and nothing tells, "" for what has a unit.

    `near` and `before` are the words of its sentence and of the one before, in lower case. Of a share it is what it is
    a share of, as far as that is said.

    For a plain number without a noun it is the person of whom the sentence, or the one before, gives "the number".
    """
    if not isinstance(value, Quantity) or value.unit not in ("", "%"):
        return ""
    noun = head_noun(value)
    if not noun and value.low is not None and value.low != int(value.low) and not dimension(value):
        return "figure"  # the level of an index
    if dimension(value):
        return words.counted_class(noun) if noun.lower() not in words.STOP else ""
    fired = noun == "shot" and value.low == value.high == 1  # "a single shot", not "dozens shot"
    if words.event_role(noun) and not fired and not words.human(words.counted_class(noun)):
        return "?"  # "dozens injured": the noun tells what befell them, not who they are
    if noun and noun.lower() not in words.STOP:
        return words.counted_class(noun)
    around = (*near, *before)
    if words.COUNT_NOUNS.isdisjoint(around):
        return "?"
    classes = (words.counted_class(word) for word in around if word not in words.COUNT_NOUNS)
    return next((counted for counted in classes if words.human(counted)), "?")


def head_noun(value: object) -> str:
    """The last word of what is counted, which is its head in English."""
    return value.counted.split()[-1] if isinstance(value, Quantity) and value.counted.strip() else ""


def role_at(near: Sequence[str], at: int, counted: str, *, before: bool = False, apart: bool = False) -> str:
    """What befell what is counted at index `at` of the lower-case words `near`; "" when nothing tells.

    It is the nearest word that tells, "strength" only when nothing else does.
    `before`: the words are those of the sentence before, of which any may tell. `apart`: words before `at`
    are rather of another clause, behind a comma, or in Turkish, whose verbs stand last.
    """
    toll = "" if before else _of_toll(near, at)
    if toll:
        return toll
    told = words.roles_in(near)
    if not told:
        return ""
    named = counted not in ("", "?")
    others = _OF_THINGS if words.human(counted) else _OF_PEOPLE if named else frozenset()
    lifeless = named and not words.living(counted)
    crossed = crossings(near, at)
    own_verb = any(_verb(word) for word, between in zip(near, crossed, strict=True) if not between)
    best, nearest, end = "", float("inf") if before else _REACH + 1.0, _end_of_number(near, at)
    for index, role in told:
        if (
            index == at
            or role in words.OF_MONEY
            or (role in others and near[index] not in _BURNT)
            or (lifeless and _of_the_living(near, index, role))
            or (role == "strength" and (_auxiliary(near, index) or _of_another_count(near, index, at)))
            or _of_other_sense(near, index, at)
            or _of_lost_things(near, index, at, counted)
        ):
            continue
        if own_verb and crossed[index]:
            continue  # "17 died and thousands have left": those who left are not the dead
        distance = (
            (index - end if index > at else at - index)
            + _JOINT * (crossed[index] + _numbers_between(near, index, at) + (apart and index < at))
            + (_STRENGTH if role == "strength" else 0)
        )
        if distance < nearest:
            best, nearest = _lost(role, near[index], counted), distance
    return best


def _of_the_living(lowered: Sequence[str], index: int, role: str) -> bool:
    """Whether a word tells what befell people, or animals, and no thing: nobody kills a lorry, though he may shoot it
    down."""
    if role != "killed":
        return lowered[index] in _IN_FLIGHT
    down = lowered[index] == "shot" and lowered[index + 1 : index + 2] == ["down"]
    return lowered[index] not in words.LOSING and not down


def _of_other_sense(lowered: Sequence[str], index: int, at: int) -> bool:
    """Whether a word that could tell what befell people does not: "treated with respect", "a rescue team", "the 40
    also sent a letter"."""
    if lowered[index] in _SENDING and index > at:
        return words.AUXILIARIES.isdisjoint(lowered[max(at, index - _BETWEEN) : index])
    if lowered[index] in words.MODIFYING and not words.MODIFIED.isdisjoint(lowered[index + 1 : index + 2]):
        return True
    if lowered[index] == "march":
        return any(n != at and lowered[n][0].isdigit() for n in (index - 1, index + 1) if 0 <= n < len(lowered))
    return lowered[index] == "treated" and not _MANNER.isdisjoint(lowered[index + 1 : index + 2])


def _end_of_number(lowered: Sequence[str], at: int) -> int:
    """The last word of the number at `at`: "2,100" are two words."""
    while at + 1 < len(lowered) and lowered[at][0].isdigit() and lowered[at + 1][0].isdigit():
        at += 1
    return at


def _numbers_between(lowered: Sequence[str], index: int, at: int) -> int:
    """How many other numbers lie between a word and the number at `at`: it is rather theirs."""
    between = lowered[at + 2 : index] if index > at else lowered[index + 1 : at]
    return sum(word[0].isdigit() for word in between)


def _of_toll(lowered: Sequence[str], at: int) -> str:
    """The role in "the number of people killed … has risen to 19", whatever stands between."""
    if words.COUNT_NOUNS.isdisjoint(lowered):
        return ""
    for index in range(at - 1, -1, -1):
        if lowered[index][0].isdigit():
            return ""  # the toll is the number before
        if lowered[index] in words.COUNT_NOUNS and _JOINTS.isdisjoint(lowered[index:at]):
            told = (words.fate(word) for word in lowered[index + 1 : min(at, index + 1 + _TOLL_REACH)])
            return next((role for role in told if role not in ("", "strength") and role not in words.OF_MONEY), "")
    return ""


def _of_lost_things(lowered: Sequence[str], index: int, at: int, counted: str) -> bool:
    """Whether a word tells of a loss, but not of those whom the number right behind counts ("lost two men")."""
    if lowered[index] not in words.LOSING or _lost_people(lowered, index, at, counted):
        return False
    if counted == "" or (index > 0 and lowered[index - 1] in _BOOKING):
        return True  # "the stock lost eight per cent", "stores that make losses"
    return _of_things(lowered, index)


def _lost_people(lowered: Sequence[str], index: int, at: int, counted: str) -> bool:
    return index < at <= index + _LOST_REACH and _HEDGES.issuperset(lowered[index + 1 : at]) and words.human(counted)


def _of_another_count(lowered: Sequence[str], index: int, at: int) -> bool:
    """Whether "the number of" stands behind the number at `at`: it is that of something else."""
    return lowered[index] in words.COUNT_NOUNS and index > at


def _of_things(lowered: Sequence[str], index: int) -> bool:
    """Whether what is lost is neither lives nor people ("will lose their jobs", "lost contact with")."""
    following = lowered[index + 1 : index + 1 + _LOST_REACH]
    if following and following[0][0].isdigit():
        return _of_money(lowered[index + 1 : index + 1 + _SUM_REACH])
    for word in following:
        if word in words.STOP and word not in _OWN:
            return False
        if word[0].isdigit() or words.human(words.counted_class(word)):
            return False
        if word not in _OWN:
            return word not in words.KIN
    return False


def _of_money(lowered: Sequence[str]) -> bool:
    """Whether a number is a sum, which nobody dies of ("lost 22 million euros")."""
    behind = next((word for word in lowered if not word[0].isdigit() and word not in _SCALES), "")
    return words.singular(behind) in _MONEY


def _lost(role: str, word: str, counted: str) -> str:
    """People who are lost are dead, things that are lost, or burnt, are destroyed."""
    if role == "killed" and counted in _ONLY_LOST:
        return "lost"
    thing = counted not in ("", "?") and not words.human(counted)
    lost = word in words.LOSING or (word == "shot" and not words.living(counted))
    return "destroyed" if thing and (word in _BURNT or (role == "killed" and lost)) else role


def _auxiliary(lowered: Sequence[str], index: int) -> bool:
    """Whether "has" only helps the verb after it ("has risen", "have so far been killed"), or "there" is a place."""
    following = next((word for word in lowered[index + 1 : index + 4] if word not in _ADVERBS), "")
    if lowered[index] == "there":
        return following not in words.AUXILIARIES and following not in ("has", "have")
    if lowered[index] not in ("has", "have") or not following:
        return False
    if following in ("no", "neither"):
        return True  # "180,000 people have no electricity"
    participle = following.endswith(("ed", "en", "wn", "un")) and following not in _NO_PARTICIPLES
    return participle or following in words.PARTICIPLES or words.event_role(following) not in ("", "strength")


def _verb(word: str) -> bool:
    return word in words.AUXILIARIES or (len(word) > 4 and word.endswith("ed"))


def crossings(lowered: Sequence[str], at: int) -> list[int]:
    """For each word, how many joints ("and", "while") lie between it and the word at `at`."""
    before = joints(lowered)
    here = before[min(at, len(lowered))]
    return [abs(count - here) for count in before[:-1]]


def joints(lowered: Sequence[str]) -> list[int]:
    """How many joints ("and", "while") stand before each word, and in all."""
    if _JOINTS.isdisjoint(lowered):
        return [0] * (len(lowered) + 1)
    return list(accumulate([word in _JOINTS for word in lowered], initial=0))
