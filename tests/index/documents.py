"""Documents and queries for tests of backends: written by hand from text, or drawn at random."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import strategies as st

from archive.text.syllables import fold, key, tokens
from index.fields import FieldTable
from index.query import (
    UNKNOWN,
    And,
    AtLeast,
    DateRange,
    Everything,
    FacetFilter,
    FacetRequest,
    Keyword,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    SameSentence,
    Term,
    Variants,
)
from index.results import IndexDocument


def document(
    identity: str = "a",
    body: str = "",
    *,
    revision: int = 1,
    title: str = "",
    caption: str = "",
    keywords: Mapping[str, tuple[str, ...]] | None = None,
    date: tuple[date, date] | date | None = None,
) -> IndexDocument:
    """A document from text; a full stop ends a sentence, `date` is a day or a period."""
    text, starts = {}, {}
    for field, value in (("title", title), ("body", body), ("caption", caption)):
        sentences = [[token.key for token in tokens(sentence)] for sentence in value.split(".")]
        text[field] = tuple(word for sentence in sentences for word in sentence)
        lengths = [len(sentence) for sentence in sentences if sentence]
        starts[field] = tuple(sum(lengths[:place]) for place in range(len(lengths)))
    period = date if isinstance(date, tuple) else (date, date)
    periods = {"date": (period[0].toordinal(), period[1].toordinal())} if period[0] and period[1] else {}
    return IndexDocument(identity, revision, text, starts, keywords or {}, periods)


def exact(word: str, field: str | None = None) -> Term:
    """A word with its marks."""
    return Term(key(word), "exact", field)


def unmarked(word: str, field: str | None = None) -> Term:
    """A word as typed without marks."""
    return Term(fold(key(word)), "any", field)


def phrase(words: str, field: str | None = None) -> Phrase:
    """Consecutive words, with their marks."""
    return Phrase(tuple(exact(word) for word in words.split()), field)


KEYS = ("hoa", "hoa`", "hoa'", "lan", "lân", "đi", "đi.", "1600")
IDENTITIES = ("a", "b", "c", "đ", "e-1", "tỉnh/7", "Z")
VALUES = ("A", "A, B", "", UNKNOWN, "x" * 5000)
KEYWORDS = ("province", "organisation")
"""Fields of values that every collection has."""

days = st.integers(date(2020, 1, 1).toordinal(), date(2020, 1, 20).toordinal())
periods = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
keys = st.lists(st.sampled_from(KEYS), max_size=20).map(tuple)
values = st.lists(st.sampled_from(VALUES), max_size=3, unique=True).map(tuple)
no_values: st.SearchStrategy[tuple[str, ...]] = st.just(())


def combined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Clauses made of such parts."""
    several = st.lists(parts, max_size=3).map(tuple)
    return (
        st.builds(And, several)
        | st.builds(Or, several)
        | st.builds(Not, parts)
        | st.builds(AtLeast, st.integers(0, 3), several)
    )


class Drawn:
    """Documents and queries of one collection, over few words, values and days so that they meet."""

    def __init__(self, table: FieldTable) -> None:
        self.table = table
        text_fields = st.sampled_from((None, None, None, *table.text))
        exact_terms = st.builds(Term, st.sampled_from(KEYS), st.just("exact"), text_fields)
        any_terms = st.builds(Term, st.sampled_from(sorted(map(fold, KEYS))), st.just("any"), text_fields)
        terms = exact_terms | any_terms
        few_terms = st.lists(any_terms | terms, max_size=3).map(tuple)
        self.prefixes = st.builds(
            Prefix,
            st.sampled_from(("", "h", "hoa", "hoă", "l", "đ", "d", "16")),
            st.sampled_from(("", "`", ".")),
            st.sampled_from(("exact", "any")),
            text_fields,
        )
        self.phrases = st.builds(Phrase, few_terms, text_fields)
        self.nears = st.builds(Near, few_terms, st.integers(-2, 6), text_fields)
        self.variants = st.builds(
            _variants, st.lists(st.sampled_from(KEYS), min_size=2, max_size=4), text_fields
        )
        worded = terms | self.variants | self.prefixes | self.phrases | self.nears
        leaves = worded | st.just(Everything())
        in_sentence = st.recursive(leaves, combined, max_leaves=4)
        self.sentences = st.builds(SameSentence, st.lists(in_sentence, max_size=3).map(tuple), text_fields)
        self.queries = self._queries(leaves)

    def documents(self) -> st.SearchStrategy[IndexDocument]:
        """Any document."""
        return _documents(self.table)

    def _queries(self, leaves: st.SearchStrategy[Node]) -> st.SearchStrategy[Query]:
        table = self.table
        bounds = st.none() | days.map(date.fromordinal)
        ranges = st.builds(DateRange, st.sampled_from(table.date), bounds, bounds, st.booleans())
        conditions = (
            st.builds(Keyword, st.sampled_from(KEYWORDS), values)
            | st.builds(Keyword, st.sampled_from(table.date), st.just((UNKNOWN,)))
            | ranges
        )
        filters = st.builds(FacetFilter, st.sampled_from(KEYWORDS), no_values | values, no_values | values)
        facets = st.builds(FacetRequest, st.sampled_from((*KEYWORDS, table.keyword[-1])), st.integers(0, 5))
        return st.builds(
            Query,
            clause=st.recursive(leaves | conditions | self.sentences, combined, max_leaves=6),
            filters=st.just(()) | st.lists(filters, max_size=2).map(tuple),
            dates=st.just(()) | st.lists(ranges, max_size=1).map(tuple),
            sort=st.sampled_from(("newest", "oldest")),
            facets=st.lists(facets, max_size=2).map(tuple),
            offset=st.integers(0, 4),
            limit=st.integers(0, 10),
        )


def _variants(keys: list[str], field: str | None) -> Variants:
    return Variants(tuple(Term(key, "exact", field) for key in keys))


@st.composite
def _documents(draw: st.DrawFn, table: FieldTable) -> IndexDocument:
    text = {field: draw(keys) for field in draw(st.sampled_from((table.text, table.text[:1], ())))}
    starts = {
        field: tuple(sorted({0} | draw(st.sets(st.integers(0, 19), max_size=4))))
        for field, words in text.items()
        if words
    }
    return IndexDocument(
        id=draw(st.sampled_from(IDENTITIES)),
        revision=draw(st.integers(0, 2**40)),
        text=text,
        sentence_starts={
            field: tuple(start for start in found if start < len(text[field]))
            for field, found in starts.items()
        },
        keywords={field: draw(values) for field in KEYWORDS},
        periods={field: draw(periods) for field in draw(st.sampled_from((table.date, ("date",), ())))},
    )
