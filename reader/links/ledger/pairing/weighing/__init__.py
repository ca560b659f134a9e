"""What speaks for two claims being of one thing: the claims as columns of numbers, and what weighs how much.

`figures` and `surroundings` hold the claims of each source as columns; `settings` passes over those of other places or
times, `weights` weighs the words they share, and `evidence` gathers what speaks for a pair.
"""
