"""Files of reviewed corrections: one JSON object a line (docs/corrections.md); `#` begins a comment line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from archive.errors import StoreError
from archive.storage.corrections import CorrectionRequest

_COMMON = {"kind", "reason", "day"}


def read_corrections(path: Path, today: str) -> list[CorrectionRequest]:
    """The corrections of a file, in order.

    Args:
        today: the day of those that name none, ISO form.

    Raises:
        StoreError: the file or one of its lines cannot be read; says which.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise StoreError(
            "{path} cannot be read ({reason}): name a file of corrections", path=path, reason=reason
        ) from error
    return [
        _request(line, f"{path}:{number}", today)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]


def _request(line: str, where: str, today: str) -> CorrectionRequest:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _no_object(where) from error
    if not isinstance(row, dict):
        raise _no_object(where)
    kind = row.get("kind")
    if not isinstance(kind, str) or kind not in _READERS:
        raise StoreError(
            "{where} has no kind of these: {kinds}; mend the line, nothing was corrected",
            where=where,
            kinds=", ".join(_READERS),
        )
    names, read = _READERS[kind]
    if unknown := sorted(set(row) - _COMMON - set(names)):
        raise StoreError(
            "{where} has unknown fields ({names}): mend the line, nothing was corrected",
            where=where,
            names=", ".join(unknown),
        )
    day = _text(row, "day", where) if "day" in row else today
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise StoreError(
            "{where}: {day} is no day like 2026-11-22: mend the line, nothing was corrected",
            where=where,
            day=day,
        ) from error
    return read(row, where, _text(row, "reason", where), day)._replace(where=where)


def _merge(row: Mapping[str, Any], where: str, reason: str, day: str) -> CorrectionRequest:
    persons = _texts(row, "persons", where)
    if len(persons) != 2:
        raise _needs(where, "persons")
    return CorrectionRequest("merge", persons[0], persons[1:], reason, day)


def _split(row: Mapping[str, Any], where: str, reason: str, day: str) -> CorrectionRequest:
    return CorrectionRequest(
        "split", _text(row, "person", where), _texts(row, "articles", where), reason, day
    )


def _reattribute(row: Mapping[str, Any], where: str, reason: str, day: str) -> CorrectionRequest:
    speaker = _text(row, "speaker", where)
    return CorrectionRequest("reattribute", _text(row, "statement", where), (speaker,), reason, day)


def _withdraw(row: Mapping[str, Any], where: str, reason: str, day: str) -> CorrectionRequest:
    return CorrectionRequest("withdraw", _text(row, "statement", where), (), reason, day)


_READERS: dict[
    str, tuple[tuple[str, ...], Callable[[Mapping[str, Any], str, str, str], CorrectionRequest]]
] = {
    "merge": (("persons",), _merge),
    "split": (("person", "articles"), _split),
    "reattribute": (("statement", "speaker"), _reattribute),
    "withdraw": (("statement",), _withdraw),
}
"""For each kind the fields it needs, and what reads it."""


def _text(row: Mapping[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise _needs(where, name)
    return value.strip()


def _texts(row: Mapping[str, Any], name: str, where: str) -> tuple[str, ...]:
    values = row.get(name)
    if not isinstance(values, list) or not values or not all(isinstance(one, str) for one in values):
        raise _needs(where, name)
    return tuple(values)


def _needs(where: str, field: str) -> StoreError:
    return StoreError(
        "{where} needs the field {field} as docs/corrections.md has it: mend the line, nothing was corrected",
        where=where,
        field=field,
    )


def _no_object(where: str) -> StoreError:
    return StoreError("{where} is no JSON object: mend the line, nothing was corrected", where=where)
