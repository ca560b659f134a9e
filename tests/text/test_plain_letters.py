"""Letters without accents: as many as before, each in its place, and no letter of a script that needs its marks."""

from __future__ import annotations

from reader.text import without_accents


def test_accents_are_left_out_letter_for_letter() -> None:
    assert without_accents("Çiçek à Łódź, Brüssel, Ёлка, Έλληνας") == "Cicek a Lodz, Brussel, Елка, Ελληνας"
    for text in ("", "plain", "한국 が ำ é e\u0301 😀 \x00"):
        assert len(without_accents(text)) == len(text)


def test_marks_that_make_another_letter_stay() -> None:
    assert without_accents("한국 がぎ नि") == "한국 がぎ नि"
