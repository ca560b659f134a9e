"""The whole window, driven as its reader drives it: from the start to what is left after a kill."""
