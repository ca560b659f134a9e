"""HOW IT IS KEPT: what the project file holds, how it is read and written whole, and where the sources' files are.

`storage` opens and saves: `parsing` turns bytes into plain values, `migrations` bring older ones up, `reading` makes
a project of them through `fields`, `writing` lays one out, and `durable` puts it on the disk whole. `collecting`
finds and gathers the original files.
"""
