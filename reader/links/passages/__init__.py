"""Passages of two sources that say the same, and wording that was copied.

`lexicon` finds and folds words, `embedding` says what they mean and `nearness` how near two are; `vocabulary` holds
the words of a source as numbers, `measured` what holds of a word in any text. `alignment` pairs passages:
`similarity` scores all passages of two short sources (`named`), of long ones `candidates`; `why` words the reason.
`copying` finds wording shared nearly word for word.
"""
