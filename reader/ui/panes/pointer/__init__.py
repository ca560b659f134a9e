"""What the mouse does in a pane: `pointing` answers where it points and presses, `menu` its right button.

`lighting` lights up the other mentions of what is pointed at, `tooltips` says what it is.
"""
