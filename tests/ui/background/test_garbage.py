"""The garbage collector rests while much is made, and leaves it alone afterwards."""

from __future__ import annotations

import gc

from reader.ui.background.garbage import go_on, pause, uncollected


def test_nothing_is_collected_in_a_pause_nor_looked_at_after_it():
    before = gc.get_freeze_count()
    with uncollected():
        assert not gc.isenabled()
        made = [[n] for n in range(5000)]
        pause()
        go_on()
        assert not gc.isenabled()
    assert gc.isenabled() and gc.get_freeze_count() >= before + len(made)


def test_the_pause_ends_with_work_that_is_left():
    def steps():
        with uncollected():
            yield

    work = steps()
    next(work)
    assert not gc.isenabled()
    del work
    assert gc.isenabled()
