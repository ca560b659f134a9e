"""People, organisations, places, nationalities and other names in a text."""
