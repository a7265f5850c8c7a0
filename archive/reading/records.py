"""One raw document in, its text and its fields out: pure, nothing understood yet.

Fields have exactly the names of `FIELDS`; other fields and columns are left alone. Column names of CSV may be
written in capitals. A field that is missing, null or blank is absent; blanks around a value are dropped. The
text is given on as it was written.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Never

from archive.errors import ProcessingError
from archive.models import RawDocument
from archive.reading.tabular import Header, read_header
from archive.text.encoding import check_text, decode

TEXT = "text"
FIELDS = ("id", "title", "date", "source", "url", "author", "category")
_NUMBER_FIELDS = frozenset({"id", "date"})


@dataclass(frozen=True, slots=True)
class Record:
    """The text of a document, and its fields by name: none for a text file."""

    text: str
    fields: Mapping[str, str]


def parse(raw: RawDocument) -> Record:
    """Decode and parse one document.

    Raises:
        ProcessingError: it is not what its kind promises, has no text, or holds characters no text has.
    """
    if raw.media == "text":
        text, _ = decode(raw.content)
        return _record(text, ())
    content = _utf8(raw.content)
    return _parse_json(content) if raw.media == "json" else _parse_row(content)


class _Number(str):
    """A JSON number as written: an id keeps its zeros and is never too large."""


def _parse_json(content: str) -> Record:
    try:
        value = json.loads(content, parse_int=_Number, parse_float=_Number, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ProcessingError("parse", f"invalid JSON at column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise ProcessingError(
            "parse", "the JSON is nested too deeply: an article is one flat object"
        ) from None
    if not isinstance(value, dict):
        raise ProcessingError("parse", f"the line is {_kind(value)}, not a JSON object with a text")
    fields = [(name, _field(name, value[name])) for name in FIELDS if value.get(name) is not None]
    text = value.get(TEXT)
    if text is not None and (not isinstance(text, str) or isinstance(text, _Number)):
        raise ProcessingError("parse", f"text is {_kind(text)}, not a string")
    return _record(text or "", fields)


def _field(name: str, value: object) -> str:
    is_number = isinstance(value, _Number)
    if not isinstance(value, str) or (is_number and name not in _NUMBER_FIELDS):
        raise ProcessingError("parse", f"{name} is {_kind(value)}, not a string")
    return str(value)


def _parse_row(content: str) -> Record:
    head, _, body = content.partition("\n")
    header = read_header(head)
    try:
        cells = next(csv.reader(StringIO(body, newline=""), delimiter=header.delimiter, strict=True), [])
    except csv.Error as error:
        raise ProcessingError("parse", f"invalid CSV: {error}") from None
    if len(cells) != len(header.columns):
        raise ProcessingError("parse", _miscounted(cells, header))
    values = dict(zip(header.columns, cells, strict=True))
    return _record(values.get(TEXT, ""), [(name, values[name]) for name in FIELDS if name in values])


def _miscounted(cells: list[str], header: Header) -> str:
    sign = {",": "commas", ";": "semicolons", "\t": "tabs"}[header.delimiter]
    return f"the row has {len(cells)} cells, the header {len(header.columns)}: quote cells that hold {sign}"


def _record(text: str, fields: Iterable[tuple[str, str]]) -> Record:
    if not text.strip():
        raise ProcessingError("parse", "the record has no text")
    check_text(text)
    filled = {name: value.strip() for name, value in fields if value.strip()}
    for name, value in filled.items():
        try:
            check_text(value)
        except ProcessingError as error:
            raise ProcessingError(error.step, f"{name}: {error.reason}") from None
    return Record(text, filled)


def _utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        reason = f"not UTF-8 at byte {error.start + 1} of the record: convert the file to UTF-8"
        raise ProcessingError("decode", reason) from None


def _refuse_constant(name: str) -> Never:
    raise ProcessingError("parse", f"invalid JSON: {name} is not a JSON value")


def _kind(value: object) -> str:
    if isinstance(value, _Number):
        return "a number"
    names: dict[type, str] = {str: "a string", list: "a list", dict: "an object", bool: "true or false"}
    return names.get(type(value), "null")
