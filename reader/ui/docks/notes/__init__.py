"""THE NOTES DOCK: every note of the project in one list."""
