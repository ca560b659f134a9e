"""The letters of a saved page come out right, whatever it says of its encoding, and the reader can overrule it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import LoadError
from reader.sources import load
from reader.sources.web.page_encoding import decode_page

RUSSIAN = "<p>Вода прорвала дамбу ночью. Спасатели вывезли жителей четырёх деревень, сообщили власти области.</p>"


def test_what_a_page_says_is_believed_where_it_fits() -> None:
    for name, said in (("cp1251", "windows-1251"), ("koi8-r", "KOI8-R"), ("utf-8", "iso-8859-1")):
        page = f'<html><head><meta http-equiv=Content-Type content="text/html; charset={said}"></head>{RUSSIAN}'
        decoded = decode_page(page.encode(name))
        assert RUSSIAN in decoded.text and decoded.encoding == name and not decoded.rival


def test_a_page_that_says_nothing_or_nonsense_is_guessed() -> None:
    for head in ("", "<meta charset=x-nonsense>", "<meta charset=zip>", "<meta charset=hex>"):
        assert RUSSIAN in decode_page(f"<html>{head}{RUSSIAN * 2}".encode("cp1251")).text


def test_a_few_spoilt_bytes_do_not_change_the_encoding() -> None:
    data = RUSSIAN.encode() * 5 + b"\xff" + RUSSIAN.encode()
    assert decode_page(data).encoding == "utf-8" and RUSSIAN in decode_page(data).text


def test_latin_1_means_what_browsers_mean_by_it() -> None:
    page = b"<meta charset=iso-8859-1><p>\x93Voil\xe0\x94"
    assert "“Voilà”" in decode_page(page).text


def test_the_reader_overrules_a_page(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(f"<html><meta charset=utf-8><body><article><h1>Дамба</h1>{RUSSIAN * 3}".encode("koi8-r"))
    article = load(file, encoding="koi8-r")
    assert article.title == "Дамба" and article.provenance.encoding == "koi8-r"
    with pytest.raises(LoadError, match=r"page\.html.*not in utf-8"):
        load(file, encoding="utf-8")
