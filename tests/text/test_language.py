"""The language of a text, and the form it is kept in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.text import detect_language, normalise

SAMPLES = {
    "en": "The bridge fell in the night and nobody was hurt, the mayor said.",
    "de": "Die Brücke fiel in der Nacht ein, und niemand wurde verletzt, sagte der Bürgermeister.",
    "fr": "Le pont est tombé dans la nuit et personne n'a été blessé, selon le maire.",
    "es": "El puente cayó por la noche y nadie resultó herido, según dijo el alcalde.",
    "it": "Il ponte è crollato nella notte e nessuno è rimasto ferito, ha detto il sindaco.",
    "pt": "A ponte caiu durante a noite e ninguém ficou ferido, disse o prefeito, que não quis falar mais.",
    "nl": "De brug is in de nacht ingestort en niemand raakte gewond, zegt de burgemeester van het dorp.",
    "tr": "Köprü gece çöktü ve kimse yaralanmadı, ancak belediye başkanı daha sonra bir açıklama yaptı.",
    "pl": "Most zawalił się w nocy i nikt nie został ranny, jak powiedział burmistrz.",
    "ru": "Мост обрушился ночью, никто не пострадал, сообщил мэр.",
    "uk": "Міст обвалився вночі, ніхто не постраждав, повідомив мер.",
    "ar": "انهار الجسر ليلا ولم يصب أحد بأذى",
    "fa": "پل در شب فرو ریخت و کسی آسیب ندید",
    "zh": "大桥在夜里倒塌,没有人受伤。",
    "ja": "橋は夜に落ち、けが人はいなかった。",
    "ko": "다리가 밤에 무너졌다.",
    "he": "הגשר קרס בלילה",
    "hi": "पुल रात में गिर गया",
    "el": "Η γέφυρα κατέρρευσε τη νύχτα",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_language(code: str) -> None:
    assert detect_language(SAMPLES[code]) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La policía detuvo a 22 personas en Marbena.", "es"),
        ("Karaova'daki depremde 41 kişi öldü.", "tr"),
    ],
)
def test_one_sentence(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        *("", "12 345", "😀", "Kallsund", "São Paulo military police killed 12", "El Paso police detain five"),
        *("Erdoğan wins", "A judge gave Ines Tolland three years in prison.", "A café owner gave Ines Tolland a meal."),
    ],
)
def test_too_little_to_tell(text: str) -> None:
    assert detect_language(text) == ""


def test_normalise() -> None:
    assert normalise("\ufeffa\r\nb\rc\u2028d\x00e\ud800f") == "a\nb\nc\nd\ufffde\ufffdf"
    assert normalise("Cafe\u0301") == "Café"
    assert normalise("6\u00a0000\u200b men") == "6\u00a0000\u200b men"


def test_normalise_twice_is_once() -> None:
    text = "a\r\r\nb\u0344 \ufeff"
    assert normalise(normalise(text)) == normalise(text)


def test_the_room_is_light_to_enter() -> None:
    code = "import sys, reader.text; print([m for m in ('nupunkt', 'numpy', 'rapidfuzz') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
