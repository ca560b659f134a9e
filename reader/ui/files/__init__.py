"""FILES THAT COME AND GO: articles and projects opened, saved, watched and recovered.

`opening` brings articles in through `loader`; `saving` holds the project's file, which `project_reading` reads;
`recovering` keeps the journal; `watching` notices that an original was changed or is gone.
"""
