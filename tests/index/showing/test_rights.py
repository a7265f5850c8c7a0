"""Rights: what may not be shown is no longer in the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.models import Rights, Source
from archive.storage.articles import StoredArticle
from index.searcher import Searcher
from index.showing.rights import permitted


@pytest.fixture
def stored(searcher: Searcher) -> StoredArticle:
    """The seed with captions, repairs, removals and officials enough."""
    return searcher.store.get(next(iter(searcher.store.articles())).article.id)


def under(stored: StoredArticle, rights: Rights) -> StoredArticle:
    return replace(stored, article=replace(stored.article, source=Source("Báo Mẫu", rights=rights)))


def test_full_rights_show_everything(stored: StoredArticle) -> None:
    assert permitted(under(stored, "full")) == under(stored, "full")


def test_an_extract_is_the_beginning_only(stored: StoredArticle) -> None:
    article = permitted(under(stored, "extract")).article
    assert len(article.paragraphs) == 1
    assert stored.article.body.startswith(article.paragraphs[0].removesuffix(" …"))
    assert (article.captions, article.repairs, article.removals) == ((), (), ())


def test_of_a_closed_article_not_a_word_of_the_text_is_left(stored: StoredArticle) -> None:
    shown = permitted(under(stored, "closed"))
    assert (shown.article.body, shown.article.caption_text, shown.words) == ("", "", ())
    assert shown.article.title_inferred is None
    assert all(not place.evidence for place in shown.understanding.places)


def test_facts_stay_whatever_the_rights(stored: StoredArticle) -> None:
    shown = permitted(under(stored, "closed"))
    assert shown.article.sort_date == stored.article.sort_date
    assert [official.name for official in shown.understanding.officials] == [
        official.name for official in stored.understanding.officials
    ]


def test_of_a_withdrawn_article_only_the_record_is_left(stored: StoredArticle) -> None:
    shown = permitted(replace(stored, withdrawn="theo yêu cầu"))
    assert (shown.article.id, shown.withdrawn) == (stored.article.id, "theo yêu cầu")
    assert (shown.article.title, shown.article.body, shown.understanding.officials) == (None, "", ())
