"""One statement quoted in two languages, and two statements of one speaker that must stay apart."""

from __future__ import annotations

import pytest

from reader.links import compare
from reader.text import Article

_SAID = {
    "de": "Die Brücke von Orlan stürzte am Dienstag ein. „{}“, sagte Bürgermeisterin Anna Brandt.",
    "fr": "Le pont d'Orlan s'est effondré mardi. « {} », a déclaré la maire Anna Brandt.",
    "es": "El puente de Orlan se derrumbó el martes. «{}», dijo la alcaldesa Anna Brandt.",
    "it": "Il ponte di Orlan è crollato martedì. «{}», ha detto la sindaca Anna Brandt.",
    "pt": "A ponte de Orlan desabou na terça-feira. “{}”, disse a prefeita Anna Brandt.",
    "nl": "De brug van Orlan is dinsdag ingestort. ‘{}’, zei burgemeester Anna Brandt.",
    "ru": "Мост в Орлане обрушился во вторник. «{}», — сказала мэр Анна Брандт.",
    "tr": 'Orlan köprüsü salı günü çöktü. Belediye Başkanı Anna Brandt, "{}" dedi.',
    "ar": 'انهار جسر أورلان يوم الثلاثاء. وقالت رئيسة البلدية آنا براندت: "{}".',
}


def _verdicts(english: str, language: str, said: str) -> list[str]:
    one = f'The bridge at Orlan collapsed on Tuesday. "{english}," mayor Anna Brandt said.'
    articles = [
        Article.from_text(one, published="2024-05-08", language="en", key="a"),
        Article.from_text(_SAID[language].format(said), published="2024-05-08", language=language, key="b"),
    ]
    ledger = compare(articles).ledger
    return [row.verdict for row in ledger if row.kind == "quotation" and len(row.cells) == 2]


@pytest.mark.parametrize(
    ("english", "language", "said"),
    [
        ("We have lost friends and neighbours tonight", "de", "Wir haben heute Nacht Freunde und Nachbarn verloren"),
        ("The government has forgotten our town and its workers", "fr", "Le gouvernement a oublié nos ouvriers"),
        ("Nobody listened when we asked for help", "es", "Nadie nos escuchó cuando pedimos ayuda"),
        ("My father built this bridge with his hands", "it", "Mio padre ha costruito questo ponte con le sue mani"),
        ("The poor always pay for the mistakes of the rich", "pt", "Os pobres pagam sempre pelos erros dos ricos"),
        ("Our children deserve the truth", "nl", "Onze kinderen verdienen de waarheid"),
        ("The guilty will answer before a court", "ru", "Виновные ответят перед судом"),
        ("Mothers are waiting for their children", "tr", "Anneler çocuklarını bekliyor"),
        ("We want justice and the truth about our dead", "ar", "نريد العدالة والحقيقة بشأن قتلانا"),
        ("We never had a chance against the water", "fr", "Nous n'avions aucune chance contre l'eau"),
        ("We saw nothing but smoke and fire", "de", "Wir haben vor lauter Rauch und Feuer nichts gesehen"),
        ("It is a tragedy that nobody must forget", "ar", "إنها مأساة يجب ألا ينساها أحد"),
        ("This is a first step towards peace", "fr", "C'est un premier pas vers la paix"),
        ("In 20 years I have seen no worse disaster", "fr", "En 20 ans je n'ai pas vu pire catastrophe"),
    ],
)
def test_one_statement_in_two_languages_is_joined(english: str, language: str, said: str) -> None:
    assert _verdicts(english, language, said) == ["compatible"]


@pytest.mark.parametrize(
    ("english", "language", "said"),
    [
        ("We have lost friends and neighbours tonight", "de", "Der Bund muss jetzt rasch Geld schicken"),
        ("The government has forgotten our town", "fr", "Les recherches vont reprendre à l'aube"),
        ("We want justice for the victims", "es", "No queremos venganza ni justicia para las víctimas"),
        ("Our children deserve the truth", "nl", "Onze kinderen verdienen de waarheid niet"),
        ("We pulled 14 workers alive from the river", "it", "Abbiamo estratto vivi dal fiume 9 operai"),
        ("The poor always pay for the mistakes of the rich", "pt", "A ponte era velha"),
        ("We had a chance", "fr", "Nous n'avions aucune chance"),
        ("We will never forget this tragedy", "tr", "Bu trajediyi unutacağız"),
    ],
)
def test_other_words_of_the_same_speaker_stay_apart(english: str, language: str, said: str) -> None:
    assert _verdicts(english, language, said) == []
