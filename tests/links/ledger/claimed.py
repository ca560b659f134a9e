"""The claims of one account, as the ledger reads them."""

from __future__ import annotations

from reader.links import compare
from reader.links.comparing_memory import Memory
from reader.links.ledger.claims.contexts import Claim, find_claims
from reader.text import Article


def claims_of(text: str, language: str = "en", published: str = "2021-05-15") -> list[Claim]:
    """What a text claims; nothing in it is named as in another one."""
    compared = compare([Article.from_text(text, language=language, published=published, key="a")])
    entity_of = {mention: entity.id for entity in compared.entities for mention in entity.mentions}
    return find_claims(compared.sources[0], entity_of, {}, Memory(), 0)
