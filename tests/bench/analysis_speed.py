"""Measure how fast the analysis is: warm times, slopes over text and sources, adding a source, stopping, imports.

usage: python tests/bench/analysis_speed.py [--large] [ROW ...]

ROW is one of warm, words, text, sources, added, stop, import (all of them without a name). Texts are made here from
sentence patterns and invented names, or are the samples, so the figures need no data; where spaCy and a small English
pipeline are installed, `words` is told beside the time that its names alone take. Processor time is told beside time on
the clock: on a busy machine the first is the one to trust. `--large` goes to 5 MB of text and 32 sources instead of
250 KB and 8.
"""

from __future__ import annotations

import argparse
import math
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.errors import AnalysisStopped  # noqa: E402
from reader.links import Memory, compare  # noqa: E402
from reader.mentions import Evidence, entity_evidence, find_entities, find_mentions  # noqa: E402
from reader.sources import article_files, load  # noqa: E402
from reader.text import Article  # noqa: E402

SPREAD = ("an", "bel", "cor", "dra", "el", "fen", "gar", "hol", "is", "jur", "kal", "lom", "mir", "nor", "os", "pel")
ENDS = ("vik", "stad", "ova", "ides", "ssen", "ucci", "berg", "man", "oti", "ald", "ero", "una")
GIVEN = ("Anna", "Boris", "Carla", "David", "Elena", "Farid", "Greta", "Hassan", "Irene", "Jonas", "Karim", "Laura")
TITLES = ("Governor", "Dr", "Colonel", "Mayor", "Professor", "Inspector", "Minister", "")
THINGS = ("houses", "trucks", "families", "workers", "fishing boats", "students", "patients", "bridges", "buses")
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "November", "December")
NOUNS = (
    "harvest", "ferry", "quarry", "hospital", "railway", "orchestra", "glacier", "warehouse", "lighthouse", "bakery",
    "laboratory", "vineyard", "stadium", "monastery", "sawmill", "library", "tunnel", "greenhouse", "brewery", "museum",
)  # fmt: skip
ACTS = (
    "praised", "delayed", "sold", "repaired", "inspected", "abandoned", "widened", "taxed", "photographed", "blamed",
    "insured", "painted", "searched", "rented", "guarded", "lit", "cleaned", "mapped", "closed", "moved",
)  # fmt: skip
QUALITIES = (
    "narrow", "costly", "silent", "wooden", "famous", "muddy", "empty", "modern", "fragile", "noisy", "distant",
    "cheap", "steep", "frozen", "bright", "rusty",
)  # fmt: skip
PATTERNS = (
    "{title} {given} {name} said on {day} {month} that {n} {things} were {act} because the {noun} was too {quality}.",
    '"We {act} the {quality} {noun} before noon and nobody knows about the rest," {name} told reporters in {place}.',
    "Owners of the {place} {Noun} Company put the loss at ${m} million, up from ${k} million in {month} {year}.",
    "Some {percent}% of the {things} near the {noun} are {quality}, according to a report that {name} {act}.",
    "The {quality} road from {place} to the {noun}, {n} kilometres long, will be {act} for {k} days.",
    "{given} {name}, who leads the {place} Rescue Union, {act} the {noun} in {year}, but little was done.",
    "At least {k} people were hurt when the {quality} wall of a {noun} fell, officials in {other} said.",
    "Between {k} and {n} {things} may be missing from the {noun}, which thieves {act} at night.",
    "Rain kept falling on the {quality} {noun}, and what had been {act} could not be dried before the next morning.",
    "Schools in {other} stay shut until {month} {day}, although a {quality} {noun} opened again last week.",
    "Few would say who {act} the {noun}; {given} {name} denied that it was so {quality}.",
    "A {quality} {noun} stands where the river rose by {f} metres within {k} hours in the flood of {year}.",
    "Nobody {act} anything that day, and the {noun} looked as {quality} as ever.",
    "The {quality} {noun} needs new windows, and visitors have often {act} the old ones.",
    "Why the {noun} was {act} twice remains a {quality} question.",
)
Pool = list[tuple[str, str]]
Timed = tuple[float, float]


