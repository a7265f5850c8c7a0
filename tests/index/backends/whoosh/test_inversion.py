"""Postings made by sorting, against postings gathered one by one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.backends.whoosh.field_postings import FieldPostings
from index.backends.whoosh.gathering import gathered
from index.backends.whoosh.schema import ID, SENTENCE, sentences_field
from index.fields import ARTICLES, STATEMENTS, FieldTable
from index.query import UNKNOWN
from index.results import IndexDocument
from tests.index.documents import Drawn, document

TABLES = st.sampled_from([ARTICLES, STATEMENTS])
COLLECTED = TABLES.flatmap(
    lambda table: st.tuples(st.just(table), st.lists(Drawn(table).documents(), max_size=6))
)
Collected = tuple[FieldTable, list[IndexDocument]]
Places = dict[str, list[tuple[int, int]]]
"""For each term its documents and positions, in order."""


def text_document(*keys: str, starts: tuple[int, ...] = (0,)) -> IndexDocument:
    return IndexDocument("a", 1, {"body": keys}, {"body": starts})


def places(postings: FieldPostings) -> Places:
    """The occurrences of a text field, read the slow way."""
    assert postings.frequencies is not None and postings.positions is not None
    found: Places = {}
    for ordinal, term in enumerate(postings.terms):
        within = slice(*postings.document_starts[ordinal : ordinal + 2])
        documents = np.repeat(postings.documents[within], postings.frequencies[within]).tolist()
        positions = postings.positions[slice(*postings.position_starts[ordinal : ordinal + 2])].tolist()
        found[term.decode()] = list(zip(documents, positions, strict=True))
    return found


def holders(postings: FieldPostings) -> dict[str, list[int]]:
    """The documents of each value of a keyword field, by its terms."""
    return {
        term.decode(): postings.documents[slice(*postings.document_starts[ordinal : ordinal + 2])].tolist()
        for ordinal, term in enumerate(postings.terms)
    }


def values(postings: FieldPostings) -> list[list[str]]:
    """The values of each document of a keyword field, by its forward direction."""
    assert postings.values is not None
    names = postings.terms.strings()
    starts = postings.value_starts.tolist()
    return [
        [names[ordinal] for ordinal in postings.values[start:end]]
        for start, end in zip(starts, starts[1:], strict=False)
    ]


def expected_places(texts: Sequence[Sequence[str]]) -> Places:
    found: Places = {}
    for number, keys in enumerate(texts):
        for position, key in enumerate(keys):
            found.setdefault(key, []).append((number, position))
    return dict(sorted(found.items()))


@given(COLLECTED)
def test_every_key_is_where_it_was_said(collected: Collected) -> None:
    table, documents = collected
    segment = gathered(documents, table)
    for field in table.text:
        texts = [each.text.get(field, ()) for each in documents]
        assert places(segment.field(field)) == expected_places(texts)
        assert segment.numbers(f"{field}_length").tolist() == [len(keys) for keys in texts]


@given(COLLECTED)
def test_sentences_begin_where_they_were_said_to(collected: Collected) -> None:
    table, documents = collected
    segment = gathered(documents, table)
    for field in table.text:
        expected = [
            (number, start)
            for number, each in enumerate(documents)
            if each.text.get(field)
            for start in each.sentence_starts[field]
        ]
        assert places(segment.field(sentences_field(field))) == ({SENTENCE: expected} if expected else {})


@given(COLLECTED)
def test_values_are_found_from_both_sides(collected: Collected) -> None:
    table, documents = collected
    segment = gathered(documents, table)
    for field in table.keyword:
        having = [sorted(set(each.keywords.get(field, ())) - {UNKNOWN}) for each in documents]
        postings = segment.field(field)
        assert values(postings) == having
        assert holders(postings) == {
            value: [number for number, some in enumerate(having) if value in some]
            for value in sorted({value for some in having for value in some})
        }


@given(COLLECTED)
def test_numbers_of_documents_are_kept(collected: Collected) -> None:
    table, documents = collected
    segment = gathered(documents, table)
    assert segment.size == len(documents)
    assert segment.numbers("revision").tolist() == [each.revision for each in documents]
    for field in table.date:
        periods = [each.periods.get(field, (0, 0)) for each in documents]
        assert segment.numbers(f"{field}_first").tolist() == [first for first, _ in periods]
        assert segment.numbers(f"{field}_last").tolist() == [last for _, last in periods]


def test_an_id_is_found_by_number_and_a_number_by_id() -> None:
    ids = gathered([document("tỉnh/7"), document("đ"), document("a")], ARTICLES).field(ID)
    assert values(ids) == [["tỉnh/7"], ["đ"], ["a"]]
    assert holders(ids) == {"a": [2], "tỉnh/7": [0], "đ": [1]}


def test_a_text_begins_a_sentence_and_none_begins_behind_it() -> None:
    segment = gathered([text_document("lũ", "về", starts=(1, 2, 9))], ARTICLES)
    assert places(segment.field("body_sentences")) == {SENTENCE: [(0, 0), (0, 1)]}


@pytest.mark.parametrize(
    ("repeats", "frequency", "position"),
    [(255, "u1", "u1"), (256, "u2", "u1"), (65_536, "u4", "u2"), (65_537, "u4", "u4")],
)
def test_frequencies_and_positions_are_as_wide_as_they_must_be(
    repeats: int, frequency: str, position: str
) -> None:
    body = gathered([text_document(*["và"] * repeats)], ARTICLES).field("body")
    assert body.frequencies is not None and body.positions is not None
    assert (body.frequencies.dtype, body.positions.dtype) == (np.dtype(frequency), np.dtype(position))
    assert body.frequencies.tolist() == [repeats]
    assert body.positions.tolist() == list(range(repeats))


def test_a_word_behind_the_65535th_is_where_it_is() -> None:
    long = ["và"] * 300 + ["một"] * 70_000 + ["lũ", "và"]
    body = gathered([text_document("lũ"), text_document(*long)], ARTICLES).field("body")
    assert places(body) == expected_places([["lũ"], long])


def test_no_documents_are_a_segment_too() -> None:
    segment = gathered([], STATEMENTS)
    assert segment.size == 0
    assert not any(len(postings.terms) for postings in segment.fields.values())
