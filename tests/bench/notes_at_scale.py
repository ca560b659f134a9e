"""Time re-anchoring 1,000 notes in 1 MB, and a project of 10,000 notes in 20 sources against one of 10 notes.

Run it as `python -m tests.bench.notes_at_scale`; times are processor seconds, read the ratios.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.notes import Project, add_notes, add_source, draft_notes, read_project, set_body, write_project
from reader.text import Article, Span, find_anchors, make_anchors

CHANCE = random.Random(3)
WORDS = ["".join(CHANCE.choices("abcdefghijklmnopqrstuvwxyz", k=CHANCE.randint(2, 10))) for _ in range(20_000)]


def text_of(length: int) -> str:
    """About `length` code points of sentences; frequent words are frequent, as in a language."""
    made = [WORDS[int(len(WORDS) * CHANCE.random() ** 3)] for _ in range(length // 7)]
    sentences = [" ".join(made[at : at + 12]).capitalize() + "." for at in range(0, len(made), 12)]
    return "".join(s + ("\n\n" if n % 6 == 5 else " ") for n, s in enumerate(sentences))


def edited(text: str, share: float) -> str:
    """The text with that share of its words replaced, and a paragraph put in before it."""
    words = text.split(" ")
    for at in CHANCE.sample(range(len(words)), int(share * len(words))):
        words[at] = CHANCE.choice(WORDS)
    return "A paragraph that was not there.\n\n" + " ".join(words)


def seconds(act: Callable[[], object]) -> float:
    """The least of three runs."""
    taken = []
    for _ in range(3):
        before = time.process_time()
        act()
        taken.append(time.process_time() - before)
    return min(taken)


def project_of(notes: int) -> Project:
    """Twenty sources with so many notes."""
    made = Project()
    for number in range(20):
        made = add_source(made, Article.from_text(text_of(20_000), key=f"s{number}"))
    places = [(f"s{n % 20}", Span(start := CHANCE.randrange(15_000), start + 40)) for n in range(notes)]
    return add_notes(made, draft_notes(made, places, body="What does this rest on?", rating="3"))


def main() -> None:
    for size in (250_000, 1_000_000):
        text = text_of(size)
        spans = [Span(start := CHANCE.randrange(len(text) - 200), start + CHANCE.randint(5, 150)) for _ in range(1000)]
        anchors = make_anchors(text, spans)
        for share in (0.0, 0.005, 0.05):
            new = edited(text, share)
            found = find_anchors(anchors, new)
            certain = sum(match is not None and match.certain for match in found)
            taken = seconds(lambda anchors=anchors, new=new: find_anchors(anchors, new))  # type: ignore[misc]
            print(f"1,000 notes in {len(text):,} code points, {share:.1%} edited: {taken:.2f} s, {certain} certain")
    times: dict[str, list[float]] = {}
    for notes in (10, 10_000):
        project = project_of(notes)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "scale.diptych"
            times.setdefault("save", []).append(seconds(lambda: write_project(project, path)))  # noqa: B023
            times.setdefault("open", []).append(seconds(lambda: read_project(path)))  # noqa: B023
        note = project.notes[0].id
        times.setdefault("edit", []).append(seconds(lambda: set_body(project, note, "changed")))  # noqa: B023
    for name, (few, many) in times.items():
        print(f"{name}: {few * 1000:.1f} ms with 10 notes, {many * 1000:.1f} ms with 10,000: {many / few:.0f} times")


if __name__ == "__main__":
    main()
