"""Tell where coordinates of places on the map stand: they count nothing and name nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.text import Article, ArticleCache

_GAP = r"[ \u00a0\u2009\u202f]?"
_WHERE = (
    r"(?:[NSEWO]|north|south|east|west|nord|sud|süd|est|ovest|ouest|ost|norte|sur|sul|este|oeste|leste|noord|zuid|oost"
    r"|[сю]\. ?ш\.|[вз]\. ?д\.)(?!\w)"
)
_WHOLE, _DECIMALS = r"\d{1,3}", r"[.,]\d{1,12}"
_SECONDS = rf"(?:{_GAP}\d{{1,2}}(?:{_DECIMALS})?{_GAP}(?:[\"″”“]|''|′′|’’))?"
_MINUTES = rf"{_GAP}\d{{1,2}}(?:{_DECIMALS})?{_GAP}(?:['′’](?!\w){_SECONDS}|['′’](?=\d){_SECONDS}|['′’](?={_WHERE}))"
_FINE = r"\d{1,3}\.\d{4,12}"  # as nobody writes amounts: to some ten metres
_NOT_BOTH_SMALL = rf"(?=[-−–]?\d{{2}}|[-−–\d.]{{6,16}}°?[,;/]{_GAP}[-−–]?\d{{2}})"  # as rates are
_SIGNED = rf"[-−–]?{_WHOLE}"
_FORMS = (
    rf"(?:[NSEW]{_GAP})?{_WHOLE}{_GAP}[°º]{_MINUTES}(?:{_GAP}{_WHERE})?",
    rf"[NSEW]{_GAP}(?:{_FINE}(?!\w)|{_WHOLE}(?:{_DECIMALS})?{_GAP}°(?!{_GAP}[CF](?!\w)))",
    rf"{_SIGNED}(?:{_DECIMALS})?{_GAP}(?:[°º]|degrees){_GAP}{_WHERE}(?! of\b)",
    rf"{_SIGNED}{_DECIMALS}{_GAP}[NS](?!\w)[,;/]?{_GAP}{_WHOLE}{_DECIMALS}{_GAP}[EWO](?!\w)",
    rf"{_FINE}{_GAP}[NSEW](?!\w)",
    rf"(?<!\d[,;] ){_NOT_BOTH_SMALL}[-−–]?{_FINE}°?{_GAP}[,;/]{_GAP}[-−–]?{_FINE}(?:°|(?![\w%]|[,;]? ?\d))",
    rf"(?:lati|longi)tude{_GAP}[:=]?{_GAP}{_SIGNED}{_DECIMALS}(?!\w)",
    rf"(?:lat|lon|lng|long)[.:=]?{_GAP}[-−–]?{_FINE}(?!\w)",
)
_COORDINATE = re.compile(rf"(?<![\w.,°])(?=[-−–\dNSEWL])(?:{'|'.join(_FORMS)})", re.IGNORECASE)
_HINT = re.compile(rf"\d(?:\.\d{{4}}|{_DECIMALS}{_GAP}[NSEWnsew](?!\w)| degrees)")
_BLANK = "⌖"
"""Stands for each code point of a coordinate: no word, no digit, and no sign that is read as anything."""


def without_coordinates(article: Article) -> Article:
    """The article with signs that mean nothing in the place of coordinates; what stands around them keeps its place."""
    return _lately(article)


def _without(article: Article) -> Article:
    text = article.text
    if not ("°" in text or "º" in text or "itude" in text or _HINT.search(text)):
        return article
    plain = _COORDINATE.sub(lambda found: _BLANK * len(found.group()), text)
    return article if plain == text else replace(article, text=plain)


# asked for the words, the names and the numbers of an article, one after the other
_lately = ArticleCache(_without)
