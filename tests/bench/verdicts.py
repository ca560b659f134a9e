"""Print the score of the ledger on the gold set of verdicts and on whole accounts.

usage: python tests/bench/verdicts.py [--wrong]

`--wrong` names the pairs that were judged otherwise, but for the held-out file, which is not looked into.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.links import accounts, gold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="name the pairs judged otherwise")
    chosen = parser.parse_args()
    for name in gold.FILES + gold.LISTED:
        score = gold.score(name)
        print(f"{name}: {score}", flush=True)
        if chosen.wrong and "held_out" not in name:
            for pair, wanted, said in score.wrong:
                print(f"  {pair}: {wanted}, not {said}")
    for folder in accounts.FOLDERS:
        found = accounts.score(folder)
        print(f"{folder}: {found}", flush=True)
        if chosen.wrong and "held_out" not in folder:
            print("".join(f"  {line}\n" for line in found.told), end="")


if __name__ == "__main__":
    main()
