"""What a number counts and what befell it, from the words beside it and around it.

`counts` is the way through, `roles` tells what befell the counted; `stated`, `partitives`, `predicates`, `measures` and
`ordinals` are what the words beside a number say, `abroad` in other languages; `before` seeks what stands before it.
"""
