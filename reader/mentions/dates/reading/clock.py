"""Read times of day told in words: noon, five in the morning, half past six, nine o'clock; and which are only about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.mentions.dates.atoms import Atom
from reader.text import Hinted

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDED = re.compile(
    r"\b(?:(?P<minutes>half|quarter|five|ten|twenty(?:-five)?) (?P<way>past|to) )?"
    rf"(?P<hour>{'|'.join(_HOURS)}|1[0-2]|0?[1-9])"
    r"(?:[.:](?P<minute>[0-5]\d))?(?P<sharp> o['’]clock)?"
    r"(?: in the (?P<part>morning|afternoon|evening)| (?P<night>at night))?\b",
    re.IGNORECASE,
)
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_CUE = Hinted(
    r" o['’]clock\b| in the (?:morning|afternoon|evening)\b| at night\b|\b(?:half|quarter) (?:past|to) "
    rf"|\b(?:five|ten|twenty(?:-five)?) past (?={'|'.join(_HOURS)})",
    "clock", " in the morning", " in the afternoon", " in the evening", " at night", " past ", "half to", "quarter to",
)  # fmt: skip
_CUE_REACH = 24
_NOON = {
    "en": Hinted(
        r"\b(?:at|by|until|till|around|about|before|after|since|from) (?P<noon>noon|midday)\b|\b(?P<night>midnight)\b",
        " noon", " midday", "midnight",
    ),
    "fr": Hinted(r"\b(?:à|vers|avant|après|dès) (?:(?P<noon>midi)|(?P<night>minuit))\b", "midi", "minuit"),
    "de": Hinted(
        r"(?-i:\b(?:um|gegen|vor|nach|seit) (?:(?P<noon>Mittag|zwölf Uhr mittags)|(?P<night>Mitternacht))\b)",
        "mittag", "mitternacht",
    ),
    "es": Hinted(
        r"\b(?:al?|hacia|hasta|del?|desde|tras) (?:(?:el )?(?P<noon>mediodía)|(?:la )?(?P<night>medianoche))\b",
        "medi",
    ),
    "it": Hinted(r"\b(?:all?a?|verso|dopo|entro|d[ia]) (?:(?P<noon>mezzogiorno)|(?P<night>mezzanotte))\b", "mezz"),
    "pt": Hinted(
        r"\b(?:a[ot]?|à|até|d[ao]|pel[oa]) (?:(?P<noon>meio-dia)|(?P<night>meia-noite))\b", "meio-dia", "meia-noite"
    ),
    "nl": Hinted(r"\b(?:(?P<noon>twaalf uur 's middags)|(?P<night>middernacht))\b", "uur 's middags", "middernacht"),
    "ru": Hinted(
        r"\b(?:в|около|до|после|к) (?:(?P<noon>пол(?:день|удн[яю]))|(?P<night>пол(?:ночь|уночи)))\b",
        "полд", "полуд", "полноч", "полуноч",
    ),
    "uk": Hinted(r"\b(?:(?P<noon>опівдні)|(?P<night>опівночі))\b", "опів"),
}  # fmt: skip


def _spoken(hours: str, pattern: str, *hints: str) -> tuple[tuple[str, ...], Hinted]:
    """The words for the hours from one to twelve, and the pattern of a time told with them."""
    return tuple(hours.split()), Hinted(pattern.replace("HOUR", f"(?P<hour>{hours.replace(' ', '|')})"), *hints)


# "um halb neun" is half past eight; elsewhere a part of the day or the half tells that an hour is meant: a las cinco
# de la mañana, à cinq heures, alle cinque di sera, в пять утра
_SPOKEN = {
    "de": _spoken("eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        r"\b(?:um|gegen|vor|nach|ab|seit|bis) (?P<time>(?P<to>halb )?HOUR(?(to)| Uhr"
        r"(?: (?P<late>abends|nachmittags)| morgens| früh)?))\b", "halb ", " uhr"),
    "nl": _spoken("een twee drie vier vijf zes zeven acht negen tien elf twaalf",
        r"\b(?:om|rond|tegen|voor|na|vanaf|tot) (?P<time>(?P<to>half )?HOUR(?(to)| uur"
        r"(?: ['’]s (?:(?P<late>avonds|middags)|ochtends|morgens|nachts))?))\b", "half ", " uur"),
    "es": _spoken("una dos tres cuatro cinco seis siete ocho nueve diez once doce",
        r"\blas? (?P<time>HOUR(?: (?P<half>y media))?"
        r"(?: de la (?:(?P<late>tarde|noche)|mañana|madrugada)| en punto))\b",
        "la mañana", "la tarde", "la noche", "madrugada", "en punto"),
    "pt": _spoken("uma duas três quatro cinco seis sete oito nove dez onze doze",
        r"\b[àa]s? (?P<time>HOUR(?: (?P<half>e meia))?(?: da (?:(?P<late>tarde|noite)|manhã|madrugada)| em ponto))\b",
        "da manhã", "da tarde", "da noite", "madrugada", "em ponto"),
    "it": _spoken("una due tre quattro cinque sei sette otto nove dieci undici dodici",
        r"\ball[e'’] ?(?P<time>HOUR(?: (?P<half>e mezz[ao]))?"
        r"(?: (?:(?P<late>di sera|del pomeriggio)|di mattina|del mattino|di notte)| in punto))\b",
        "di sera", "pomeriggio", "di mattina", "mattino", "di notte", "in punto"),
    "fr": _spoken("une deux trois quatre cinq six sept huit neuf dix onze douze",
        r"\b(?:à|vers|dès|avant) (?P<time>HOUR heures?(?: (?P<half>et demie))?"
        r"(?: du matin| (?P<late>du soir|de l['’]après-midi))?)\b", " heure"),
    "uk": _spoken("першій другій третій четвертій п'ятій шостій сьомій восьмій дев'ятій десятій одинадцятій"
        " дванадцятій першої другої третьої четвертої п'ятої шостої сьомої восьмої дев'ятої десятої одинадцятої"
        " дванадцятої",
        r"\b(?:о|об|близько|після|до) (?P<time>HOUR(?: годині)? (?:ранку|ночі|(?P<late>вечора|дня)))\b",
        " ранку", " ночі", " вечора", " дня"),
    "ru": _spoken("час два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
        " часу двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати",
        r"\b(?:в|около|к|до|после|с) (?P<time>HOUR(?: час(?:ов|а))? (?:утра|ночи|(?P<late>вечера|дня)))\b",
        " утра", " ночи", " вечера", " дня"),
    "ar": _spoken("الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
        r"\b(?P<time>الساعة HOUR\b(?! عشرة| إلا| والربع| والثلث)(?: (?P<half>والنصف))?"
        r"(?: (?:(?P<late>مساء\w*|بعد الظهر)|صباح\w*|فجر\w*|ظهر\w*))?)", "الساعة"),
}  # fmt: skip
# Hours alone are times behind such a word, and with what may follow them there: a las 8, à 8 heures, saat 8'de.
_H, _STOP = r"(?P<hour>[01]?\d|2[0-3])(?![:.]?\d)", r"(?=[.,;:)\n!?]|$"
TOLD_HOURS: dict[str, tuple[tuple[str, ...], re.Pattern[str]]] = {
    language: (before, re.compile(_H + after, re.IGNORECASE))
    for language, before, after in [
        ("es", (" a las ", "desde las ", "hasta las ", "hacia las "),
         rf"(?: ?h(?:oras)?\b)?(?: de la (?:(?P<late>tarde|noche)|mañana|madrugada)\b)?{_STOP}| del? | y )"),
        ("it", (" alle ", "dalle ", " ore "),
         rf"(?: (?P<late>di sera|del pomeriggio)| di mattina| del mattino)?{_STOP}| di | del )"),
        ("pt", (" às ", " das ", "desde as ", "até as "),
         r" ?h(?:oras)?\b(?: da (?:(?P<late>tarde|noite)|manhã|madrugada)\b)?"),
        ("fr", (" à ", " vers ", " dès "),
         r" ?h(?:eures?)?\b(?: (?P<late>du soir|de l['’]après-midi)| du matin)?(?! (?:de |d['’]|en ))"),
        ("nl", (" om ", " rond ", " vanaf ", " tegen "),
         r" uur\b(?: ['’]s (?:(?P<late>avonds|middags)|ochtends|morgens|nachts))?"),
        ("ru", (" в ", " около ", " к ", " до "), r"(?: час(?:ов|а)?)? (?:утра|ночи|(?P<late>вечера|дня))\b"),
        ("uk", (" о ", " об ", " близько ", " до "), r"(?: годині)? (?:ранку|ночі|(?P<late>вечора|дня))\b"),
        ("tr", ("saat ",), rf"{_STOP}|['’]| sularında| civarında)"),
        ("ar", ("الساعة ",), r"(?: (?:صباح\w*|(?P<late>مساء\w*)))?"),
    ]
}  # fmt: skip
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|(?:shortly|just|soon) (?:before|after)|gegen|etwa um"
    r"|kurz (?:vor|nach)|vers|peu (?:avant|après)|hacia(?: las| la)?|sobre las|alrededor de las"
    r"|poco (?:antes|después) de las|verso le|intorno alle|около|примерно в) (?:at )?$",
    re.I,
)
_ABOUT_REACH = 32
_NOON_HOUR, _SMALL_HOURS, _DAY = 12, 5, 24


def about(text: str, start: int) -> bool:
    """Whether the words before the time at `start` say that it is only about ("shortly after")."""
    return _ABOUT.search(text, max(0, start - _ABOUT_REACH), start) is not None


def worded_times(text: str, language: str) -> Iterator[Atom]:
    """Times of day in words; those without a part of the day are read as of the morning."""
    done = 0
    for cue in _CUE.finditer(text) if language in ("", "en") else ():
        for m in _WORDED.finditer(text, max(done, cue.start() - _CUE_REACH), cue.end() + _CUE_REACH):
            if (m["minutes"] or m["sharp"] or m["part"] or m["night"]) and m.end() >= cue.end():
                done = m.end()
                yield _atom(text, m.start(), m.end(), *_told(m))
                break
    if language in _SPOKEN:
        hours, spoken = _SPOKEN[language]
        for m in spoken.finditer(text):
            yield _atom(
                text,
                m.start("time"),
                m.end(),
                *_said_hour(m.groupdict(), hours.index(m["hour"].lower()) % _NOON_HOUR + 1),
            )
    pattern = _NOON.get(language or "en")
    for m in pattern.finditer(text) if pattern else ():
        group = "noon" if m["noon"] else "night"
        yield _atom(text, m.start(group), m.end(group), _NOON_HOUR if m["noon"] else 0, 0)


def _told(m: re.Match[str]) -> tuple[int, int]:
    """Hour and minute of a time in words."""
    said, part = m["hour"].lower(), (m["part"] or "").lower()
    hour = _HOURS.index(said) + 1 if said in _HOURS else int(said)
    late = part in ("afternoon", "evening") or (bool(m["night"]) and hour > _SMALL_HOURS)
    noon = hour == _NOON_HOUR and part != "morning" and not m["night"]
    minute = int(m["minute"] or 0) + _MINUTES.get((m["minutes"] or "").lower(), 0) * (
        -1 if (m["way"] or "").lower() == "to" else 1
    )
    at = 60 * (hour % _NOON_HOUR + (_NOON_HOUR if late or noon else 0)) + minute
    return at // 60 % _DAY, at % 60


def _said_hour(groups: dict[str, str | None], hour: int) -> tuple[int, int]:
    if groups.get("to"):
        return hour - 1 or _NOON_HOUR, 30
    late = groups.get("late") and hour < _NOON_HOUR
    return hour + (_NOON_HOUR if late else 0), 30 if groups.get("half") else 0


def _atom(text: str, start: int, end: int, hour: int, minute: int) -> Atom:
    return Atom(start, end, iso=f"T{hour:02}:{minute:02}", time=True, approximate=about(text, start))
