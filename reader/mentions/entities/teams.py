"""Where the name of a city or a last word means a team: Boston beat Toronto, traded to St. Louis; City won."""

from __future__ import annotations

from reader.mentions.entities.kinds import Found
from reader.mentions.entities.lists.gazetteer import cues
from reader.mentions.entities.lists.team_tables import clubs, teams
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word, key_of

_TRADED = 10  # words between a trade and the team


def tell_teams(words: list[Word], found: list[Found], setting: Setting) -> None:
    """Make organisations of the cities that play, where a team of theirs is told of in the articles."""
    if setting.language != "en":
        return
    for item in found:
        if item.kind not in ("place", "name"):
            continue
        names = teams().get(key_of(words[item.start : item.end]))
        if names and _plays(words, item) and any(setting.evidence.tells_of(name) for name in names):
            item.kind, item.evidence = "organisation", "the team of the city"


def told_club(low: str, setting: Setting) -> bool:
    """Whether the articles tell of a club that is called by this last word: City, where Manchester City is told of."""
    return any(setting.evidence.tells_of(name) for name in clubs().get(low, ()))


def is_club(words: list[Word], item: Found) -> bool:
    """Whether the last word of a club's name does what clubs do where any word has a capital: City meet Rovers."""
    after = words[item.end] if item.end < len(words) else None
    if after is None or words[item.start].low not in cues("club"):
        return False
    if after.gap == ", " and not after.cap:
        return True  # City, who won
    if after.gap != " ":
        return False
    return after.low in cues("after a club") or after.low in cues("after a team")


def _plays(words: list[Word], item: Found) -> bool:
    """Whether the words beside a city say that it plays, or that somebody is traded to it."""
    after = words[item.end] if item.end < len(words) else None
    if words[item.end - 1].possessive:
        return False
    if after is not None and after.gap == ", " and after.low == "which" and item.end + 1 < len(words):
        after = words[item.end + 1]
    if after is not None and after.gap == " " and not after.cap and after.low in cues("after a team"):
        return True
    if not item.start or words[item.start].gap != " ":
        return False
    before = words[item.start - 1].low
    if before in cues("before a team"):
        return True
    return before in ("to", "with", "for", "from", "by", "over") and _is_traded(words, item.start - 1)


def _is_traded(words: list[Word], at: int) -> bool:
    """Whether a word of trading players stands in the same sentence a little before `at`."""
    for word in reversed(words[max(0, at - _TRADED) : at]):
        if word.low in cues("trade of players"):
            return True
        if word.first:
            return False
    return False
