"""WHAT OTHERS RECEIVE: the comparison as JSON, text and HTML, and notes for other programs."""

from reader.reports.json_report import comparison_json, mention_json

__all__ = ["comparison_json", "mention_json"]
