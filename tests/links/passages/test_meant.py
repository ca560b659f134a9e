"""What passages mean as wholes, apart from what their sources are about."""

from __future__ import annotations

import numpy as np

from reader.links.passages.lexicon import words_of
from reader.links.passages.meant import all_meant, chosen_meant
from reader.links.passages.named import NamedWords
from reader.links.passages.vocabulary import Vocabulary

A = [
    "The dam above Harlow gave way before dawn.",
    "Engineers had warned of cracks in its wall.",
    "Forty people were hurt.",
]
B = ["Cracks in the wall were known to engineers.", "The Harlow dam collapsed early on Tuesday.", "Forty were injured."]


def test_what_passages_mean_together_is_the_same_for_all_and_for_chosen_ones() -> None:
    lefts = [NamedWords(Vocabulary([words_of(text) for text in held])) for held in (A, [], ["", *A[:2]])]
    right = NamedWords(Vocabulary([words_of(text) for text in [*B, ""]]))
    whole = all_meant(lefts, right)
    assert whole.shape == (6, 4) and whole.min() == 0 and whole.max() <= 1.0001
    assert not whole[3].any() and not whole[:, 3].any()  # nothing is said there
    for left, first in ((lefts[0], 0), (lefts[2], 3)):
        ones, others = np.divmod(np.arange(len(left.own.wordings) * 4), 4)
        assert np.allclose(chosen_meant(left, right, ones, others), whole[first + ones, others], atol=1e-5)
