"""Edits of the codebook, each a pure function from project to project; merging and deleting reach every note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from reader.errors import EditRefusedError
from reader.notes.editing.notes import tag_notes
from reader.notes.schemes import ADMIRALTY, available_schemes, find_scheme
from reader.notes.stamps import id_from_name
from reader.notes.values import Codebook, Project, Scheme, Tag

TAG_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8a6d00", "#6a51a3")
"""Told apart with any colour vision, neighbours most of all (Okabe and Ito, two added)."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def add_tag(
    project: Project, name: str, *, colour: str = "", description: str = "", parent: str = "", shortcut: str = ""
) -> Project:
    """The project with one more tag, last in the codebook; its id is made of its name.

    Without a colour it gets the one of `TAG_COLOURS` that the fewest tags have.
    """
    tag_id = id_from_name(name, {tag.id for tag in project.codebook.tags})
    _check_name(project, name, tag_id)
    added = _with_tags(project, (*project.codebook.tags, Tag(tag_id, name.strip(), description=description.strip())))
    used = Counter(tag.colour for tag in project.codebook.tags)
    added = recolour_tag(added, tag_id, colour or min(TAG_COLOURS, key=lambda held: used[held]))
    added = set_tag_parent(added, tag_id, parent)
    return set_tag_shortcut(added, tag_id, shortcut)


def add_tag_to_notes(project: Project, name: str, note_ids: Iterable[str]) -> Project:
    """The project with one more tag, and with it on those notes."""
    project = add_tag(project, name)
    return tag_notes(project, note_ids, project.codebook.tags[-1].id)


def find_tag(codebook: Codebook, tag_id: str) -> Tag:
    """The tag with that id; KeyError when there is none."""
    for tag in codebook.tags:
        if tag.id == tag_id:
            return tag
    raise KeyError(tag_id)


def rename_tag(project: Project, tag_id: str, name: str) -> Project:
    """The project with another name for that tag, on every note at once; a name in use is refused."""
    _check_name(project, name, tag_id)
    return _change_tag(project, tag_id, lambda tag: replace(tag, name=name.strip()))


def recolour_tag(project: Project, tag_id: str, colour: str) -> Project:
    """The project with another colour, #rrggbb, for that tag."""
    if not _COLOUR.fullmatch(colour):
        raise EditRefusedError(f"“{colour}” is not a colour. Write it as #rrggbb, #0072b2.")
    return _change_tag(project, tag_id, lambda tag: replace(tag, colour=colour.lower()))


def describe_tag(project: Project, tag_id: str, description: str) -> Project:
    """The project with another description of that tag."""
    return _change_tag(project, tag_id, lambda tag: replace(tag, description=description.strip()))


def set_tag_shortcut(project: Project, tag_id: str, shortcut: str) -> Project:
    """The project with one key for that tag ("" for none); a key that another tag or a rating has is refused."""
    key = shortcut.strip().lower()
    if len(key) > 1 or (key and not key.isprintable()):
        raise EditRefusedError(f"A shortcut is one key; “{shortcut}” is not.")
    if key.isdigit():
        raise EditRefusedError(f"The key {key} is kept for ratings. Choose a letter.")
    for tag in project.codebook.tags:
        if key and tag.shortcut == key and tag.id != tag_id:
            raise EditRefusedError(f"The key {key.upper()} is taken by the tag “{tag.name}”. Choose another key.")
    return _change_tag(project, tag_id, lambda tag: replace(tag, shortcut=key))


def set_tag_parent(project: Project, tag_id: str, parent: str) -> Project:
    """The project with that tag below `parent` ("" for none); a tag can't stand below itself."""
    names = {tag.id: tag for tag in project.codebook.tags}
    above = parent
    while above:
        if above not in names:
            raise KeyError(above)
        if above == tag_id:
            raise EditRefusedError(f"“{names[tag_id].name}” can't stand below itself. Choose another parent.")
        above = names[above].parent
    return _change_tag(project, tag_id, lambda tag: replace(tag, parent=parent))


def merge_tags(project: Project, tag_ids: Iterable[str], into: str) -> Project:
    """The project with those tags turned into `into` on every note, and gone from the codebook."""
    merged = set(tag_ids) - {into}
    for tag_id in (into, *merged):
        find_tag(project.codebook, tag_id)
    return _replacing(project, merged, into)


def delete_tag(project: Project, tag_id: str) -> Project:
    """The project without that tag, in the codebook and on every note; tags below it move one step up."""
    find_tag(project.codebook, tag_id)
    return _replacing(project, {tag_id}, "")


def _replacing(project: Project, gone: set[str], into: str) -> Project:
    """Put `into` ("" for nothing) where one of the `gone` tags stands, in notes, parents and recent tags."""
    tags = {tag.id: tag for tag in project.codebook.tags}

    def parent(tag: Tag) -> str:
        above = tag.parent
        while above in gone:
            above = tags[above].parent
        return above

    def swapped(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(into if i in gone else i for i in ids if into or i not in gone))

    kept = tuple(replace(tag, parent=parent(tag)) for tag in project.codebook.tags if tag.id not in gone)
    codebook = replace(project.codebook, tags=kept, recent=swapped(project.codebook.recent))
    notes = tuple(
        note if gone.isdisjoint(note.tags) else replace(note, tags=swapped(note.tags)) for note in project.notes
    )
    return replace(project, codebook=codebook, notes=notes)


