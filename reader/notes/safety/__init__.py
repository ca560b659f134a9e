"""WHAT IF SOMETHING GOES WRONG: how work survives a crash, a bad save or a second window on the same project."""
