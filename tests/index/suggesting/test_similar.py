"""Articles that say the key words of another."""

from __future__ import annotations

from collections.abc import Mapping

from archive.text.syllables import keys
from index.backends.memory import MemoryBackend
from index.suggesting.keywords import KeyWord
from index.suggesting.similar import similar_articles
from tests.index.documents import document

BACKEND = MemoryBackend(
    (
        document("a", "Trứng khủng long tìm thấy ở vườn quốc gia"),
        document("b", "Vườn quốc gia giữ trứng khủng long, trứng lớn, khủng long lớn"),
        document("c", "Trứng khủng long bán ở chợ"),
        document("d", "Trứng gà bán ở chợ"),
        document("e", "Xây cầu"),
    )
)
WORDS = tuple(KeyWord(text, tuple(keys(text)), 2, 1.0) for text in ("khủng long", "vườn quốc gia", "trứng"))


def similar(identity: str = "a", clusters: Mapping[str, str] | None = None, most: int = 5) -> list[str]:
    return [hit.id for hit in similar_articles(BACKEND, identity, WORDS, clusters or {}, most)]


def test_similar_articles_share_two_key_words_and_the_best_come_first() -> None:
    assert similar() == ["b", "c"]
    assert similar(most=1) == ["b"]


def test_near_duplicates_of_the_article_are_left_out() -> None:
    assert similar(clusters={"a": "a", "b": "a"}) == ["c"]


def test_of_near_duplicates_of_each_other_the_best_is_taken() -> None:
    assert similar(clusters={"b": "b", "c": "b"}) == ["b"]


def test_one_key_word_is_like_nothing() -> None:
    assert similar_articles(BACKEND, "a", WORDS[:1], {}) == ()
    assert similar_articles(BACKEND, "a", (), {}) == ()
