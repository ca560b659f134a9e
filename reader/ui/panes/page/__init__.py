"""ONE TEXT ON ITS PAGE: set, marked and scrolled.

`typesetting` sets an article as a `page`, `page_view` shows it and keeps its reading line, `lines` and `reading_line`
tell where its lines stand, `text_view` is the whole with its marks: `layers` says which, `painting` and `marked_blocks`
draw them. `margin` holds the chips of notes, `overview` is the scroll bar.
"""
