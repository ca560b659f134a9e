"""Notes are tied to their words by `anchors`, and found again when the text has changed.

Where only the anchor is known, `search` looks its words up in an `index` of the new text and believes the best of the
places that `alignment` proposes. Where the old text is known too, `pieces` tries the whole sentences and paragraphs
that both texts have, and `course` follows the text through its changes.
"""