def event(seed: int, size: int) -> tuple[Pool, list[str]]:
    """The people and places of one event; the more text, the more of them."""
    rng = random.Random(seed)
    count = 12 + size // 2000

    def name() -> str:
        return ("".join(rng.choices(SPREAD, k=rng.randint(1, 3))) + rng.choice(ENDS)).capitalize()

    return [(rng.choice(GIVEN), name()) for _ in range(count)], [name() for _ in range(count // 2)]


def account(seed: int, size: int, people: Pool, places: list[str]) -> Article:
    """An article of `size` code points about the event of these people and places."""
    rng = random.Random(seed)
    paragraphs: list[str] = []
    length = 0
    while length < size:
        sentences = []
        for _ in range(rng.randint(2, 5)):
            given, name = rng.choice(people)
            filled = rng.choice(PATTERNS).format(
                given=given, name=name, title=rng.choice(TITLES), place=rng.choice(places), other=rng.choice(places),
                noun=(noun := rng.choice(NOUNS)), Noun=noun.title(), act=rng.choice(ACTS),
                quality=rng.choice(QUALITIES), things=rng.choice(THINGS), month=rng.choice(MONTHS),
                day=rng.randint(1, 28), year=rng.randint(1990, 2023), n=f"{rng.randint(20, 9000):,}",
                k=rng.randint(2, 19), m=rng.randint(20, 900), f=rng.randint(10, 99) / 10, percent=rng.randint(2, 98),
            )  # fmt: skip
            sentences.append(filled.strip())
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return Article.from_text("\n\n".join(paragraphs), published="2024-03-05", language="en", key=f"k{seed}")


def accounts(count: int, size: int, seed: int = 1) -> list[Article]:
    people, places = event(seed, size)
    return [account(seed * 1000 + n, size, people, places) for n in range(count)]


def timed(work: Callable[[], object]) -> Timed:
    """Seconds of processor time and on the clock."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def middle(work: Callable[[], object], times: int = 5) -> Timed:
    runs = [timed(work) for _ in range(times)]
    return median(r[0] for r in runs), median(r[1] for r in runs)


def slope(points: list[tuple[float, float]]) -> float:
    """The log-log slope of the least-squares line through the points."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def row(what: str, value: str, wanted: str = "") -> None:
    print(f"{what:52}{value:>44}  {wanted}", flush=True)


def told(cpu_wall: Timed) -> str:
    return f"{cpu_wall[0] * 1000:,.0f} ms processor, {cpu_wall[1] * 1000:,.0f} ms clock"


def warm(large: bool) -> None:
    pairs = [accounts(2, 5000, seed) for seed in range(2, 9)]
    compare(pairs[0])
    runs = [timed(lambda pair=pair: compare(pair)) for pair in pairs[1:]]  # type: ignore[misc]
    row(
        "two articles of 5 KB, warm",
        told((median(r[0] for r in runs), median(r[1] for r in runs))),
        "well under 100 ms",
    )


def words(large: bool) -> None:
    """Words a second of the whole analysis, and of its steps; each run reads articles that were never read before."""
    samples = [load(file) for file in article_files(ROOT / "samples")]
    steps: dict[str, Callable[[list[Article]], object]] = {
        "the names of each article": lambda texts: _with_evidence(texts, find_entities),
        "all that each article mentions": lambda texts: _with_evidence(texts, find_mentions),
        "whole analysis": compare,
    }
    for what, texts in (("made text", accounts(2, 50_000, 9)), ("samples", samples)):
        count = sum(len(a.text.split()) for a in texts)
        pipelines = [
            (name, middle(lambda texts=texts, find=find: [find(a.text) for a in texts])[0])  # type: ignore[misc]
            for name, find in _small_pipelines()
        ]
        for step, work in steps.items():
            unread = iter([_never_read(texts, number) for number in range(6)])
            work(next(unread))
            cpu, wall = middle(lambda work=work, unread=unread: work(next(unread)))  # type: ignore[misc]
            row(f"words a second, {step}, {what}", f"{count / cpu:,.0f} processor, {count / wall:,.0f} clock")
            for name, beside in pipelines:
                row(f"  beside the names alone of {name}", f"{beside / cpu:.1f} times", "at least 10 times")


def _never_read(texts: list[Article], number: int) -> list[Article]:
    """The same articles with so many line ends more, which nothing is known about."""
    return [replace(a, text=a.text + "\n" * (number + 1)) for a in texts]


def _with_evidence(texts: list[Article], find: Callable[[Article, Evidence], object]) -> None:
    evidence = Evidence.of_all([entity_evidence(article) for article in texts])
    for article in texts:
        find(article, evidence)


def _small_pipelines() -> list[tuple[str, Callable[[str], object]]]:
    """spaCy's small English pipelines, as far as they are installed, with nothing of them but what finds names."""
    try:
        import spacy
    except ImportError:
        return []
    names = [name for name in spacy.util.get_installed_models() if name.startswith("en_core_web_sm")]
    return [(name, spacy.load(name, enable=["ner"])) for name in names]


def over(what: str, points: list[tuple[float, Timed]]) -> None:
    for x, cpu_wall in points:
        row(f"  {x:g} {what}", told(cpu_wall))
    cpu, wall = slope([(x, c) for x, (c, _) in points]), slope([(x, w) for x, (_, w) in points])
    row(f"log-log slope over {what}", f"{cpu:.2f} processor, {wall:.2f} clock", "at most 1.15")


def text(large: bool) -> None:
    sizes = (10, 50, 250, *((1000, 5000) if large else ()))
    over("KB of text in two sources", [(s, _two_of(s)) for s in sizes])


def _two_of(size: int) -> Timed:
    pair = accounts(2, size * 500, 10)
    return middle(lambda: compare(pair), 3 if size < 100 else 1)


def sources(large: bool) -> None:
    """The least of five rounds over all sizes: what else the machine does falls on one size and not on another."""
    found = accounts(32, 5000, 11)
    counts = (2, 4, 8, *((16, 32) if large else ()))
    rounds = [[timed(lambda n=n: compare(found[:n])) for n in counts] for _ in range(5)]  # type: ignore[misc]
    points = [
        (float(n), (min(r[0] for r in runs), min(r[1] for r in runs)))
        for n, runs in zip(counts, zip(*rounds, strict=True), strict=True)
    ]
    over("sources of 5 KB", points)
    if large:
        told_of = slope([(n, cpu) for n, (cpu, _) in points[:-1]])
        row("the same from 2 to 16 sources", f"{told_of:.2f} processor", "at most 1.15")


def added(large: bool) -> None:
    found = accounts(11, 5000, 12)
    shares: list[float] = []
    clock: list[float] = []
    for _ in range(3):
        memory = Memory()
        compare(found[:10], memory=memory)
        more = timed(lambda memory=memory: compare(found, memory=memory))  # type: ignore[misc]
        whole = timed(lambda: compare(found))
        shares.append(more[0] / whole[0])
        clock.append(more[1] / whole[1])
    row(
        "one source added to ten, of the whole analysis",
        f"{median(shares):.2f} processor, {median(clock):.2f} clock",
        "about 0.1",
    )


def stop(large: bool) -> None:
    """The longest time between two questions whether to stop, over the whole analysis."""
    for size in (5_000, 100_000, 500_000):
        gaps: list[Timed] = []
        last = (time.process_time(), time.perf_counter())

        def asked() -> bool:
            nonlocal last
            now = (time.process_time(), time.perf_counter())
            gaps.append((now[0] - last[0], now[1] - last[1]))  # noqa: B023
            last = now
            return False

        pair = accounts(2, size, 13)
        last = (time.process_time(), time.perf_counter())
        compare(pair, should_stop=asked)
        row(
            f"slowest to stop, two articles of {size // 1000} KB",
            told((max(g[0] for g in gaps), max(g[1] for g in gaps))),
            "under 100 ms",
        )
    try:
        compare(accounts(2, 5000, 14), should_stop=lambda: True)
        row("stopped when asked to", "no", "yes")
    except AnalysisStopped:
        row("stopped when asked to", "yes", "yes")


def imported(large: bool) -> None:
    code = "import sys, time; t = time.perf_counter(); import reader.links; t = time.perf_counter() - t"
    code += "; print(t, len(sys.modules))"
    runs = []
    for _ in range(5):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
        seconds, modules = done.stdout.split()
        runs.append((float(seconds), int(modules)))
    seconds_, modules_ = median(r[0] for r in runs), runs[0][1]
    row("import reader.links", f"{seconds_ * 1000:.0f} ms clock, {modules_} modules")


ROWS: dict[str, Callable[[bool], None]] = {
    "warm": warm, "words": words, "text": text, "sources": sources, "added": added, "stop": stop, "import": imported,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=" ".join(ROWS))
    parser.add_argument("--large", action="store_true", help="5 MB of text and 32 sources instead of 250 KB and 8")
    asked = parser.parse_args()
    for name in asked.rows or ROWS:
        ROWS[name](asked.large)


if __name__ == "__main__":
    main()
