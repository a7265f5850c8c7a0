"""Offsets as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.models import Span
from archive.storage.compact import pack_spans, pack_words, unpack_spans, unpack_words

offsets = st.integers(0, 2**31 - 1)
spans = st.builds(Span, st.sampled_from(["title", "body", "caption"]), offsets, offsets)


def test_words_and_spans_can_be_read_by_people() -> None:
    assert pack_words([(0, 12), (13, 20)]) == "0-12 13-20"
    assert pack_spans([Span("title", 0, 9), Span("body", 12, 30)]) == "title:0-9 body:12-30"


@given(st.lists(st.tuples(offsets, offsets)).map(tuple))
def test_words_come_back(words: tuple[tuple[int, int], ...]) -> None:
    assert unpack_words(pack_words(words)) == words


@given(st.lists(spans).map(tuple))
def test_spans_come_back(given_spans: tuple[Span, ...]) -> None:
    assert unpack_spans(pack_spans(given_spans)) == given_spans
