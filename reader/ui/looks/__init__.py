"""How the window is dressed: the colours and fonts of a theme, the style sheet, and the two widgets it can't dress."""
