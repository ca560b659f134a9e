"""Whether two names are one, and why."""
