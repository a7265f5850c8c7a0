"""Whoosh's own queries, asked through its own searcher, find on arrays what they should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from whoosh.index import FileIndex
from whoosh.matching.mcore import ReadTooFar
from whoosh.query import And, Every, FuzzyTerm, Not, Or, Phrase, Prefix, Term
from whoosh.query import Query as WhooshQuery
from whoosh.reading import IndexReader, TermNotFound
from whoosh.searching import Searcher

from index.backends.whoosh.schema import make_schema
from index.backends.whoosh.segment_writer import ArraySegmentWriter
from index.backends.whoosh.storage import DurableStorage
from index.fields import ARTICLES
from index.results import IndexDocument

WORDS = ("lu~", "quet'", "ong'", "mưa", "lơn'", "lơ")


def text(number: int) -> tuple[str, ...]:
    """A text whose words depend on its number, long enough that each comes several times."""
    return tuple(WORDS[(number * place + place // 3) % len(WORDS)] for place in range(number % 11 + 1))


def document(number: int) -> IndexDocument:
    keywords = {"province": ("Lai Châu",) if number % 3 else ("Bắc Kạn", "Lai Châu")}
    return IndexDocument(f"{number:02}", 1, {"body": text(number)}, {"body": (0,)}, keywords)


DELETED = {4, 17, 30}
DOCUMENTS = [document(number) for number in range(40)]
LIVE = [each for number, each in enumerate(DOCUMENTS) if number not in DELETED]


@pytest.fixture(scope="module", params=[(0, 40), (0, 13, 25, 40)], ids=["one segment", "three segments"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FileIndex:
    folder: Path = tmp_path_factory.mktemp("index")
    index = FileIndex.create(DurableStorage(str(folder)), make_schema(ARTICLES))
    for first, end in zip(request.param, request.param[1:], strict=False):
        writer = ArraySegmentWriter(index, ARTICLES)
        for each in DOCUMENTS[first:end]:
            writer.add_document(each)
        writer.commit(merge=False)
    writer = ArraySegmentWriter(index, ARTICLES)
    for number in DELETED:
        writer.delete_document(number)
    writer.commit(merge=False)
    return index


@pytest.fixture
def searcher(index: FileIndex) -> Iterator[Searcher]:
    with index.searcher() as searcher:
        yield searcher


@pytest.fixture
def reader(index: FileIndex) -> Iterator[IndexReader]:
    with index.reader() as reader:
        yield reader


def has(word: str) -> Callable[[IndexDocument], bool]:
    return lambda each: word in each.text["body"]


def has_phrase(*words: str) -> Callable[[IndexDocument], bool]:
    def found(each: IndexDocument) -> bool:
        body = each.text["body"]
        return any(body[place : place + len(words)] == words for place in range(len(body)))

    return found


FLOOD, FLASH = Term("body", "lu~"), Term("body", "quet'")

QUERIES: dict[str, tuple[WhooshQuery, Callable[[IndexDocument], bool]]] = {
    "term": (FLOOD, has("lu~")),
    "value": (Term("province", "Bắc Kạn"), lambda each: "Bắc Kạn" in each.keywords["province"]),
    "and": (And([FLOOD, FLASH]), lambda each: has("lu~")(each) and has("quet'")(each)),
    "or": (Or([FLOOD, FLASH]), lambda each: has("lu~")(each) or has("quet'")(each)),
    "not": (And([FLOOD, Not(FLASH)]), lambda each: has("lu~")(each) and not has("quet'")(each)),
    "phrase": (Phrase("body", ["lu~", "quet'"]), has_phrase("lu~", "quet'")),
    "phrase of a repeated word": (Phrase("body", ["lu~", "lu~"]), has_phrase("lu~", "lu~")),
    "prefix": (Prefix("body", "lơ"), lambda each: has("lơn'")(each) or has("lơ")(each)),
    "fuzzy": (FuzzyTerm("body", "lu", maxdist=1), has("lu~")),
    "every": (Every(), lambda each: True),
    "a term nobody has": (Term("body", "hạn"), lambda each: False),
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_of_whoosh_finds_what_it_should(searcher: Searcher, name: str) -> None:
    query, matches = QUERIES[name]
    found = sorted(hit["id"] for hit in searcher.search(query, limit=None))
    assert found == [each.id for each in LIVE if matches(each)]
    assert found or name == "a term nobody has"


def test_a_text_that_has_a_word_more_often_for_its_length_comes_first(searcher: Searcher) -> None:
    hits = searcher.search(FLOOD, limit=None)
    bodies = {each.id: each.text["body"] for each in LIVE}
    shares = [bodies[hit["id"]].count("lu~") / len(bodies[hit["id"]]) for hit in hits]
    assert shares[0] == max(shares)
    assert hits[0].score > hits[-1].score


def test_statistics_are_those_of_the_documents(reader: IndexReader) -> None:
    frequencies = [each.text["body"].count("lu~") for each in DOCUMENTS]
    lengths = [len(each.text["body"]) for each, count in zip(DOCUMENTS, frequencies, strict=True) if count]
    info = reader.term_info("body", "lu~")
    assert reader.frequency("body", "lu~") == info.weight() == sum(frequencies)
    assert reader.doc_frequency("body", "lu~") == info.doc_frequency() == sum(map(bool, frequencies))
    assert info.max_weight() == max(frequencies)
    assert (info.min_length(), info.max_length()) == (min(lengths), max(lengths))
    assert reader.field_length("body") == sum(len(each.text["body"]) for each in DOCUMENTS)
    assert (reader.min_field_length("body"), reader.max_field_length("body")) == (1, 11)
    assert reader.doc_field_length(5, "body") == 6
    assert reader.doc_field_length(5, "province", 7) == 7


def test_terms_are_listed_in_order(reader: IndexReader) -> None:
    assert list(reader.field_terms("body")) == sorted(WORDS)
    assert list(reader.expand_prefix("body", "lơ")) == ["lơ".encode(), "lơn'".encode()]
    listed = list(reader.all_terms())
    assert listed == sorted(set(listed))
    assert ("province", "Bắc Kạn".encode()) in listed
    assert {key: info.doc_frequency() for key, info in reader}[("id", b"07")] == 1


def test_a_term_that_is_not_there_is_not_found(reader: IndexReader) -> None:
    assert ("body", "hạn") not in reader
    assert ("nothing", "hạn") not in reader
    assert reader.doc_frequency("body", "hạn") == reader.frequency("body", "hạn") == 0
    with pytest.raises(TermNotFound):
        reader.term_info("body", "hạn")


def test_a_matcher_steps_through_postings(reader: IndexReader) -> None:
    leaf, _ = reader.leaf_readers()[0]
    holders = [number for number in range(leaf.doc_count_all()) if "lu~" in text(number)]
    matcher = (
        leaf.codec()
        .terms_reader(leaf.storage(), leaf.segment())
        .matcher("body", b"lu~", leaf.schema["body"].format)
    )
    assert list(matcher.all_ids()) == holders
    matcher.skip_to(holders[2])
    copied = matcher.copy()
    matcher.next()
    assert (copied.id(), matcher.id()) == (holders[2], holders[3])
    expected = [place for place, word in enumerate(text(holders[3])) if word == "lu~"]
    assert matcher.value_as("positions") == expected
    assert matcher.weight() == matcher.value_as("weight") == len(expected)
    matcher.reset()
    assert matcher.id() == holders[0]
    matcher.skip_to(1000)
    assert not matcher.is_active()
    with pytest.raises(ReadTooFar):
        matcher.next()
