"""Code points and UTF-16 units, with emoji, combining accents and right-to-left text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.offsets import Offsets


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_basic_plane_is_identity() -> None:
    text = "Cafe\u0301 שלום عربي 漢字"
    offsets = Offsets(text)
    assert offsets.length16 == len(text)
    assert all(offsets.to_utf16(n) == n == offsets.to_codepoints(n) for n in range(len(text) + 1))


def test_emoji_take_two_units() -> None:
    text = "a🙂 number 1,240 🇪🇺"
    offsets = Offsets(text)
    assert text.index("1,240") == 10
    assert offsets.to_utf16(10) == 11
    assert offsets.to_codepoints(11) == 10
    assert offsets.length16 == utf16(text)


def test_inside_a_surrogate_pair_is_its_start() -> None:
    assert Offsets("a🙂b").to_codepoints(2) == 1


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    offsets = Offsets(text)
    assert offsets.to_utf16(position) == utf16(text[:position])
    assert offsets.to_codepoints(offsets.to_utf16(position)) == position
