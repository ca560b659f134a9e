"""The comparison in the background follows the project, patiently while sources come in, and can be cancelled."""

from __future__ import annotations

import pytest

from reader.notes import Project, add_source, set_metadata
from reader.text import Article
from reader.ui.analysis import Analysis
from reader.ui.workspace import Workspace


@pytest.fixture
def analysed(qtbot):
    workspace = Workspace()
    analysis = Analysis(workspace)
    yield workspace, analysis
    analysis.close()


def with_sources(number: int) -> Project:
    project = Project()
    for n in range(number):
        text = f"Account {n}\n\nIrma Sandoval saw {n + 3} boats in Port Amara on 3 May 2021.\n"
        project = add_source(project, Article.from_text(text))
    return project


def test_it_follows_sources_and_their_metadata(analysed, qtbot):
    workspace, analysis = analysed
    told: list[str] = []
    analysis.progressed.connect(lambda _, what: told.append(what))
    workspace.edit("Add", lambda _: with_sources(2))
    assert analysis.running
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] == "Comparing the sources"  # not the file that was read last
    qtbot.waitUntil(lambda: len(workspace.comparison.sources) == 2 and not analysis.running)
    key = workspace.project.sources[0].key
    workspace.edit("Date", lambda project: set_metadata(project, key, published="2021-05-04"))
    qtbot.waitUntil(lambda: str(workspace.comparison.sources[0].article.published) == "2021-05-04")
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert workspace.comparison.sources == () and not analysis.running


def test_a_change_is_sent_at_once_and_those_that_follow_it_are_waited_for(analysed, qtbot, monkeypatch):
    workspace, analysis = analysed
    begin, begun = analysis._runner.start, []

    def counted(function, articles, *more, **named):
        begun.append(len(articles))
        begin(function, articles, *more, **named)

    monkeypatch.setattr(analysis._runner, "start", counted)
    told: list[list[int]] = []
    workspace.sources_changed.connect(lambda: told.append(list(begun)))
    workspace.edit("Add", lambda _: with_sources(2))
    assert told == [[2]]  # before the panes hear of it
    for number in (3, 4):
        workspace.edit("Add", lambda _, number=number: with_sources(number))
    assert begun == [2] and analysis.running
    qtbot.waitUntil(lambda: len(workspace.comparison.sources) == 4 and not analysis.running)
    assert begun == [2, 4]


def test_the_same_project_opened_again_is_compared_again(analysed, qtbot):
    workspace, analysis = analysed
    project = with_sources(2)
    for _ in range(2):
        workspace.start_with(project)
        assert workspace.comparison.sources == () and analysis.running
        qtbot.waitUntil(lambda: len(workspace.comparison.sources) == 2 and not analysis.running)


def test_while_sources_come_in_a_comparison_is_let_end(analysed, qtbot, monkeypatch):
    workspace, analysis = analysed
    shown: list[int] = []
    workspace.comparison_changed.connect(lambda: shown.append(len(workspace.comparison.sources)))
    analysis.be_patient(True)
    analysis._settle.setInterval(0)
    begin, begun = analysis._runner.start, []

    def begin_and_go_on(*arguments, **named):
        """A comparison begins, and before it can end more sources come."""
        begin(*arguments, **named)
        begun.append(analysis._runner.pid)
        if len(begun) == 1:
            workspace.edit("Add", lambda _: with_sources(3))
            analysis._begin()  # as when the changes have settled
            workspace.edit("Add", lambda _: with_sources(4))

    monkeypatch.setattr(analysis._runner, "start", begin_and_go_on)
    workspace.edit("Add", lambda _: with_sources(2))
    qtbot.waitUntil(lambda: len(workspace.comparison.sources) == 4 and not analysis.running)
    assert shown == [2, 4] and begun == [analysis._runner.pid] * 2


def test_cancelled_marks_stay_as_they_are(analysed, qtbot):
    workspace, analysis = analysed
    workspace.edit("Add", lambda _: with_sources(2))
    qtbot.waitUntil(lambda: len(workspace.comparison.sources) == 2 and not analysis.running)
    held = workspace.comparison
    workspace.edit("Add", lambda _: with_sources(3))
    analysis.cancel()
    assert not analysis.running and workspace.comparison is held
    analysis.again()
    qtbot.waitUntil(lambda: len(workspace.comparison.sources) == 3)


def test_a_warm_worker_is_prepared(analysed, qtbot):
    workspace, analysis = analysed
    analysis.warm()
    pid, loaded = analysis._runner.pid, []
    analysis._runner.start("tests.ui.background.worker_jobs:modules", done=loaded.append, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(loaded))
    assert {"numpy", "rapidfuzz", "reader.links.comparing"} <= set(loaded[0])  # before anything was compared
    workspace.edit("Add", lambda _: with_sources(2))
    qtbot.waitUntil(lambda: len(workspace.comparison.sources) == 2)
    assert analysis._runner.pid == pid
