"""How the window is dressed: the colours and fonts of a theme, style sheet and tool tips, and what they can't dress."""