def import_codebook(project: Project, codebook: Codebook) -> Project:
    """The project with the tags and schemes of another codebook added; what it has already (same id) stays as it is.

    A shortcut that is taken, or a name that is taken, is not brought in twice: the name gets a number.
    """
    held = project.codebook
    tags = list(held.tags)
    ids, keys = {tag.id for tag in tags}, {tag.shortcut for tag in tags}
    names = {tag.name.casefold() for tag in tags}
    for tag in codebook.tags:
        if tag.id in ids:
            continue
        name, number = tag.name, 1
        while name.casefold() in names:
            number += 1
            name = f"{tag.name} ({number})"
        tags.append(replace(tag, name=name, shortcut="" if tag.shortcut in keys else tag.shortcut))
        names.add(name.casefold())
    taken = {scheme.id for scheme in held.schemes}
    schemes = (*held.schemes, *(scheme for scheme in codebook.schemes if scheme.id not in taken))
    return replace(project, codebook=replace(held, tags=tuple(tags), schemes=schemes))


def set_scheme(project: Project, scheme: Scheme) -> Project:
    """The project with that scheme added, or changed when one of the same id is there.

    A grade that a note or source uses can't go: that is refused, naming the grade.
    """
    for axis, used in _grades_used(project, scheme.id).items():
        offered = scheme.reliability if axis == "reliability" else scheme.credibility
        missing = sorted(used - {grade.code for grade in offered})
        if missing:
            raise EditRefusedError(f"The grade “{missing[0]}” is in use. Change those ratings first.")
    others = [held for held in project.codebook.schemes if held.id != scheme.id]
    place = next((n for n, held in enumerate(project.codebook.schemes) if held.id == scheme.id), len(others))
    others.insert(place, scheme)
    return replace(project, codebook=replace(project.codebook, schemes=tuple(others)))


def remove_scheme(project: Project, scheme_id: str) -> Project:
    """The project without that scheme of its own; one that is in use and not ready-made is refused."""
    kept = replace(
        project.codebook, schemes=tuple(scheme for scheme in project.codebook.schemes if scheme.id != scheme_id)
    )
    if find_scheme(kept, scheme_id) is not None:
        return replace(project, codebook=kept)
    if any(_grades_used(project, scheme_id).values()):
        raise EditRefusedError("This scheme is in use. Change those ratings first.")
    if kept.scheme == scheme_id:
        kept = replace(kept, scheme="")
    return _with_unrated(replace(project, codebook=kept), {scheme_id}, kept.scheme or ADMIRALTY.id)


def use_scheme(project: Project, scheme_id: str, *, preferred: str = ADMIRALTY.id) -> Project:
    """The project with that scheme for new notes and sources ("": the `preferred` one), and for all not rated."""
    if scheme_id and find_scheme(project.codebook, scheme_id) is None:
        raise EditRefusedError("There is no such scheme.")
    changed = replace(project, codebook=replace(project.codebook, scheme=scheme_id))
    return _with_unrated(changed, {s.id for s in available_schemes(project.codebook)}, scheme_id or preferred)


def _with_unrated(project: Project, before: Collection[str], scheme_id: str) -> Project:
    """The project with `scheme_id` on what is not rated and has one of the schemes `before`."""
    notes = (
        replace(note, scheme=scheme_id) if not note.rating and note.scheme in before and note.scheme != scheme_id
        else note for note in project.notes
    )  # fmt: skip
    sources = (
        replace(source, scheme=scheme_id)
        if not source.reliability and source.scheme in before and source.scheme != scheme_id
        else source for source in project.sources
    )  # fmt: skip
    return replace(project, notes=tuple(notes), sources=tuple(sources))


def _grades_used(project: Project, scheme_id: str) -> dict[str, set[str]]:
    return {
        "reliability": {s.reliability for s in project.sources if s.scheme == scheme_id and s.reliability},
        "credibility": {n.rating for n in project.notes if n.scheme == scheme_id and n.rating},
    }


def search_tags(codebook: Codebook, typed: str) -> tuple[Tag, ...]:
    """Tags whose name or description holds what was typed; recent ones first, then names that begin with it."""
    wanted = typed.strip().casefold()
    recent = {tag_id: place for place, tag_id in enumerate(codebook.recent)}
    found = [tag for tag in codebook.tags if wanted in f"{tag.name}\n{tag.description}".casefold()]
    return tuple(sorted(found, key=lambda t: (recent.get(t.id, len(recent)), not t.name.casefold().startswith(wanted))))


def _with_tags(project: Project, tags: Iterable[Tag]) -> Project:
    return replace(project, codebook=replace(project.codebook, tags=tuple(tags)))


def _change_tag(project: Project, tag_id: str, change: Callable[[Tag], Tag]) -> Project:
    find_tag(project.codebook, tag_id)
    return _with_tags(project, (change(tag) if tag.id == tag_id else tag for tag in project.codebook.tags))


def _check_name(project: Project, name: str, tag_id: str) -> None:
    if not name.strip():
        raise EditRefusedError("A tag needs a name.")
    for tag in project.codebook.tags:
        if tag.id != tag_id and tag.name.casefold() == name.strip().casefold():
            raise EditRefusedError(f"There is a tag “{tag.name}” already. Merge the two, or choose another name.")
