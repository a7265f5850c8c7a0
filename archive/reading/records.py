"""One raw document in, its text and its fields out: pure, nothing understood yet.

Fields have exactly the names of `FIELDS`; other fields and columns are left alone. Column names of CSV may be
written in capitals. A field that is missing, null or blank is absent; blanks around a value are dropped. A
record has a `text`, or else a page in `html`; where both are filled the text wins, as somebody has already
taken it out of the page. The text is given on as it was written, but in modern letters; a page is given on as
its markup, whose words are judged when they are known.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Never

from archive.documents import RawDocument
from archive.errors import ProcessingError
from archive.reading.tabular import Header, read_header
from archive.text.conversion import modernize
from archive.text.encoding import check_text, decode, decode_markup

TEXT = "text"
HTML = "html"
FIELDS = ("id", "title", "date", "source", "url", "author", "category")
_NUMBER_FIELDS = frozenset({"id", "date"})
_WORD_FIELDS = ("title", "author", "category", "source")


@dataclass(frozen=True, slots=True)
class Record:
    """The text of a document, and its fields by name: none for a text file.

    Attributes:
        markup: whether `text` is the markup of a page.
        conversion: the kind of encoding text and fields were converted from (`archive.text.conversion`).
    """

    text: str
    fields: Mapping[str, str]
    markup: bool = False
    conversion: str | None = None


def parse(raw: RawDocument) -> Record:
    """Decode and parse one document.

    Raises:
        ProcessingError: it is not what its kind promises, has no text, or holds characters no text has.
    """
    record = _parsed(raw)
    fields = {"url": raw.url, **record.fields} if raw.url else dict(record.fields)
    names = [name for name in _WORD_FIELDS if name in fields]
    texts = [fields[name] for name in names] + ([] if record.markup else [record.text])
    modern, conversion = _modern(texts)
    fields |= dict(zip(names, modern, strict=False))
    text = record.text if record.markup else modern[-1]
    return Record(text, fields, record.markup, conversion)


def _modern(texts: list[str]) -> tuple[list[str], str | None]:
    """Texts of one document in modern letters, judged together; conversion keeps the line feeds."""
    converted, kind = modernize("\n".join(texts))
    if kind is None:
        return texts, None
    lines = iter(converted.split("\n"))
    return ["\n".join(next(lines) for _ in range(text.count("\n") + 1)) for text in texts], kind


def _parsed(raw: RawDocument) -> Record:
    declared = (raw.charset,) if raw.charset else ()
    if raw.media == "html":
        return Record(decode_markup(raw.content, raw.charset)[0], {}, markup=True)
    content = decode(raw.content, declared)[0].removeprefix("\ufeff")
    if raw.media == "text":
        return Record(content, {})
    return _parse_json(content) if raw.media == "json" else _parse_row(content)


class _Number(str):
    """A JSON number as written: an id keeps its zeros and is never too large."""


def _parse_json(content: str) -> Record:
    try:
        value = json.loads(content, parse_int=_Number, parse_float=_Number, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ProcessingError(
            "parse",
            "invalid JSON ({problem} at column {column}): correct the line",
            problem=error.msg,
            column=error.colno,
        ) from None
    except RecursionError:
        raise ProcessingError(
            "parse", "the JSON is nested too deeply: an article is one flat object"
        ) from None
    if not isinstance(value, dict):
        raise ProcessingError(
            "parse", "not a JSON object but {kind}: write an object with a text", kind=_kind(value)
        )
    strings = {
        name: _string(name, value[name]) for name in (*FIELDS, TEXT, HTML) if value.get(name) is not None
    }
    return _record(strings)


def _string(name: str, value: object) -> str:
    is_number = isinstance(value, _Number)
    if not isinstance(value, str) or (is_number and name not in _NUMBER_FIELDS):
        raise ProcessingError(
            "parse",
            "a field is no string ({name} is {kind}): write it in quotes",
            name=name,
            kind=_kind(value),
        )
    return str(value)


def _parse_row(content: str) -> Record:
    head, _, body = content.partition("\n")
    header = read_header(head)
    try:
        cells = next(csv.reader(StringIO(body, newline=""), delimiter=header.delimiter, strict=True), [])
    except csv.Error as error:
        raise ProcessingError(
            "parse", "invalid CSV ({problem}): is a quotation mark left open, or not doubled?", problem=error
        ) from None
    if len(cells) != len(header.columns):
        raise _miscounted(cells, header)
    return _record(dict(zip(header.columns, cells, strict=True)))


def _miscounted(cells: list[str], header: Header) -> ProcessingError:
    return ProcessingError(
        "parse",
        "the row has {cells} cells, the header {columns}: quote cells that hold {delimiter!r}",
        cells=len(cells),
        columns=len(header.columns),
        delimiter=header.delimiter,
    )


def _record(strings: Mapping[str, str]) -> Record:
    """The record of a JSON object or a row, whose strings have the names of fields, of `TEXT` and of `HTML`."""
    text, page = strings.get(TEXT, ""), strings.get(HTML, "")
    is_page = not text.strip() and bool(page.strip())
    if not text.strip() and not is_page:
        raise ProcessingError("parse", "the record has no text: fill its text, or its html")
    chosen = page if is_page else text
    check_text(chosen)
    fields = {name: value for name in FIELDS if (value := strings.get(name, "").strip())}
    _check_fields(fields.items())
    return Record(chosen, fields, markup=is_page)


def _check_fields(fields: Iterable[tuple[str, str]]) -> None:
    for name, value in fields:
        try:
            check_text(value)
        except ProcessingError:
            raise ProcessingError(
                "decode",
                "a field is no text ({name} has a lone surrogate or control characters): correct it",
                name=name,
            ) from None


def _refuse_constant(name: str) -> Never:
    raise ProcessingError("parse", "invalid JSON ({name} is no JSON value): correct the line", name=name)


def _kind(value: object) -> str:
    """The kind of a JSON value as its standard calls it."""
    if isinstance(value, _Number):
        return "number"
    kinds: dict[type, str] = {str: "string", list: "array", dict: "object", bool: "boolean"}
    return kinds.get(type(value), "null")
