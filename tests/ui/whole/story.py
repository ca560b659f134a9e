"""Four accounts of one event with a comparison made by hand, so that a better analysis leaves the pictures alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reader.links import Alignment, ComparedSource, Comparison, Entity, LedgerRow, Side, source_id
from reader.mentions import DateValue, Mention, Quantity
from reader.notes import Project, Source, add_note, draft_note, set_rating
from reader.text import Article, Span, find_passages

_TEXTS = (
    """Storm tide floods Port Ellery, 300 leave their homes

A storm tide broke the eastern sea wall of Port Ellery in the night to 9 March 2024. Mayor Runa Calder said that 300
people had left their homes and that two fishermen were missing.

The Coastal Watch had warned of the wind on 7 March. Nobody, it said later, had warned of the wall. The wall was built
in 1962 and raised by half a metre twenty years ago.

“We heard the stones go one after another,” said Calder, who spent the night in the school above the harbour. Pumps
from Northby arrived in the morning, and the road to Saint Bryn was open again by noon.
""",
    """Sea wall fails at Port Ellery

At least 450 residents were brought to safety when the sea wall at Port Ellery gave way on Saturday, the Coastal Watch
reported. Two men from a fishing boat have not been found.

R. Calder, the mayor, asked the government in Northby for pumps and for money. The wall had been inspected in
November 2023, she said, and nothing was found.

Engineers speak of a gap of 40 metres. Whether the wall can be closed before the next spring tide, nobody would say.
""",
    """Night of water

The council of Port Ellery thanks all who helped. Around 300 neighbours slept in the school; no child was hurt. The
Coastal Watch searches for two fishermen still.

The gap in the wall measures 25 metres. It will be closed with sandbags from Northby by 14 March.
""",
    """Letter from Saint Bryn

For a day the road to Port Ellery was under water, and the bakery sold no bread. Some 500 people are said to have fled.
They will come back when the wall stands, as they did in 1962.

