"""Dates in a text: from words and figures to intervals of days."""
