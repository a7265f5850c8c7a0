"""What is read is what was saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.models import (
    Article,
    Caption,
    DatedValue,
    Mention,
    Official,
    PlaceAttribution,
    Post,
    Processed,
    Removal,
    Repair,
    Span,
    Statement,
    Understanding,
)
from archive.storage.store import Store, open_store
from tests.archive.storage.making import PAPER, full, ingest, processed, url_of

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
offsets = st.integers(0, 2**31 - 1)
spans = st.builds(Span, st.sampled_from(["title", "body", "caption"]), offsets, offsets)
shares = st.floats(0, 1)
statuses = st.sampled_from(["current", "former", "appointed"])
maybe = st.none() | texts


def some(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """Tuples of up to three."""
    return st.lists(strategy, max_size=3).map(tuple)


dates = st.none() | st.builds(
    DatedValue,
    texts,
    st.sampled_from(["year", "month", "day", "minute", "second"]),
    st.sampled_from(["header", "body", "field", "inferred"]),
    texts,
    some(texts),
)
articles = st.builds(
    Article,
    id=st.just(processed("").article.id),
    source=st.just(PAPER),
    url=maybe,
    title=maybe,
    title_inferred=maybe,
    published=dates,
    event=dates,
    sort_date=st.none() | st.dates().map(str),
    byline=maybe,
    category=maybe,
    credits=some(texts),
    captions=some(st.builds(Caption, texts, maybe)),
    paragraphs=some(texts),
    repairs=some(st.builds(Repair, texts, texts, texts, st.booleans(), st.none() | spans)),
    removals=some(st.builds(Removal, texts, texts)),
)
posts = st.builds(Post, texts, texts, maybe, maybe, statuses, spans)
mentions = st.builds(Mention, spans, texts, st.sampled_from(["name", "post"]))
statements = st.builds(
    Statement,
    speaker=texts,
    speakers=some(texts),
    speaker_kind=st.sampled_from(["person", "organisation", "anonymous"]),
    post=maybe,
    act=texts,
    kind=st.sampled_from(["direct", "reported", "mixed", "continuation"]),
    attribution=st.sampled_from(["name", "post", "pronoun", "context"]),
    cue=maybe,
    content=texts,
    span=spans,
    continues=st.none() | offsets,
    confidence=shares,
    rule=texts,
)
understandings = st.builds(
    Understanding,
    places=some(
        st.builds(PlaceAttribution, texts, st.sampled_from(["subject", "mentioned"]), shares, some(spans))
    ),
    officials=some(st.builds(Official, texts, maybe, statuses, some(posts), some(mentions))),
    statements=some(statements),
)


@st.composite
def documents(draw: st.DrawFn) -> Processed:
    """Anything the pure steps could hand over."""
    article = draw(articles)
    pairs = some(st.tuples(offsets, offsets))
    words = tuple(draw(pairs) for _ in article.paragraphs) if draw(st.booleans()) else ()
    return replace(processed(""), article=article, understanding=draw(understandings), words=words)


def assert_same(store: Store, document: Processed) -> None:
    """The store gives back what was saved."""
    stored = store.get(document.article.id)
    assert stored.article == document.article
    assert stored.understanding == document.understanding
    assert stored.words == document.words


@settings(max_examples=20, deadline=None)
@given(st.lists(documents(), min_size=1, max_size=4))
def test_any_documents_come_back_equal(drawn: list[Processed]) -> None:
    given_ids = [
        replace(document, identity=("url", str(number)), article=replace(document.article, id=str(number)))
        for number, document in enumerate(drawn)
    ]
    with TemporaryDirectory() as folder, open_store(url_of(Path(folder))) as store:
        assert ingest(store, *given_ids) == ("new",) * len(drawn)
        for document in given_ids:
            assert_same(store, document)
        assert store.verify() == []


def test_a_document_with_something_in_every_field_comes_back_equal(store: Store) -> None:
    ingest(store, full())
    assert_same(store, full())


def test_a_whole_number_where_a_share_is_meant_makes_no_difference(store: Store) -> None:
    place = PlaceAttribution("vinh-phuc-1997", "subject", 1, ())
    ingest(store, processed("Một tin.", understanding=Understanding(places=(place,))))
    assert store.verify() == []


def test_the_original_comes_back_byte_for_byte_with_its_media(store: Store) -> None:
    document = full()
    ingest(store, document)
    assert store.original(document.article.id) == (document.raw.content, "text")


def test_what_is_stored_survives_closing(tmp_path: Path) -> None:
    with open_store(url_of(tmp_path)) as store:
        ingest(store, full())
    with open_store(url_of(tmp_path), create=False) as store:
        assert_same(store, full())
