"""Articles read to the extent their reader asks for, against all that is known of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive.settings import Settings
from archive.storage.articles import StoredArticle
from archive.storage.extents import INDEXED, SHOWN, SPOKEN, WHOLE, Extent
from archive.storage.store import Store, open_store

EXTENTS = pytest.mark.parametrize("extent", [WHOLE, INDEXED, SPOKEN, SHOWN])


@pytest.fixture
def seeds(seeds_settings: Settings) -> Iterator[Store]:
    """The store of the five seeds."""
    with open_store(seeds_settings.store_url) as store:
        yield store


def pairs(store: Store, extent: Extent) -> list[tuple[StoredArticle, StoredArticle]]:
    """Every article as it is read to an extent, and whole."""
    return list(zip(store.articles(extent=extent), store.articles(), strict=True))


@EXTENTS
def test_what_every_hit_shows_is_always_read(seeds: Store, extent: Extent) -> None:
    for read, whole in pairs(seeds, extent):
        for name in ("id", "title", "paragraphs", "captions", "published", "event", "source", "byline"):
            assert getattr(read.article, name) == getattr(whole.article, name)
        assert (read.short, read.revision, read.people) == (whole.short, whole.revision, whole.people)
        for place, known in zip(read.understanding.places, whole.understanding.places, strict=True):
            assert (place.unit, place.role, place.score) == (known.unit, known.role, known.score)
        for one, known_one in zip(read.understanding.officials, whole.understanding.officials, strict=True):
            assert (one.name, one.unit, one.posts) == (known_one.name, known_one.unit, known_one.posts)


@EXTENTS
def test_the_rest_is_read_whole_or_not_at_all(seeds: Store, extent: Extent) -> None:
    for read, whole in pairs(seeds, extent):
        for name in ("credits", "repairs", "removals"):
            assert getattr(read.article, name) == (getattr(whole.article, name) if extent.record else ())
        assert read.words == (whole.words if extent.words else ())
        said = whole.understanding.statements if extent.statements else ()
        assert read.understanding.statements == said
        mentions = [one.mentions for one in whole.understanding.officials]
        assert [one.mentions for one in read.understanding.officials] == (
            mentions if extent.evidence else [() for _ in mentions]
        )


@EXTENTS
def test_many_are_read_to_an_extent_as_all_are(seeds: Store, extent: Extent) -> None:
    for stored in seeds.articles(extent=extent):
        assert seeds.get_many([stored.article.id], extent) == {stored.article.id: stored}
