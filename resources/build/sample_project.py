"""Write `samples/tamrin-dam.diptych`: the four sample articles with a reader's ratings, tags and notes.

usage: python resources/build/sample_project.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.links import Decisions, NameRef, SameName, decisions_to_json  # noqa: E402
from reader.notes import (  # noqa: E402
    Project,
    add_note,
    add_source,
    add_tag,
    draft_note,
    set_decisions,
    set_metadata,
    set_project_memo,
    set_reliability,
    write_project,
)
from reader.sources import load  # noqa: E402
from reader.text import Span  # noqa: E402

AUTHOR = "Sample reader"
MOMENT = "2025-03-22T10:15:00+01:00"
SAMPLES = ROOT / "samples"


def main() -> None:
    project = Project()
    for path in sorted(SAMPLES.glob("[a-d]-*")):
        project = add_source(project, load(path))
    agency, post, kuryer, correction = (source.key for source in project.sources)
    project = set_metadata(project, kuryer, author="unsigned")
    project = set_reliability(project, agency, "B", basis="Corrects itself openly; names most of its sources.")
    project = set_reliability(project, post, "C", basis="Much of it is the agency's report in other order.")
    project = set_reliability(project, kuryer, "D", basis="Unsigned, translated by machine, figures without a source.")
    project = set_reliability(project, correction, "B")
    for name, colour, words in (
        ("figure disputed", "#c24a12", "Sources give different figures"),
        ("unattributed estimate", "#3b6fc4", "Nobody is named for it"),
        ("one origin", "#5b3fb0", "Rests on the same upstream source as another account"),
    ):
        project = add_tag(project, name, colour=colour, description=words)
    disputed, unattributed, origin = (tag.id for tag in project.codebook.tags)

    def noted(places: list[tuple[str, str]], body: str, rating: str, *tags: str) -> None:
        nonlocal project
        spans = [(key, found(project, key, words)) for key, words in places]
        note = draft_note(project, spans, author=AUTHOR, body=body, rating=rating, tags=tags, clock=lambda: MOMENT)
        project = add_note(project, note)

    noted(
        [(agency, "Between 4,200 and 4,800 residents"), (kuryer, "sometimes reaches, as is said, six thousand")],
        "The directorate is named for the lower figure; nobody for the higher one. The count of 21 March (5,312) lies "
        "between the two. Ask the directorate how it counted.",
        "4",
        disputed,
        unattributed,
    )
    noted(
        [(post, "engineers had warned the authority of a crack in the eastern wall as early as October 2024")],
        "Word for word the agency's sentence, and both rest on al-Wadi: two articles, one origin.",
        "3",
        origin,
    )
    noted(
        [(correction, "It is dated 4 December 2024")],
        "The letter itself. The first report had October.",
        "2",
    )
    noted(
        [(agency, "the sirens worked"), (correction, "I was wrong to say that the sirens worked")],
        "The colonel takes it back a week later.",
        "5",
    )
    noted([(kuryer, "more than three hundred houses")], "The United Nations count 214.", "4", disputed)
    spellings = SameName(NameRef("Wad Sfar"), NameRef("Oued Sfar"), same=True)
    project = set_decisions(project, decisions_to_json(Decisions().adding(spellings)))
    project = set_project_memo(project, "What broke at the Tamrin dam, who knew, and how many had to leave?")
    write_project(project, SAMPLES / "tamrin-dam.diptych")


def found(project: Project, key: str, words: str) -> Span:
    """Where the words stand first in that source; ValueError when they do not."""
    start = project.source(key).article.text.index(words)
    return Span(start, start + len(words))


if __name__ == "__main__":
    main()
