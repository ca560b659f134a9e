"""Re-anchoring after a second set of edits, of the kinds that newsrooms, wikis, laws and scans bring about.

usage: python -m tests.bench.anchoring_revisions [--rounds N] [--show KIND] [TEXT FILE ...]

The truth and the counts are those of `anchoring_edits`. Besides the articles, a made-up by-law whose paragraphs are
much alike is annotated, as laws and tables are.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

from reader.shipped import samples
from reader.sources import load
from reader.text import Span
from tests.bench.anchoring_edits import (
    Edit,
    Letters,
    count,
    joined,
    lettered,
    new,
    paragraphs,
    parts,
    plain,
    some_passage,
    tell,
    touches,
)

SENTENCE = r"(?<=[.!?”\"])\s+|\n+"
Table = dict[str, str]


def by_table(letters: Letters, table: Table, share: float, chance: random.Random) -> Letters:
    """Stretches of letters replaced by others, each time with that chance."""
    text, found, at = plain(letters), list[tuple[str, int, bool]](), 0
    pattern = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    for match in pattern.finditer(text):
        if chance.random() < share:
            place = letters[match.start()][1]
            found += letters[at : match.start()] + [(one, place, False) for one in table[match[0]]]
            at = match.end()
    return found + letters[at:]


def break_elsewhere(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """Paragraphs merged, and parted between sentences."""
    pieces = []
    for piece in parts(letters, SENTENCE):
        body = plain(piece).rstrip()
        ends = piece[len(body) :]
        if ends and chance.random() < 0.35:
            place = ends[0][1]
            ends = [(one, place, False) for one in (" " if "\n" in plain(ends) else "\n\n")]
        pieces.append(piece[: len(body)] + ends)
    return joined(pieces)


def scan(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """As a scan is read: letters taken for others, words parted at the ends of lines."""
    table = {"rn": "m", "l": "1", "I": "l", "O": "0", "cl": "d", "e": "c", "h": "b", "ii": "u", ",": ".", "fi": "ﬁ"}
    found, column = list[tuple[str, int, bool]](), 0
    for n, letter in enumerate(by_table(letters, table, 0.02, chance)):
        column = 0 if letter[0] == "\n" else column + 1
        found.append(letter)
        if column > 60 and letter[0].isalpha() and n + 1 < len(letters) and letters[n + 1][0].isalpha():
            found += [("-", letter[1], False), ("\n", letter[1], False)]
            column = 0
    return found


def encode(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """Read in another encoding, or with accents, quotation marks and dashes reduced to ASCII."""
    present = sorted({letter for letter, _, _ in letters if not letter.isascii()})
    if chance.random() < 0.5:
        table = {one: one.encode("utf-8").decode("cp1252", "replace") for one in present}
    else:
        plainer = {"“": '"', "”": '"', "’": "'", "–": "-", "—": "--", "é": "e", "ü": "ue"}
        table = dict.fromkeys(present, "?") | plainer
    return by_table(letters, table, 1.0, chance) if table else letters


def live_blog(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """The latest entry first, each with its time."""
    head, *entries = paragraphs(letters)
    if entries and not plain(entries[-1]).endswith("\n"):
        entries[-1] = entries[-1] + new("\n\n")
    times = [f"{6 + n % 14:02}:{chance.randrange(60):02}" for n in range(len(entries))]
    told = [new(f"{time}  ") + entry for time, entry in zip(times, entries, strict=True)]
    return joined([head, new("Live: follow the latest here. Last updated at 20:14.\n\n"), *reversed(told)])


def correct(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """Numbers and a word of the passage's sentences corrected; a note at the end repeats what stood there before."""
    own = [piece for piece in parts(letters, SENTENCE) if touches(piece, quote)]
    was = plain(joined(own)).strip()
    pieces = []
    for piece in parts(letters, SENTENCE):
        if touches(piece, quote):
            piece = by_table(piece, {str(n): str((n + 3) % 10) for n in range(10)}, 0.7, chance)
            piece = by_table(piece, {" the ": " that ", " said": " told reporters", " was ": " had been "}, 0.5, chance)
        pieces.append(piece)
    note = f"\n\nCorrection: An earlier version of this article said: “{was[:200]}”. This was changed on Friday."
    return joined(pieces) + new(note)


