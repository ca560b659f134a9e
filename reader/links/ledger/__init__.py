"""What agrees and what differs: rows, verdicts, reasons, origins.

`building` is the way through: `claims/` reads what each source says, `pairing/` finds the claims of different sources
that may speak of one thing and what speaks for it, `judging/` says whether they do and how their values (`intervals`,
`verdicts`, `clock`) stand to each other, `clusters` gathers the pairs into rows and `wording/` finds the words for
these. `decided` puts the reader's own verdicts first, `unmarked` finds words that another source quotes, `origins` the
upstream sources; `words`, and `translations` beside this room, are the tables behind all of it.
"""
