"""How much a decoded text looks like text somebody wrote: letters that are usual in the encoding's languages."""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ"
_GREEK = "αοιεςτνηυρσκπμλωάίόήέθώύγδβχφξζψ"
_ARABIC = "اليمونرتبةعدسفهكقحجأشطصخإذىضءئثزآظغؤپچژگکیی"
_HEBREW = "יוהלאמרתבשנםדקכעחפטגצסזןךףץ"
_THAI = "านรอกเงมยลวดทสตะปบคหแจพชขใไโผธศ"
_WESTERN = "éèàçêâîôûùëïüöäßñáíóúãõåæøœìòÉÀÇÖÄÜÅØÆÑÁÓÍÚ’“”–—…«»€£§°·¿¡©®‘„•½ªº"
_CENTRAL = "ąćęłńóśźżáčďéěíňřšťúůýžőűăâîșțöüäßđŁŚŻŠŽČŘ„”’–—…«»"
_TURKISH = "ıişğüçöâîİŞĞÜÇÖ’“”–—…"
_BALTIC = "ąčęėįšųūžāēģīķļņõäöü„“”–—"
_VIETNAMESE = "ăâđêôơưáàảãạéèíìóòúùýỳ"
_HANZI = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方"
    "多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情"
    "這個們來為國說時會對發後裡過經麼學現當沒動還進樣從實軍無與長機開點聲應關東車見書"
)
_KOREAN = "이다는에을의가고하를지은로한사있기도어대서리니인자들그해나일시정수으만여게라아보적부전것"

_USUAL: dict[str, str] = {
    "cp1252": _WESTERN,
    "mac_roman": _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
    "cp1254": _TURKISH,
    "cp1257": _BALTIC,
    "cp1258": _VIETNAMESE,
    "cp1251": _CYRILLIC,
    "koi8-r": _CYRILLIC,
    "koi8-u": _CYRILLIC,
    "cp866": _CYRILLIC,
    "iso8859-5": _CYRILLIC,
    "cp1253": _GREEK,
    "cp1255": _HEBREW,
    "cp1256": _ARABIC,
    "cp874": _THAI,
    "gb18030": _HANZI,
    "big5": _HANZI,
    "cp949": _KOREAN,
    "shift_jis": _HANZI,
    "euc_jp": _HANZI,
    "utf-16-le": _HANZI + _KOREAN + _CYRILLIC + _ARABIC,
    "utf-16-be": _HANZI + _KOREAN + _CYRILLIC + _ARABIC,
}
_TELLING = re.compile(r"[^\t\n\r\x0c -\x7f]")
_MARKS = frozenset("’‘“”–—…«»„•·\xa0。、，：；！？「」『』（）《》“”・ー")
_OPEN, _CLOSED = frozenset("([{\"'“‘„«–—-/"), frozenset(")]}\"'”’»“‘–—-/,.;:!?…")
# Encodings that few files of today are in: what reads equally well in another is in that.
_SELDOM = {"mac_roman": 0.4, "cp866": 0.3, "iso8859-5": 0.3, "cp1258": 0.3, "cp874": 0.1, "iso8859-2": 0.1}
# First bytes of the usual characters: level 1 of GB 2312, Big5 and JIS X 0208, and the syllables of KS X 1001.
_LEVEL_1 = {
    "gb18030": (0xB0, 0xD7),
    "big5": (0xA4, 0xC6),
    "shift_jis": (0x88, 0x97),
    "euc_jp": (0xB0, 0xCF),
    "cp949": (0xB0, 0xC8),
}
_WIDE = {"utf-16-le": "gb18030", "utf-16-be": "gb18030"}


def plausibility(text: str, encoding: str) -> float:
    """From about 2 (usual letters only) to below -1 (noise), over the characters beyond ASCII; 0 without any."""
    usual, level_1 = _RANKS[encoding], _WIDE.get(encoding, encoding)
    total, count = 0.0, 0
    for found in _TELLING.finditer(text):
        letter, at = found.group(), found.start()
        before, after = text[at - 1] if at else " ", text[at + 1 : at + 2] or " "
        count += 1
        if letter < " ":
            total -= 4.0
        elif letter in _MARKS:
            total += 1.5 if _in_place(letter, before, after) else 0.2
        else:
            total += _weight(letter, usual, level_1) + _beside(letter, before, after)
    return total / count - _SELDOM.get(encoding, 0.0) if count else 0.0


def _in_place(mark: str, before: str, after: str) -> bool:
    """Whether a quotation mark opens or closes something here, an apostrophe stands in a word, a dash parts two."""
    if mark in "–—":
        return before.isspace() == after.isspace()
    if mark in "·•":
        return before.isspace() and after.isspace()
    if mark not in "’‘“”„…":
        return True
    opens = (before.isspace() or before in _OPEN) and not after.isspace()
    closes = (after.isspace() or after in _CLOSED) and not before.isspace()
    return opens or closes or (mark == "’" and before.isalpha() and after.isalpha())


def _weight(letter: str, usual: dict[str, float], level_1: str) -> float:
    """How usual one character is by itself."""
    if letter in usual or letter.lower() in usual:
        return usual.get(letter) or usual[letter.lower()]
    category = unicodedata.category(letter)
    if category in ("Cc", "Co", "Cn", "Cs"):
        return -4.0
    if category[0] not in "LM":
        return -1.5 if category in ("So", "Sk", "Sm", "Sc") else -0.4
    if "\u3040" <= letter <= "\u30ff":
        return 1.6 if level_1 in ("shift_jis", "euc_jp") else 0.2
    if letter >= "\u3400" and level_1 in _LEVEL_1:
        low, high = _LEVEL_1[level_1]
        first = letter.encode(level_1, "replace")[0]
        return 1.0 if low <= first <= high else -0.8
    return -0.3 if letter < "\uff00" else -1.0


def _beside(letter: str, before: str, after: str) -> float:
    """What its neighbours make of a letter: scripts do not mix in a word, nor capitals and figures with small letters.

    Nor does a word begin right behind a comma.
    """
    if not letter.isalpha() or letter in "ªº":
        return 0.0
    total = 0.0
    if letter >= "\u0370":
        total -= 2.0 if after.isalpha() and after < "\x80" else 0.0  # one word in two scripts
        total -= 2.0 if before.isalpha() and (before < "\x80" or (letter.isupper() and before.islower())) else 0.0
    elif before.isalpha():
        # two accented letters side by side are rare in Latin script
        total -= 1.2 if before >= "\x80" else 1.5 if letter.isupper() and before.islower() else 0.0
    if letter < "\u2e80":
        total -= 1.5 if letter.islower() and after.isupper() else 0.0
        total -= 1.0 if before in ",;!?" or before.isdigit() or after.isdigit() else 0.0
    return total


def _ranks(letters: str) -> dict[str, float]:
    """The most usual letter weighs 2, the rarest in the list 0.8."""
    ordered = list(dict.fromkeys(letters))
    return {letter: 2.0 - 1.2 * place / len(ordered) for place, letter in enumerate(ordered)}


_RANKS = {encoding: _ranks(letters) for encoding, letters in _USUAL.items()}
