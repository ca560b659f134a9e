"""Write one action on a project down as the little that it changed, and apply it again to the plain values."""

from __future__ import annotations

from typing import Any

from reader.notes.file.writing import plain_codebook, plain_note, plain_source
from reader.notes.values import Note, Project, Source

Step = dict[str, Any]
_TEXT = ("text", "blocks")


def difference(before: Project, after: Project) -> Step:
    """What turns the plain values of one project into those of another: changed entries whole, the rest by name."""
    step: Step = {}
    if before.notes != after.notes:
        step["notes"] = _listed({note.id: note for note in before.notes}, {n.id: n for n in after.notes}, _note_part)
    if before.sources != after.sources:
        step["sources"] = _listed({s.key: s for s in before.sources}, {s.key: s for s in after.sources}, _source_part)
    if before.codebook != after.codebook:
        step["codebook"] = plain_codebook(after.codebook)
    for name in ("memo", "decisions", "layout"):
        if getattr(before, name) != getattr(after, name):
            step[name] = getattr(after, name)
    return step


def _listed(before: dict[str, Any], after: dict[str, Any], part: Any) -> Step:
    changed = {key: part(before.get(key), held) for key, held in after.items() if before.get(key) is not held}
    step: Step = {"put": changed, "gone": [key for key in before if key not in after]}
    natural = [key for key in before if key in after] + [key for key in after if key not in before]
    if natural != list(after):
        step["order"] = list(after)
    return step


def _note_part(before: Note | None, after: Note) -> dict[str, Any]:
    return plain_note(after)


def _source_part(before: Source | None, after: Source) -> dict[str, Any]:
    plain = plain_source(after)
    if before is not None and (before.article.text, before.article.blocks) == (
        after.article.text,
        after.article.blocks,
    ):
        return {name: value for name, value in plain.items() if name not in _TEXT}
    return plain


def later(plain: dict[str, Any], step: Step) -> dict[str, Any]:
    """The plain values of a project after a step; raises KeyError or TypeError when the step is damaged."""
    result = dict(plain)
    for name, changed in step.items():
        if name in ("notes", "sources"):
            result[name] = _applied(result[name], changed, "id" if name == "notes" else "key")
        else:
            result[name] = changed
    return result


def _applied(entries: list[dict[str, Any]], step: Step, key: str) -> list[dict[str, Any]]:
    gone = set(step["gone"])
    held = {entry[key]: entry for entry in entries if entry[key] not in gone}
    for name, entry in step["put"].items():
        kept = {part: held[name][part] for part in _TEXT if name in held and part in held[name] and part not in entry}
        held[name] = {**entry, **kept}
    return [held[name] for name in step.get("order", held)]
