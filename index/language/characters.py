"""The characters that nobody can type and no index can hold: NUL and halves of surrogate pairs."""

from __future__ import annotations

import re

from archive.errors import QueryError

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def check_query_characters(text: str) -> None:
    """Check that a query is text.

    Raises:
        QueryError: it holds NUL or half a surrogate pair, at its position.
    """
    if found := _NO_TEXT.search(text):
        raise QueryError(
            "the query holds {code}, which is no character: remove it", found.start(), code=_code(found[0])
        )


def check_characters(text: str, name: str) -> None:
    """Check that another text of a request is text.

    Args:
        name: the argument that holds it.

    Raises:
        QueryError: it holds NUL or half a surrogate pair.
    """
    if found := _NO_TEXT.search(text):
        raise QueryError(
            "{name} holds {code}, which is no character: remove it", name=name, code=_code(found[0])
        )


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"
