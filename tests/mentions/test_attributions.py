"""Attributions: who says it, of what kind, by which cue."""

from __future__ import annotations

import pytest

from reader.mentions.speech.attributions import find_attributions
from reader.mentions.speech.cues import cues_of
from reader.mentions.values import Attribution
from reader.text import Article


def attributions(text: str, language: str = "en") -> list[Attribution]:
    found = find_attributions(Article.from_text(text, language=language))
    for mention in found:
        assert mention.span.of(text) == mention.text
    return [mention.value for mention in found if isinstance(mention.value, Attribution)]


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "cue"),
    [
        ("The bridge is safe, said Ida Marr, an engineer.", "Ida Marr", "named", "said"),
        ("Ida Marr said the bridge is safe.", "Ida Marr", "named", "said"),
        ("Ida Marr, who built it, said the bridge is safe.", "Ida Marr", "named", "said"),
        ("According to the newspaper al-Mishkat, the bridge fell.", "al-Mishkat", "outlet", "According to"),
        ("The Norvian news site Kirvane Post reported that the bridge fell.", "Kirvane Post", "outlet", "reported"),
        ("The report said the bridge was old.", "The report", "document", "said"),
        ("A senior army officer told reporters that the bridge fell.", "A senior army officer", "official", "told"),
        ("Sources say the bridge was mined.", "Sources", "unnamed", "say"),
        ("Two witnesses said the bridge was mined.", "Two witnesses", "unnamed", "said"),
        ("The bridge reportedly fell at night.", "", "hearsay", "reportedly"),
        ("It became known that the bridge was mined.", "", "hearsay", "It became known that"),
        ("The bridge is believed to be unsafe.", "", "hearsay", "is believed to"),
        ("Police said the bridge is closed.", "Police", "official", "said"),
        ("Ida Marr, an engineer, told the Kirvane News Agency that it fell.", "Ida Marr", "named", "told"),
        ("Ida Marr, an engineer, said Norvia would pay.", "Ida Marr", "named", "said"),
    ],
)
def test_speaker_kind_and_cue(text: str, speaker: str, kind: str, cue: str) -> None:
    (found,) = attributions(text)
    assert (found.speaker, found.speaker_kind, found.cue) == (speaker, kind, cue)


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("El puente es seguro, dijo Ana Robles.", "es", "Ana Robles"),
        ("Selon Paul Garnier, le pont est tombé.", "fr", "Paul Garnier"),
        ("Die Brücke ist sicher, sagte Jana Brandt.", "de", "Jana Brandt"),
        ("Мост закрыт, сообщил Олег Панин.", "ru", "Олег Панин"),
    ],
)
def test_other_languages(text: str, language: str, speaker: str) -> None:
    assert [found.speaker for found in attributions(text, language)] == [speaker]


def test_a_pronoun_stands_for_the_speaker_named_last() -> None:
    first, second = attributions("Ida Marr said the bridge is safe. She added that it is old.")
    assert first.speaker == second.speaker == "Ida Marr"


def test_nouns_that_look_like_verbs_of_saying_are_left_alone() -> None:
    assert attributions("The two states signed reports of the talks and kept their notes.") == []


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "text", ["", "said", "said " * 50_000, "He said, " * 30_000, "according to " * 30_000, "A, said" * 30_000]
)
def test_odd_text_ends_in_time(text: str) -> None:
    attributions(text)


_SAID_TO = "said reported believed thought understood alleged estimated rumoured rumored claimed"
_SAID_THAT = "known noted reported said believed thought understood alleged claimed rumoured rumored"
_THAT = (" that", ",")
_HEARSAY = (
    *(f"{was} {verb} to" for was in ("is", "were widely") for verb in _SAID_TO.split()),
    *(f"it {was} {verb}{that}" for was in ("is", "has become widely") for verb in _SAID_THAT.split() for that in _THAT),
    *("reportedly", "allegedly", "supposedly", "purportedly", "it emerged that", "it has emerged on friday that"),
    *("unconfirmed reports", "unconfirmed account", "rumour", "rumors", "the alleged", "a reported"),
)


@pytest.mark.parametrize("said", _HEARSAY)
def test_one_of_the_pieces_stands_in_all_hearsay(said: str) -> None:
    cues = cues_of("en")
    assert cues.hearsay.match(said)
    assert any(piece in said for piece in cues.hearsay_pieces)
