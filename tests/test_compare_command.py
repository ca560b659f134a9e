"""`diptych compare`: what it writes, and what it says of input it can't use."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reader.__main__ import main

ONE = "Night fire\n\nMayor Ines Calder said 40 houses burned in Oldhaven.\n"
TWO = "Fire at night\n\nIn Oldhaven 52 houses burned, Ines Calder said.\n"


@pytest.fixture
def pair(tmp_path) -> list[str]:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]


def test_the_table_has_a_line_for_what_each_source_says(pair, tmp_path):
    table = tmp_path / "table.csv"
    assert main(["compare", *pair, "--format", "csv", "-o", str(table)]) == 0
    assert table.read_bytes().startswith("\ufeff".encode()), "spreadsheets take it for UTF-8"
    lines = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    houses = [(line["source"], line["words"], line["verdict"]) for line in lines if "houses" in line["what"]]
    assert houses == [("A", "40", "differ"), ("B", "52", "differ")]
    assert {line["title"] for line in lines} == {"Night fire", "Fire at night"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "is not there"),
        ("nowhere.txt", "“nowhere.txt” is not there"),
        ("https://paper.example/fire.html", "Save the page in your browser"),
    ],
)
def test_a_name_without_a_file_is_told(pair, capsys, name, told):
    assert main(["compare", pair[0], name]) == 2
    written = capsys.readouterr()
    assert told in written.err and written.out == ""
    assert main([name]) == 2
    assert told in capsys.readouterr().err


def test_a_folder_without_articles_is_told(pair, capsys, tmp_path):
    (tmp_path / "bare").mkdir()
    assert main(["compare", pair[0], str(tmp_path / "bare")]) == 2
    assert "There is no article in the folder" in capsys.readouterr().err


def test_one_article_alone_is_printed_and_told(pair, capsys):
    assert main(["compare", pair[0]]) == 0
    written = capsys.readouterr()
    assert "Night fire" in written.out and "Only one article" in written.err


def test_a_folder_may_be_named(pair, capsys):
    assert main(["compare", str(Path(pair[0]).parent)]) == 0
    assert "Fire at night" in capsys.readouterr().out
