"""WHAT OTHERS RECEIVE: the comparison as JSON, text and HTML, and notes for other programs."""

from reader.reports.html_report import comparison_html
from reader.reports.json_report import comparison_json, mention_json
from reader.reports.text_report import comparison_text

__all__ = ["comparison_html", "comparison_json", "comparison_text", "mention_json"]
