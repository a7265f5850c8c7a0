"""What every backend refuses before it evaluates anything: no engine guesses what a query might mean."""

from __future__ import annotations

from collections.abc import Iterable

from archive.errors import SearchError
from index.fields import FieldTable
from index.query import (
    UNKNOWN,
    And,
    AtLeast,
    DateRange,
    Everything,
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
)


def check_query(query: Query, fields: FieldTable) -> None:
    """Check a whole query to a collection of these fields: clause, filters, dates and facets.

    Raises:
        SearchError: a node that no engine evaluates, or a field that cannot be asked so.
    """
    check_clause(query.clause, fields)
    for chosen in query.filters:
        _check_values(chosen.field, (*chosen.include, *chosen.exclude), fields)
    for dates in query.dates:
        _check_field(dates.field, fields.date)
    for facet in query.facets:
        _check_field(facet.field, fields.keyword)


def check_terms_field(field: str, fields: FieldTable) -> None:
    """Check that a field has terms to list.

    Raises:
        SearchError: it is neither a text nor a keyword field.
    """
    _check_field(field, fields.text + fields.keyword)


def check_text_field(field: str, fields: FieldTable) -> None:
    """Check that a field is one of text.

    Raises:
        SearchError: it is none.
    """
    _check_field(field, fields.text)


def check_clause(node: Node, fields: FieldTable, in_sentence: bool = False) -> None:
    """Check a clause and all below it.

    Raises:
        SearchError: a language-only node (expand it first), an unknown field, or, within a sentence, a
            condition on whole documents.
    """
    match node:
        case Term(field=field) | Prefix(field=field) | Phrase(field=field) | Near(field=field):
            _check_text(field, fields)
        case SameSentence(clauses, field) if not in_sentence:
            _check_text(field, fields)
            _check_clauses(clauses, fields, in_sentence=True)
        case And(clauses) | Or(clauses) | AtLeast(_, clauses):
            _check_clauses(clauses, fields, in_sentence)
        case Not(clause):
            check_clause(clause, fields, in_sentence)
        case Keyword(field, values) if not in_sentence:
            _check_values(field, values, fields)
        case DateRange(field) if not in_sentence:
            _check_field(field, fields.date)
        case Everything():
            pass
        case SameSentence() | Keyword() | DateRange():
            raise SearchError(
                "{node} cannot be asked of a single sentence: move it outside", node=type(node).__name__
            )
        case _:
            raise SearchError("no engine evaluates {node}: expand the query first", node=type(node).__name__)


def _check_clauses(clauses: Iterable[Node], fields: FieldTable, in_sentence: bool) -> None:
    for clause in clauses:
        check_clause(clause, fields, in_sentence)


def _check_text(field: str | None, fields: FieldTable) -> None:
    if field is not None:
        _check_field(field, fields.text)


def _check_values(field: str, values: Iterable[str], fields: FieldTable) -> None:
    if field in fields.date and any(value != UNKNOWN for value in values):
        raise SearchError(
            "the date field {field!r} has no values: ask it for a range, or for {unknown!r}",
            field=field,
            unknown=UNKNOWN,
        )
    _check_field(field, fields.keyword + fields.date)


def _check_field(field: str, allowed: tuple[str, ...]) -> None:
    if field not in allowed:
        raise SearchError(
            "the field {field!r} cannot be asked so: use one of {fields}",
            field=field,
            fields=", ".join(allowed),
        )
