"""Numbers, amounts, shares and durations in a text, with what they count."""
