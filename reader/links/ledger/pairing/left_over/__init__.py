"""What is left for one another when all else has its counterpart: beside a row, or in the whole of two accounts.

`counterparts` are the one sum, time of day or year of two accounts; `anchored` finds what is left beside others,
`remaining` what remains at last, `bare` sums among it.
"""
