"""Names from Slavic languages as other languages write them, and names that must stay apart beside them."""

from __future__ import annotations

import pytest

from reader.links import compare, same_name
from reader.text import Article


@pytest.mark.parametrize(
    ("english", "others"),
    [
        ("Gorbachev", "Gorbatschow Gorbatsjov Gorbatchev Gorbaczow"),
        ("Yeltsin", "Jelzin Jeltsin Eltsine Jelcyn"),
        ("Khrushchev", "Chruschtschow Chroesjtsjov Khrouchtchev Chruszczow"),
        ("Putin", "Poetin Poutine"),
        ("Medvedev", "Medwedew Medvedjev"),
        ("Yanukovych", "Janukowitsch Janoekovytsj Ianoukovitch"),
        ("Prigozhin", "Prigoschin Prigozjin Prigojine"),
        ("Lukashenko", "Lukaschenko Loekasjenko Loukachenko"),
        ("Solzhenitsyn", "Solschenizyn Solzjenitsyn Soljenitsyne"),
        ("Mikhail Gorbachev", "Michail|Gorbatschow Michail|Gorbatsjov Mikhaïl|Gorbatchev"),
        ("Yuri Zhukov", "Juri|Schukow Joeri|Zjoekov Iouri|Joukov"),
        ("Mao Zedong", "Mao|Tse-tung"),
    ],
)
def test_other_languages_write_one_name(english: str, others: str) -> None:
    for other in others.replace("|", "\u00a0").split(" "):
        assert same_name(english, other.replace("\u00a0", " ")).band == "sure", other


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nikita Chruschtschow", "Sergei Khrushchev"),
        ("Wiktor Janukowitsch", "Oleksandr Yanukovych"),
        ("Gorbatschowa", "Gorbachev"),
        ("Justin Moreau", "Justine Moreau"),
        ("Jasmin", "Jasmine"),
        ("Marchal", "Marshal"),
        ("Chernov", "Shernov"),
        ("Martin", "Martine"),
        ("Sascha Petrow", "Masha Petrov"),
    ],
)
def test_what_only_looks_like_another_convention(a: str, b: str) -> None:
    assert same_name(a, b).band != "sure"


def test_a_german_and_a_french_account_of_one_man() -> None:
    texts = [
        ("de", "Moskau. Der Anwalt Igor Schirkowitsch wurde verhaftet. Die Polizei holte Schirkowitsch ab."),
        ("fr", "L'avocat Igor Jirkovitch a été arrêté à Moscou, a dit sa femme. Jirkovitch nie tout."),
        ("en", "The lawyer Igor Zhirkovich was held in Moscow on Friday. Zhirkovich denies everything."),
    ]
    found = compare([Article.from_text(text, language=language) for language, text in texts])
    assert any(
        {name for names in entity.variants.values() for name in names}
        >= {"Igor Schirkowitsch", "Igor Jirkovitch", "Zhirkovich"}
        for entity in found.entities
    )


@pytest.mark.parametrize("word", ["schtsch" * 40 + "ow", "tsj" * 99 + "ine", "ou" * 150 + "ov", "szcz" * 70 + "in"])
def test_endless_clusters_end(word: str) -> None:
    assert same_name(word, word[::-1]).band != "sure"
    assert same_name(word, word[:-1] + "x").score <= 100
