"""Print the score of passage alignment on the gold set of alignments, by kind and languages, and on documents that have
nothing to do with one another.

usage: python tests/bench/alignments.py [--each]

`--each` tells the score of each pair of documents, but for the held-out ones.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.links import align_passages
from tests.links import alignments
from tests.links.alignments import HELD_OUT, Align, Score

WAYS: dict[str, Align] = {"align_passages": align_passages, "compare": alignments.as_in_the_window}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", action="store_true", help="the score of each pair of documents")
    chosen = parser.parse_args()
    cases = alignments.cases()
    for name, align in WAYS.items():
        by_kind: dict[str, Score] = {}
        for case in cases:
            found = alignments.score(case, align)
            held_out = HELD_OUT in case.name
            for kind in ("held out",) if held_out else ("all", f"{case.kind} {case.languages}"):
                by_kind[kind] = by_kind.get(kind, Score()) + found
            if chosen.each and not held_out:
                print(f"  {case.name}: {found}")
        for kind, summed in sorted(by_kind.items()):
            print(f"{name}, {kind}: {summed}", flush=True)
        print(
            "{}, strangers: {} passages aligned in {} pairs of documents".format(
                name, *alignments.strangers(cases, align)
            )
        )


if __name__ == "__main__":
    main()
