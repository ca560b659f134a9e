"""THE SOURCE DOCK: what is known of a source, how reliable it is held, how it came in."""
