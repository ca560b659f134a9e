"""Dates in a text: from words and figures to intervals of days.

`finding` is the way through: `reading/` reads each expression, and `years` tells a year from a count. What was read is
an `Atom` (`atoms`); `relative` and `calendar` reckon its days, and `joining` makes intervals of neighbours.
"""
