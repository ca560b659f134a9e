"""The ledger on whole accounts, against the rows a careful reader expects."""

from __future__ import annotations

import pytest

from tests.links import accounts


@pytest.mark.parametrize(
    ("folder", "least", "most_false"),
    [
        ("accounts", 0.93, 1),
        ("accounts_held_out", 0.8, 2),
        ("accounts_unseen", 0.75, 2),
        ("accounts_last", 0.87, 1),
        ("accounts_fresh", 0.79, 1),
        ("accounts_final", 0.9, 1),
        ("accounts_newest", 0.68, 1),
        ("accounts_closing", 0.8, 1),
        ("accounts_further", 0.75, 1),
        ("accounts_elliptical", 0.69, 1),
        ("accounts_elliptical_last", 0.7, 0),
        ("accounts_reports", 0.62, 2),
        ("accounts_wire", 0.68, 0),
        ("accounts_wire_last", 0.62, 0),
        ("accounts_abroad", 0.66, 0),
        ("accounts_languages", 0.78, 1),
    ],
)
def test_the_rows_a_careful_reader_expects(folder: str, least: float, most_false: int) -> None:
    found = accounts.score(folder)
    assert found.right >= least * found.expected, f"{found}: {found.told}"
    assert found.false <= most_false, f"{found}: {found.told}"
    assert found.false_differ <= 1, f"{found}: {found.told}"
