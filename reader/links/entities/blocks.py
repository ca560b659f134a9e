"""Find the pairs of written forms that are worth comparing, in time that grows with the number of forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.links.comparing_memory import Memory
from reader.links.entities.forms import Form
from reader.links.entities.parts import is_beginning
from reader.links.names.conventions import readings
from reader.links.names.matching import LONGEST, is_acronym_of, spelled
from reader.links.names.skeleton import frame, is_particle, latin, skeleton
from reader.links.names.tables import forms_of_given_names, place_of
from reader.links.names.words import word_similarity
from reader.mentions import cues, known_nationality
from reader.stopping import checkpoint

# A block of more forms than this is put in order and each form compared with its NEIGHBOURS only.
MAX_BLOCK, NEIGHBOURS = 24, 4
_WORDS = 8
_FIRST_OF_TWO = re.compile(
    r"([^\W\d_][^\W\d_A-Z]{3,30})(?=[A-Z]|$)"
)  # the first capital and its small letters: GlaxoKline
# Words less alike than this are never one name to `same_name`: alone, and beside other words.
_ALONE, _BESIDE_OTHERS = 75.0, 60.0


def candidate_pairs(forms: Sequence[Form], memory: Memory) -> Iterator[tuple[int, int, bool]]:
    """Pairs of forms worth a look, each once: (a, b, whether they may be one name; else only one part of the other).

    Forms meet in blocks, made of what `same_name` goes by: one place or people, one skeleton of the whole name, one
    word whose frame is equal but for a letter, forms of one given name, or initials and what they stand for.
    """
    whole: dict[str, list[int]] = defaultdict(list)
    words: dict[str, list[int]] = defaultdict(list)
    for form in forms:
        checkpoint()
        whole_keys, word_keys = memory.get(("blocks", form.key), lambda: (_whole_keys(form), _word_keys(form)))  # noqa: B023
        for key in whole_keys:
            whole[key].append(form.index)
        for key in word_keys:
            words[key].append(form.index)
    met = {pair for block in whole.values() if len(block) > 1 for pair in _pairs(block, forms)}
    met.update(_acronyms(forms))
    yield from ((a, b, True) for a, b in sorted(met))
    seen = set(met)
    for block in sorted((block for block in words.values() if len(block) > 1), key=len):
        checkpoint()
        for a, b in _pairs(block, forms):
            if (a, b) in seen:
                continue
            seen.add((a, b))
            agree = "words agree", forms[a].key, forms[b].key
            close = memory.get(agree, lambda: _words_agree(forms[a].words, forms[b].words))  # noqa: B023
            if close or len(forms[a].words) != len(forms[b].words):
                yield a, b, close


def _pairs(block: list[int], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    if len(block) <= MAX_BLOCK:
        yield from ((a, b) for i, a in enumerate(block) for b in block[i + 1 :])
        return
    ordered = sorted(block, key=lambda i: forms[i].words)
    for distance in range(1, NEIGHBOURS + 1):
        for a, b in zip(ordered, ordered[distance:], strict=False):
            yield min(a, b), max(a, b)


def _acronyms(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Short words with the longer names whose initials they are."""
    long: dict[str, list[int]] = defaultdict(list)
    for form in forms:
        for letters in {form.spelled, spelled(form.words)}:
            if len(letters) > 1:
                content = [w for w in letters if not is_particle(w)]
                for initials in {"".join(w[0] for w in letters), "".join(w[0] for w in content)}:
                    long[initials].append(form.index)
    for form in forms:
        letters = spelled(form.words)
        if len(letters) == 1:
            for other in long.get(letters[0], [])[:MAX_BLOCK]:
                if any(is_acronym_of(letters[0], full) for full in (forms[other].spelled, spelled(forms[other].words))):
                    yield min(form.index, other), max(form.index, other)


def _whole_keys(form: Form) -> set[str]:
    keys = {
        f"all {''.join(sorted(frame(w) for w in form.words))}",
        f"joined {skeleton(latin(form.text).replace(' ', ''))}",
    }
    keys.add(f"written {''.join(form.words)}")
    if not form.nationality and (code := place_of(form.text[:LONGEST])):
        keys.add(f"place {code}")
    people = known_nationality(form.text)
    if people:
        keys.add(f"people {people.code}")
    return keys


def _word_keys(form: Form) -> set[str]:
    """For each telling word its frame and its frame without one of its letters; the longer the name the fewer."""
    keys: set[str] = set()
    if len(form.words) == 1 and (first := _FIRST_OF_TWO.match(form.text)):
        keys.add(f"first {first[1].casefold()}")
    for word in form.words[:_WORDS]:
        if is_particle(word) or word in cues("generic name"):
            continue
        bare = frame(word)
        if len(bare) > 1 or len(form.words) > 1:
            keys.add(bare)
        if len(bare) > 2:
            keys.update(bare[:i] + bare[i + 1 :] for i in range(len(bare)))
        elif len(word) > 4:  # too little is left of it: go by its own letters
            keys.update(f"letters {word[:i]}{word[i + 1 :]}" for i in range(len(word)))
        elif len(bare) < 2:  # Obi, of Anna Obi
            keys.add(f"letters {word}")
        if told := forms_of_given_names().get(word):
            keys.update(f"given {name}" for name in (word, *told))
        for _, read in readings(word):
            keys.add(frame(read))
    if form.words and form.words[-1] in cues("club") and form.kind in ("organisation", "name"):
        keys.add(f"club {form.words[-1]}")
    if len(form.words) > 2:  # AL East, of the American League East
        keys.add(f"{''.join([w[0] for w in form.words[:-1] if not is_particle(w)])} {form.words[-1]}")
    elif len(form.words) == 2 and form.text[:2].isupper():
        keys.add(" ".join(form.words))
    frames = sorted(frame(word) for word in form.words[:_WORDS])
    keys.update(f"{a} {b}" for a, b in pairwise(frames))
    return keys


def _words_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether each word of the shorter name may be one of the longer: a cheap look before the dear one.

    One word of a longer name is no spelling of it: `part_of` judges that.
    """
    short, long = sorted((left[:_WORDS], right[:_WORDS]), key=len)
    if len(short) == 1:
        return len(long) == 1 and (
            _alike(short[0], long[0], _ALONE) or is_beginning(*sorted((short[0], long[0]), key=len))
        )
    if all(is_particle(w) or any(_alike(w, x, _BESIDE_OTHERS) for x in long) for w in short):
        return True
    return len(short) == len(long) and all(
        x == y or is_beginning(x, y) or is_beginning(y, x) for x, y in zip(short, long, strict=True)
    )


def _alike(a: str, b: str, least: float) -> bool:
    return frame(a) == frame(b) or word_similarity(a, b) >= least
