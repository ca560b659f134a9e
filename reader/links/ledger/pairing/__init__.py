"""Which claims of different sources may speak of one thing, and what speaks for it.

`pairs` is the way through. `told` puts every two accounts side by side: what is found in two depends on no third.
`meetings` finds the claims that share a term, `partners` those that stand alone for each other in aligned passages,
`tallies` those of one event; `weighing/` holds claims as columns and weighs what speaks for a pair. Of accounts of
`one_event`, which also tells strangers, `left_over/` finds what is left for each other. `offices` have their holders.
"""
