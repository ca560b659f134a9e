"""Which claims of different sources may speak of one thing, and what speaks for it.

`pairs` is the way through. `told` puts every two accounts side by side: what is found in two depends on no third.
`figures` and `surroundings` hold the claims as columns; `meetings` finds those that share a term, `settings` passes
over those of other places or times. `evidence` gathers what speaks for a pair: `weights` of shared terms, `partners` in
aligned passages, `tallies` of one event, and of accounts of `one_event`, which also tells strangers, the `counterparts`
that are left for each other; `anchored` finds what is left beside others, `remaining` what remains at last, `bare` sums
among it. `offices` have their holders.
"""
