"""The comparison as a table for spreadsheets: one line for what one source says in one row of the ledger."""

from __future__ import annotations

import csv
import io
import re

from reader.links import Comparison
from reader.reports.ledger_table import grouped_rows

COLUMNS = (
    "row", "group", "verdict", "what", "kind", "source", "title", "outlet", "date", "before", "words", "after",
    "mentions", "reason",
)  # fmt: skip

_COMMAND = re.compile(r"[=@\t\r]|[+-](?![\d.,]+\s*\Z)")
"""What a spreadsheet would take for a formula; a number with its sign is none."""


def encoding_of(form: str) -> str:
    """In which a report of some form is written to a file: without the mark at the start of a table ("csv")
    spreadsheets take it for an older encoding."""
    return "utf-8-sig" if form == "csv" else "utf-8"


def comparison_csv(comparison: Comparison) -> str:
    """The ledger in its groups, most important rows first; what stands around the words is cut as in the reports.

    Words that a spreadsheet would run as a formula begin with an apostrophe, which it does not show.
    """
    articles = {source.id: source.article for source in comparison.sources}
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    number = 0
    for group, rows in grouped_rows(comparison):
        for row in rows:
            number += 1
            for cell in row.cells:
                article = articles[cell.source]
                known = (article.title, article.publisher, str(article.published or ""))
                said = (cell.before.strip(), cell.words, cell.after.strip(), str(cell.count), row.reason)
                line = (str(number), group, row.verdict, row.label, row.kind, cell.source, *known, *said)
                writer.writerow([f"'{value}" if _COMMAND.match(value) else value for value in line])
    return table.getvalue()
