"""Whether two accounts tell of one event, or of nothing in common, by how many of their passages are aligned."""

from __future__ import annotations

from reader.links.ledger.pairing.told import Accounts, Told

_LONG = 4
"""Passages from which on two accounts of one thing are hardly without any that are aligned."""
_PASSAGES, _PART = 4, 0.2
"""How many and what part of the passages of two accounts are surely aligned that tell of one event."""


def of_one_event(accounts: Accounts) -> bool:
    """Whether so much of two accounts is aligned that they tell of one event."""
    shorter = min(_passages(accounts.left), _passages(accounts.right))
    return accounts.aligned >= max(_PASSAGES, _PART * shorter)


def strangers(accounts: Accounts) -> bool:
    """Whether two accounts have nothing to do with each other.

    No passages of the two are surely aligned, or no name stands in both, unless they are of two languages, or one names
    nothing, and much is aligned; or little is aligned, and all that both name is whom they cite (a survey tells of many
    earthquakes). Of short ones nothing is known.
    """
    one, other = accounts.left, accounts.right
    if min(_passages(one), _passages(other)) < _LONG:
        return False
    if not accounts.aligned:
        return True
    common = one.names & other.names
    if common:
        return common <= one.cited & other.cited and not of_one_event(accounts)
    named = one.names and other.names and one.claims[0].language == other.claims[0].language
    return bool(named or not of_one_event(accounts))


def _passages(told: Told) -> int:
    """How many passages an account has up to its last claim."""
    return told.claims[-1].passage + 1 if told.claims else 0