My neighbour sent two pumps to Mayor Calder.
""",
)
_TITLES = ("Storm tide floods Port Ellery", "Sea wall fails at Port Ellery", "Night of water", "Letter from Saint Bryn")
_OUTLETS = ("Ellery Courier", "Northby Wire", "Council of Port Ellery", "")
_NAMES = {
    "Port Ellery": "place", "Coastal Watch": "organisation", "Runa Calder": "person", "R. Calder": "person",
    "Mayor Calder": "person", "Northby": "place", "Saint Bryn": "place",
}  # fmt: skip
_ENTITY = {"Runa Calder": "Runa Calder", "R. Calder": "Runa Calder", "Mayor Calder": "Runa Calder"}
_PEOPLE = {"300 people": (300, 300), "At least 450 residents": (450, None), "Around 300 neighbours": (300, 300),
           "Some 500 people": (500, 500)}  # fmt: skip
_GAP = {"40 metres": (40, 40), "25 metres": (25, 25)}
_DAYS = {
    "9 March 2024": (date(2024, 3, 9), date(2024, 3, 9)), "7 March": (date(2024, 3, 7), date(2024, 3, 7)),
    "Saturday": (date(2024, 3, 9), date(2024, 3, 9)), "November 2023": (date(2023, 11, 1), date(2023, 11, 30)),
    "14 March": (date(2024, 3, 14), date(2024, 3, 14)),
}  # fmt: skip


def articles(count: int) -> list[Article]:
    """The first accounts."""
    held = zip(_TEXTS, _TITLES, _OUTLETS, range(count), strict=False)
    return [
        Article.from_text(
            _one_line_a_paragraph(text),
            key=f"story-{n}",
            title=title,
            publisher=outlet or None,
            published=f"2024-03-1{n}",
        )
        for text, title, outlet, n in held
    ]


def _one_line_a_paragraph(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def comparison(held: list[Article]) -> Comparison:
    """What the accounts share: names, how many fled, how wide the gap is, the day, and passages on one thing."""
    sources = tuple(
        ComparedSource(source_id(n), article, find_passages(article), tuple(_mentions(source_id(n), article)))
        for n, article in enumerate(held)
    )
    every = [m for source in sources for m in source.mentions]
    entities = []
    for name in dict.fromkeys(_ENTITY.get(words, words) for words in _NAMES):
        own = [m for m in every if _ENTITY.get(m.text, m.text) == name]
        variants = {s.id: tuple(dict.fromkeys(m.text for m in own if m in s.mentions)) for s in sources}
        variants = {letter: words for letter, words in variants.items() if words}
        if len(variants) > 1:
            ids = tuple(m.id for m in own)
            entities.append(Entity(f"E{len(entities)}", name, own[0].kind, variants, ids, ("same surname",)))
    return Comparison(sources, tuple(entities), (), tuple(_alignments(sources)), tuple(_rows(every, entities)), ())


def _mentions(letter: str, article: Article) -> list[Mention]:
    found = []
    for words, kind in _NAMES.items():
        at = article.text.find(words)
        while at >= 0:
            found.append(Mention(Span(at, at + len(words)), words, kind))  # type: ignore[arg-type]
            at = article.text.find(words, at + 1)
    numbers = [(words, Quantity(*ends, counted="residents")) for words, ends in _PEOPLE.items()]
    numbers += [(words, Quantity(*ends, unit="metre")) for words, ends in _GAP.items()]
    dates = [(words, DateValue(*ends, ends[0].isoformat())) for words, ends in _DAYS.items()]
    for words, value in (*numbers, *dates):
        at = article.text.find(words)
        if at >= 0:
            kind = "date" if isinstance(value, DateValue) else "quantity" if value.unit else "number"
            found.append(Mention(Span(at, at + len(words)), words, kind, value))  # type: ignore[arg-type]
    found.sort(key=lambda m: m.span)
    return [replace(mention, id=f"{letter}{n}") for n, mention in enumerate(found, 1)]


def _rows(every: list[Mention], entities: list[Entity]) -> list[LedgerRow]:
    def cells(words: object) -> dict[str, tuple[str, ...]]:
        held: dict[str, tuple[str, ...]] = {}
        for m in every:
            if m.text in words:  # type: ignore[operator]
                held[m.id[0]] = (*held.get(m.id[0], ()), m.id)
        return held

    told = (
        ("residents who fled", "quantity", "differ", _PEOPLE, "300 lies outside of what B says: at least 450.", 9),
        ("width of the gap", "quantity", "differ", _GAP, "40 metres are more than 25 metres.", 8),
        ("9 March 2024", "date", "agree", ("9 March 2024", "Saturday"), "Both mean the same day.", 7),
        ("November 2023", "date", "only", ("November 2023",), "Only one source says it.", 1),
    )
    rows = [
        LedgerRow(f"R{n}", kind, verdict, label, cells(words), reason, key=label, importance=weight)  # type: ignore[arg-type]
        for n, (label, kind, verdict, words, reason, weight) in enumerate(told)
        if cells(words)
    ]
    for e in entities:
        own = {letter: tuple(i for i in e.mentions if i[0] == letter) for letter in e.variants}
        rows.append(LedgerRow(f"N{e.id}", "entity", "agree", e.label, own, "One name.", key=e.label, entity=e.id))
    return rows


def _alignments(sources: tuple[ComparedSource, ...]) -> list[Alignment]:
    """The paragraph that tells how many fled, and the one that tells of the wall, in every pair of accounts."""
    topics = (
        ("left their", "brought to safety", "slept in the school", "are said to have"),
        ("The wall w", "The wall h", "The gap", "They will"),
    )
    found = []
    for n, a in enumerate(sources):
        for b in sources[n + 1 :]:
            for strength, words in zip((0.9, 0.6), topics, strict=True):
                ends = [
                    next(
                        (i for i, p in enumerate(s.passages) if any(w in p.span.of(s.article.text) for w in words)), -1
                    )
                    for s in (a, b)
                ]
                if min(ends) >= 0:
                    found.append(Alignment(Side(a.id, ends[:1]), Side(b.id, ends[1:]), strength, "share a topic"))  # type: ignore[arg-type]
    return found


def project(count: int) -> Project:
    """The first accounts, two of them rated, with two notes."""
    held = [
        Source(article, reliability=code) for article, code in zip(articles(count), ("B", "C", "", ""), strict=False)
    ]
    made = Project(sources=tuple(held))
    for number, (key, words, code, body) in enumerate(
        (
            ("story-0", "two fishermen were missing", "2", "Both papers have it, from different people."),
            ("story-1", "a gap of 40 metres", "4", "Who measured? Ask the Coastal Watch."),
        )
    ):
        at = made.source(key).article.text.index(words)
        note = draft_note(made, [(key, Span(at, at + len(words)))], author="Ada", body=body)
        note = replace(note, id=f"note-{number}", created="2024-03-12T09:00:00Z", modified="2024-03-12T09:00:00Z")
        made = set_rating(add_note(made, note), note.id, code)
    return replace(made, notes=tuple(replace(n, modified="2024-03-12T09:00:00Z") for n in made.notes))
