"""Rows between an English account and the same in ten other languages: counted things, money, shares, days, names."""

from __future__ import annotations

import pytest

from reader.links import LedgerRow, compare, translations
from reader.text import Article

_ENGLISH = """
On 12 March 2019 an explosion in a factory in Lyon killed 17 people and injured 46, Mayor Anna Moreau said.
Some 300 workers were inside the building when a fire broke out on the second floor.
Anna Moreau promised 25 million euros for the families. About 60 percent of the houses nearby are damaged.
"""
_OTHERS = {
    "es": """
El 12 de marzo de 2019 una explosión en una fábrica de Lyon mató a 19 personas y dejó 46 heridos, dijo la alcaldesa
Anna Moreau. Unos 300 trabajadores estaban en el edificio cuando se declaró el incendio.
Anna Moreau prometió 25 millones de euros a las familias. El 60 % de las casas vecinas están dañadas.
""",
    "de": """
Am 12. März 2019 hat eine Explosion in Lyon in einer Fabrik 19 Menschen getötet, 46 wurden verletzt, sagte
Bürgermeisterin Anna Moreau. Rund 300 Arbeiter waren im Gebäude, als das Feuer ausbrach.
Anna Moreau versprach den Familien 25 Millionen Euro. 60 Prozent der Häuser in der Nähe sind beschädigt.
""",
    "fr": """
Le 12 mars 2019, une explosion dans une usine de Lyon a tué 19 personnes et blessé 46 autres, a dit la maire
Anna Moreau. Quelque 300 ouvriers se trouvaient dans le bâtiment lorsque l'incendie s'est déclaré.
Anna Moreau a promis 25 millions d'euros aux familles. 60 % des maisons voisines sont endommagées.
""",
    "it": """
Il 12 marzo 2019 un'esplosione in una fabbrica di Lyon ha ucciso 19 persone e ne ha ferite 46, ha detto la sindaca
Anna Moreau. Circa 300 operai erano nell'edificio quando è scoppiato l'incendio.
Anna Moreau ha promesso 25 milioni di euro alle famiglie. Il 60 per cento delle case vicine è danneggiato.
""",
    "pt": """
No dia 12 de março de 2019, uma explosão numa fábrica em Lyon matou 19 pessoas e deixou 46 feridos, disse a prefeita
Anna Moreau. Cerca de 300 trabalhadores estavam no edifício quando o incêndio começou.
Anna Moreau prometeu 25 milhões de euros às famílias. 60% das casas vizinhas estão danificadas.
""",
    "nl": """
Op 12 maart 2019 heeft een explosie in een fabriek in Lyon 19 mensen gedood; 46 raakten gewond, zei burgemeester
Anna Moreau. Ongeveer 300 arbeiders waren in het gebouw toen de brand uitbrak.
Anna Moreau beloofde de gezinnen 25 miljoen euro. 60 procent van de huizen in de buurt is beschadigd.
""",
    "ru": """
12 марта 2019 года при взрыве на заводе в Лионе погибли 19 человек и ранены 46, сообщила мэр Анна Моро.
Около 300 рабочих были в здании, когда начался пожар.
Анна Моро пообещала семьям 25 миллионов евро. Повреждены 60 процентов домов поблизости.
""",
    "uk": """
12 березня 2019 року внаслідок вибуху на заводі в Ліоні загинули 19 людей і поранено 46, повідомила мер Анна Моро.
Близько 300 робітників були в будівлі, коли почалася пожежа.
Анна Моро пообіцяла родинам 25 мільйонів євро. Пошкоджено 60 відсотків будинків поблизу.
""",
    "tr": """
12 Mart 2019'da Lyon'daki bir fabrikada meydana gelen patlamada 19 kişi öldü, 46 kişi yaralandı, dedi belediye başkanı
Anna Moreau. Yangın çıktığında binada yaklaşık 300 işçi vardı.
Anna Moreau ailelere 25 milyon euro söz verdi. Yakındaki evlerin yüzde 60'ı hasar gördü.
""",
    "ar": """
في 12 مارس 2019 قتل انفجار في مصنع في ليون 19 شخصا وأصيب 46 آخرون، بحسب رئيسة البلدية آنا مورو.
وكان نحو 300 عامل في المبنى عندما اندلع الحريق.
ووعدت آنا مورو العائلات بمبلغ 25 مليون يورو. وتضرر 60 في المئة من المنازل القريبة.
""",
}


