"""Re-anchoring after edits made here, so that the right answer is known: anchors right, wrong, asked about, and lost.

usage: python -m tests.bench.anchoring_edits [--rounds N] [TEXT FILE ...]

Every code point carries where it came from, so the truth of any mix of edits is known. A passage is recoverable when at
least half of its letters are left, in one place; passages torn apart are left out. It is right when what was found
covers it (intersection over union 0.8, as the development data have it), "ends off" when it is the right place with
other ends, wrong when it is put elsewhere, or anywhere though it is gone, without asking. The program is asked as its
window asks it, through `diagnose`. Without files the sample articles are used.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from reader.notes import Project, add_notes, add_source, diagnose, draft_note
from reader.shipped import samples
from reader.sources import load
from reader.text import Article, Span

Letters = list[tuple[str, int, bool]]
"""Each code point of a text, where it (or what it replaced) stood in the old one (-1: new), whether it is the same."""
Edit = Callable[[Letters, Span, random.Random], Letters]

STRANGE = [
    "ведомство",
    "заявило",
    "что",
    "вода",
    "поднялась",
    "ночью",
    "и",
    "люди",
    "ушли",
    "из",
    "домов",
    "пока",
    "мост",
    "стоял",
    "перед",
    "дождём",
    "школа",
]
OTHER = [
    "report",
    "dawn",
    "seven",
    "council",
    "measured",
    "river",
    "after",
    "former",
    "lately",
    "claimed",
    "northern",
    "early",
    "shortly",
    "twelve",
    "wall",
]
NEW = (
    "Officials met again on Sunday and put off a decision until the survey is done.",
    "A second team is expected within the week, the ministry said, without giving figures.",
    "This article was amended to correct the spelling of a name.",
    "Readers have sent pictures of the flooded road; none could be verified.",
)
TYPOGRAPHY = {"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": " - ", "…": "...", "\u00a0": " ", "-": "\u2011"}


def lettered(text: str) -> Letters:
    return [(letter, at, True) for at, letter in enumerate(text)]


def new(words: str) -> Letters:
    return [(letter, -1, False) for letter in words]


def plain(letters: Letters) -> str:
    return "".join(letter for letter, _, _ in letters)


def parts(letters: Letters, pattern: str) -> list[Letters]:
    """The letters cut after every match of the pattern."""
    text, found, start = plain(letters), [], 0
    for match in re.finditer(pattern, text):
        found.append(letters[start : match.end()])
        start = match.end()
    return [*found, letters[start:]] if start < len(letters) else found


def paragraphs(letters: Letters) -> list[Letters]:
    return parts(letters, r"\n\s*")


def joined(pieces: list[Letters]) -> Letters:
    return [letter for piece in pieces for letter in piece]


def touches(piece: Letters, quote: Span) -> bool:
    return any(quote.start <= at < quote.end for _, at, _ in piece)


def insert(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """New paragraphs anywhere."""
    pieces = paragraphs(letters)
    for words in chance.sample(NEW, chance.randint(1, 4)):
        pieces.insert(chance.randrange(len(pieces) + 1), new(words + "\n\n"))
    return joined(pieces)


def reworded(letters: Letters, share: float, chance: random.Random) -> Letters:
    found = []
    for piece in parts(letters, r"\s+"):
        body = plain(piece).rstrip()
        if body and chance.random() < share:
            at = piece[0][1]
            found += [(letter, at, False) for letter in chance.choice(OTHER)] + piece[len(body) :]
        else:
            found += piece
    return found


def rewrite(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """A third of the words around replaced, and some of the passage's own."""
    pieces = []
    for piece in parts(letters, r"(?<=[.!?])\s+|\n+"):
        own = touches(piece, quote)
        pieces.append(reworded(piece, chance.uniform(0.05, 0.2) if own else chance.uniform(0, 0.5), chance))
    return joined(pieces)


