"""Write which English nouns stand for one another or their kind, and which are of people: kindred_nouns.tsv.

usage: python resources/build/kindred_nouns.py FOLDER

FOLDER holds data.noun and index.noun of Princeton WordNet 3.0 (Debian's wordnet-base has them in /usr/share/wordnet).

Kept are frequent nouns of people, things, places and deeds. Two nouns stand for one another where they share a sense
that is not a rare one of both; a noun is of a kind where the kind is what WordNet calls it first, unless the kind has
so many others under it that it tells nothing ("individual", "device").
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

DATA = Path(__file__).resolve().parent.parent / "data"
FREQUENT = 18_000
"""Of the word pieces of the word vectors, the most frequent first."""
FIELDS = {4, 5, 6, 10, 13, 14, 15, 17, 18, 20, 21}
"""WordNet's files of deeds, animals, things, words, food, groups, places, objects, people, plants and money."""
PEOPLE, THINGS, USUAL = 18, {5, 6, 7, 10, 13, 15, 17, 19, 20, 21, 23, 28}, 5
KINDS = {5, 6, 14, 18, 21}
FIRST, ANY, KIND = 3, 7, 2
"""How far down the senses of a noun one may stand: of one of the two, of either, of a noun and its kind."""
MOST = 9
"""How many nouns may be of one kind."""


def main(folder: Path) -> None:
    known = set((DATA / "common_words_en.txt").read_text(encoding="utf-8").split())
    with np.load(DATA / "word_vectors.npz") as table:
        pieces = table["words"].tobytes().decode("ascii").split("\n")
    frequent = set(pieces[:FREQUENT]) & known
    senses = _senses(folder / "index.noun")
    meanings = _meanings(folder / "data.noun", frequent)
    same: dict[str, set[str]] = defaultdict(set)
    under: dict[str, set[str]] = defaultdict(set)
    for at, (field, nouns, above) in meanings.items():
        places = {noun: senses[noun].index(at) for noun in nouns if at in senses.get(noun, ())}
        if field in FIELDS:
            for one, its in places.items():
                for other, place in places.items():
                    if one != other and min(its, place) < FIRST and max(its, place) < ANY:
                        same[one].add(other)
        for higher in above if field in KINDS else ():
            kinds = [n for n in meanings[higher][1] if higher in senses.get(n, ())[:KIND]]
            for noun in (n for n, place in places.items() if place < KIND):
                for kind in kinds:
                    under[kind].add(noun)
    lines = []
    people = {noun for noun in known & senses.keys() if _of_people([meanings[at][0] for at in senses[noun][:USUAL]])}
    for noun in sorted(same.keys() | set().union(*under.values()) | people):
        kinds = sorted(kind for kind, held in under.items() if noun in held and len(held) <= MOST)
        kinds = [kind for kind in kinds if kind != noun and kind not in same[noun]]
        person = "person" if noun in people else ""
        if same[noun] or kinds or person:
            lines.append(f"{noun}\t{' '.join(sorted(same[noun]))}\t{' '.join(kinds)}\t{person}\n")
    (DATA / "kindred_nouns.tsv").write_text("".join(lines), encoding="utf-8")


def _of_people(fields: list[int]) -> bool:
    """Whether a noun is first of people and, in its usual senses, of nothing that could be counted beside them."""
    return fields[0] == PEOPLE and not THINGS & set(fields)


def _senses(path: Path) -> dict[str, list[str]]:
    """The meanings of each noun, the most usual first."""
    found = {}
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            found[fields[0]] = fields[6 + int(fields[3]) :]
    return found


def _meanings(path: Path, frequent: set[str]) -> dict[str, tuple[int, list[str], list[str]]]:
    """By its number the field of a meaning, its frequent nouns, and the meanings above it."""
    found = {}
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        nouns = [noun for noun in fields[4 : 4 + 2 * count : 2] if noun in frequent]
        links = fields[5 + 2 * count :]
        above = [links[n + 1] for n in range(0, len(links), 4) if links[n] == "@" and links[n + 2] == "n"]
        found[fields[0]] = int(fields[1]), nouns, above
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
