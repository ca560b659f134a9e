"""People, organisations, places, nationalities and other names in a text.

`finding` is the way through: `words` are what it reads, with what their letters show (`shapes`) and what all loaded
articles show of them (`Evidence`); `runs` finds the words that stand together as one name by what is known of the
article (`setting`, `german`) and how far a name goes on (`growth`, `joints`, `apart`), and `kinds` gives each its
kind by `context` and the lists. `caseless` does so for scripts without capitals, `affixes` cuts off what an
apostrophe joins. `gazetteer` and `small_words` are the tables; `spacy_engine` stands in for all of it when the reader
chooses a pipeline.
"""
