"""WHAT OTHER READERS THINK: how another's notes come in beside one's own, and how far the readers agree."""
