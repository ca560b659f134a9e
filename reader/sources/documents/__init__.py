"""Files that are no web pages: a module for each format, which hands back a draft.

`compound` is for Outlook messages and locked Office files; `pdf_columns` orders the lines of a PDF page.
"""
