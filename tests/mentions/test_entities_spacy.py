"""The optional spaCy engine, with a stand-in for spaCy."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from importlib.metadata import EntryPoint
from types import ModuleType, SimpleNamespace

import pytest

from reader.errors import AnalysisError
from reader.links import Decisions, compare
from reader.mentions import find_entities, find_mentions, installed_pipelines
from reader.mentions.entities import spacy_engine
from reader.mentions.entities.spacy_engine import _pipeline
from reader.text import Article

TEXT = "Yesterday the Blue Lantern's crew met Ada Quill in Oslo."


class Pipeline:
    max_length = 10

    def __call__(self, text: str) -> SimpleNamespace:
        assert len(text) <= self.max_length
        start = text.index("the Blue")
        entity = SimpleNamespace(label_="ORG", start_char=start, end_char=start + len("the Blue Lantern's"))
        date = SimpleNamespace(label_="DATE", start_char=0, end_char=9)
        return SimpleNamespace(ents=[date, entity])


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    _pipeline.cache_clear()
    yield
    _pipeline.cache_clear()


@pytest.fixture
def spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str, **_: object) -> Pipeline:
        if name != "lantern_sm":
            raise OSError("not found")
        return Pipeline()

    module = ModuleType("spacy")
    module.load, module.__spec__ = load, ModuleSpec("spacy", None)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)
    held = [EntryPoint("lantern_sm", "lantern_sm", "spacy_models")]
    monkeypatch.setattr(spacy_engine, "entry_points", lambda group: held if group == "spacy_models" else [])


@pytest.mark.usefixtures("spacy")
def test_its_spans_come_first_and_the_rules_add_others() -> None:
    found = find_entities(Article.from_text(TEXT), engine="spacy:lantern_sm")
    assert [(m.text, m.kind, m.engine) for m in found] == [
        ("Blue Lantern", "organisation", "spacy:lantern_sm"),
        ("Ada Quill", "person", "rules"),
        ("Oslo", "place", "rules"),
    ]
    assert found[0].evidence == "label ORG"


@pytest.mark.usefixtures("spacy")
def test_the_reader_chooses_it_in_the_decisions() -> None:
    found = compare([Article.from_text(TEXT)], Decisions(engine="spacy:lantern_sm"))
    assert "spacy:lantern_sm" in {m.engine for m in found.sources[0].mentions}
    assert installed_pipelines() == ("lantern_sm",)


@pytest.mark.usefixtures("spacy")
def test_a_missing_pipeline_is_told() -> None:
    with pytest.raises(AnalysisError, match="lantern_sm"):
        find_mentions(Article.from_text(TEXT), engine="spacy:lantern_lg")


def test_without_spacy_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert installed_pipelines() == ()
    with pytest.raises(AnalysisError, match="not installed"):
        find_entities(Article.from_text(TEXT), engine="spacy:lantern_sm")


@pytest.mark.skipif(not installed_pipelines(), reason="needs spaCy and a pipeline")
def test_an_installed_pipeline_marks_names() -> None:
    engine = f"spacy:{installed_pipelines()[0]}"
    text = "Angela Merkel met Barack Obama in Berlin on Tuesday."
    found = find_entities(Article.from_text(text, language="en"), engine=engine)
    assert all(m.span.of(text) == m.text for m in found)
    assert any(m.engine == engine and m.evidence.startswith("label ") for m in found)
