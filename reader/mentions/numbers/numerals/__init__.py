"""Read numerals: digits and words, what adds them up and what breaks them.

`numerals` is the way through: `morphemes` says what one word or token of digits is, `addition` adds them up,
`fractions` reads what breaks a number. A `numeral` is what was read.
"""
