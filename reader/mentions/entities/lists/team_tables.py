"""The teams and clubs of teams.tsv: how each is called, and of which city."""

from __future__ import annotations

from functools import cache

from reader.mentions.entities.lists.gazetteer import common_words, cues, name_key, table_lines


@cache
def teams() -> dict[str, frozenset[str]]:
    """Look-up keys of the names of the teams of a city, by the key of the city: Boston is the Red Sox, the Celtics."""
    found: dict[str, set[str]] = {}
    for line in table_lines("teams.tsv"):
        name, cities, others = line.split("\t")
        for city in map(name_key, cities.split("|")):
            called = {name_key(other) for other in (name, *others.split("|")) if other}
            found.setdefault(city, set()).update(called, {f"{city} {key}" for key in called})
    return {city: frozenset(names) for city, names in found.items()}


@cache
def team_nicknames() -> dict[str, frozenset[str]]:
    """Short names of teams of one word by `name_key`, and the names the team has beside it: Cards, the Cardinals."""
    found: dict[str, frozenset[str]] = {}
    for line in table_lines("teams.tsv"):
        name, _, others = line.split("\t")
        short = [name_key(other) for other in others.split("|") if other and " " not in other]
        found.update(dict.fromkeys(short, frozenset((name_key(name), *short))))
    return found


@cache
def clubs() -> dict[str, frozenset[str]]:
    """Keys of the clubs that are called by a last word, by that word: "city", of Manchester City, Norwich City."""
    found: dict[str, set[str]] = {}
    for line in table_lines("teams.tsv"):
        key = name_key(line.partition("\t")[0])
        if " " in key and (last := key.rpartition(" ")[2]) in cues("club"):
            found.setdefault(last, set()).add(key)
    return {last: frozenset(keys) for last, keys in found.items()}


@cache
def full_team_names() -> frozenset[str]:
    """Keys of names of several words that tell a team wherever any word has a capital: Boston Red Sox, Man United.

    None of a city's or a county's (Norwich City Council), and none that tells an event (a Colorado Avalanche).
    """
    keys = {key for names in teams().values() for key in names if " " in key}
    return frozenset(key for key in keys if _tells_team(key.rpartition(" ")[2]))


def _tells_team(last: str) -> bool:
    club = last in cues("club") and last not in cues("place en")
    return club or last.endswith(("s", "x")) or last not in common_words("en")


@cache
def longest_team() -> dict[str, int]:
    """For the first word of every full name of a team: the largest number of words."""
    found: dict[str, int] = {}
    for key in full_team_names():
        words = key.split(" ")
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found
