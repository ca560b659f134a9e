"""Small words inside names: particles of people, "of" inside bodies, articles of transliterated names."""

from __future__ import annotations

from reader.mentions.entities.extent.joints import place_sort
from reader.mentions.entities.extent.listed import INNER_GAPS, listed_length, team_length
from reader.mentions.entities.lists.gazetteer import cues, given_names, name_key, places
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word

DASHES = frozenset("-‐‑")


def article_step(words: list[Word], end: int) -> int:
    """An article of a transliterated name with the word it belongs to: Deir-er-Zor, Deir ez-Zor."""
    if end + 1 == len(words) or words[end].low not in cues("article"):
        return 0
    after = words[end + 1]
    return 2 if after.cap and (after.gap in DASHES or (after.gap == " " and words[end].gap in DASHES)) else 0


def is_ship(words: list[Word], at: int) -> bool:
    """Whether what stands before the name of a ship is there: MV Princess of the Isles; the MS Alna, but MS Dhoni."""
    if not words[at].text.isupper() or words[at].low not in cues("ship"):
        return False
    return words[at].low != "ms" or (at > 0 and words[at - 1].low in cues("before ms"))


def link_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """Small words inside names: particles of people, "of" inside organisations."""
    word, last = words[end], words[end - 1]
    article = article_step(words, end)
    if word.text == "v" and words[end + 1 : end + 2] and words[end + 1].gap == ". " and words[end + 1].cap:
        return 2  # Roe v. Wade
    ship = is_ship(words, at)
    titled = last.low in setting.titles and not ship
    if article or titled or end + 1 == len(words) or team_length(words, at) == end - at:
        return article
    link, size = word.low in cues("link"), 2
    after = words[end + 1]
    if (link or word.low in cues("particle")) and after.low in cues("link tail") and not after.cap:
        if end + 2 == len(words):
            return 0
        after, size = words[end + 2], 3
    if not (after.cap and after.gap in INNER_GAPS) or (after.weak and not setting.known(after)):
        return 0
    if setting.calendar(after) or (setting.language == "de" and not after.weak and not setting.strong(after)):
        return 0
    linked = any(w.low in cues("link") and not w.cap for w in words[at:end])
    institution = any(w.low in setting.organisations or w.low in setting.place_words for w in words[at:end])
    alone = end - at == 1
    institution = institution or ship or (alone and last.low in cues("thing head"))  # the Treaty of Tilsit
    institution = institution or (alone and word.low != "of" and last.low in cues("foreign head"))  # Rue de Lyon
    if word.low in cues("and"):
        body = any(w.low in setting.organisations for w in words[at:end])
        another = after.low in setting.organisations and words[end + 2 : end + 3] and words[end + 2].low in cues("link")
        if another or after.low in cues("institution"):
            return 0  # Bank of Tarn | and Bank of Lot
        return size if size == 2 and body and linked and name_key(last.text) not in places() else 0
    if last.low in cues("legal abbreviation") and (place_sort(after) == "city" or listed_length(words, end + 1) > 1):
        return 0  # Acme Corp. | of Dallas
    if _is_foreign(last, word, after, setting):
        return size
    if link and institution:  # the Commission for Elections, but not on to "of Turkmenistan"
        place = places().get(name_key(after.text))
        state = place is not None and place.sort == "country" and not alone and last.low in cues("body of a state")
        return 0 if state or (linked and place is not None) else size
    return size if _is_particle(words, at, end, setting) else 0


def _is_foreign(last: Word, word: Word, after: Word, setting: Setting) -> bool:
    """Whether a small word that English has not joins two names: Corriere della Sera, the Cirque du Soleil.

    In Spanish and Portuguese a title with a capital behind it is one: Villar del Rey.
    """
    if setting.language in ("es", "pt"):
        return word.low in ("del", "do") and after.low in setting.titles and not after.weak
    if setting.language != "en" or word.low not in cues("foreign link") or name_key(last.text) in places():
        return False
    return setting.strong(after) and not (last.weak and setting.common(last.low))


def _is_minister(words: list[Word], at: int) -> bool:
    return at > 0 and words[at - 1].low.endswith(("minister", "staatssecretaris"))


def _is_particle(words: list[Word], at: int, end: int, setting: Setting) -> bool:
    """Whether the small word at `end` joins the parts of a personal name: Ludwig van Rijn, Osman bin Talal."""
    word, last = words[end], words[end - 1]
    if word.low == "van" and any(w.low == "van" for w in words[at:end]):
        return False  # Ard van Staal | van Justitie
    if setting.language == "nl" and end - at > 1 and setting.common(words[end + 1].low) and _is_minister(words, at):
        return False  # (minister) Karla Peters | van Verkeer
    if setting.language == "nl" and end - at > 1 and words[end + 1].low in cues("article nl"):
        return False  # Piet Hofstra | van De Nederlandsche Bank
    behind = words[end + 1]
    if end - at > 1 and (behind.low in setting.organisations or (behind.text.isupper() and len(behind.text) > 1)):
        return False  # Mariana Sousa | do PSD
    if word.low not in cues("particle") or (end - at == 1 and name_key(last.text) in places()):
        return False
    if setting.language == "nl" and end - at == 1 and word.gap == " " and not setting.common(last.low):
        key = name_key(behind.text)
        return behind.cap and key not in places() and last.low not in setting.organisations  # Piet van Dam
    surname = words[at].low in cues("name particle")  # Di Marco | della Guardia Costiera
    titled = any(w.low in setting.titles for w in words[max(at - 1, 0) : end - 1])
    if titled or (last.low in given_names() and not surname and (word.low != "of" or end - at == 1)):
        return True
    foreign = setting.language == "en" and word.low not in ("of", "for")  # José Garzón de la Fuente
    return (foreign and words[at].low in given_names()) or word.low not in cues("link")
