"""The comparison as one HTML page that stands alone: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reader.links import Comparison
from reader.notes import Project
from reader.reports.judgements import Judgement, judgements, reliabilities
from reader.reports.ledger_table import Cell, Row, grouped_rows, source_parts

_PAGE = """
:root { color-scheme: light dark; --ink: #1b1b19; --paper: #fdfcf8; --line: #d9d7cf; --muted: #66665f;
  --differ: #c24a12; --same-form-only: #8a6a00; --agree: #1a7f5a; --compatible: #2d6f8f; --only: #66665f; }
@media screen and (prefers-color-scheme: dark) { :root {
  --ink: #e6e3da; --paper: #222326; --line: #3b3d42; --muted: #a3a29a;
  --differ: #f59a6b; --same-form-only: #e0bf5a; --agree: #6fcfa5; --compatible: #7fc0dd; --only: #a3a29a; } }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 16px/1.5 "Source Serif 4", Georgia, serif; }
h1, h2, th, .verdict, footer { font-family: Inter, system-ui, sans-serif; }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
section { overflow-x: auto }
table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: calc(23rem + var(--sources) * 9rem) }
.what { width: 8.5rem } .why { width: 13.5rem }
th, td { border-top: 1px solid var(--line); padding: .5rem;
  text-align: start; vertical-align: top; overflow-wrap: break-word }
thead th { font-size: .85rem; color: var(--muted) }
.verdict { font-size: .8rem; font-weight: 600; white-space: nowrap }
"""
_STACKED = """TABLE { min-width: 0 } TABLE, TABLE :is(tbody, tr, th, td) { display: block }
TABLE :is(thead, td:empty) { display: none } TABLE :is(th, td) { border: 0; padding: .1rem 0 }
TABLE tr { border-top: 1px solid var(--line); padding: .5rem 0 }
TABLE td[data-source]::before { content: attr(data-source) "\\2002"; font-weight: 600 }"""
"""How what the sources say stands below one another: where they are many, and on a narrow screen."""
_MARKS = """.reason, .more { color: var(--muted); font-size: .9rem }
mark { background: none; color: inherit; font-weight: 700; border-bottom: 2px solid currentColor }
.sources { list-style: none; padding: 0 }
.note { border-top: 1px solid var(--line); padding: .6rem .5rem } .note p { margin: .3rem 0; white-space: pre-line }
blockquote { margin: 0 0 .3rem }
footer { margin: 2rem 0; color: var(--muted); font-size: .85rem }
@media print { body { margin: 0; max-width: none; padding: 0; background: none; font-size: 10pt }
  section { overflow: visible } table { min-width: 0 }
  h2 { break-after: avoid } tr, .note { break-inside: avoid } }
"""
_STYLE = "\n".join(
    (
        _PAGE,
        _STACKED.replace("TABLE", "table.many"),
        f"@media screen and (max-width: 44rem) {{ {_STACKED.replace('TABLE', 'table')} }}",
        _MARKS,
    )
)

_BESIDE = 4
"""What more sources than these say stands below one another: columns would reach beyond the screen or the sheet."""


def comparison_html(comparison: Comparison, project: Project | None = None) -> str:
    """A page with the sources, the ledger as a table of claims by sources, origins, and a project's judgements."""
    rated = reliabilities(comparison, project) if project else {}
    titles = "".join(_source(s.id, source_parts(s), rated.get(s.id, "")) for s in comparison.sources)
    noted = _judgements(judgements(comparison, project)) if project else ""
    body = "".join(_group(comparison, name, rows) for name, rows in grouped_rows(comparison))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width"><title>Comparison</title><style>{_STYLE}</style></head>'
        f'<body><h1>What agrees, what differs, what only one source says</h1><ul class="sources">{titles}</ul>'
        f"{body}{_origins(comparison)}{noted}<footer>Made by Diptych on the reader’s own machine. A verdict compares "
        "what is written; it does not say what is so.</footer></body></html>\n"
    )


def _source(letter: str, parts: list[str], reliability: str) -> str:
    """What is known of a source; each part may be written from right to left."""
    rated = f'<div class="reason">Reliability: {escape(reliability)}</div>' if reliability else ""
    known = ", ".join(f"<bdi>{escape(part)}</bdi>" for part in parts)
    return f"<li><b>{letter}</b> {known}{rated}</li>"


def _judgements(held: list[Judgement]) -> str:
    """The reader's own notes: what each is about, its rating and tags, and its text."""
    if not held:
        return ""
    return f"<section><h2>What the reader noted ({len(held)})</h2>{''.join(map(_judgement, held))}</section>"


def _judgement(held: Judgement) -> str:
    quotes = "".join(
        f"<blockquote><b>{letter}</b> <bdi><mark>{escape(words)}</mark></bdi></blockquote>"
        for letter, words in held.passages
    )
    said = f'<div class="verdict">{escape(held.said)}</div>' if held.said else ""
    body = f"<p>{escape(held.body)}</p>" if held.body else ""
    author = f'<div class="more">{escape(held.author)}</div>' if held.author else ""
    return f'<article class="note">{quotes}{said}{body}{author}</article>'


def _group(comparison: Comparison, name: str, rows: list[Row]) -> str:
    letters = [source.id for source in comparison.sources]
    heads = "".join(f'<th scope="col">{letter}</th>' for letter in letters)
    lines = "".join(_row(row, letters) for row in rows)
    many = ' class="many"' if len(letters) > _BESIDE else ""
    table = f'<table{many} style="--sources: {len(letters)}">'
    return (
        f"<section><h2>{escape(name)} ({len(rows)})</h2>{table}"
        f'<thead><tr><th scope="col" class="what">What</th>{heads}<th scope="col" class="why">Verdict</th></tr></thead>'
        f"<tbody>{lines}</tbody></table></section>"
    )


def _row(row: Row, letters: list[str]) -> str:
    held = {cell.source: _cell(cell) for cell in row.cells}
    cells = "".join(f'<td data-source="{letter}">{held.get(letter, "")}</td>' for letter in letters)
    colour = row.verdict.replace(" ", "-")
    return (
        f'<tr><th scope="row">{escape(row.label)}</th>{cells}<td><span class="verdict" '
        f'style="color: var(--{colour})">{escape(row.verdict)}</span>'
        f'<div class="reason">{escape(row.reason)}</div></td></tr>'
    )


def _cell(cell: Cell) -> str:
    more = f' <span class="more">and {cell.count - 1} more</span>' if cell.count > 1 else ""
    return f"<bdi>{escape(cell.before)}<mark>{escape(cell.words)}</mark>{escape(cell.after)}</bdi>{more}"


def _origins(comparison: Comparison) -> str:
    def items() -> Iterator[str]:
        for origin in comparison.origins:
            said = f"{origin.label}: {origin.reason}"
            yield f"<li><b>{escape(' + '.join(origin.sources))}</b> {escape(said)}</li>"

    if not comparison.origins:
        return ""
    return f"<section><h2>One origin ({len(comparison.origins)})</h2><ul>{''.join(items())}</ul></section>"
