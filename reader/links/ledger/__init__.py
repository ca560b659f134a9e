"""What agrees and what differs: rows, verdicts, reasons, origins.

`building` is the way through. `contexts` reads the claims of each source: a number, date or quotation with what
stands around it (`scenes`, `windows`), what it counts and what befell that (`roles`, `counts`, `stated`, `measures`),
and whether its source takes it back (`corrections`); `unmarked` finds words that another source quotes. `told` and
`figures` hold the claims in the order they are compared in. `pairs` sets those of different sources that share a term
(`meetings`) against one another by what speaks for a pair (`weights`, `evidence`, `partners`, `tallies`, `alike`, and
of accounts of `one_event` `counterparts` and `offices`) and against it (`apart`, `settings`); `sameness`, `verdicts`,
`clock` and `quotations` judge the values. `clusters` gathers the pairs into rows, `decided` puts the reader's own
verdicts first, `rows`, `labels` and `measure_labels` find the words. `origins` finds the upstream sources; `words`
are the tables behind all of it.
"""
