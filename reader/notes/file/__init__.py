"""HOW IT IS KEPT: what the project file holds, how it is read and written whole, and where the sources' files are."""
