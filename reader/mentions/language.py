"""Guess the language of a text from its script and its commonest words, cheaply and without data files."""

from __future__ import annotations

import re

from reader.text import Article

# at most this many characters are looked at
_ENOUGH = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the of and to in is that for was with on by it as at from this be are has an will not they which said",
    "es": "el los las del y que en un una por con para se su es como más pero al fue sobre según años entre desde",
    "fr": "le les des du et que en un une pour dans qui sur est au par avec ce se il plus ne pas sont la aux selon",
    "de": "der die das und ist von den mit zu auf für im nicht ein eine dem sich des als auch es nach bei wurde um",
    "it": "il di che e la un una per in del della dei con non sono gli è le si da al nel più come ha alla anche",
    "pt": "o a os as do da dos das e que em um uma para com não por no na se mais ao foi são como pelo pela",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit wordt werd ik",
    "tr": "ve bir bu için ile da de çok olarak olan daha gibi sonra kadar ise göre değil ne en var yıl ilk",
    "pl": "i w na z do się nie że to jest o po jak za od przez dla ale przy są oraz był roku jego",
}
_STOP = {
    word: {code for code, text in _COMMON.items() if word in text.split()}
    for text in _COMMON.values()
    for word in text.split()
}


def language_of(article: Article) -> str:
    """The article's own language code, else a guess from its text; "en" when nothing speaks for another one."""
    return article.language or detect_language(article.text)


def detect_language(text: str) -> str:
    """ISO 639-1 code of the likeliest language of `text`."""
    sample = text[:_ENOUGH].lower()
    cyrillic = sum("а" <= c <= "я" for c in sample)
    arabic = sum("\u0621" <= c <= "\u064a" for c in sample)
    latin = sum("a" <= c <= "z" for c in sample)
    if cyrillic > latin and cyrillic >= arabic:
        return "uk" if any(c in sample for c in "іїєґ") else "ru"
    if arabic > latin:
        return "ar"
    votes = dict.fromkeys(_COMMON, 0.0)
    for word in _WORD.findall(sample):
        for code in _STOP.get(word, ()):
            votes[code] += 1 / len(_STOP[word])
    best = max(votes, key=lambda code: (votes[code], code == "en"))
    return best if votes[best] > votes["en"] else "en"
