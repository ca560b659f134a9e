"""WHAT THE READER THINKS: notes, ratings, the codebook, the project and its file."""

from typing import TYPE_CHECKING

from reader.lazy import lazy_names
from reader.notes.editing.sources import (
    add_source,
    change_source,
    move_source,
    remove_source,
    rename_source,
    set_basis,
    set_decisions,
    set_metadata,
    set_project_memo,
    set_reliability,
    set_source_memo,
)
from reader.notes.schemes import (
    ADMIRALTY,
    POLICE_3X5X2,
    READY_SCHEMES,
    READY_TAGS,
    available_schemes,
    find_grade,
    find_scheme,
)
from reader.notes.stamps import Clock, fresh_id, in_words, now
from reader.notes.values import Codebook, Grade, Note, Project, Scheme, Source, SourceSpan, Tag, Target

if TYPE_CHECKING:
    from reader.notes.editing.codebook import (
        add_tag,
        add_tag_to_notes,
        delete_tag,
        describe_tag,
        find_tag,
        import_codebook,
        merge_tags,
        recolour_tag,
        remove_scheme,
        rename_tag,
        search_tags,
        set_scheme,
        set_tag_parent,
        set_tag_shortcut,
        use_scheme,
    )
    from reader.notes.editing.notes import (
        add_note,
        add_notes,
        add_target,
        change_note,
        confirm_target,
        draft_note,
        draft_notes,
        make_target,
        rate_notes,
        remove_notes,
        remove_target,
        set_body,
        set_rating,
        set_target_span,
        tag_notes,
        untag_notes,
    )
    from reader.notes.editing.occurrences import find_occurrences
    from reader.notes.editing.reanchoring import (
        Diagnosis,
        Finding,
        Standing,
        apply_diagnosis,
        choose_place,
        diagnose,
        place_target,
    )
    from reader.notes.file.collecting import collect_sources, is_same_file, locate_source, locate_sources
    from reader.notes.file.storage import (
        Opened,
        file_hash,
        open_project,
        opening_project,
        read_project,
        with_relative_paths,
        write_project,
    )
    from reader.notes.safety.backups import back_up, list_backups, moment_of_backup
    from reader.notes.safety.journal import Journal, Recoverable, find_recoverable
    from reader.notes.safety.locking import Holder, ProjectLock, lock_project
    from reader.notes.sharing.agreement import (
        Agreement,
        krippendorff_alpha,
        masi_distance,
        measure_agreement,
        measure_tag_agreement,
    )
    from reader.notes.sharing.merging import Conflict, Merge, merge_projects
else:
    __getattr__ = lazy_names(
        __name__,
        {
            "editing.codebook": (
                "add_tag add_tag_to_notes delete_tag describe_tag find_tag import_codebook merge_tags "
                "recolour_tag remove_scheme rename_tag search_tags set_scheme set_tag_parent set_tag_shortcut "
                "use_scheme"
            ),
            "editing.notes": (
                "add_note add_notes add_target change_note confirm_target draft_note draft_notes make_target "
                "rate_notes remove_notes remove_target set_body set_rating set_target_span tag_notes untag_notes"
            ),
            "editing.occurrences": "find_occurrences",
            "editing.reanchoring": "Diagnosis Finding Standing apply_diagnosis choose_place diagnose place_target",
            "file.collecting": "collect_sources is_same_file locate_source locate_sources",
            "file.storage": (
                "Opened file_hash open_project opening_project read_project with_relative_paths write_project"
            ),
            "safety.backups": "back_up list_backups moment_of_backup",
            "safety.journal": "Journal Recoverable find_recoverable",
            "safety.locking": "Holder ProjectLock lock_project",
            "sharing.agreement": "Agreement krippendorff_alpha masi_distance measure_agreement measure_tag_agreement",
            "sharing.merging": "Conflict Merge merge_projects",
        },
    )


__all__ = [
    "ADMIRALTY",
    "POLICE_3X5X2",
    "READY_SCHEMES",
    "READY_TAGS",
    "Agreement",
    "Clock",
    "Codebook",
    "Conflict",
    "Diagnosis",
    "Finding",
    "Grade",
    "Holder",
    "Journal",
    "Merge",
    "Note",
    "Opened",
    "Project",
    "ProjectLock",
    "Recoverable",
    "Scheme",
    "Source",
    "SourceSpan",
    "Standing",
    "Tag",
    "Target",
    "add_note",
    "add_notes",
    "add_source",
    "add_tag",
    "add_tag_to_notes",
    "add_target",
    "apply_diagnosis",
    "available_schemes",
    "back_up",
    "change_note",
    "change_source",
    "choose_place",
    "collect_sources",
    "confirm_target",
    "delete_tag",
    "describe_tag",
    "diagnose",
    "draft_note",
    "draft_notes",
    "file_hash",
    "find_grade",
    "find_occurrences",
    "find_recoverable",
    "find_scheme",
    "find_tag",
    "fresh_id",
    "import_codebook",
    "in_words",
    "is_same_file",
    "krippendorff_alpha",
    "list_backups",
    "locate_source",
    "locate_sources",
    "lock_project",
    "make_target",
    "masi_distance",
    "measure_agreement",
    "measure_tag_agreement",
    "merge_projects",
    "merge_tags",
    "moment_of_backup",
    "move_source",
    "now",
    "open_project",
    "opening_project",
    "place_target",
    "rate_notes",
    "read_project",
    "recolour_tag",
    "remove_notes",
    "remove_scheme",
    "remove_source",
    "remove_target",
    "rename_source",
    "rename_tag",
    "search_tags",
    "set_basis",
    "set_body",
    "set_decisions",
    "set_metadata",
    "set_project_memo",
    "set_rating",
    "set_reliability",
    "set_scheme",
    "set_source_memo",
    "set_tag_parent",
    "set_tag_shortcut",
    "set_target_span",
    "tag_notes",
    "untag_notes",
    "use_scheme",
    "with_relative_paths",
    "write_project",
]
