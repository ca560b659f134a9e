"""Numbers, amounts, shares and durations in a text, with what they count.

`finding` is the way through. `numerals` reads one number, in digits or words (`morphemes`, `addition`, `fractions`);
`amounts` adds its currency or unit, `ranges` joins two, `shares` reads those without a digit of their own, `traps`
leaves out what only looks like a number (`labels`: what belongs to a name), and `counted` finds what it counts
(`noun_phrases`, `plurals`). `quantity_values` makes the value, `comparable` the form in which two values are compared.
"""
