"""Divide a paragraph into sentences, in any script, in time that grows with its length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.stopping import checkpoint
from reader.text.span import Span

LONGEST_PIECE = 20_000
"""Code points handed to the sentence model at once; a longer text is cut at white space first."""

_CLOSERS = "\"”’'»›)\\]」』）】》"
# Marks that end a sentence wherever they stand (Chinese, Japanese), and those that need a blank behind them:
# Arabic ؟, Urdu ۔, Devanagari । ॥, Armenian ։, Ethiopic ።, Burmese ။, Khmer ។ (Unicode property Sentence_Terminal).
# In Greek the semicolon asks a question.
_GREEK_END = r"(?<=[\u0370-\u03ff\u1f00-\u1fff])[;\u037e]"
_OWN_END = re.compile(
    rf"[。！？｡]++[{_CLOSERS}]*+|(?:(?<![؟۔।॥։።။។])[؟۔।॥։።။។]++|{_GREEK_END})[{_CLOSERS}]*+(?=\s|$)(?!\s++[α-ώ])"
)
_OWN_MARK = re.compile("[。！？｡؟۔।॥։።။។;\u037e]")
_LATIN_END = re.compile(r"[.!?…]")
# Long runs of marks make the model slow; they never hold a boundary that matters.
_MARK, _FEWEST_MARKS = re.compile(r"[.!?…\"'”’)\]]"), 12
_MARK_RUN = re.compile(r"[.!?…\"'”’)\]]{12}|(?:[.!?…]\s++){12}")
_PLAIN_END = re.compile(rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*+\s++")
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]$")
_ENDS_IN_STOP = re.compile(r"([\w.'’-]+)\.$")
# "the end.The next" in scraped text: a word, the mark, and a capital that begins a word, not an address or "U.S.A".
_GLUED = re.compile(r"[.!?](?<=[^\W\d_][^\W\d_].)[”’\"]?(?=[“‘\"]?[A-ZÀ-ÞА-Я][^\W\d_]{1,30}[ ,])")

# Abbreviations before which the model, made for English, breaks; from CLDR's segmentation suppressions and style books.
_SHORT = (
    "z.b z b d.h u.a u a bzw ca evtl ggf inkl mio mrd nr st str usw vgl abs art dipl prof dr hr fr geb gest jh jhd "
    "m mm mme mlle mgr p pp éd env av apr j.-c sr sra srta dra ee uu ee.uu pág págs núm vol ej p.ej avda gral cnel lic "
    "sig sigg dott dott.ssa on prof.ssa ing avv arch gen col cap lt sgt adm maj rev hon capt cmdr brig sen rep gov "
    "exmo dhr mevr bijv nl o.a m.b.t drs ir mr mrs ms messrs vs etc al no nos approx dept est inc ltd co corp "
    "г гг в вв т.е т е т.д т.п т.к ул им руб коп млн млрд тыс стр др проф ген акад св напр см тов рис д к н р ст "
    "м ін грн вул крб av doç yrd örn bkz mah cad sok yy vb vd hz"
)
_ABBREVIATIONS = frozenset(_SHORT.split())
# Abbreviations that are also words or often end a sentence: only a small letter or a figure shows there is more.
_FINAL = "no co etc al inc ltd corp usw vb vd on art a b e m p ir col cap д к в м"
_OFTEN_FINAL = frozenset(_FINAL.split())
_CAPITAL_MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember jänner jahrhundert "
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"
)
_MONTHS = frozenset(_CAPITAL_MONTHS.split())


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of one paragraph, in order, without the white space around them.

    They cover all that is not blank. Line breaks are white space. Abbreviations, initials, decimals and quotations
    do not end a sentence; the ends known to other scripts do.
    """
    spans: list[Span] = []
    for start, end in _pieces(text):
        checkpoint()
        for span in _sentences_of(text, start, end):
            if spans and _belongs_to_previous(text, spans[-1], span):
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
    return spans


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between sentence ends of other scripts, none much longer than the model is fed at once."""
    start = 0
    own = [found.end() for found in _OWN_END.finditer(text)] if _OWN_MARK.search(text) else []
    for end in [*own, len(text)]:
        while end - start > LONGEST_PIECE:
            cut = _cut(text, start, start + LONGEST_PIECE)
            yield start, cut
            start = cut
        if end > start:
            yield start, end
        start = end


def _cut(text: str, start: int, end: int) -> int:
    """Where to part a long text before `end`: after the last sentence-like end, else blank, else right there."""
    tail = max(start, end - 4000)
    last = 0
    for found in _PLAIN_END.finditer(text, tail, end):
        last = found.end()
    return last or text.rfind(" ", tail, end) + 1 or end


def _sentences_of(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if not _LATIN_END.search(piece):
        ends = [len(piece)]
    elif len(_MARK.findall(piece)) >= _FEWEST_MARKS and _MARK_RUN.search(piece):
        ends = [found.end() for found in _PLAIN_END.finditer(piece)]
    else:
        ends = [stop for _, stop in _model_spans(piece)]
    glued = [found.end() for found in _GLUED.finditer(piece)]
    left = 0
    for right in sorted({*ends, *glued, len(piece)}):
        stripped = piece[left:right].strip()
        if stripped:
            begin = start + left + len(piece[left:right]) - len(piece[left:right].lstrip())
            yield Span(begin, begin + len(stripped))
        left = right


def _belongs_to_previous(text: str, previous: Span, span: Span) -> bool:
    """Whether the break before `span` was none: after an abbreviation, or before a small letter or closing mark."""
    first = text[span.start]
    if previous.end == span.start and first not in _CLOSERS:
        # Cut for length alone, unless a mark stands there.
        return text[previous.end - 1].isalnum()
    before = text[max(previous.start, previous.end - 24) : previous.end]
    if len(span) < 24 and not any(map(str.isalnum, text[span.start : span.end])):
        return True
    stop = _ENDS_IN_STOP.search(before)
    if not stop:
        return False
    word = stop.group(1).casefold()
    if word in _ABBREVIATIONS and not (len(word) == 1 and not word.isalpha()):
        return not _likely_real_end(word, first)
    next_word = text[span.start : min(span.end, span.start + 16)].split(None, 1)[0].casefold().rstrip(".,;")
    if word.isdigit() and (next_word in _MONTHS or first.islower()):
        return True
    return first.islower() or bool(_LIST_NUMBER.match(before.strip()) and len(previous) <= 4)


def _likely_real_end(word: str, first: str) -> bool:
    return word in _OFTEN_FINAL and not (first.islower() or first.isdigit())


def _model_spans(piece: str) -> Sequence[tuple[int, int]]:
    """What the sentence model says; it is imported on first use, since that takes as long as reading a book with it."""
    from nupunkt import sent_spans

    spans: Sequence[tuple[int, int]] = sent_spans(piece)
    return spans
