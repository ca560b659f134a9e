"""Names of several words that the tables have whole: places, bodies, teams."""

from __future__ import annotations

from reader.mentions.entities.lists.gazetteer import bodies, longest_place, name_key, places
from reader.mentions.entities.lists.team_tables import full_team_names, longest_team
from reader.mentions.entities.words import Word, key_of

INNER_GAPS = frozenset((" ", "-", " & ", "'", "’"))
_CAMPUS_GAPS = INNER_GAPS | {", "}  # University of California, Berkeley


def listed_length(words: list[Word], at: int) -> int:
    """How many words from `at` on are a listed place or body of several words; 0 when none is."""
    most = longest_place().get(name_key(words[at].text), 0)
    if not most:
        return 0
    most, reach = min(most, len(words) - at), 1
    gaps = _CAMPUS_GAPS if words[at].low == "university" else INNER_GAPS
    while reach < most and words[at + reach].gap in gaps and not words[at + reach - 1].possessive:
        reach += 1
    for length in range(reach, 1, -1):
        key = key_of(words[at : at + length])
        if key in bodies() or (words[at + length - 1].cap and key in places()):
            return length
    return 0


def team_length(words: list[Word], at: int) -> int:
    """How many words from `at` on are the full name of a team, all with capitals; 0 when none is."""
    most = longest_team().get(name_key(words[at].text), 0)
    if not most:
        return 0
    for length in range(min(most, len(words) - at), 1, -1):
        group = words[at : at + length]
        if all(word.cap and word.gap == " " for word in group[1:]) and key_of(group) in full_team_names():
            return length
    return 0
