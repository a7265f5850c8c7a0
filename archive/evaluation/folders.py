"""Annotated folders, read: annotations of every form beside the documents they speak of.

Annotations are `*.jsonl` and `*.json` files anywhere in the folder. Articles are found by the path that is
given, else by its last name, in the folder, in the folder `seeds` beside it, or in one that is named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from archive.documents import RawDocument
from archive.evaluation.accepted import read_accepted
from archive.evaluation.gold import GoldArticle, Problem
from archive.evaluation.inspected import read_inspected
from archive.evaluation.notes import ENDINGS, Note, gathered, read_notes
from archive.evaluation.offsets import read_offsets
from archive.reading.limits import Limits
from archive.reading.reader import read

_NOT_SHAPED_SO = (TypeError, AttributeError, KeyError, ValueError, IndexError)
_NEIGHBOUR = "seeds"


class Case(NamedTuple):
    """One annotated article and its document."""

    gold: GoldArticle
    document: RawDocument


@dataclass(frozen=True, slots=True)
class Articles:
    """Where the documents of annotations are found.

    Attributes:
        files: files that may be articles, by their name.
        records: records of a file of texts, by their id.
        limits: what may be read.
    """

    files: Mapping[str, Sequence[Path]]
    records: Mapping[str, RawDocument]
    limits: Limits

    def of(self, given: Mapping[str, Any]) -> RawDocument | None:
        """The document an annotation names by `path` (or `file`) and `line`, or else by `id`."""
        path = given.get("path") or given.get("file")
        for candidate in self._candidates(path) if isinstance(path, str) else ():
            for document in read([str(candidate)], self.limits):
                if isinstance(document, RawDocument) and given.get("line") in (None, document.line):
                    return document
        return self.records.get(str(given.get("id")))

    def _candidates(self, path: str) -> list[Path]:
        """Files of this name, those whose folders fit first; with another ending if there is no such file."""
        wanted = PurePosixPath(path.replace("\\", "/"))
        named = self.files.get(wanted.name, ()) or [
            file
            for files in self.files.values()
            for file in files
            if file.stem == wanted.stem and file.suffix not in ENDINGS
        ]
        return sorted(named, key=lambda file: not file.as_posix().endswith(wanted.as_posix()))


def read_cases(
    folder: Path, limits: Limits, articles: Path | None = None, texts: Path | None = None
) -> Iterator[Case | Problem]:
    """Every annotated article, or why one cannot be judged.

    Args:
        folder: the annotations: a folder, or one file of them.
        limits: what may be read.
        articles: a folder of articles, where they are not in `folder`.
        texts: JSON lines (packed or not) that hold the texts of annotations by id.
    """
    notes: list[Note] = []
    for note in read_notes(folder):
        if isinstance(note, Problem):
            yield note
        else:
            notes.append(note)
    notes = gathered(notes)
    ids = {str(note.given["id"]) for note in notes if "id" in note.given}
    records = _own_records(notes) | _records(texts, ids, limits)
    found = Articles(_files(folder, articles), records, limits)
    yield from _accepted(notes, found)
    for note in notes:
        if note.has_offsets_alone:
            yield _by_offsets(note, found)
        elif note.is_inspected:
            yield _inspected(note, found)


def _files(folder: Path, articles: Path | None) -> dict[str, list[Path]]:
    own = folder.parent if folder.is_file() else folder
    found: dict[str, list[Path]] = {}
    for root in [articles] if articles else [own, own.resolve().parent / _NEIGHBOUR]:
        for path in sorted(root.rglob("*")):
            if path.is_file():
                found.setdefault(path.name, []).append(path)
    return found


def _own_records(notes: Sequence[Note]) -> dict[str, RawDocument]:
    """Records that lie among the annotations, or are annotated in place."""
    return {
        str(note.given["id"]): RawDocument(note.where, note.where, "json", json.dumps(note.given).encode())
        for note in notes
        if note.is_record
    }


def _records(texts: Path | None, wanted: set[str], limits: Limits) -> dict[str, RawDocument]:
    if texts is None:
        return {}
    records = (
        one for one in read([str(texts)], limits) if isinstance(one, RawDocument) and one.media == "json"
    )
    return {id_: one for one in records if (id_ := _id(one)) in wanted}


def _id(record: RawDocument) -> str:
    """The id a record has; "" for one that has none or is damaged, which nothing annotates."""
    try:
        value = json.loads(record.content)
    except ValueError:
        return ""
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _inspected(note: Note, articles: Articles) -> Case | Problem:
    given = note.given
    name = str(given.get("path") or given.get("file") or given.get("id"))
    document = articles.of(given)
    if document is None:
        return Problem(note.where, "no_article", {"path": name})
    try:
        return Case(read_inspected(name, given), document)
    except _NOT_SHAPED_SO as error:
        return Problem(note.where, "not_shaped_so", {"reason": repr(error)})


def _by_offsets(note: Note, articles: Articles) -> Case | Problem:
    id_ = str(note.given.get("id"))
    document = articles.records.get(id_)
    if document is None:
        return Problem(note.where, "no_text", {"id": id_})
    text = json.loads(document.content).get("text") or ""
    if sha256(text.encode()).hexdigest() != note.given["sha256"]:
        return Problem(note.where, "other_text", {"id": id_})
    try:
        return Case(read_offsets(note.given, text), document)
    except _NOT_SHAPED_SO as error:
        return Problem(note.where, "not_shaped_so", {"reason": repr(error)})


def _accepted(notes: Sequence[Note], articles: Articles) -> Iterator[Case | Problem]:
    """The articles of acceptance data, with their statements if there are any for a file."""
    facts = {str(one["file"]): one for note in notes for one in note.articles_of_seeds if "file" in one}
    said: dict[str, list[Mapping[str, Any]]] = {}
    for note in notes:
        if note.is_statement_of_seeds:
            said.setdefault(str(note.given.get("file")), []).append(note.given)
    for file in sorted(facts.keys() | said.keys()):
        document = articles.of({"file": file})
        if document is None:
            yield Problem(file, "no_article", {"path": file})
            continue
        text = document.content.decode("utf-8", "replace")
        try:
            yield Case(read_accepted(file, facts.get(file, {}), said.get(file), text), document)
        except _NOT_SHAPED_SO as error:
            yield Problem(file, "not_shaped_so", {"reason": repr(error)})
