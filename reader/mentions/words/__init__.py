"""Words and the languages they belong to, on which all finders stand."""
