"""Lights up what is pointed at or chosen, in all panes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.lookup.span_index import SpanIndex

if TYPE_CHECKING:
    from reader.mentions import Mention
    from reader.ui.panes.pane import Pane
    from reader.ui.panes.stage import Stage


class Lighting:
    """Fills what is lit on the pages of a stage, and shows in the overviews where the chosen things stand.

    `row` is the row of the ledger that is pointed at, "" for none.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.row = ""
        self._overviewed: tuple[object, ...] = (frozenset(), "", stage.index)

    def light(self) -> None:
        """Bring all panes up to date."""
        stage, chosen = self._stage, self._chosen()
        overviewed = (chosen, stage.workspace.chosen_row, stage.index)
        panes = stage.arrangement.filled()
        if overviewed != self._overviewed:
            self._overviewed = overviewed
            held = self._mentions(chosen)
            for pane in panes:
                _overview(pane, held)
        for pane in panes:
            self._fill(pane, chosen)

    def join(self, pane: Pane) -> None:
        """Bring a pane up to date that is made only now."""
        chosen = self._chosen()
        _overview(pane, self._mentions(chosen))
        self._fill(pane, chosen)

    def _chosen(self) -> frozenset[str]:
        """The entities that are chosen, also by their rows."""
        space = self._stage.workspace
        row = self._stage.index.rows.get(space.chosen_row)
        return frozenset({space.chosen_entity, row.entity if row else ""} - {""})

    def _fill(self, pane: Pane, chosen: frozenset[str]) -> None:
        space, layers = self._stage.workspace, pane.view.layers
        entities = chosen | ({space.hovered_entity} - {""})
        rows = frozenset({self.row, space.chosen_row} - {""})
        if (layers.lit_entities, layers.lit_rows) != (entities, rows):
            layers.lit_entities, layers.lit_rows = entities, rows
            pane.view.viewport().update()

    def _mentions(self, entities: frozenset[str]) -> dict[str, list[Mention]]:
        """Where the chosen entities and the chosen row stand, by article key."""
        index = self._stage.index
        row = index.rows.get(self._stage.workspace.chosen_row)
        ids = [i for e in entities if e in index.entities for i in index.entities[e].mentions]
        ids += row.mentions if row else ()
        return index.by_source(ids)


def _overview(pane: Pane, held: dict[str, list[Mention]]) -> None:
    pane.view.layers.chosen = SpanIndex([m.span for m in held.get(pane.key, ())])
    pane.overview.refresh()
