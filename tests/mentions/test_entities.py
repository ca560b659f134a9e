"""Names in one article: exact spans, kinds with evidence, and what is no name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.mentions import Evidence, entity_evidence, find_entities
from reader.shipped import resource
from reader.text import Article


def names(text: str, *, language: str = "en") -> dict[str, str]:
    article = Article.from_text(text, language=language)
    found = find_entities(article)
    assert all(m.span.of(article.text) == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    return {m.text: m.kind for m in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The talks were led by Gen. Tomas Okello and Mrs Adela Novak.",
         {"Tomas Okello": "person", "Adela Novak": "person"}),
        ("It was welcomed by Georgian President Salome Kiknadze.",
         {"Georgian": "nationality", "Salome Kiknadze": "person"}),
        ("They met Apple CEO Martin Grey there.", {"Apple": "name", "Martin Grey": "person"}),
        ("The daily al-Nahda reported it.", {"al-Nahda": "organisation"}),
        ("A visit to Tell-er-Rum was planned.", {"Tell-er-Rum": "name"}),
        ("He praised Osman bin Rashid al-Tamimi.", {"Osman bin Rashid al-Tamimi": "person"}),
        ("An Iranian-backed group and a mid-November raid.", {"Iranian": "nationality"}),
        ("Along the Syrian-Lebanese border.", {"Syrian": "nationality", "Lebanese": "nationality"}),
        ("Denmark's Prime Minister's aides left for Oslo's harbour.", {"Denmark": "place", "Oslo": "place"}),
        ("It was said by the Ministry of Health and Welfare.", {"Ministry of Health and Welfare": "organisation"}),
        ("A spokesman for the Bank of Valletta declined.", {"Bank of Valletta": "organisation"}),
        ("Traders in the FTSE 100 and the S&P 500 shrugged.", {"FTSE 100": "name", "S&P 500": "name"}),
        ("A flight to the United Arab Emirates and to Bosnia and Herzegovina.",
         {"United Arab Emirates": "place", "Bosnia and Herzegovina": "place"}),
        ("He works for General Dynamics Corporation.", {"General Dynamics Corporation": "organisation"}),
        ("The plan of John F. Harker Jr. failed.", {"John F. Harker Jr.": "person"}),
    ],
)  # fmt: skip
def test_spans_and_kinds(text: str, wanted: dict[str, str]) -> None:
    found = names(text)
    assert {k: found.get(k) for k in wanted} == wanted
    assert not set(found) - set(wanted), found


def test_common_words_first_in_a_sentence_are_no_names() -> None:
    text = "Water ran out. Rescuers came late. Hospitals were full. Aid was slow. Shares fell in Lisbon."
    assert names(text) == {"Lisbon": "place"}


def test_an_unknown_word_first_in_a_sentence_is_a_name_by_evidence() -> None:
    alone = "Drizzle fell all day. People stayed in."
    assert "Drizzle" not in names(alone)
    other = Article.from_text("The singer known as Drizzle left. Fans of Drizzle wept.")
    article = Article.from_text(alone)
    found = find_entities(article, Evidence.of_all([entity_evidence(article), entity_evidence(other)]))
    assert [m.text for m in found] == ["Drizzle"]


def test_a_title_case_headline_gives_only_names() -> None:
    text = "Heavy Rain Forces Thousands To Leave Homes In Varna\n\nHeavy rain fell on Varna on Monday."
    assert names(text) == {"Varna": "place"}


def test_a_headline_in_capitals_finds_the_names_of_the_text() -> None:
    text = (
        "OFFICIALS DENY KOLARIK CLAIM ABOUT RIGA DEAL\n\nThe claim of Mr Pavel Kolarik about a deal in Riga was denied."
    )
    assert {"KOLARIK", "RIGA", "Pavel Kolarik", "Riga"} == set(names(text))


def test_days_and_months_are_no_names() -> None:
    assert names("On Tuesday in March the Danes left; by April all was quiet.") == {"Danes": "nationality"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Frank Albarn resigned. Rose Kettering stayed.", {"Frank Albarn": "person", "Rose Kettering": "person"}),
        ("Japan and Finland signed. Microsoft did not.",
         {"Japan": "place", "Finland": "place", "Microsoft": "name"}),
        ("It stood on 97th Avenue until the 7th Circuit Court of Appeals ruled.",
         {"97th Avenue": "place", "7th Circuit Court of Appeals": "organisation"}),
        ("He fought in the First World War with the 3rd Light Brigade.",
         {"First World War": "name", "3rd Light Brigade": "organisation"}),
        ("The case of Harlan v. Ohio is told at St Agnes' and at St. Bride's Hospital.",
         {"Harlan v. Ohio": "name", "St. Bride's Hospital": "organisation", "Agnes": "person"}),
        ("Moon Tae-in met Lee Soo-hyun and a Kremlin-led group.",
         {"Moon Tae-in": "name", "Lee Soo-hyun": "person", "Kremlin": "organisation"}),
        ("They asked Secretary of State Anna Wolcott and the President of Ghana Kofi Antwi.",
         {"Anna Wolcott": "person", "Ghana": "place", "Kofi Antwi": "person"}),
        ("Doctors Without Borders and the UN Security Council agreed.",
         {"Doctors Without Borders": "organisation", "UN Security Council": "organisation"}),
        ("The Treaty of Tilsit followed the Battle of Friedland.",
         {"Treaty of Tilsit": "name", "Battle of Friedland": "name"}),
        ("Keane was there. The Keane White House reversed it, said Keane.",
         {"Keane": "name", "White House": "organisation"}),
    ],
)  # fmt: skip
def test_names_of_news(text: str, wanted: dict[str, str]) -> None:
    found = names(text)
    assert {k: found.get(k) for k in wanted} == wanted
    assert not set(found) - set(wanted), found


def test_a_headline_that_runs_on_into_the_text_gives_only_names() -> None:
    text = (
        "Farmers Ask Keane Administration to Overturn Harbour Rules That Cut Boats Out of Quotas More than 300 boats "
        "lay idle today. Keane was asked again and Keane refused."
    )
    assert set(names(text)) == {"Keane Administration", "Keane"}


def test_a_storm_is_whole_where_a_sentence_begins() -> None:
    assert names("Hurricane Maria struck. It was Hurricane Maria.") == {"Hurricane Maria": "name"}


def test_currencies_are_no_names() -> None:
    assert names("It cost EUR 6 million, or US$ 7 million, and CHF 5 million.") == {}


def test_a_surname_takes_the_kind_of_the_full_name() -> None:
    found = names("Later Michael Orlovsky spoke. The crowd cheered Orlovsky.")
    assert found == {"Michael Orlovsky": "person", "Orlovsky": "person"}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "es",
            "El presidente Julián Ortega viajó a Estados Unidos con la Banca Sol.",
            {"Julián Ortega", "Estados Unidos"},
        ),
        ("it", "Il ministro Carlo Bevilacqua è arrivato a Parigi.", {"Carlo Bevilacqua", "Parigi"}),
        ("nl", "Minister Anneke de Wit bezocht gisteren Brussel en Londen.", {"Anneke de Wit", "Brussel", "Londen"}),
        ("de", "Der Minister reiste mit einer Delegation nach Wien und traf Angela Brandt.", {"Wien", "Angela Brandt"}),
        ("fr", "Le président Étienne Morel est arrivé à Berlin.", {"Étienne Morel", "Berlin"}),
        ("ru", "Вчера президент Андрей Соколов прибыл в Париж.", {"Андрей Соколов", "Париж"}),
    ],
)
def test_other_languages(language: str, text: str, wanted: set[str]) -> None:
    assert wanted <= set(names(text, language=language))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ar", "قال الرئيس الروسي فلاديمير بوتين إن روسيا وسوريا في حلب.",
         {"الروسي": "nationality", "فلاديمير بوتين": "person", "روسيا": "place", "سوريا": "place", "حلب": "place"}),
        ("ar", "أعلنت وزارة الدفاع في لبنان.", {"وزارة الدفاع": "organisation", "لبنان": "place"}),
        ("ar", "زار محمد علي حسن القاهرة أمس.", {"محمد علي حسن": "person", "القاهرة": "place"}),
        ("zh", "他访问法国和德国。", {"法国": "place", "德国": "place"}),
    ],
)  # fmt: skip
def test_scripts_without_capitals(language: str, text: str, wanted: dict[str, str]) -> None:
    assert names(text, language=language) == wanted


def test_case_endings_and_elisions() -> None:
    assert names("Вчера они были в Москве, затем в Киеве.", language="ru") == {"Москве": "place", "Киеве": "place"}
    assert names("Toplantı dün Ankara'da yapıldı.", language="tr") == {"Ankara": "place"}
    found = names("Ils ont visité l'Espagne et la Côte d'Ivoire.", language="fr")
    assert found == {"Espagne": "place", "Côte d'Ivoire": "place"}
    assert names("Ha parlato la Banca d'Italia oggi.", language="it") == {"Banca d'Italia": "organisation"}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ru", "Верховный суд отказал. Мэр Твери Олег Громов ушёл в Европейский суд.",
         {"Верховный суд": "organisation", "Твери": "place", "Олег Громов": "person",
          "Европейский суд": "organisation"}),
        ("uk", "Компанія «Зірниця» збанкрутувала.", {"Зірниця": "name"}),
        ("tr", "Anayasa Mahkemesi toplandı. Dün Ahmet Kaya Çorum'da konuştu.",
         {"Anayasa Mahkemesi": "organisation", "Ahmet Kaya": "person", "Çorum": "place"}),
        ("fr", "Le ministère de la Pêche et le ministre de la Santé. Hier, le Stade de Reims a joué à Saint-Malo.",
         {"ministère de la Pêche": "organisation", "Stade de Reims": "organisation", "Saint-Malo": "name"}),
        ("es", "Pescadores y bomberos con el ministro de Exteriores.", {}),
        ("nl", "Gisteren sprak Pieter De Vos.", {"Pieter De Vos": "person"}),
        ("tr", "Dün Bakan Ahmet Kaya İzmir'de konuştu.", {"Ahmet Kaya": "person", "İzmir": "place"}),
        ("ar", "وصل جنديان روسيان إلى دمشق.", {"روسيان": "nationality", "دمشق": "place"}),
        ("pt", "Choveu no Rio Grande do Norte e Sergipe.",
         {"Rio Grande do Norte": "place", "Sergipe": "place"}),
        ("de", "Gestern prüfte das Landgericht Kiel die Klage gegen die Deutsche Post erneut.",
         {"Landgericht Kiel": "name", "Deutsche Post": "organisation"}),
        ("ar", "التقى عبد الرحمن الجابري مع وزير المالية الفرنسي فيليب مارتان في الأمم المتحدة.",
         {"عبد الرحمن الجابري": "person", "الفرنسي": "nationality", "فيليب مارتان": "person",
          "الأمم المتحدة": "organisation"}),
    ],
)  # fmt: skip
def test_bodies_and_offices_of_other_languages(language: str, text: str, wanted: dict[str, str]) -> None:
    assert names(text, language=language) == wanted


def test_an_article_written_together_is_cut_off_at_the_beginning_of_a_sentence() -> None:
    found = names("L'Espagne gagne. L'Organisation mondiale de la santé le dit.", language="fr")
    assert found == {"Espagne": "place", "Organisation mondiale de la santé": "organisation"}


def test_nationalities_of_other_languages() -> None:
    assert names("De Ierse minister sprak met de Russen.", language="nl") == {
        "Ierse": "nationality",
        "Russen": "nationality",
    }
    assert names("Dort trafen sich viele Griechen.", language="de") == {"Griechen": "nationality"}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "Los pescadores gallegos y las autoridades marroquíes discuten en Argentina.",
         {"marroquíes": "nationality", "Argentina": "place"}),
        ("es", "Una empresa argentina cerró.", {"argentina": "nationality"}),
        ("fr", "Des marins norvégiens et une équipe sud-coréenne.",
         {"norvégiens": "nationality", "sud-coréenne": "nationality"}),
        ("it", "Due turisti svizzeri e le guide tedesche.", {"svizzeri": "nationality", "tedesche": "nationality"}),
        ("pt", "Uma fábrica norte-americana e dois barcos alemães.",
         {"norte-americana": "nationality", "alemães": "nationality"}),
        ("de", "Der schwedische Zoll hielt einen lettischen Frachter fest.",
         {"schwedische": "nationality", "lettischen": "nationality"}),
        ("ru", "Норвежские рыбаки и финского капитана.", {"Норвежские": "nationality", "финского": "nationality"}),
        ("uk", "Польські лікарі приїхали.", {"Польські": "nationality"}),
        ("tr", "Türk ve Yunan denizciler.", {"Türk": "nationality", "Yunan": "nationality"}),
        ("en", "He did polish the turkey and china.", {}),
    ],
)  # fmt: skip
def test_adjectives_of_nationality_in_small_letters(language: str, text: str, wanted: dict[str, str]) -> None:
    assert names(text, language=language) == wanted


def test_german_nouns_are_no_names() -> None:
    text = "Die Regierung plant eine Reform der Steuern, sagte der Sprecher der Partei am Abend."
    assert names(text, language="de") == {}


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    article = Article.from_text(text)
    for mention in find_entities(article):
        assert mention.span.of(text) == mention.text
        assert mention.text.strip()


@pytest.mark.parametrize(
    "text", ["", "A", "A" * 200_000, "Al-" * 30_000, "A. " * 30_000, "U.S." * 30_000, "\x00" * 1000, "😀" * 5000]
)
def test_odd_texts_end_soon(text: str) -> None:
    find_entities(Article.from_text(text))


def test_an_odd_spelling_of_a_city_is_a_place_only_where_the_text_says_so() -> None:
    assert names("The minister praised Beria on Tuesday.") == {"Beria": "name"}
    assert names("They stayed near Beria until Tuesday.") == {"Beria": "place"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Residents of Hallem fled to the town of Merrin.", {"Hallem": "place", "Merrin": "place"}),
        ("Two died near Hallem; nobody in Merrin, further south, did.", {"Hallem": "place", "Merrin": "place"}),
        ("A witness told the newspaper al-Rihla what she saw.", {"al-Rihla": "organisation"}),
        ("On Monday al-Rihla reported that talks had failed.", {"al-Rihla": "organisation"}),
        ("Shoppers saw Okavi shares fall; analysts trust Okavi.", {"Okavi": "organisation"}),
        ("The driver, Tebbit, 43, was unhurt.", {"Tebbit": "person"}),
        ("They filmed the ruins at Kef Namra and Bir Sulta.", {"Kef Namra": "place", "Bir Sulta": "place"}),
        ("MERRIN, 3 May (Agency) — Nobody slept.", {"MERRIN": "place"}),
        ("La capitale: le journal Varenne et la ville de Merrin.", {"Varenne": "organisation", "Merrin": "place"}),
        ("Analysts praised the work of Hallem in Okavi shares.", {"Hallem": "name", "Okavi": "organisation"}),
    ],
)  # fmt: skip
def test_the_words_around_a_name_tell_its_kind(text: str, wanted: dict[str, str]) -> None:
    language = "fr" if text.startswith("La ") else "en"
    found = names(text, language=language)
    assert {k: found.get(k) for k in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I've seen it. They're late. Oh, we'd know. Published Monday, 3 June. OK.", set()),
        ("She leads the New Harbour Party and the Weavers' Union.", {"New Harbour Party", "Weavers' Union"}),
        ("The United Metalworkers' Federation (UMF) struck.", {"United Metalworkers' Federation", "UMF"}),
        ("Bank of Tarn shares fell. Other banks, a bank, the bank and that bank did not.", {"Bank of Tarn"}),
        ("Holt & Marsh Ltd. (KEX: HM) said so on TV.", {"Holt & Marsh Ltd.", "KEX", "HM"}),
        ('They met Dale "Buck" Whitcomb there.', {'Dale "Buck" Whitcomb'}),
        ("It was opposed by Republican Phil Tarrant and by Labour.", {"Phil Tarrant", "Labour"}),
        ("Chipmaker Okavi grew. Commerce Secretary Jane Orwick smiled.", {"Okavi", "Jane Orwick"}),
    ],
)
def test_what_is_a_name_and_what_belongs_to_it(text: str, wanted: set[str]) -> None:
    assert set(names(text)) == wanted


def test_a_headline_keeps_apart_what_the_text_has_alone() -> None:
    text = "Velden Reinstats Osmark\n\nYesterday the mayor spoke of Osmark and of Velden's aides."
    assert names(text).keys() >= {"Velden", "Osmark"}
    assert names("Was there more good news from Bank of Tarn Corp., who knows?").keys() == {"Bank of Tarn Corp."}


def test_names_that_other_marks_would_cut() -> None:
    text = "El director de Nordwind Carla Ruiz habló. Ayer Nordwind creció; con Nordwind creció Nordwind."
    assert names(text, language="es").keys() == {"Nordwind", "Carla Ruiz"}
    assert names("De staat geeft GM US $30 miljard.", language="nl").keys() == {"GM"}
    assert names("De V. S. en Boeing praatten.", language="nl") == {"V. S": "place", "Boeing": "name"}
    assert names("L'indice scende. L'Aquila trema.", language="it").keys() == {"L'Aquila"}


def test_a_decimal_point_ends_no_headline() -> None:
    text = "Oslo Shop Robbed of $2.6 Million Necklace\n\nFour men came to a shop in Oslo."
    assert names(text).keys() == {"Oslo"}


def test_each_line_of_the_nationalities_holds_plain_forms_of_one_language():
    for line in resource("data", "nationalities.tsv").read_text(encoding="utf-8").splitlines():
        language, _, forms = line.split("\t")
        assert language in {"de", "es", "fr", "it", "pt", "ru", "tr", "uk"}, line
        assert all(len(form) > 1 and ":" not in form and "," not in form for form in forms.split("|")), line


def test_a_german_word_of_endless_length_is_not_cut_up() -> None:
    assert names("Der Mann sah X" + "ab" * 200_000 + " in Hanau.", language="de") == {"Hanau": "place"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A-Bell called him. Then A-Bell left.", {"A-Bell"}),
        ("The star told E! News so. Yahoo! Inc. agreed!", {"E! News", "Yahoo! Inc."}),
        ("He told Vela TV on Monday. Few saw the Vela TV film or Turkish TV.", {"Vela TV", "Vela", "Turkish"}),
        ("They asked Sun Microsystems. On Sun. he wrote; in April Okavi met April Jones.",
         {"Sun Microsystems", "Okavi", "April Jones"}),
        ("Master Sgt. Dale Orwick left. Gunnery Sgt. Ann Tebbit stayed.", {"Dale Orwick", "Ann Tebbit"}),
        ("The chip comes from Okavi Corp of Santa Clara, California.", {"Okavi Corp", "Santa Clara", "California"}),
        ("It runs Windows 7 on the Merrin Bolt 8900, an iPad 2 on iOS 5, and Android 3.0 in the end.",
         {"Windows 7", "Merrin Bolt 8900", "iPad 2", "iOS 5", "Android 3.0"}),
        ("The Tarn 2012 plan and Okavi 2.5 percent shares", {"Tarn", "Okavi"}),
        ("VELDEN ORNE, Calif., May 12, 2007 - OKAVI today announced a deal.", {"VELDEN ORNE", "Calif.", "OKAVI"}),
        ("The southern Philippines felt it in the Philippine capital.", {"Philippines", "Philippine"}),
    ],
)  # fmt: skip
def test_names_with_marks_numbers_days_and_ranks(text: str, wanted: set[str]) -> None:
    assert set(names(text)) == wanted


def test_a_byline_has_names_though_all_its_words_have_capitals() -> None:
    text = "Okavi Buys Merrin Mills\n\nBy Orla Tebbit, Vexley Wire Agency\n\nThe firm said so on Monday."
    assert names(text).keys() >= {"Orla Tebbit", "Vexley Wire Agency"}
    assert names("By ORLA TEBBIT, Associated Press Writer\n\nIt rained.").keys() == {"ORLA TEBBIT", "Associated Press"}


def test_a_country_in_the_plural_is_no_people() -> None:
    assert names("The southern Philippines felt it.")["Philippines"] == "place"
    assert names("The Philippine city was spared.")["Philippine"] == "nationality"
