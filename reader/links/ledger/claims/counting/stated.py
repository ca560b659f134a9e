"""What the words right beside a number say it is: an age, a part, a magnitude, what a ship may carry, who is aboard."""

from __future__ import annotations

import re

from reader.links.ledger.claims.counting.before import Before, Befores
from reader.links.ledger.claims.counting.partitives import OF_WHOM, is_of_them
from reader.text import Span

_REACH = 60
_WHOLE = Before(
    r"(?:^|[.,;:!?] |\n)[Oo]f (?:the|its|their) (?:some |about |around |roughly |nearly )?$",
    "the its their some about around roughly nearly",
)
""" "Of the 412 travellers 87 were hurt": how many there were in all."""
_PART_OF = Before(
    r"(?:^|[.,;:!?] |\n)[Oo]f (?:the|its|their) [^.;:!?\n]{1,40}, (?:about |some |only |at least )?$",
    ", about some only least",
)
_OLDER = Before(
    r"\b(?:(?:older|younger) than|(?:man|woman|boy|girl) of|aged(?: between)?|at the age of"
    r"|(?:oldest|youngest|eldest)(?: [a-z]+){0,3} (?:was|is|being)) $",
    "than of aged between was is being", re.I,
)  # fmt: skip
_AGES = Before(
    r"\b(?:aged \d{1,3}(?:, \d{1,3})*,?(?: and)?|turn(?:s|ed|ing)?(?: only| just)?) $",
    "and 0 1 2 3 4 5 6 7 8 9 , turn turns turned turning only just", re.I,
)  # fmt: skip
""" "A couple aged 44 and 39", "had turned four on Friday"."""
_AT = ("At ", ", at ", "t the age of ")
_HE_WAS = re.compile(r" (?:he|she)\b|, (?:he|she|[A-Z][a-z]+)\b")
""" "At 26 he was", "At 26, Calder was"."""
_AGE_DIGITS = 2
_MAGNITUDE = Before(
    r"(?:\bmagnitudes?(?: of|,| was| is)?"
    r"|(?:quake|shock|tremor|temblor)s?,?(?: (?!measur)[\w’'-]+){0,4} measur(?:ing|ed|es)"
    r"(?: \d\.\d and)?) $",
    "magnitude magnitudes of , was is measuring measured and", re.I,
)  # fmt: skip
_OF_MAGNITUDE = re.compile(
    r"(?:,? (?:and|or) \d\.\d)?[\s-]+magnitude\b|\s+on the (?:open-ended )?Richter scale\b", re.I
)
_HOLDING = Before(
    r"\b(?:capacity (?:of|is|was|for)|licen[sc]ed (?:to carry|for|to hold)|certified (?:to carry|for|to hold)"
    r"|(?:allowed|permitted|designed|meant|supposed|built|able|made|fit) (?:to (?:carry|hold|seat|take|house)|for)"
    r"|can (?:carry|hold|seat|take|house)|could (?:carry|hold|seat|take|house)|certificate (?:allowed|allows|is for)"
    r"|(?:will|would|to) (?:normally )?(?:seat|accommodate|sleep)|accommodates"
    r"|seats|seating|room for|beds for|places for|space for"
    r"|(?:stadium|arena|hall|theatre|theater|ground|church|ferry|ship|boat|bus|train|plane)"
    r"(?: (?:in|at|of) \w+)? holds)"
    r"(?: up to| at most| only| just| about| some| a maximum of)? $",
    "of is was for carry hold holds seat seats seating accommodate accommodates sleep take "
    "house allowed allows to most only just about some", re.I,
)  # fmt: skip
""" "It had a capacity of 150", "was licensed to carry 120": what a thing may hold, not what it held."""
_ABOARD = re.compile(r"(?! of\b)[^.;:!?\n\d]{0,24}?\b(?:on board|aboard)\b", re.I)
_IN_HOSPITAL = re.compile(
    r"(?: \w+){0,2}? (?:(?:were|was|are|is|had been|have been|has been) (?:still |being |also )?)?"
    r"(?:taken|brought|rushed|flown|sent|admitted|treated|remain|lie|lay)? ?"
    r"(?:to|in|at) (?:the |a |local )?hospitals?\b"
)
""" "43 people were taken to hospital"."""
_THEIR_LIVES = re.compile(r"(?: (?!for\b)\w+){0,3}? (?:their|his|her) (?:lives|life)\b")
""" "The flood cost 21 farmers their lives"."""
_OF_OWN = re.compile(r"\s+of (?:their|its|our|his|her) own\b")
_MOURNING = re.compile(r"\b(?:los(?:t|e|es|ing)|bur(?:y|ied|ies|ying)|mourn\w*)(?: \w+){0,3} $", re.I)
""" "The village has lost nineteen of its own"."""
_AT_WORK = re.compile(r"(?: \w+){0,2}? work(?:ed)? (?:at|for|in|there|on)\b")
_LIVING = re.compile(
    r"(?: (?!who\b|still\b|once\b)[a-z]+){0,2}(?: who| still| once| used to){0,2}"
    r" (?:live|lived|were living|are living) (?:here|there|in|at|on|along)\b"
)
""" "30,000 people lived there", "the 28,000 who lived here"."""
_ROUGHLY = r"(?: about| some| around| nearly| just| only| at least| more than)? $"
_ROUGHLY_LAST = "about some around nearly just only least than"
_POPULATION = Before(
    rf"\b(?:population of|home to|inhabited by|(?:village|town|city|island|district) of){_ROUGHLY}",
    f"of to by {_ROUGHLY_LAST}", re.I,
)  # fmt: skip
_WORKFORCE = Before(
    rf"\b(?:workforce|staff|payroll) (?:of|is|was){_ROUGHLY}", f"of is was {_ROUGHLY_LAST}", re.I,
)  # fmt: skip
_CROWD = Before(
    rf"\b(?:crowd|turnout|attendance|marchers|protesters|demonstrators) (?:at|of|was|as){_ROUGHLY}",
    f"at of was as {_ROUGHLY_LAST}", re.I,
)  # fmt: skip
""" "The police put the crowd at 42,000"."""
_WITH = Before(
    r"\bwith (?:about |some |around |at least |more than |nearly )?$", "with about some around least than nearly"
)
_CARRYING = Before(
    r"\b(?:carrying|carried)(?: about| some| around| at least| more than| nearly)? $",
    "carrying carried about some around least than nearly",
)
_TRAVELLERS = re.compile(r"\s+(?:people|passengers|persons|travell?ers|tourists|migrants|crew|children|pupils)\b")
_ON_A_JOURNEY = re.compile(r"\s+(?:passengers|travell?ers|tourists|migrants|crew)\b")
_VESSEL = re.compile(
    r"(?:\b|mini|sail|air|rail|steam|cat|motor)(?:boat|ship|ferry|vessel|bus|coach|plane|aircraft|jet|liner|helicopter"
    r"|train|tram|carriage|car|lorry|truck|van|dinghy|raft|yacht|trawler|barge|canoe|balloon|gondola|flight|craft)\b",
    re.I,
)
_BEFORE = Befores(
    OF_WHOM, _PART_OF, _WHOLE, _OLDER, _AGES, _MAGNITUDE, _HOLDING, _POPULATION, _WORKFORCE, _CROWD, _WITH, _CARRYING
)


