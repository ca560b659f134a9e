"""Passages of two sources that say the same, and wording that was copied.

`lexicon` finds and folds words, `embedding` says what they mean and `nearness` how near two are; `vocabulary` holds
the words of a source as numbers, `measured` what holds of a word in any text. `alignment` pairs passages:
`candidates` are scored by `similarity`, those of several sources at once (`crowd`), and `why` words the reason.
`copying` finds wording shared nearly word for word.
"""
