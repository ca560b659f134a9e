"""THE DIALOGS OF THE WINDOW: the questions it asks, and the pages it shows over itself."""
