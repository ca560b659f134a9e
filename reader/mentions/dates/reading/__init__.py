"""Read what one date expression says: words, digits, a time of day, an era, a day of the week, a stretch back.

`grammar` says which words form a date and `readings` what each pattern means, `reckoned` what counts from the day of
publication and `bare` units without a number; `numeric` reads those in digits, `eras` decades and centuries, `clock`
times of day, `weekdays` days without a month.
"""
