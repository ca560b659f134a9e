"""Pages of the web: `html` finds the article in a saved page, `webarchive` and `warc` the page in an archive.

`page_encoding` decodes a page, `structure` makes blocks of sound HTML, `captions` puts back what the extractor left
out, `linked_data` reads what a page says of its article.
"""
