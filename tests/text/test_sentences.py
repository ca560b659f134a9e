"""Sentence boundaries in several languages and scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import sentences

CASES = [
    ["Mr. Aune met Gen. Holt in the U.S. on Jan. 5.", "He left at 3.30 p.m. without a word."],
    ["J. K. Maren wrote 2.5 million words.", "Nobody read them!", "Why?"],
    ["“It is over,” she said.", "“Go home.”", "They went."],
    ["The dam, built by Hydro Inc. in 1970, failed.", "It will cost $3.4bn."],
    ["河水上涨了。", "村民撤离！", "谁负责？"],
    ["橋が落ちた。", "「もう渡れない」と村長は言った。"],
    ["من المسؤول؟", "لم يجب أحد."],
    ["Ποιος ήρθε;", "Κανείς δεν ξέρει.", "«Πού πας;» ρώτησε."],
    ["पुल गिर गया।", "कोई घायल नहीं हुआ।"],
    ["Die Brücke, z. B. ihr Pfeiler, hielt bis zum 5. Mai stand.", "Dann fiel sie."],
    ["В 2015 г. мост закрыли.", "Его открыли через 3 года."],
    ["El Sr. Ruiz llegó tarde.", "Nadie lo esperaba."],
    ["The bridge fell.The road was closed.", ],
]  # fmt: skip


@pytest.mark.parametrize("expected", CASES[:-1], ids=lambda c: c[0][:20])
def test_boundaries(expected: list[str]) -> None:
    joiner = "" if expected[0][-1] in "。！？" else " "
    text = joiner.join(expected)
    assert [span.of(text) for span in sentences(text)] == expected


def test_a_lost_blank_still_parts_sentences() -> None:
    text = "The bridge fell.The road was closed to all. See www.Example.com for more."
    assert [s.of(text) for s in sentences(text)][:2] == ["The bridge fell.", "The road was closed to all."]


def test_line_breaks_are_blanks() -> None:
    text = "The bridge fell in\nthe night. Nobody\nwas hurt."
    assert [s.of(text) for s in sentences(text)] == ["The bridge fell in\nthe night.", "Nobody\nwas hurt."]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_they_cover_all_that_is_not_blank(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