def lookalike(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """The sentences of the passage once more elsewhere, with a number or a word or two changed."""
    sentences = [piece for piece in parts(letters, r"(?<=[.!?])\s+|\n+") if touches(piece, quote)]
    copy = re.sub(r"\d+", lambda m: str(int(m[0]) + 1) if len(m[0]) < 9 else m[0], plain(joined(sentences)))
    copy = plain(reworded(new(copy), 0.15, chance))
    pieces = paragraphs(letters)
    pieces.insert(chance.randrange(len(pieces) + 1), new(copy.strip() + "\n\n"))
    return joined(pieces)


def clean(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """Other white space, quotation marks, dashes and ellipses, a line break here and there; or the other way round."""
    table = TYPOGRAPHY if chance.random() < 0.5 else {'"': "”", "'": "’", " - ": "–", "...": "…"}
    wrap, double = chance.choice((0, 72, 100)), chance.random() < 0.3
    found: Letters = []
    for letter, at, old in letters:
        found += [(one, at, old) for one in table.get(letter, letter)]
        if letter == " " and double and chance.random() < 0.1:
            found.append((" ", at, old))
    if wrap:
        column = 0
        for n, (letter, at, old) in enumerate(found):
            column = 0 if letter == "\n" else column + 1
            if letter == " " and column > wrap:
                found[n], column = ("\n", at, old), 0
    return found


def reorder(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """The paragraphs in another order."""
    pieces = paragraphs(letters)
    if pieces and not plain(pieces[-1]).endswith("\n"):
        pieces[-1] = pieces[-1] + new("\n\n")
    for _ in range(max(2, len(pieces) // 3)):
        pieces.insert(chance.randrange(len(pieces)), pieces.pop(chance.randrange(len(pieces))))
    return joined(pieces)


def translate(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """What is quoted in other words of another language; every fourth time the sentences of the passage itself."""
    pieces = []
    every = chance.random() < 0.25
    for piece in parts(letters, r"(?<=[.!?”\"])\s+|\n+"):
        body = plain(piece).rstrip()
        if body and (re.search(r"[“\"].{8,}[”\"]", body) or (every and touches(piece, quote))):
            words = " ".join(chance.choices(STRANGE, k=max(2, len(body.split()))))
            piece = [(letter, piece[0][1], False) for letter in words] + piece[len(body) :]
        pieces.append(piece)
    return joined(pieces)


def delete(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """The sentences, or the paragraphs, of the passage gone."""
    kind = parts(letters, r"(?<=[.!?])\s+|\n+") if chance.random() < 0.6 else paragraphs(letters)
    return joined([piece for piece in kind if not touches(piece, quote)])


EDITS: dict[str, tuple[Edit, ...]] = {
    "insert": (insert,), "rewrite": (rewrite,), "lookalike": (lookalike,), "clean up": (clean,),
    "reorder": (reorder,), "translate": (translate,), "delete": (delete,),
    "delete beside a lookalike": (delete,), "insert beside a lookalike": (insert, clean),
    "insert and clean up": (insert, clean),
    "reorder and rewrite": (reorder, rewrite), "lookalike, insert, clean up": (lookalike, insert, clean),
    "lookalike and reorder": (lookalike, reorder),
}  # fmt: skip


def truth(letters: Letters, old: str, quote: Span) -> Span | None:
    """Where the passage stands now; None when less than half of its letters are left. ValueError when it is torn."""
    held = [n for n, (_, at, _) in enumerate(letters) if quote.start <= at < quote.end]
    kept = sum(letters[n][2] and not letters[n][0].isspace() for n in held)
    if not held or 2 * kept < sum(not letter.isspace() for letter in quote.of(old)):
        return None
    if held[-1] + 1 - held[0] > 1.5 * max(len(held), len(quote)) + 20:
        raise ValueError("torn")
    return Span(held[0], held[-1] + 1)


def some_passage(text: str, chance: random.Random) -> Span:
    """A word, some words, a sentence or two, from the edge of a word to the edge of a word."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\w+", text)]
    length = chance.choice((1, 2, 3, 4, 6, 8, 12, 20, 35, 60))
    first = chance.randrange(max(1, len(words) - length))
    return Span(words[first][0], words[min(len(words) - 1, first + length - 1)][1])


def common(found: Span, right: Span) -> float:
    """Intersection over union."""
    inside = min(found.end, right.end) - max(found.start, right.start)
    return max(0, inside) / (max(found.end, right.end) - min(found.start, right.start))


def outcome(found: Span | None, right: Span | None) -> str:
    if found is None or right is None:
        return "wrong" if found else "lost" if right else "rightly lost"
    share = common(found, right)
    return "right" if share >= 0.8 else "ends off" if share > 0.25 else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40, help="anchors for each text and kind of edit")
    parser.add_argument("--show", help="print what went wrong for this kind of edit")
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    files = asked.files or sorted(path for path in samples().iterdir() if path.suffix in (".txt", ".html", ".md"))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in files:
        whole = load(path).text
        for kind, edits in EDITS.items():
            chance = random.Random(f"{path.name} {kind}")
            for _ in range(asked.rounds):
                old, quote = whole, some_passage(whole, chance)
                if "beside" in kind:  # the lookalike stands in the old text already
                    planted = lookalike(lettered(whole), quote, chance)
                    old = plain(planted)
                    places = [n for n, (_, at, _) in enumerate(planted) if quote.start <= at < quote.end]
                    quote = Span(places[0], places[-1] + 1)
                letters = lettered(old)
                for edit in edits:
                    letters = edit(letters, quote, chance)
                count(counts, kind, old, quote, letters, show=asked.show == kind)
    for kind, held in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        tell(kind, held)


def count(counts: dict[str, Counter[str]], kind: str, old: str, quote: Span, letters: Letters, *, show: bool) -> None:
    text = plain(letters)
    try:
        right = truth(letters, old, quote)
    except ValueError:
        return
    project = add_source(Project(), Article.from_text(old, key="one"))
    project = add_notes(project, [draft_note(project, [("one", quote)])])
    (found,) = diagnose(project, "one", Article.from_text(text)).findings
    came = outcome(found.span, right)
    if found.standing == "uncertain":
        came = f"asked, {came}"
    counts[kind][came] += 1
    counts[kind]["recoverable" if right is not None else "gone"] += 1
    if show and came not in ("right", "asked, right", "rightly lost"):
        there = right.of(text) if right else None
        print(f"{came}: {quote.of(old)!r}\n  found {found.after!r} {found.score}\n  truth {there!r}")


def tell(kind: str, held: Counter[str]) -> None:
    recoverable, every = held["recoverable"], held["recoverable"] + held["gone"]
    right = held["right"] + held["asked, right"]
    share = f"{right / recoverable:6.1%}" if recoverable else "     –"
    off = held["ends off"] + held["asked, ends off"]
    print(
        f"{kind:27} {share} right of {recoverable:5,} ({held['asked, right']} asked), ends off {off}, "
        f"lost {held['lost']}; {held['wrong'] / every:6.2%} wrong of {every:,} ({held['wrong']}), "
        f"asked at a wrong place {held['asked, wrong']}"
    )


if __name__ == "__main__":
    main()
