"""Names in, kinds out: how a file is read is known by the end of its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Literal, NamedTuple

from archive.errors import ProcessingError

Form = Literal["text", "page", "lines", "table", "warc", "zip", "tar"]
Packing = Literal["gzip", "xz", "bzip2"]


class Kind(NamedTuple):
    """What a file holds, and what it is packed with.

    A WARC in gzip is not packed in this sense: each of its records is, and its reader knows; it also knows ARC,
    which came before WARC.
    """

    form: Form
    packing: Packing | None = None


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        ".txt": "text",
        ".html": "page",
        ".htm": "page",
        ".xhtml": "page",
        ".shtml": "page",
        ".asp": "page",
        ".aspx": "page",
        ".jsp": "page",
        ".php": "page",
        ".jsonl": "lines",
        ".ndjson": "lines",
        ".csv": "table",
        ".warc": "warc",
        ".arc": "warc",
        ".zip": "zip",
        ".tar": "tar",
    }
)
"""What a file holds, by the end of its name in small letters. A mirror of a site keeps the names of its server's
programs: what is saved under them is the page they made."""

PACKINGS: Mapping[str, Packing] = MappingProxyType({".gz": "gzip", ".xz": "xz", ".bz2": "bzip2"})
"""What a file is packed with, by an end that comes after."""

_SHORT_NAMES: Mapping[str, Kind] = MappingProxyType(
    {
        ".tgz": Kind("tar", "gzip"),
        ".txz": Kind("tar", "xz"),
        ".tbz2": Kind("tar", "bzip2"),
        ".warc.gz": Kind("warc"),
        ".arc.gz": Kind("warc"),
    }
)

CONTAINERS: frozenset[Form] = frozenset({"zip", "tar"})
WHOLE = frozenset({Kind("text"), Kind("page")})
"""Kinds of which a file is one document, of its own size."""

READABLE = f"{' '.join(FORMS)} (+ {' '.join(PACKINGS)})"
"""The ends of names that can be read, for messages."""

HIDDEN = ProcessingError("read", "hidden")


_PARAMETERS = re.compile(r"(?<=\.)(\w+)[?@].*", re.DOTALL)
"""What a mirror puts behind the name of a page: its question, with `@` where a system has no `?` in names."""


def kind_of(name: str) -> Kind | None:
    """The kind of a file of this name; None: none that can be read.

    `tin.aspx?id=7.5` is a page as `tin.aspx` is.
    """
    ends = PurePosixPath(_PARAMETERS.sub(r"\1", name.lower())).suffixes
    for short_name in ("".join(ends[-2:]), "".join(ends[-1:])):
        if short_name in _SHORT_NAMES:
            return _SHORT_NAMES[short_name]
    packing = PACKINGS.get(ends[-1]) if ends else None
    form = FORMS.get("".join(ends[-2:-1] if packing else ends[-1:]))
    return Kind(form, packing) if form else None


def is_hidden(name: str) -> bool:
    """Whether a file or folder wants to be passed over."""
    return name.startswith(".")


def kind_or_reason(name: str) -> Kind | ProcessingError:
    """The kind of a file met among others, or why it is skipped."""
    if is_hidden(name):
        return HIDDEN
    kind = kind_of(name)
    if kind is None:
        return ProcessingError("read", "of another kind than {readable}", readable=READABLE)
    return ProcessingError("read", "a README") if name.casefold().startswith("readme") else kind
