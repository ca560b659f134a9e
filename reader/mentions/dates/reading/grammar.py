"""The grammar of dates written with words: class patterns over date items, each with what reads it."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.reading import readings as read
from reader.mentions.dates.reading import reckoned
from reader.mentions.dates.reading.bare import ago_bare, part_of_bare, within_bare
from reader.mentions.dates.reading.eras import before_christ, decade_after, named_centuries, named_century, named_decade
from reader.mentions.dates.reading.readings import Build, Reader
from reader.mentions.dates.reading.weekdays import day_alone, numbered_weekday, weekday, weekend

# Item classes: d day number, y year, n other number, o ordinal to 31, O larger ordinal, M month, m month that is also
# another word, W weekday, w weekend, U unit of time, L last/next/this, A ago, < before, > after, D today,
# E early/mid/late, S season, Q quarter, H half, Y holiday, G decade by name, I in or within, f of, h the, t to, & and,
# v into (the night), b between, F from, 2 two of a unit of time in one word, j "year", q "a", i on, J "day"
_DAY = r"(?P<d>[do])\.?(?:[-t&v/]h?(?P<d2>[do])\.?)?"
_YEAR = r"(?P<y>y)"
_WEEKDAY = r"(?:L?W[.,]?)?h?"
_OF_A_YEAR = r"[fFi]*h?(?:(?P<l>L)[Uj]|j?" + _YEAR + r"|[hf]*[Uj])"

GRAMMAR: list[tuple[re.Pattern[str], Build]] = [
    (re.compile(pattern), build)
    for pattern, build in [
        (r"F?(?P<d>d)[-t](?P<d2>d)[fi]?(?P<l>L)(?P<u>U)", read.days_in_month),
        (r"(?P<l>L)(?P<u>U)F?h?(?P<d>[do])\.?[-t]h?(?P<d2>[do])\.?", read.days_in_month),
        (r"(?P<e>E)-?f?h?(?P<m>[Mm])\.?(?:f?(?P<l>L)(?P<u>U)|[,fFi]*" + _YEAR + r")?", read.part_of_period),
        (r"(?P<e>E)-?f?h?j?" + _YEAR, read.part_of_period),
        (r"(?:(?P<e>E)-?[fh]*)?(?P<u>[Uj]);?[fF]?h?(?P<n>[dny])", decade_after),
        (r"(?P<e>E)-?[fh]*(?P<u>U)(?P<o>[odn])", named_century),
        (r"(?P<e>E)f?(?P<l>L)(?P<u>U)", read.part_of_period),
        (r"(?P<e>E)f?h(?P<u>U)", read.part_of_period),
        (r"(?P<e>E)f?(?P<u>[Uj])(?!A)", part_of_bare),
        (r"(?P<u>[Uj])(?P<e>E)", part_of_bare),
        (_YEAR + r"(?P<e>E)", read.year_part),
        (r"(?:h(?=E))?(?P<e>E)-?[fh]*(?P<o>[odn])[.-]?(?P<u>U)", named_century),
        (r"(?:h(?=E))?(?:(?P<e>E)-?[fh]*)?h?(?P<g>G)(?:U(?P<o>[od])?)?", named_decade),
        (r"(?P<d>d)-(?P<m>[Mm])-(?P<y2>[dn])", read.day_month),
        (_WEEKDAY + _DAY + r"[-/]?[fF]?h?(?P<m>[Mm])\.?(?P<l>L)(?P<u>U)", read.month_of),
        (
            _WEEKDAY
            + r"[Lh]?h?"
            + _DAY
            + r"[-/]?[fF]?h?(?P<m>[Mm])\.?(?:[-/]?[,fFi]*j?"
            + _YEAR
            + r"|(?:[fF]*|[,fF]*(?=n(?![xUQJ])))(?P<y2>n)(?!U))?",
            read.day_month,
        ),
        (
            _WEEKDAY + r"(?P<m>[Mm])\.?[-/]?h?(?P<d>[do])(?:[-t&](?P<d2>[do]))?(?:,?[fFi]?" + _YEAR + r")?(?![/:])",
            read.day_month,
        ),
        (_YEAR + r"[-/](?P<m>[Mm])\.?[-/](?P<d>d)", read.day_month),
        (_YEAR + r"[-/](?P<d>d)[-/](?P<m>[Mm])", read.day_month),
        (r"(?P<m>[Mm])[-/]" + _YEAR + r"[-/](?P<d>d)", read.day_month),
        (r"(?P<m>[Mm])\.?[-/]?(?:,*[fF]?j?" + _YEAR + r")", read.month),
        (r"(?P<m>[Mm])(?P<e>E)", read.part_behind),
        (r"(?P<m>[Mm])\.?f?(?P<l>L)(?P<u>U)", read.month_of),
        (r"(?P<l>L)(?:U[fF])?(?P<m>[Mm])", read.month_of),
        (r"(?P<m>[Mm])", read.month),
        (r"h?(?:(?P<o>o)(?P<n>[dn])|(?P<n2>[dn])(?P<o2>o))(?P<u>[UQ])" + _OF_A_YEAR, reckoned.first_units),
        (r"(?P<u>[UQ])(?P<n>[dn])(?P<o>o)" + _OF_A_YEAR, reckoned.first_units),
        (_YEAR + r"[fj]*(?P<o>o)(?P<n>[dn])(?P<u>[UQ])", reckoned.first_units),
        (r"h?(?P<o>[od])(?P<u>[QHU])[fFi]?h?(?:(?P<l>L)[UQ]|j?" + _YEAR + r"|[hf]U)", read.quarter),
        (r"h?(?P<o>[od])-?(?P<u>[Q])", read.quarter),
        (r"h?(?P<o>o)(?P<u>H)", reckoned.half_year),
        (_YEAR + r"[fj]*(?P<o>[od])(?P<u>[QH])", read.quarter),
        (r"(?P<u>[QH])(?P<o>o)(?:[fF]?j?" + _YEAR + r")?", read.quarter),
        (r"h?(?P<o>o)(?P<u>U)[fF]h?(?P<m>[Mm])(?:[,fF]*j?" + _YEAR + r")?", read.week_of_month),
        (
            r"h?(?P<n>[dn])?(?P<u>U)(?P<t>[tx])(?:[do]f?(?=[Mm]))?(?P<m>[Mm])\.?(?:[do](?![U]))?(?:[,fF]*j?"
            + _YEAR
            + ")?",
            reckoned.months_to,
        ),
        (r"(?P<l>L)(?P<j>J)", read.next_day),
        (r"(?P<l>L)(?P<w>w)", weekend),
        (r"(?P<w>w)(?P<l>L)", weekend),
        (r"h(?P<w>w)(?!f)", weekend),
        (r"[bF]?h?(?P<o>[od])U?[-t]h?(?P<d>[od])(?P<u>U)", named_centuries),
        (r"h?(?P<o>[od])[.-]?(?P<u>U)(?P<e>E)?", named_century),
        (r"(?P<u>U)(?P<o>[odn])", named_century),
        (r"h?(?P<d>[od])f(?P<l>L)(?P<u>U)", read.day_of_month),
        (r"h(?P<d>o)(?![MmUQHSGLEfjyw])", day_alone),
        (r"(?P<i>I)(?P<l>L)?(?P<n>[dnq])(?P<u>[UQ])", reckoned.within),
        (r"(?P<i>f)(?P<l>L)?(?P<n>[dnq])(?P<u>[UQ])", reckoned.within),
        (r"(?P<l>L)(?P<n>[dnoy])?(?P<u>[UQ])(?!A)(?:[fi]" + _YEAR + r")?", reckoned.last_unit),
        (r"(?P<n>[dn])(?P<l>L)(?P<u>[UQ])", reckoned.last_unit),
        (r"(?P<u>[UQ2])(?P<l>L)", reckoned.last_unit),
        (r"(?P<u>[UQ])(?P<n>[dno])(?P<l>L)", reckoned.last_unit),
        (r"(?:(?P<n>[dn])|q)(?P<u>[UQ])(?P<a>A)", reckoned.ago),
        (r"(?P<a>A)(?:(?P<n>[dn])|q)(?P<u>[UQ])", reckoned.ago),
        (r"(?P<a>A)(?P<u>2)", reckoned.ago),
        (r"(?P<u>[UQj])(?P<a>A)", ago_bare),
        (r"(?P<a>A)(?P<u>[UQ])", ago_bare),
        (r"(?P<i>I)(?P<u>[UQ])(?![LA])", within_bare),
        (r"h?(?P<s>S)[fFi]?h?j?" + _YEAR + r"[-/t](?P<n>[dny])(?![UmM])", read.winter),
        (r"h?(?P<s>S)[fFi]?(?:h?j?" + _YEAR + r")", read.season),
        (_YEAR + r"[fj]*(?P<s>S)", read.season),
        (r"(?P<l>L)(?P<s>S)", read.season),
        (r"(?P<h>Y),?[fi]?(?:" + _YEAR + r")?", read.holiday),
        (r"(?P<w>W)h?(?P<d>d)(?=[^MmUNnLWQ/:%-]|$)", numbered_weekday),
        (r"(?P<w>W),(?P<d>d)(?=[,.;]|$)", numbered_weekday),
        (r"(?P<l>L)(?P<w>W)", weekday),
        (r"(?P<w>W)(?P<l>L)", weekday),
        (r"(?P<w>W)", weekday),
        (r"(?P<t>D),?W", reckoned.today),
        (r"(?P<t>D)", reckoned.today),
        (r"F?(?P<n>[dny])[-t](?P<n2>[dny])[Uj]?B", before_christ),
        (r"(?P<n>[dnyN])[Uj]?B", before_christ),
        (r"(?:j|(?P<u>U))?" + _YEAR, read.year_alone),
        (_YEAR, read.year_alone),
    ]
]
# Any of them, so that most places need a single look, and of most two classes will do: none of the patterns begins
# otherwise, which a test holds.
_BEGINNING = (
    r"(?=[ADFGHILmMQSwWyY]|E[-dfGhjLmMnoUy]|[do][-./&BdfFhHLmMnoQtUv]|n[-BjLoQtU]|NB|q[QU]|U[;AdEfFhLnoy]|j[;AdEfFhny]"
    r"|h[dEGhLmMnoSw]|hU[tx]|f[dLnq]|2L)"
)
STARTS = re.compile(
    _BEGINNING + "(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", f"({p.pattern})") for p, _ in GRAMMAR) + ")"
)
"""The group that matches is the first pattern of the grammar that does."""


def read_atom(reader: Reader, at: int, first: int = 0) -> Atom | None:
    """The date expression that begins at item `at`, or None; of the patterns none before the `first` matches."""
    for pattern, build in GRAMMAR[first:]:
        m = pattern.match(reader.codes, at)
        if m is not None:
            atom = build(reader, m)
            dated = atom is not None and (atom.year is not None or reader.codes[atom.last - 1] == "y")
            if atom is not None and dated and reader.word(atom.last, "year_behind"):
                return replace(atom, end=reader.items[atom.last].end, last=atom.last + 1)
            if atom is not None and atom.day is not None and reader.codes[atom.last : atom.last + 1] == "W":
                atom = replace(atom, end=reader.items[atom.last].end, last=atom.last + 1)  # 14 Mayıs Pazartesi
            if atom is not None and reader.codes[atom.last - 1] in "WD" and reader.word(atom.last, "day_part"):
                return replace(atom, end=reader.items[atom.last].end, last=atom.last + 1)
            if atom is not None and reader.codes[atom.last - 1] in ".,":
                # the full stop of the sentence, not of an abbreviation
                return replace(atom, end=reader.items[atom.last - 2].end, last=atom.last - 1)
            if atom is not None:
                return atom
    return None
