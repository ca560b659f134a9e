"""Numbers, amounts, shares and durations in a text, with what they count.

`finding` is the way through. `numerals/` reads one number, in digits or words; `amounts` adds its currency (`money`) or
unit, `ranges` joins two, `shares` and `ratios` read those without a digit of their own, `traps` leaves out what only
looks like a number (`labels`: what belongs to a name; `ages`), and `nouns/` finds what it counts, `singles` what there
was but one of. `quantity_values` makes the value, `comparable` the form in which two values are compared.
"""
