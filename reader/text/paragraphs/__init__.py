"""Paragraph-sized blocks of a text: where they begin and end, what each is, and which are printed again.

`blocks` is the way through: `layout` finds the paragraphs of plain text, `cues` and `repeats` tell what each is.
"""
