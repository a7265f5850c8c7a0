"""Reading tables of site rules: the bundled one and a librarian's own; a fault is told by file, line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import soupsieve
from soupsieve import SelectorSyntaxError, SoupSieve

from archive.cleaning.pages.sites import Part, SiteRule, SiteRules, in_order
from archive.errors import ProcessingError, SettingsError
from archive.identity import canonical_url
from archive.knowledge.places.units import units_named
from archive.models import Source

PARTS: tuple[Part, ...] = ("title", "date", "lead", "body", "byline", "remove")
COLUMNS = ("domain", "valid_from", "valid_to", "source", "home", *PARTS, "seen_in")
"""Of a table; all but `domain` may be left out."""

_BUNDLED = "sites.csv"


@cache
def site_rules(own: Path | None = None) -> SiteRules:
    """The rules in force: the librarian's own rows before the bundled ones, rows of any domain last.

    Args:
        own: the librarian's table, UTF-8.

    Raises:
        SettingsError: the librarian's table cannot be read; names file, line, column and what to do.
    """
    rows = list(_read(_text_of(own), str(own))) if own is not None else []
    bundled = files("archive.cleaning.pages").joinpath("data", _BUNDLED).read_text(encoding="utf-8")
    return in_order([*rows, *_read(bundled, _BUNDLED)])


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError(
            "cannot read {file} ({reason}): name a table of site rules in KHOBAO_SITES or unset it",
            file=path,
            reason=error.strerror or type(error).__name__,
        ) from None
    except UnicodeDecodeError:
        raise SettingsError("{file} is not UTF-8: save the table as CSV UTF-8", file=path) from None


def _read(text: str, file: str) -> Iterator[SiteRule]:
    """The rules of a table.

    Raises:
        SettingsError: a line, a column or a cell cannot be used.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [name.strip() for name in next(reader, [])]
        _check_columns(columns, file)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _rule(_row(columns, cells, file, reader.line_num))
    except csv.Error as error:
        raise SettingsError(
            "{file}, line {line}: not CSV ({reason}): save the table as CSV UTF-8",
            file=file,
            line=reader.line_num,
            reason=error,
        ) from None


def _check_columns(columns: list[str], file: str) -> None:
    wrong = next((name for name in columns if name not in COLUMNS or columns.count(name) > 1), None)
    if wrong is not None or "domain" not in columns:
        raise SettingsError(
            "{file}, line 1, column {column!r}: name domain and any others of {columns} there, each once",
            file=file,
            column=wrong or "",
            columns=", ".join(COLUMNS[1:]),
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a table."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def at(self, column: str) -> dict[str, object]:
        """Where a cell stands and what is in it, for the message that it cannot be used."""
        return {"file": self.file, "line": self.line, "column": column, "value": self[column]}


def _row(columns: list[str], cells: list[str], file: str, line: int) -> _Row:
    if len(cells) != len(columns):
        raise SettingsError(
            "{file}, line {line}: {count} cells, {wanted} in line 1: "
            "put a cell with a comma in it in quotation marks",
            file=file,
            line=line,
            count=len(cells),
            wanted=len(columns),
        )
    return _Row(file, line, {name: cell.strip() for name, cell in zip(columns, cells, strict=True)})


def _rule(row: _Row) -> SiteRule:
    selectors = {part: _selector(row, part) for part in PARTS if row[part]}
    publisher = _publisher(row)
    if "body" not in selectors and publisher is None:
        raise SettingsError(
            "{file}, line {line}, column {column}: a row says a body or a source: fill one in",
            **row.at("body"),
        )
    begins, ends = _day(row, "valid_from"), _day(row, "valid_to")
    if begins and ends and ends < begins:
        raise SettingsError(
            "{file}, line {line}, column {column}: {value!r} is before valid_from: correct one of them",
            **row.at("valid_to"),
        )
    return SiteRule(_domain(row), begins, ends, publisher, selectors, row["seen_in"])


def _publisher(row: _Row) -> Source | None:
    for column, needed in (("source", "domain"), ("home", "source")):
        if row[column] and not row[needed]:
            raise SettingsError(
                "{file}, line {line}, column {column}: {value!r} needs a {needed} in its row: fill it in",
                **row.at(column),
                needed=needed,
            )
    units = units_named(row["home"]) if row["home"] else ()
    if row["home"] and not units:
        raise SettingsError(
            "{file}, line {line}, column {column}: {value!r} is not a province: write its name in full",
            **row.at("home"),
        )
    return Source(row["source"], _domain(row), units[0].name if units else None) if row["source"] else None


def _domain(row: _Row) -> str:
    """The domain as hosts of pages are compared with it: small letters, no `www.`."""
    if not row["domain"]:
        return ""
    try:
        host, _, path = canonical_url(row["domain"]).partition("/")
    except ProcessingError:
        host, path = "", ""
    if not host or path or ":" in host:
        raise SettingsError(
            "{file}, line {line}, column {column}: {value!r} is not a domain: write it like baobinhdinh.vn",
            **row.at("domain"),
        )
    return host


def _day(row: _Row, column: str) -> date | None:
    try:
        return date.fromisoformat(row[column]) if row[column] else None
    except ValueError:
        raise SettingsError(
            "{file}, line {line}, column {column}: {value!r} is not a day: write it like 2019-12-31",
            **row.at(column),
        ) from None


def _selector(row: _Row, part: Part) -> SoupSieve:
    try:
        return soupsieve.compile(row[part])
    except (SelectorSyntaxError, NotImplementedError) as error:
        raise SettingsError(
            "{file}, line {line}, column {column}: {value!r} is not a CSS selector ({reason}): correct it",
            **row.at(part),
            reason=str(error).partition("\n")[0],
        ) from None