def rows(language: str) -> list[LedgerRow]:
    texts = (("en", _ENGLISH), (language, _OTHERS[language]))
    articles = [Article.from_text(text.strip(), key=key, language=key) for key, text in texts]
    return [row for row in compare(articles).ledger if row.kind != "entity" and len(row.cells) > 1]


@pytest.mark.parametrize("language", sorted(_OTHERS))
def test_numbers_of_another_language_are_set_beside_english_ones(language: str) -> None:
    found = rows(language)
    told = {said: [row.verdict for row in found if said in row.reason] for said in ("17 p", "46", "300", "60")}
    assert told["17 p"] == ["differ"]
    assert told["46"] == ["agree"]
    assert told["300"] == ["agree"]
    assert told["60"] == ["agree"]
    assert "same form only" not in [row.verdict for row in found]
    assert [row.verdict for row in found if row.kind == "date"] == ["agree"]


@pytest.mark.parametrize(
    ("word", "language", "meaning"),
    [
        ("пожарных", "ru", "firefighters"),
        ("взрывом", "ru", "explosion"),
        ("l'explosion", "fr", "explosion"),
        ("dell'esercito", "it", "army"),
        ("والجنود", "ar", "soldiers"),
        ("patlamada", "tr", "explosion"),
        ("рятувальників", "uk", "rescuers"),
        ("греблі", "uk", "dam"),
        ("бургомистра", "ru", "mayor"),
        ("الرهائن", "ar", "hostages"),
        ("Lawinenunglück", "de", "avalanche"),
        ("спасённых", "ru", "rescued"),
        ("chiesto", "it", "demanded"),
        ("imputati", "it", "accused"),
        ("Studentinnen", "de", "students"),
        ("Arbeiterinnen", "de", "workers"),
        ("drinnen", "de", "drinnen"),
        ("Quark", "de", "Quark"),
        ("fire", "en", "fire"),
    ],
)
def test_words_are_told_in_english(word: str, language: str, meaning: str) -> None:
    assert translations.english(word, language) == meaning


def test_rows_between_two_languages_neither_of_which_is_english() -> None:
    texts = (
        (
            "ru",
            """
В горах Альтау в воскресенье сошла лавина, погибли пять человек, сообщила полиция Зинтала.
Спасатели искали пропавших всю ночь, в поисках участвовали 120 спасателей и три вертолёта.
Метеорологи предупреждали об опасности ещё в пятницу. Дорога на Зинталь закрыта до четверга.
""",
        ),
        (
            "de",
            """
Bei einem Lawinenunglück in den Bergen von Altau sind am Sonntag sieben Menschen ums Leben gekommen, so die Polizei.
Die Suche nach den Vermissten dauerte die ganze Nacht; 120 Retter und drei Hubschrauber waren im Einsatz.
Der Wetterdienst hatte schon am Freitag vor der Gefahr gewarnt. Die Straße bleibt bis Donnerstag geschlossen.
""",
        ),
    )
    articles = [Article.from_text(text, key=key, language=key, published="2023-02-13") for key, text in texts]
    found = [row for row in compare(articles).ledger if len(row.cells) == 2 and row.kind != "entity"]
    told = sorted((row.kind, row.verdict) for row in found)
    assert told == [("date", "agree")] * 3 + [("quantity", "agree")] * 2 + [("quantity", "differ")]


def test_a_noun_no_table_knows_may_be_the_same_thing() -> None:
    texts = (
        ("en", "The museum of Basel lost 214 clocks in the fire, the museum said."),
        ("de", "Das Museum in Basel verlor beim Brand 214 Uhren, teilte das Museum mit."),
    )
    articles = [Article.from_text(text, key=key, language=key) for key, text in texts]
    assert "same form only" not in [row.verdict for row in compare(articles).ledger]


def test_no_word_of_a_language_has_two_english_words() -> None:
    for language, table in translations._all_translations().items():
        english_of: dict[str, set[str]] = {}
        for english, said in table.items():
            for word in said.split():
                english_of.setdefault(translations._plain(word), set()).add(english)
        assert {word: found for word, found in english_of.items() if len(found) > 1} == {}, language
