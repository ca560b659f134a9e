"""WHAT THE READER THINKS: notes, ratings, the codebook, the project and its file."""

from reader.notes.values import Codebook, Grade, Note, Project, Scheme, Source, Tag, Target

__all__ = ["Codebook", "Grade", "Note", "Project", "Scheme", "Source", "Tag", "Target"]
