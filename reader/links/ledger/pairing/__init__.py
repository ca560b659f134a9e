"""Which claims of different sources may speak of one thing, and what speaks for it.

`pairs` is the way through. `told` and `figures` hold the claims as columns, in the order they are compared in;
`meetings` finds those that share a term, `settings` passes over those of other places or times. `evidence` gathers what
speaks for a pair: `weights` of shared terms, `partners` in aligned passages, `tallies` of one event, and of accounts of
`one_event`, which also tells strangers, the `counterparts` that are left for each other, what is
`remaining` at last, `bare` sums among it, and the holders of `offices`.
"""
