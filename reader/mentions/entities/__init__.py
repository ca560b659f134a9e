"""People, organisations, places, nationalities and other names in a text.

`finding` is the way through: `words` are what it reads, with what their letters show (`shapes`) and what all loaded
articles show of them (`evidence`); `extent/` finds the words that stand together as one name, by what is known of the
article (`setting`, `german`), and `kinds` gives each name its kind by `context` and the `lists/` of places, bodies
and small words. `caseless` does so for scripts without capitals, `affixes` cuts off what an apostrophe joins.
`spacy_engine` stands in for all of it when the reader chooses a pipeline.
"""
