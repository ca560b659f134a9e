"""THE NOTE DOCK: the chosen note, to read, to write and to mend."""