def boilerplate(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """What a site puts between paragraphs, again and again, with words of the article in it."""
    pieces, head = [], " ".join(plain(letters).split()[:8])
    for piece in paragraphs(letters):
        pieces.append(piece)
        if chance.random() < 0.4:
            line = chance.choice((f"Read more: {head}", "Advertisement", "Share this article", "Photograph: agency"))
            pieces.append(new(line + "\n\n"))
    return joined(pieces)


def cut_off(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """The first part of it, and the wish that the reader should pay."""
    end = int(len(letters) * chance.uniform(0.25, 0.8))
    return letters[:end] + new("…\n\nSubscribe to continue reading. Already a subscriber? Log in.")


def move_sentence(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """The sentences of the passage, and some others, in other paragraphs."""
    pieces = parts(letters, SENTENCE)
    own = [piece for piece in pieces if touches(piece, quote)]
    rest = [piece for piece in pieces if not touches(piece, quote)]
    if own and not plain(own[-1])[-1:].isspace():
        own[-1] = own[-1] + new(" ")
    for _ in range(3):
        rest.insert(chance.randrange(len(rest) + 1), rest.pop(chance.randrange(len(rest)))) if rest else None
    at = chance.randrange(len(rest) + 1)
    return joined([*rest[:at], *own, *rest[at:]])


def report_speech(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """What was quoted is told in indirect speech."""
    table = {
        "“": "", "”": "", '"': "", " I ": " he ", "We ": "They ", " we ": " they ", " our ": " their ", " my ": " his ",
        " is ": " was ", " are ": " were ", " will ": " would ", " have ": " had ", " has ": " had ",
    }  # fmt: skip
    return by_table(letters, table, 0.9, chance)


def house_style(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """Another paper's spelling of numbers, titles and words."""
    table = {
        " per cent": "%", "our ": "or ", "ise": "ize", " two ": " 2 ", " three ": " 3 ", " six ": " 6 ",
        "General ": "Gen. ", "Captain ": "Capt. ", "Mr ": "", "Mrs ": "", " and ": " & ", "did not": "didn’t",
        " kilometres": "km", "September": "Sept.", "January": "Jan.", ", the": " the", " which ": " that ",
    }  # fmt: skip
    return by_table(letters, table, 0.8, chance)


def wiki(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """Citation marks after sentences, headings between paragraphs, a phrase put in here and there."""
    pieces = []
    for number, piece in enumerate(parts(letters, SENTENCE)):
        body = plain(piece).rstrip()
        mark = new(f"[{number}]") if body and chance.random() < 0.5 else []
        phrase = new("According to several accounts, ") if body and chance.random() < 0.1 else []
        heading = new("Aftermath\n\n") if chance.random() < 0.05 else []
        pieces.append(heading + phrase + piece[: len(body)] + mark + piece[len(body) :])
    return joined(pieces)


def renumber(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """A paragraph put in, and every number after it one more, as in laws."""
    pieces = paragraphs(letters)
    at = chance.randrange(len(pieces) + 1)
    after = joined(pieces[at:])
    text, found, done = plain(after), list[tuple[str, int, bool]](), 0
    for match in re.finditer(r"\b\d{1,3}\b", text):
        place = after[match.start()][1]
        found += after[done : match.start()] + [(one, place, False) for one in str(int(match[0]) + 1)]
        done = match.end()
    return joined(pieces[:at]) + new("A duty of notice applies to all of the above.\n\n") + found + after[done:]


def drop_beside_likeness(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """The passage's sentences gone; a summary at the end has most of their words in another order."""
    pieces = parts(letters, SENTENCE)
    words = plain(joined([piece for piece in pieces if touches(piece, quote)])).split()
    kept = [word for word in words if chance.random() < 0.7]
    half = len(kept) // 2
    likeness = " ".join(["In short,", *kept[half:], "and", *kept[:half]])
    return joined([piece for piece in pieces if not touches(piece, quote)]) + new(f"\n\n{likeness}.")


def later_edition(letters: Letters, quote: Span, chance: random.Random) -> Letters:
    """Three of all these after one another."""
    for edit in chance.sample((break_elsewhere, boilerplate, house_style, wiki, move_sentence, encode), 3):
        letters = edit(letters, quote, chance)
    return letters


EDITS: dict[str, Edit] = {
    edit.__name__.replace("_", " "): edit
    for edit in (
        break_elsewhere, scan, encode, live_blog, correct, boilerplate, cut_off, move_sentence, report_speech,
        house_style, wiki, renumber, drop_beside_likeness, later_edition,
    )
}  # fmt: skip


def by_law() -> str:
    """Forty paragraphs that are much alike."""
    chance = random.Random(4)
    kinds = ["a stall", "a boat", "a kiosk", "a banner", "a scaffold", "a fence", "a cart"]
    places = ["the quay", "the market", "the square", "the slipway", "the lower road"]
    told = []
    for number in range(1, 41):
        kind, place, days = chance.choice(kinds), chance.choice(places), chance.randint(2, 28)
        told.append(
            f"§ {number} Whoever puts up {kind} on {place} needs a permit of the harbour office. The permit is given "
            f"for {days} days and may be renewed once. The fee is {days * 3} crowns a day. Exceptions are set out in "
            f"paragraph {chance.randint(1, 40)}."
        )
    return "\n\n".join(told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=40, help="anchors for each text and kind of edit")
    parser.add_argument("--show", help="print what went wrong for this kind of edit")
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    files = asked.files or sorted(path for path in samples().iterdir() if path.suffix in (".txt", ".html", ".md"))
    texts = {path.name: load(path).text for path in files} | {"by-law": by_law()}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, text in texts.items():
        for kind, edit in EDITS.items():
            chance = random.Random(f"{name} {kind}")
            for _ in range(asked.rounds):
                quote = some_passage(text, chance)
                letters = edit(lettered(text), quote, chance)
                count(counts, kind, text, quote, letters, show=asked.show == kind)
    for kind, held in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        tell(kind, held)


if __name__ == "__main__":
    main()
