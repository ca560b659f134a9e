"""WHAT EVERY DOCK IS MADE OF: the panel itself, its style sheet, and the small fields and layouts inside."""
