"""From place to place: the `walker` takes the reader through the `stops` there are, one after another.

`gliding` moves the panes to a place, `viewing` tells which part of each text can be seen when they have come to rest.
"""
