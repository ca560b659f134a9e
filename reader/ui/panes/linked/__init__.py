"""WHAT TIES TWO PANES: which passages correspond, by the comparison or the reader's own matches, and how panes follow.

`passage_links` are the pairs and `gutter` the ribbons between them; `scroll_map` leads from a place in one text to its
counterpart, and `scroll_sync` keeps the panes together by it; `matching` is what the reader matched.
"""
