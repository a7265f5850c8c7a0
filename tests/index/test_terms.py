"""Keys are read from the backend once, and found by their beginning."""

from __future__ import annotations

from index.query import Fuzzy
from index.terms import KeptTerms


def test_a_field_is_read_once_and_answers_every_prefix() -> None:
    asked: list[tuple[str, str]] = []

    def terms(field: str, prefix: str) -> list[tuple[str, int]]:
        asked.append((field, prefix))
        return [("an", 2), ("ba", 1), ("ban", 3), ("bo`", 4), ("ca", 5)]

    kept = KeptTerms(terms)
    assert len(list(kept("body", ""))) == 5
    assert list(kept("body", "ba")) == [("ba", 1), ("ban", 3)]
    assert list(kept("body", "d")) == []
    assert list(kept("title", "c")) == [("ca", 5)]
    assert asked == [("body", ""), ("title", "")]
    assert kept.spellings("body").fitting(Fuzzy("bo`")) == {"bo`": 4}
    assert len(asked) == 3
    kept.spellings("body")
    assert len(asked) == 3
