"""Judged questions: texts, questions, and grades of the one for the other.

Source of the form: Thakur and others, BEIR: a heterogeneous benchmark for zero-shot evaluation of information
retrieval models (2021).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from archive.documents import RawDocument
from archive.errors import SearchError
from archive.reading.limits import Limits
from archive.reading.reader import read
from archive.text.syllables import keys

QRELS = "qrels.tsv"
_HEADER = ("query-id", "corpus-id", "score")


class Text(NamedTuple):
    """One document that may answer."""

    id: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and the grade of every document judged for it, at least one of them above 0."""

    id: str
    text: str
    grades: Mapping[str, int]


def read_texts(path: Path, limits: Limits) -> Iterator[Text]:
    """The documents of a file of JSON lines, packed or not: `_id` or `id`, `title`, `text`.

    Raises:
        SearchError: a line is no such object.
    """
    for where, record in _records(path, limits):
        identity = record.get("_id", record.get("id"))
        title, body = record.get("title") or "", record.get("text") or ""
        if not isinstance(title, str) or not isinstance(body, str) or identity is None:
            raise _no_judged_set(where, "_id, title, text")
        yield Text(str(identity), title, body)


def read_questions(folder: Path, limits: Limits, most: int | None = None) -> list[Question]:
    """The questions of a folder in BEIR form that have an answer.

    Args:
        folder: holds `queries.jsonl`, packed or not, and `qrels.tsv`.
        limits: what may be read.
        most: how many of them are read, the first.

    Raises:
        SearchError: a file is missing or a line is not in the form.
    """
    grades = _grades(folder / QRELS)
    return list(islice(_answered(named_file(folder, "queries"), grades, limits), most))


def title_questions(texts: Sequence[Text]) -> list[Question]:
    """Every title as a question, which the articles of that title answer; titles with equal syllables are one."""
    titled: dict[tuple[str, ...], list[Text]] = {}
    for text in texts:
        if words := tuple(keys(text.title)):
            titled.setdefault(words, []).append(text)
    return [Question(same[0].id, same[0].title, {text.id: 1 for text in same}) for same in titled.values()]


def named_file(folder: Path, name: str) -> Path:
    """The file of JSON lines of this name in a folder, packed or not.

    Raises:
        SearchError: there is none.
    """
    for path in sorted(folder.glob(f"{name}.jsonl*")):
        return path
    raise _missing(folder / f"{name}.jsonl")


def _answered(path: Path, grades: Mapping[str, dict[str, int]], limits: Limits) -> Iterator[Question]:
    for where, record in _records(path, limits):
        identity, text = str(record.get("_id")), record.get("text")
        if not isinstance(text, str):
            raise _no_judged_set(where, "_id, text")
        if any(grade > 0 for grade in grades.get(identity, {}).values()):
            yield Question(identity, text, grades[identity])


def _grades(path: Path) -> dict[str, dict[str, int]]:
    """Grades by question and document."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise _missing(path) from error
    grades: dict[str, dict[str, int]] = {}
    for number, line in enumerate(lines, start=1):
        cells = tuple(line.split("\t"))
        if not line.strip() or cells == _HEADER:
            continue
        try:
            question, document, grade = cells
            grades.setdefault(question, {})[document] = int(grade)
        except ValueError as error:
            raise _no_judged_set(f"{path.name}:{number}", "\t".join(_HEADER)) from error
    return grades


def _records(path: Path, limits: Limits) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file of JSON lines, and where each stands."""
    for met in read([str(path)], limits):
        where = f"{path.name}:{getattr(met, 'line', None) or 1}"
        try:
            record = json.loads(met.content) if isinstance(met, RawDocument) else None
        except ValueError:
            record = None
        if not isinstance(record, dict):
            raise _no_judged_set(where, "{…}")
        yield where, record


def _missing(path: Path) -> SearchError:
    return SearchError(
        "there is no {path}: a judged set has corpus.jsonl, queries.jsonl and qrels.tsv", path=path
    )


def _no_judged_set(where: str, wanted: str) -> SearchError:
    return SearchError(
        "{where} is not in the form of a judged set: it takes {wanted} there", where=where, wanted=wanted
    )
