"""THE ENTITIES DOCK: who and what the sources name, and who may be the same."""
