"""Notes as a W3C Web Annotation collection, for other programs that annotate.

After the Web Annotation Data Model and Vocabulary (W3C Recommendations of 23 February 2017).
"""

from __future__ import annotations

from typing import Any

from reader.notes import Note, Project, Source, Target, find_grade, find_scheme

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = {"diptych": "urn:diptych:"}
NOTE = "urn:diptych:note:"


def annotation_collection(project: Project, *, label: str = "") -> dict[str, Any]:
    """All notes of a project as an AnnotationCollection with its one page; JSON values.

    A note's words, tags and rating are bodies (purposes commenting, tagging and assessing); every target has a
    TextQuoteSelector and, unless it is an orphan, a TextPositionSelector in code points of the source's text. The
    names with `diptych:` keep what the model has no term for.
    """
    items = [_annotation(project, note) for note in project.notes]
    return {
        "@context": [CONTEXT, OWN],
        "type": "AnnotationCollection",
        "label": label or "Notes made with Diptych",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(project: Project, note: Note) -> dict[str, Any]:
    bodies = _bodies(project, note)
    targets = [_target(project.source(target.source), target) for target in note.targets]
    annotation: dict[str, Any] = {"id": NOTE + note.id, "type": "Annotation", "motivation": _motivation(note)}
    if note.author:
        annotation["creator"] = {"type": "Person", "name": note.author}
    if note.created:
        annotation["created"] = note.created
    if note.modified:
        annotation["modified"] = note.modified
    if bodies:
        annotation["body"] = bodies
    annotation["target"] = targets[0] if len(targets) == 1 else targets
    return annotation


def _motivation(note: Note) -> str:
    if len(note.targets) > 1:
        return "linking"
    if note.body:
        return "commenting"
    return "assessing" if note.rating else "tagging" if note.tags else "highlighting"


def _bodies(project: Project, note: Note) -> list[dict[str, Any]]:
    bodies: list[dict[str, Any]] = []
    if note.body:
        words = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": note.body}
        bodies.append(words)
    names = {tag.id: tag.name for tag in project.codebook.tags}
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": names[tag]} for tag in note.tags]
    if note.rating:
        grade = find_grade(project.codebook, note.scheme, "credibility", note.rating)
        scheme = find_scheme(project.codebook, note.scheme)
        label = f"{note.rating} {grade.label}" if grade else note.rating
        bodies.append(
            {
                "type": "TextualBody",
                "purpose": "assessing",
                "value": f"{label} ({scheme.name})" if scheme else label,
                "diptych:scheme": note.scheme,
                "diptych:grade": note.rating,
            }
        )
    return bodies


def _target(source: Source, target: Target) -> dict[str, Any]:
    anchor = target.anchor
    selectors: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}
    ]
    if target.span is not None:
        selectors.append({"type": "TextPositionSelector", "start": target.span.start, "end": target.span.end})
    return {
        "type": "SpecificResource",
        "source": source_iri(source),
        "diptych:title": source.title,
        "selector": selectors,
    }


def source_iri(source: Source) -> str:
    """What names a source for other programs: its web address, else the hash of its file."""
    if source.article.url:
        return source.article.url
    return f"urn:sha256:{source.article.provenance.sha256}"
