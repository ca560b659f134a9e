"""THE HISTORY DOCK: the steps that were done, and the decisions on matches with a way back."""
