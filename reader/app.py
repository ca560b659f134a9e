"""Join the rooms: the application, the theme, the workspace and the window."""