def stated(text: str, span: Span, *, elliptical: bool, human: bool, share: bool) -> str:
    """The role of the number at `span` where its next words give it, else "".

    `elliptical`: it has no noun of its own; `human`: it may be of people; `share`: it is a per cent.
    """
    before, behind = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    standing = _BEFORE.standing(before)
    if OF_WHOM in standing or (not share and _PART_OF in standing) or is_of_them(before, behind):
        return "part"
    if human and (_POPULATION in standing or (" liv" in behind and _LIVING.match(behind))):
        return "population"
    if human and _WORKFORCE in standing:
        return "employed"
    if human and _CROWD in standing:
        return "gathered"
    if _WHOLE in standing:
        return "whole"
    if _OLDER in standing or (elliptical and (_AGES in standing or _between_commas(text, span))):
        return "age"
    if elliptical and at_his_age(text, span):
        return "age"
    if _MAGNITUDE in standing or _OF_MAGNITUDE.match(behind):
        return "magnitude"
    if _HOLDING in standing:
        return "capacity"
    if human and ("lives" in behind or "life" in behind) and _THEIR_LIVES.match(behind):
        return "killed"
    if human and " own" in behind and _OF_OWN.match(behind) and _MOURNING.search(before):
        return "killed"
    if human and " work" in behind and _AT_WORK.match(behind):
        return "employed"
    if human and _WITH in standing and _TRAVELLERS.match(behind) and _carried(before, behind):
        return "aboard"
    if human and "hospital" in behind and _IN_HOSPITAL.match(behind):
        return "wounded"
    if human and (_ABOARD.match(behind) or (_CARRYING in standing and _TRAVELLERS.match(behind))):
        return "aboard"
    return ""


def at_his_age(text: str, span: Span) -> bool:
    """Whether a number says how old somebody was when he did what follows ("At 26 he was …")."""
    return text.endswith(_AT, 0, span.start) and _HE_WAS.match(text, span.end) is not None


def _carried(before: str, behind: str) -> bool:
    """Whether people who are "with" something travel: by what they are called, or by a vessel named before."""
    return _ON_A_JOURNEY.match(behind) is not None or _VESSEL.search(before) is not None


def _between_commas(text: str, span: Span) -> bool:
    """Whether a number stands between commas, as ages do ("Ana Brun, 71, died")."""
    short = len(span) <= _AGE_DIGITS and text[span.start : span.end].isdigit()
    return short and text.endswith(", ", 0, span.start) and text.startswith((",", ".", ";"), span.end)
