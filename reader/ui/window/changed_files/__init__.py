"""Files that changed under the program, or that another holds: what is offered then, and what the reader is asked.

`offers` speaks of the project, `renewing` of a source whose text is newer on disk, `locating` of one that is gone.
"""
