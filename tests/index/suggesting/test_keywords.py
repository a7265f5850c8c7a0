"""An article in a few words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.storage.articles import StoredArticle
from archive.text.segmentation import words
from archive.text.syllables import keys
from index.backends.memory import MemoryBackend
from index.suggesting.keywords import KeyWord, key_words
from index.suggesting.usage import Usage
from index.terms import KeptTerms
from tests.index.documents import document
from tests.index.stored import said, stored

BODIES = (
    "Người dân trồng lúa và nuôi cá",
    "Người dân xây cầu",
    "Người dân đi chợ",
    "Vườn quốc gia mở cửa cho người dân",
)


def usage(*bodies: str) -> Usage:
    backend = MemoryBackend(document(str(place), body) for place, body in enumerate(bodies))
    return Usage(backend, KeptTerms(backend.terms))


def article(*paragraphs: str, title: str = "Tin") -> StoredArticle:
    """An article that was segmented."""
    held = stored("a", *(said("An", paragraph) for paragraph in paragraphs))
    return replace(held, article=replace(held.article, title=title), words=tuple(map(words, paragraphs)))


TEXT = (
    "Khủng long sống ở đây. Trứng khủng long còn lại, người dân tìm thấy.",
    "Người dân giữ trứng trong nhà. Người dân mừng.",
)


def texts(found: tuple[KeyWord, ...]) -> list[str]:
    return [word.text for word in found]


def test_what_the_article_says_often_and_the_archive_seldom_are_its_key_words() -> None:
    assert texts(key_words(article(*TEXT), usage(*BODIES))) == ["khủng long", "trứng"]


def test_what_is_said_once_is_none_unless_the_title_says_it() -> None:
    once = article("Khủng long sống ở đây.")
    assert texts(key_words(once, usage(*BODIES))) == []
    titled = article("Khủng long sống ở đây.", title="Hóa thạch khủng long")
    assert texts(key_words(titled, usage(*BODIES))) == ["Khủng long"]


def test_there_are_no_more_than_asked_for() -> None:
    assert len(key_words(article(*TEXT), usage(*BODIES), most=1)) == 1


def test_a_word_within_a_longer_key_word_is_left_out() -> None:
    longer = replace(article("vườn Ba Vì, Ba Vì, vườn Ba Vì"), words=(((0, 10), (12, 17), (19, 29)),))
    assert texts(key_words(longer, usage(*BODIES, "Ba Vì", "Ba Vì"))) == ["vườn Ba Vì"]


def test_an_article_that_was_not_segmented_has_syllables_as_key_words() -> None:
    assert texts(key_words(replace(article("khủng long, khủng long"), words=()), usage(*BODIES))) == [
        "khủng",
        "long",
    ]


@pytest.mark.parametrize(
    ("text", "documents"), [("quốc gia", 1), ("người dân", 4), ("dân", 4), ("xe", 0), ("cá cầu", 0.5)]
)
def test_frequencies_are_exact_where_all_documents_are_in_the_sample(text: str, documents: float) -> None:
    assert usage(*BODIES).frequency(tuple(keys(text))) == documents
