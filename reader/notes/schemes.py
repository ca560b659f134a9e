"""Ready-made rating schemes and tag sets, and the looking up of grades."""

from __future__ import annotations

from typing import Literal

from reader.notes.values import Codebook, Grade, Scheme, Tag

Axis = Literal["reliability", "credibility"]

# Colours run from blue (trusted) by yellow to vermilion (distrusted), grey for «cannot be judged»: told apart by
# readers with any colour vision (Okabe and Ito's palette, extended).
_BLUE, _SKY, _GREEN, _YELLOW, _ORANGE, _RED, _GREY = (
    "#0072b2", "#56b4e9", "#009e73", "#e6c700", "#e69f00", "#d55e00", "#8a8a8a",
)  # fmt: skip

ADMIRALTY = Scheme(
    "admiralty",
    "Admiralty (NATO)",
    reliability=(
        Grade("A", "Completely reliable", _BLUE),
        Grade("B", "Usually reliable", _SKY),
        Grade("C", "Fairly reliable", _GREEN),
        Grade("D", "Not usually reliable", _ORANGE),
        Grade("E", "Unreliable", _RED),
        Grade("F", "Reliability cannot be judged", _GREY),
    ),
    credibility=(
        Grade("1", "Confirmed by other sources", _BLUE),
        Grade("2", "Probably true", _SKY),
        Grade("3", "Possibly true", _GREEN),
        Grade("4", "Doubtful", _ORANGE),
        Grade("5", "Improbable", _RED),
        Grade("6", "Truth cannot be judged", _GREY),
    ),
)

POLICE_3X5X2 = Scheme(
    "3x5x2",
    "UK police 3×5×2",
    reliability=(
        Grade("1", "Reliable", _BLUE),
        Grade("2", "Untested", _YELLOW),
        Grade("3", "Not reliable", _RED),
    ),
    credibility=(
        Grade("A", "Known directly to the source", _BLUE),
        Grade("B", "Known indirectly to the source, but corroborated", _SKY),
        Grade("C", "Known indirectly to the source", _GREEN),
        Grade("D", "Not known", _GREY),
        Grade("E", "Suspected to be false", _RED),
    ),
)

READY_SCHEMES = (ADMIRALTY, POLICE_3X5X2)

SIFT = Codebook(
    tags=(
        Tag("sift", "SIFT", _SKY, "Four moves before trusting a page"),
        Tag("sift-stop", "Stop", _RED, "Do I know this source, and what it is known for?", "sift"),
        Tag("sift-investigate", "Investigate the source", _ORANGE, "Who is behind it, and what do others say?", "sift"),
        Tag("sift-find", "Find better coverage", _GREEN, "Who else reports it, and who reports it best?", "sift"),
        Tag("sift-trace", "Trace to the original", _BLUE, "Where did the claim or picture first stand?", "sift"),
    )
)

CRAAP = Codebook(
    tags=(
        Tag("craap", "CRAAP", _SKY, "Five questions to a source"),
        Tag("craap-currency", "Currency", _BLUE, "Is it recent enough, or has it been overtaken?", "craap"),
        Tag("craap-relevance", "Relevance", _GREEN, "Does it bear on the question, and for whom is it?", "craap"),
        Tag("craap-authority", "Authority", _ORANGE, "Who wrote it, and what entitles them to?", "craap"),
        Tag("craap-accuracy", "Accuracy", _YELLOW, "Is it supported, and can it be checked elsewhere?", "craap"),
        Tag("craap-purpose", "Purpose", _RED, "To inform, sell, persuade or entertain?", "craap"),
    )
)

HANDLING = Codebook(
    tags=(
        Tag("handling-p", "Handling P", _GREEN, "Lawful sharing permitted (3×5×2)"),
        Tag("handling-c", "Handling C", _ORANGE, "Lawful sharing permitted with conditions (3×5×2)"),
    )
)

READY_TAGS = {"SIFT": SIFT, "CRAAP": CRAAP, "3×5×2 handling": HANDLING}
"""Tag sets to import into a project, by the name to show."""


def available_schemes(codebook: Codebook) -> tuple[Scheme, ...]:
    """The ready-made schemes and the codebook's own; one of its own replaces a ready-made one of the same id."""
    own = {scheme.id: scheme for scheme in codebook.schemes}
    return (*(own.pop(scheme.id, scheme) for scheme in READY_SCHEMES), *own.values())


def find_scheme(codebook: Codebook, scheme_id: str) -> Scheme | None:
    """The scheme with that id, own or ready-made."""
    for scheme in (*codebook.schemes, *READY_SCHEMES):
        if scheme.id == scheme_id:
            return scheme
    return None


def find_grade(codebook: Codebook, scheme_id: str, axis: Axis, code: str) -> Grade | None:
    """The grade with that code on that axis of a scheme, None when there is none."""
    scheme = find_scheme(codebook, scheme_id)
    grades = () if scheme is None else scheme.reliability if axis == "reliability" else scheme.credibility
    return next((grade for grade in grades if grade.code == code), None)
