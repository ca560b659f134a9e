"""FROM SELECTED WORDS TO A NOTE: the verbs, their actions and keys, and the bar beside a selection."""
