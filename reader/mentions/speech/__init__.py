"""Who says what: quotations and attributions.

`quotations` finds words in marks, `attributions` who is said to say something; `speakers` reads the phrase that names
the speaker, by the words of `cues`.
"""
