"""Short texts in the encodings still met are read right, or the reader is asked."""

from __future__ import annotations

import pytest

from reader.errors import LoadError
from reader.sources.encodings.encoding import decode

WRITTEN = [
    ("Le préfet a annoncé que la digue était réparée.", "cp1252 mac_roman utf-16 utf-8-sig"),
    ("Der Fluß trägt größere Schiffe über die Grenze.", "cp1252"),
    (
        "Мост закрыли на рассвете, сообщили спасатели.",
        "cp1251 koi8-r cp866 iso8859-5 utf-16 utf-16-le utf-16-be utf-32",
    ),
    ("Міст закрили на світанку, кажуть рятувальники.", "cp1251 koi8-u"),
    ("Η γέφυρα έκλεισε το πρωί.", "cp1253"),
    ("הגשר נסגר בבוקר, אמרו המחלצים.", "cp1255"),
    ("أغلق الجسر في الصباح، قال رجال الإنقاذ.", "cp1256"),
    ("Köprü sabaha karşı kapatıldı, dediler.", "cp1254"),
    ("救援人员说，大桥早上关闭了。", "gb18030 gbk utf-16-le utf-16-be"),
    ("救援人員說，大橋早上關閉了。", "big5"),
    ("橋は朝に閉鎖されたと救助隊は述べた。", "shift_jis euc_jp utf-16-le"),
    ("구조대는 다리가 아침에 폐쇄되었다고 말했다.", "cp949"),
]


@pytest.mark.parametrize(("text", "encoding"), [(text, e) for text, held in WRITTEN for e in held.split()])
def test_one_sentence_is_enough_or_the_reader_is_asked(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text or decoded.rival, decoded


@pytest.mark.parametrize(
    "encoding", ["cp1251", "koi8-r", "cp1253", "gb18030", "big5", "shift_jis", "cp949", "utf-16-le"]
)
def test_a_sentence_in_another_script_needs_no_question(encoding: str) -> None:
    text = next(text for text, held in WRITTEN if encoding in held.split())
    assert decode(text.encode(encoding)).text == text


def test_few_accents_leave_a_doubt_that_is_told() -> None:
    decoded = decode("El señor no llegó.".encode("cp1252"))
    assert decoded.encoding == "cp1252" and decoded.text == "El señor no llegó."
    assert decoded.rival and decoded.rival in decoded.warnings[0]


def test_the_reader_overrules() -> None:
    assert decode("Łódź".encode("iso8859-2"), "iso8859-2").text == "Łódź"
    with pytest.raises(LoadError, match="utf-8"):
        decode(b"\xff\xfe\xfa", "utf-8")
    with pytest.raises(LoadError, match="klingon"):
        decode(b"abc", "klingon")


def test_a_letter_cut_at_the_end_of_the_sample_does_no_harm() -> None:
    text = "救援人员说大桥早上关闭了。" * 2000
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    "text",
    [
        "It’s the keeper’s view that the dyke wasn’t built in time.",
        "“The sluice was known to jam,” a fitter said. “We told them.”",
        "The dyke – raised in 1962 – gave way — nobody saw it go…",
        "The repair cost £40 in all.",
        "The repair cost €40 in all.",
        "La señora dijo que mañana habrá elección. ¿Quién irá?",
    ],
)
def test_quotation_marks_dashes_and_money_alone_tell_the_windows_encoding(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "cp1250", "cp1254", "cp1256"])
def test_english_with_curly_marks_reads_the_same_whichever_windows_wrote_it(encoding: str) -> None:
    text = "The fitter’s note – “it jams” – was filed; nobody read it."
    assert decode(text.encode(encoding)).text == text


def test_zeros_behind_words_do_not_make_another_script_of_them() -> None:
    assert decode(b"Water\0stood\0in the hall\0" * 30).encoding == "utf-8"
