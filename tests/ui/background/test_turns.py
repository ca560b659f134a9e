"""Long work of the window: done bit by bit, one piece after the other, and left when nobody wants it."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from reader.stepping import Steps, at_once
from reader.ui.background import turns
from reader.ui.background.turns import Turns


def counting(heard: list[object], *numbers: int) -> Steps[int]:
    for number in numbers:
        heard.append(number)
        yield
    return sum(numbers)


def test_little_work_is_done_at_once(monkeypatch):
    monkeypatch.setattr(turns, "AT_A_TIME", 3600.0)  # any work is little
    heard: list[object] = []
    Turns().take(counting(heard, 1, 2), lambda: heard.append("done"))
    assert heard == [1, 2, "done"]
    assert at_once(counting(heard, 3, 4)) == 7


def test_the_event_loop_turns_between_two_bits_of_much_work(qtbot, monkeypatch):
    monkeypatch.setattr(turns, "AT_A_TIME", 0.0)
    heard: list[object] = []
    work = Turns()
    QTimer.singleShot(0, lambda: heard.append("a key"))
    work.take(counting(heard, 1, 2), lambda: heard.append("done"))
    work.take(counting(heard, 3), lambda: heard.append("done too"))
    assert work.busy and len(heard) <= 1
    qtbot.waitUntil(lambda: not work.busy)
    qtbot.waitUntil(lambda: "a key" in heard and "done too" in heard)
    assert [held for held in heard if held != "a key"] == [1, 2, "done", 3, "done too"]
    assert heard.index("a key") < heard.index("done too")


def test_work_that_is_left_tells_nobody(qtbot, monkeypatch):
    monkeypatch.setattr(turns, "AT_A_TIME", 0.0)
    heard: list[object] = []
    work = Turns()
    work.take(counting(heard, 1, 2), lambda: heard.append("done"))
    work.stop()
    later: list[object] = []
    work.take(counting(later, 5), lambda: later.append("done"))
    qtbot.waitUntil(lambda: later == [5, "done"])
    assert "done" not in heard and not work.busy


def test_work_may_begin_other_work_when_it_is_done(qtbot):
    heard: list[object] = []
    work = Turns()
    work.take(counting(heard, 1), lambda: work.take(counting(heard, 2), lambda: heard.append("done")))
    qtbot.waitUntil(lambda: heard == [1, 2, "done"])


def test_what_fails_does_not_hold_up_the_rest(qtbot, monkeypatch):
    monkeypatch.setattr(turns, "AT_A_TIME", 0.0)

    def failing() -> Steps[None]:
        yield from ()
        raise ValueError("no ferry")

    heard: list[object] = []
    work = Turns()
    work.take(counting(heard, 1), lambda: None)
    work.take(failing(), lambda: heard.append("never"))
    work.take(counting(heard, 2), lambda: heard.append("done"))
    with qtbot.captureExceptions() as caught:
        qtbot.waitUntil(lambda: heard == [1, 2, "done"])
    assert [str(value) for _, value, _ in caught] == ["no ferry"]
