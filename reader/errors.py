"""The exceptions the reader may see, each saying what happened and what to do.

DiptychError
├── LoadError             an article file could not be read
│   ├── PasswordError     ... because it is protected by a password
│   └── LimitError        ... because it is too large or too slow to parse safely
├── ProjectError          a project file could not be used
│   ├── ProjectReadError  ... it is broken, foreign, or damaged; the file is left untouched
│   ├── NewerFormatError  ... it was written by a later version of Diptych
│   ├── ProjectWriteError ... it could not be written; the old file is still whole
│   │   └── ProjectChangedError ... because the file was changed by somebody else meanwhile
│   ├── ProjectLockedError ... somebody else has it open
│   └── EditRefusedError  an edit would break it; the reason is given, nothing was changed
└── AnalysisError         the comparison failed
    └── AnalysisStopped   ... because it was told to stop
"""

from __future__ import annotations


class DiptychError(Exception):
    """Base of all errors shown to the reader; `str()` gives one or two plain sentences."""


class LoadError(DiptychError):
    """An article file could not be read."""


class PasswordError(LoadError):
    """An article file is protected by a password."""


class LimitError(LoadError):
    """An article file is too large, or took too long, to be read safely."""


class ProjectError(DiptychError):
    """A project file could not be used."""


class ProjectReadError(ProjectError):
    """A project file is broken, foreign or damaged; it was left untouched."""


class NewerFormatError(ProjectError):
    """A project file was written by a later version of Diptych; it was left untouched."""


class ProjectWriteError(ProjectError):
    """A project file could not be written; the previous file is whole."""


class ProjectChangedError(ProjectWriteError):
    """A project file is no longer what was last read or written; nothing was written."""


class EditRefusedError(ProjectError):
    """An edit of the project was refused, with the reason; nothing was changed."""


class ProjectLockedError(ProjectError):
    """A project file is open in another window or on another machine."""


class AnalysisError(DiptychError):
    """The comparison failed."""


class AnalysisStopped(AnalysisError):
    """The comparison was told to stop before it was done."""
