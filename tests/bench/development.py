"""Measure the analysis on the development data with its own scorers.

usage: python tests/bench/development.py [--data ../shared/dev] [--all-lines] [SET ...]

Every prediction goes through the public Python names; the figures are the scorers' own last lines. The data are not
part of the project: without the folder the script says so and stops.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.errors import LoadError, PasswordError  # noqa: E402
from reader.links import align_passages, aligned_cells, compare, passage_similarity, same_name  # noqa: E402
from reader.mentions import find_mentions  # noqa: E402
from reader.reports import comparison_json, mention_json  # noqa: E402
from reader.sources import load  # noqa: E402
from reader.text import Article, Span, find_anchor, make_anchor  # noqa: E402

Row = dict[str, Any]
Predict = Callable[[Path], Iterator[Row]]
NUMBERS = {"number", "percent", "money", "quantity", "ordinal", "duration"}


def rows(path: Path) -> list[Row]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def table(path: Path) -> list[Row]:
    head, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]


def entities(path: Path) -> Iterator[Row]:
    """Clusters of mentions of one entity."""
    for case in rows(path):
        docs = case["docs"]
        found = comparison_json(compare([Article.from_text(d["text"], language=d.get("lang", "")) for d in docs]))
        place = {
            m["id"]: [d["id"], m["start"], m["end"]]
            for d, source in zip(docs, found["sources"], strict=True)
            for m in source["mentions"]
        }
        yield {"id": case["id"], "clusters": [[place[m] for m in e["mentions"]] for e in found["entities"]]}


def names(path: Path) -> Iterator[Row]:
    for pair in table(path):
        match = same_name(pair["a"], pair["b"])
        yield {"id": pair["id"], "score": match.score / 100, "same": int(match.band == "sure")}


def quantities(path: Path) -> Iterator[Row]:
    for case in rows(path):
        article = Article.from_text(case["text"], published=case.get("ref"), language=case.get("lang", ""))
        found = [row for m in find_mentions(article) for row in quantity_rows(mention_json(m))]
        yield {"id": case["id"], "quantities": found}


def quantity_rows(mention: Row) -> Iterator[Row]:
    """One mention in the scorer's form; a bound also as the plain number it is made of; nothing for other kinds."""
    value, kind = mention["value"], mention["kind"]
    row = {"start": mention["start"], "end": mention["end"], "kind": "quantity" if kind == "duration" else kind}
    if kind in NUMBERS:
        low, high = value["low"], value["high"]
        row["unit"] = value["unit"]
        if low == high:
            yield row | {"value": low}
        elif low is None or high is None:
            yield row | {"kind": "bound", "low": low, "high": high}
            yield row | {"value": high if low is None else low}
        else:
            yield row | {"kind": "range", "low": low, "high": high}
    elif kind == "date" and "/" in value["iso"]:
        yield row | {"kind": "daterange", "low": value["low"], "high": value["high"]}
    elif kind == "date":
        yield row | {"value": value["iso"]}


def alignment(path: Path) -> Iterator[Row]:
    for case in rows(path):
        yield {"id": case["id"], "pairs": [list(pair) for pair in align_passages(case["docA"], case["docB"])]}


def alignment_compared(path: Path) -> Iterator[Row]:
    """The same as the window gets it: each sentence a paragraph of its source."""
    for case in rows(path):
        docs = (case["docA"], case["docB"])
        begins = [[0, *accumulate(len(sentence) + 2 for sentence in doc)] for doc in docs]
        found = compare([Article.from_text("\n\n".join(doc), key=key) for doc, key in zip(docs, "ab", strict=True)])
        one, other = (
            [bisect_right(begin, passage.span.start) - 1 for passage in source.passages]
            for begin, source in zip(begins, found.sources, strict=True)
        )
        pairs = aligned_cells(found.alignments, "A", "B")
        yield {"id": case["id"], "pairs": [[one[i], other[j], score] for i, j, score in pairs]}


def paraphrase(path: Path) -> Iterator[Row]:
    for pair in table(path):
        yield {"id": pair["id"], "score": passage_similarity(pair["a"], pair["b"])}


def anchoring(path: Path) -> Iterator[Row]:
    """Uncertain places count as places: the program shows them and asks."""
    for case in rows(path):
        old, start = case["old_text"], case["start"]
        match = find_anchor(make_anchor(old, Span(start, start + len(case["quote"]))), case["new_text"])
        yield {"id": case["id"], "span": [match.span.start, match.span.end] if match else None}


def html(path: Path) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for page in rows(path):
            file = Path(folder, page["id"] + ".html")
            file.write_text(page["html"], encoding="utf-8")
            article = load(file)
            kept = [b.span.of(article.text) for b in article.blocks if b.kind != "boilerplate"]
            yield {"id": page["id"], "text": "\n".join(kept)}


def ugly(path: Path) -> Iterator[Row]:
    for row in table(path):
        try:
            article = load(path.parent / row["file"])
            yield {"file": row["file"], "status": "ok", "text": article.text}
        except PasswordError:
            yield {"file": row["file"], "status": "password"}
        except LoadError:
            yield {"file": row["file"], "status": "error"}


SETS: dict[str, list[tuple[Predict, str, list[str]]]] = {
    "entities": [
        (entities, "entities_ecb.jsonl", []),
        (entities, "entities_meantime.jsonl", []),
        (entities, "entities_crosslingual.jsonl", []),
    ],
    "names": [(names, "names.tsv", [])],
    "quantities": [(quantities, "quantities.jsonl", ["--lang", "en"]), (quantities, "quantities.jsonl", [])],
    "alignment": [(alignment, "alignment.jsonl", []), (alignment_compared, "alignment.jsonl", [])],
    "paraphrase": [(paraphrase, "paraphrase.tsv", [])],
    "anchoring": [(anchoring, "anchoring.jsonl", [])],
    "html": [(html, "html_pages.jsonl.xz", [])],
    "ugly": [(ugly, "ugly/MANIFEST.tsv", [])],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "dev")
    parser.add_argument("--all-lines", action="store_true", help="the scorers' whole output, not the last line only")
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    chosen = parser.parse_args()
    if not chosen.data.is_dir():
        sys.exit(f"{chosen.data} is not here: nothing to measure on")
    for name in chosen.sets or SETS:
        for predict, file, options in SETS[name]:
            gold = chosen.data / file
            scorer = chosen.data / f"score_{name}.py"
            lines = "\n".join(json.dumps(row) for row in predict(gold))
            done = subprocess.run(
                [sys.executable, str(scorer), str(gold), "-", *options], input=lines, capture_output=True, text=True
            )
            report = (done.stdout + done.stderr).rstrip().split("\n")
            print(f"{predict.__name__}, {file}: " + "\n".join(report if chosen.all_lines else report[-1:]), flush=True)


if __name__ == "__main__":
    main()
