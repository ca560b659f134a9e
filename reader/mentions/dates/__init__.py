"""Dates in a text: from words and figures to intervals of days.

`finding` is the way through. `grammar` says which words form a date and `readings` what each pattern means,
`reckoned` what counts from the day of publication and `bare` units without a number; `numeric` reads those in digits,
`eras` decades and centuries, `clock` times of day, and `years` tells a year from a count. What was read is an `Atom`
(`atoms`); `relative` and `calendar` reckon its days, and `joining` makes intervals of neighbours.
"""
