"""LOOK BEFORE IT HAPPENS: what a replaced text does to the notes, and what a merge brings in."""
