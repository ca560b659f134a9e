"""Whether two claims are of one thing, given what speaks for it, and how they stand to each other.

`sameness` is the way through; `known` is the evidence that pairing gives, `alike` and `apart` tell of what counted
things and roles speak for and against it, `sizes` what sizes tell; `dated` judges dates and `quotations` words.
"""
