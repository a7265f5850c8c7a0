"""The errors of a query whose signs, quotation marks and fields do not fit together."""

from __future__ import annotations

from archive.errors import QueryError
from archive.text.syllables import tokens
from index.fields import Field, FieldTable
from index.language.excerpts import excerpt
from index.language.syntax import QUOTES


def foreign_field(name: str, fields: FieldTable, position: int) -> QueryError:
    """A field was named that another collection has."""
    return QueryError(
        "{field}: is no field of {collection}: use one of {fields}, or put a space behind the colon",
        position,
        field=excerpt(name),
        collection=fields.name,
        fields=", ".join(fields.by_name),
    )


def two_fields(outer: Field, inner: Field, position: int) -> QueryError:
    """A field was named within another."""
    return QueryError(
        "{field}: stands inside {outer}: name one field, the other in a condition of its own",
        position,
        field=inner.name,
        outer=outer.name,
    )


def unclosed_quote(text: str, position: int) -> QueryError:
    """A quotation mark has no partner."""
    mark = text[position]
    return QueryError(
        "the quotation mark {mark} is not closed: close it or remove it",
        position,
        text + QUOTES[mark][0] if tokens(text[position:]) else "",
        mark=mark,
    )
