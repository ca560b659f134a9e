"""TAGS AND RATING SCHEMES: kept, chosen, merged and renamed."""
