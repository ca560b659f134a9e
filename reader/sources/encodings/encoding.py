"""Find the encoding of a text file and decode it, and say when the choice was a near thing."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from reader.errors import LoadError
from reader.sources.encodings.scores import plausibility

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The WHATWG names of the encodings still met on the web, most used first: ties go to the earlier one.
ENCODINGS = (
    "cp1252", "cp1251", "gb18030", "shift_jis", "cp949", "big5", "euc_jp", "koi8-r", "cp1250", "cp1254", "cp1256",
    "cp1255", "cp1253", "cp1257", "koi8-u", "iso8859-2", "cp866", "cp1258", "cp874", "iso8859-5", "mac_roman",
    "utf-16-le", "utf-16-be",
)  # fmt: skip
_LATIN = {"cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "iso8859-2", "mac_roman"}
_SAMPLE = 20_000
_UNWRITTEN = frozenset(range(1, 32)) - frozenset(b"\t\n\r\x0c\x1b")
"""Bytes that stand for no letter, but for zero."""
_NEAR = 0.25


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and the one that would be nearly as good ("" when the choice is clear)."""

    text: str
    encoding: str
    rival: str = ""

    @property
    def warnings(self) -> list[str]:
        """What to tell the reader about the choice."""
        if not self.rival:
            return []
        return [
            f"The file does not say its encoding; it was read as {self.encoding}. "
            f"If letters look wrong, choose another, {self.rival} first."
        ]


def decode(data: bytes, encoding: str = "") -> Decoded:
    """The text of `data`; `encoding` overrules detection. LoadError when it is not text."""
    if encoding:
        return Decoded(_strictly(data, encoding), encoding)
    for mark, name in MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, name), name)
    wide = _wide(data)
    if wide:
        return Decoded(_strictly(data, wide), wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _most_plausible(data)
    return Decoded(text, "utf-8") if _is_written(data) else _most_plausible(data)


def _is_written(data: bytes) -> bool:
    """Whether bytes that could be UTF-8 are text: zeros may end words, but nothing else that is no letter is usual."""
    sample = data[:_SAMPLE]
    others = len(sample.translate(None, bytes(set(range(256)) - _UNWRITTEN)))
    return sample.count(0) <= len(sample) // (50 if others > len(sample) // 50 else 4) + 1


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as cause:
        raise LoadError(f"Its text is not in {encoding}. Choose another encoding.") from cause


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: text of it has its zero bytes, or its script's high byte, in every second place."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or len(data) % 2:
        return ""
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        low_zeros = sample.count(0) - high.count(0)
        if high.count(0) > len(high) // 3 and low_zeros <= len(high) // 20:
            return name
    return ""


def _most_plausible(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    ranked = []
    for place, name in enumerate(ENCODINGS):
        text = _loosely(sample, name, whole=len(data) <= _SAMPLE)
        if text is not None:
            ranked.append((plausibility(text, name), -place, name))
    ranked.sort(reverse=True)
    for score, _, name in _latin_by_use(ranked) + ranked:
        if score < -1.0:
            break
        try:
            return Decoded(data.decode(name), name, _rival(sample, ranked, name, score))
        except UnicodeDecodeError:
            continue
    raise LoadError("No encoding makes text of it. Choose the encoding by hand, or another file.")


def _latin_by_use(ranked: list[tuple[float, int, str]]) -> list[tuple[float, int, str]]:
    """When a Latin encoding is best, those that come near it, most used first: few letters cannot tell them apart."""
    if not ranked or ranked[0][2] not in _LATIN:
        return []
    near = [held for held in ranked if held[2] in _LATIN and ranked[0][0] - held[0] < _NEAR]
    return sorted(near, key=lambda held: -held[1])


def _loosely(sample: bytes, name: str, *, whole: bool) -> str | None:
    """The decoded sample, or None where it is not in that encoding; a sample's last letter may be cut."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        return decoder.decode(sample, final=whole)
    except UnicodeDecodeError:
        return None


def _rival(sample: bytes, ranked: list[tuple[float, int, str]], chosen: str, best: float) -> str:
    """The next best encoding that gives other letters and comes near."""
    shown = sample.decode(chosen, "replace")
    for score, _, name in ranked:
        if name != chosen and abs(best - score) < _NEAR and sample.decode(name, "replace") != shown:
            return name
    return ""
