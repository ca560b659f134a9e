"""WHAT OTHERS RECEIVE: the comparison as JSON, text, HTML and a table, and notes for other programs."""

from reader.reports.csv_report import comparison_csv, encoding_of
from reader.reports.html_report import comparison_html
from reader.reports.json_report import comparison_json, mention_json
from reader.reports.text_report import comparison_text
from reader.reports.web_annotations import annotation_collection
from reader.reports.web_annotations_import import MAX_ANNOTATION_BYTES, Imported, import_annotations

__all__ = [
    "MAX_ANNOTATION_BYTES",
    "Imported",
    "annotation_collection",
    "comparison_csv",
    "comparison_html",
    "comparison_json",
    "comparison_text",
    "encoding_of",
    "import_annotations",
    "mention_json",
]
