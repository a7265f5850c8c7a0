"""The reference backend: brute force over documents in memory, written to be read, not to be fast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np

from archive.text.syllables import fold, split_tone
from index.backends.validation import check_query, check_terms_field, check_text_field
from index.fields import ARTICLES, SCHEMA_VERSION, FieldTable
from index.query import (
    UNKNOWN,
    And,
    AtLeast,
    DateRange,
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
from index.results import Facet, FacetValue, Hit, IndexDocument, IndexInfo, Results
from index.suggesting.pairs import Pairs

Leaf = Term | Prefix | Variants | Phrase | Near


class MemoryBackend:
    """One collection, held in a dictionary. Implements `index.backend.Backend`."""

    def __init__(self, documents: Iterable[IndexDocument] = (), fields: FieldTable = ARTICLES) -> None:
        self.fields = fields
        self._documents = {document.id: document for document in documents}

    def search(self, query: Query) -> Results:
        """See `Backend.search`."""
        check_query(query, self.fields)
        asked = self._asked(query)
        found = [document for document in asked if _passes(query.filters, document, self.fields)]
        ranked = query.sort == "relevance"
        hits = [
            Hit(
                document.id, document.revision, _score(query.clause, document, self.fields) if ranked else 0.0
            )
            for document in sorted(found, key=lambda document: document.id)
        ]
        hits.sort(key=lambda hit: _order(hit, self._documents[hit.id], query))
        facets = tuple(_count(request, query, asked, self.fields) for request in query.facets)
        return Results(len(hits), tuple(hits[query.offset : query.offset + query.limit]), facets)

    def iter_ids(self, query: Query) -> Iterator[str]:
        """See `Backend.iter_ids`."""
        check_query(query, self.fields)
        found = (document for document in self._asked(query) if _passes(query.filters, document, self.fields))
        return iter(sorted(document.id for document in found))

    def count_groups(self, query: Query, groups: Mapping[str, str]) -> Counter[str]:
        """See `Backend.count_groups`."""
        return Counter(groups[identity] for identity in self.iter_ids(query) if identity in groups)

    def terms(self, field: str, prefix: str = "") -> Iterable[tuple[str, int]]:
        """See `Backend.terms`."""
        check_terms_field(field, self.fields)
        counts = Counter(
            term
            for document in self._documents.values()
            for term in set(document.text.get(field, ()) or document.keywords.get(field, ()))
            if term.startswith(prefix) and not (field in self.fields.keyword and term == UNKNOWN)
        )
        return sorted(counts.items())

    def pairs(self, field: str, documents: int) -> Pairs:
        """See `Backend.pairs`."""
        check_text_field(field, self.fields)
        keys = [key for key, _ in self.terms(field)]
        texts = [document.text.get(field, ()) for document in self._documents.values()][:documents]
        parts = [
            (
                np.array([keys.index(key) for key in text], np.int64),
                np.full(len(text), number, np.int64),
            )
            for number, text in enumerate(texts)
        ]
        return Pairs.counted(keys, parts, len(texts))

    @contextmanager
    def writer(self) -> Iterator[MemoryWriter]:
        """See `Backend.writer`."""
        writer = MemoryWriter(dict(self._documents))
        yield writer
        self._documents = writer.documents

    def info(self) -> IndexInfo:
        """See `Backend.info`."""
        return IndexInfo("memory", len(self._documents), SCHEMA_VERSION)

    def verify(self) -> list[str]:
        """Nothing is stored."""
        return []

    def close(self) -> None:
        """Nothing to release."""

    def _asked(self, query: Query) -> list[IndexDocument]:
        """The documents of the clause and the dates, before any filter."""
        return [
            document
            for document in self._documents.values()
            if _matches(query.clause, document, self.fields)
            and all(_in_range(dates, document) for dates in query.dates)
        ]


class MemoryWriter:
    """The documents as they will be when the transaction ends. Implements `index.backend.IndexWriter`."""

    def __init__(self, documents: dict[str, IndexDocument]) -> None:
        self.documents = documents
        self._before = dict(documents)

    def put(self, document: IndexDocument) -> None:
        """See `IndexWriter.put`."""
        self.documents[document.id] = document

    def delete(self, identity: str) -> None:
        """See `IndexWriter.delete`."""
        self.documents.pop(identity, None)

    def delete_having(self, field: str, value: str) -> None:
        """See `IndexWriter.delete_having`."""
        for identity, document in self._before.items():
            if value in document.keywords.get(field, ()) and self.documents.get(identity) is document:
                del self.documents[identity]


def _count(request: FacetRequest, query: Query, asked: list[IndexDocument], fields: FieldTable) -> Facet:
    others = tuple(chosen for chosen in query.filters if chosen.field != request.field)
    counts = Counter(
        value
        for document in asked
        if _passes(others, document, fields)
        for value in _values(document, request.field, fields)
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    values = tuple(FacetValue(value, "", count) for value, count in ranked[: request.limit])
    return Facet(request.field, values, len(counts))


def _passes(filters: Sequence[FacetFilter], document: IndexDocument, fields: FieldTable) -> bool:
    return all(
        (not chosen.include or not values.isdisjoint(chosen.include)) and values.isdisjoint(chosen.exclude)
        for chosen in filters
        for values in [_values(document, chosen.field, fields)]
    )


def _values(document: IndexDocument, field: str, fields: FieldTable) -> set[str]:
    """Values of a field, `UNKNOWN` where there is none; a date field has no other value."""
    if field in fields.date:
        return set() if field in document.periods else {UNKNOWN}
    return set(document.keywords.get(field, ())) - {UNKNOWN} or {UNKNOWN}


def _matches(node: Node, document: IndexDocument, fields: FieldTable) -> bool:
    match node:
        case Term() | Prefix() | Variants() | Phrase() | Near():
            return any(_occurrences(node, keys) for keys in _texts(node.field, document).values())
        case SameSentence(clauses, field):
            return any(
                _matches(And(clauses), sentence, fields)
                for name in _texts(field, document)
                for sentence in _sentences(document, name)
            )
        case And(clauses):
            return all(_matches(clause, document, fields) for clause in clauses)
        case Or(clauses):
            return any(_matches(clause, document, fields) for clause in clauses)
        case AtLeast(count, clauses):
            return sum(_matches(clause, document, fields) for clause in clauses) >= count
        case Not(clause):
            return not _matches(clause, document, fields)
        case Keyword(field, values):
            return not _values(document, field, fields).isdisjoint(values)
        case DateRange():
            return _in_range(node, document)
        case _:
            return True


def _in_range(dates: DateRange, document: IndexDocument) -> bool:
    if dates.field not in document.periods:
        return False
    start, end = document.periods[dates.field]
    first = dates.first.toordinal() if dates.first else start
    last = dates.last.toordinal() if dates.last else end
    if dates.certain:
        return first <= start and end <= last
    return any(first <= day <= last for day in range(start, end + 1))


def _texts(field: str | None, document: IndexDocument) -> dict[str, Sequence[str]]:
    names = document.text if field is None else (field,)
    return {name: document.text[name] for name in names if name in document.text}


def _sentences(document: IndexDocument, field: str) -> Iterator[IndexDocument]:
    """Each sentence of a field, as a document that has nothing else."""
    keys = document.text[field]
    starts = document.sentence_starts.get(field) or (0,)
    for start, end in zip(starts, (*starts[1:], len(keys)), strict=True):
        if keys[start:end]:
            yield replace(document, text={field: keys[start:end]})


def _occurrences(leaf: Leaf, keys: Sequence[str]) -> int:
    """How often a leaf occurs in one field: at how many positions, or for `Near` in how many windows."""
    match leaf:
        case Term() | Prefix() | Variants():
            return sum(_is(leaf, key) for key in keys)
        case Phrase(terms) if terms:
            spans = (keys[start : start + len(terms)] for start in range(len(keys) - len(terms) + 1))
            return sum(all(map(_is, terms, span)) for span in spans)
        case Near(terms) if not all(any(_is(term, key) for key in keys) for term in terms):
            return 0
        case Near(terms, distance) if terms:
            width = max(0, len(terms) + distance)
            return sum(_seats(terms, keys[start : start + width]) for start in range(len(keys)))
        case _:
            return 0


def _is(leaf: Term | Prefix | Variants, key: str) -> bool:
    match leaf:
        case Variants(terms):
            return any(_is(term, key) for term in terms)
        case Term(wanted, "any"):
            return fold(key) == wanted
        case Term(wanted):
            return key == wanted
        case Prefix(wanted, marks="any"):
            return fold(key).startswith(wanted)
        case Prefix(wanted, tone):
            letters, found = split_tone(key)
            return letters.startswith(wanted) and tone in ("", found)


def _seats(terms: Sequence[Term], keys: Sequence[str]) -> bool:
    """Whether each term finds a position of its own."""
    if not terms:
        return True
    return any(
        _is(terms[0], key) and _seats(terms[1:], [*keys[:place], *keys[place + 1 :]])
        for place, key in enumerate(keys)
    )


def _order(hit: Hit, document: IndexDocument, query: Query) -> tuple[float, ...]:
    first = document.periods["date"][0] if "date" in document.periods else None
    undated = first is None
    newest = (undated, -(first or 0))
    if query.sort == "relevance":
        return (-hit.score, *newest)
    return newest if query.sort == "newest" else (undated, first or 0)


def _score(node: Node, document: IndexDocument, fields: FieldTable) -> float:
    """A plain stand-in for ranking: occurrences, levelled off, by weight of field; typed spellings first."""
    match node:
        case Term() | Prefix() | Variants() | Phrase() | Near():
            boosts = {name: fields.by_name[name].boost for name in fields.text}
            found = {name: _occurrences(node, keys) for name, keys in _texts(node.field, document).items()}
            typed = _as_typed(node)
            bonus = sum(boosts.values()) if typed != node and _matches(typed, document, fields) else 0
            return bonus + sum(boosts[name] * count / (count + 1) for name, count in found.items())
        case And(clauses) | Or(clauses) | AtLeast(_, clauses) | SameSentence(clauses):
            return sum(_score(clause, document, fields) for clause in clauses)
        case _:
            return 0.0


def _as_typed(leaf: Leaf) -> Leaf:
    """The leaf with every spelling taken exactly."""
    if isinstance(leaf, Term | Prefix):
        return replace(leaf, marks="exact")
    if isinstance(leaf, Variants):
        return leaf
    return replace(leaf, terms=tuple(replace(term, marks="exact") for term in leaf.terms))
