"""Mentions of one person, body or place, joined across sources."""
