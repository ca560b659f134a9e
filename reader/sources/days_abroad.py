"""The day on which an article was written, as lines at its head give it in other languages than English."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import lru_cache

from reader.shipped import resource

_DAY = (
    r"(?P<day>\d{1,2})(?:\.|er|º)? (?:de |di )?(?P<month>[^\W\d_]{3,12})(?: del?)? (?P<year>\d{4})"
    r"(?: (?:года|году|г\.|року|р\.))?"
)
_ON = r"(?:(?:le|am|den|el|il|em|op) )?"
_PUT_OUT = (
    r"(?:publié|mis à jour|paru|veröffentlicht|aktualisiert|stand|publicado|actualizado|atualizado|pubblicato"
    r"|aggiornato|gepubliceerd|bijgewerkt|опубликовано|обновлено|опубліковано|оновлено):? "
)
_PLACE = r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2}[,،] "
_TIME = r"(?:[,،]?(?: -|(?: à| um| a las| às| alle ore| alle| om| в| о))? ?\d{1,2}[:.hH]\d\d(?: Uhr| uur)?)?"
_LINE = re.compile(
    rf"(?i)(?:{_PUT_OUT}{_ON}|{_PLACE}{_ON}|[^\n.]{{0,100}}?[,،·|:–—-] ?|[^\W\d_]{{3,12}} |{_ON})?{_DAY}{_TIME}"
)
"""A line that is a day, or ends in one behind a place, a comma or the like: "Paris, le 3 mars 2024"."""
_DATELINE = re.compile(rf"(?i)[^\W\d_][^\n,،()\d]{{1,60}}[,،] {_ON}{_DAY} ?(?:\([^()\n]{{2,40}}\))? ?[-–—] ?\S")
"""The beginning of a report: "Paris, 3 mars 2024 (AFP) - Le ferry …"."""
_LONGEST = 140


def day_written(line: str, *, at_head: bool) -> tuple[str, str]:
    """The day a line gives, as an ISO date, and how it does; "" twice for a line that gives none.

    `at_head`: the line may say no more than when, and perhaps where or by whom.
    """
    if day := _iso(_DATELINE.match(line)):
        return day, "the dateline"
    day = _iso(_LINE.fullmatch(line)) if at_head and len(line) < _LONGEST else ""
    return day, "the first lines" if day else ""


def _iso(found: re.Match[str] | None) -> str:
    month = _months().get(found["month"].lower()) if found else None
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat() if found and month else ""
    except ValueError:
        return ""


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The months by their names in all languages that are read; no name is of two months."""
    months: dict[str, int] = {}
    for path in sorted(resource("data", "languages").glob("cldr-*.json")):
        months |= json.loads(path.read_text(encoding="utf-8"))["months"]
    return months
