"""Reckon relative dates from the day of publication; without one every answer is None."""

from __future__ import annotations

from datetime import date, timedelta

from reader.mentions.dates.calendar import SEASONS, Period, around, shifted

_STEP = {"last": -1, "next": 1, "this": 0}


class LookBack:
    """What "last", "next" or "this" (`word`; "" for none) means on the day `published`."""

    def __init__(self, published: date | None, word: str) -> None:
        self.published = published
        self.step = _STEP.get(word, 0)
        self.word = word

    def iso(self, unit: str, count: float = 1) -> str:
        """The unresolved form: an ISO 8601 duration with a sign, "P0Y" for "this year"."""
        letter = {
            "day": "D",
            "week": "W",
            "month": "M",
            "year": "Y",
            "quarter": "M",
            "decade": "Y",
            "fortnight": "W",
        }.get(unit, "D")
        size = count * {"quarter": 3, "decade": 10, "fortnight": 2}.get(unit, 1)
        return f"{'-' if self.step < 0 else ''}P{abs(self.step) * size:g}{letter}"

    def day(self, days: int) -> Period | None:
        """The day so many days later."""
        found = shifted(self.published, days, "day") if self.published else None
        return Period(found, found, "day") if found else None

    def year(self) -> int | None:
        return self.published.year + self.step if self.published else None

    def month_year(self, month: int) -> int | None:
        """The year of "last November" or "next May": the nearest one that is over, or still to come."""
        if self.published is None:
            return None
        here = self.published.month
        if self.step < 0:
            return self.published.year - (month >= here)
        if self.step > 0:
            return self.published.year + (month <= here)
        return self.published.year

    def season_year(self, season: str) -> int | None:
        return self.month_year(SEASONS[season])

    def period(self, unit: str) -> Period | None:
        """ "last week", "this year": the whole calendar unit."""
        if self.published is None:
            return None
        there = shifted(self.published, self.step, "month" if unit == "half" else unit)
        return around(there, unit) if there else None

    def weekday(self, number: int) -> Period | None:
        """The day itself or the last such day; with "next" the next one, with "last" never the day itself."""
        if self.published is None:
            return None
        back = (self.published.weekday() - number) % 7
        if self.step > 0:
            back = back - 7
        elif self.word == "this":
            back = self.published.weekday() - number
        elif self.step < 0 and back == 0:
            back = 7
        day = shifted(self.published, -back, "day")
        return Period(day, day, "day") if day else None

    def stretch(self, count: float, unit: str) -> Period | None:
        """ "the last three years": the days up to the day of publication, or on from it."""
        if self.published is None:
            return None
        there = shifted(self.published, (self.step or -1) * count, unit)
        if there is None:
            return None
        low, high = sorted((there, self.published))
        return Period(low, high, "interval")

    def ago(self, count: float, unit: str) -> Period | None:
        """ "two years ago" names a month, "three weeks ago" a week, "four days ago" a day."""
        there = shifted(self.published, count, unit) if self.published else None
        if there is None:
            return None
        coarse = "day" if unit in ("day", "night", "week", "fortnight") else "month"
        return around(there, "year" if unit in ("decade", "century") else coarse)


def next_weekday(period: Period) -> Period:
    """The same weekday a week later, for a sentence that looks ahead."""
    week = timedelta(days=7)
    return Period(period.low + week, period.high + week, "day")
