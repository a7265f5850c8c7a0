"""Annotation files, read: the objects in them, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from archive.evaluation.gold import Problem

JUDGED_KEYS = frozenset(("provinces", "officials", "statements", "event", "published", "sort_date"))
"""An object with one of these says what is right for an article."""

ENDINGS = (".jsonl", ".ndjson", ".json")

_UNDERSTOOD_KEYS = frozenset(("provinces", "officials", "statements"))
"""What no record of an article has by itself."""


class Note(NamedTuple):
    """One object of an annotation file, and where it stands."""

    where: str
    given: dict[str, Any]

    @property
    def articles_of_seeds(self) -> list[dict[str, Any]]:
        """The articles of acceptance data that it holds, or is."""
        if "dates" in self.given and "file" in self.given:
            return [self.given]
        listed = self.given.get("articles")
        return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []

    @property
    def is_statement_of_seeds(self) -> bool:
        """Whether it is one statement of acceptance data."""
        return "content_span" in self.given

    @property
    def is_statement_alone(self) -> bool:
        """Whether it is one statement with the keys of `inspect`, and the file it stands in."""
        keys = self.given.keys()
        return "content" in keys and "file" in keys and not self.is_statement_of_seeds

    @property
    def has_offsets_alone(self) -> bool:
        """Whether it is an annotation without words."""
        return self._judges and "path" not in self.given and "sha256" in self.given

    @property
    def is_inspected(self) -> bool:
        """Whether it annotates an article with the keys of `inspect`."""
        return self._judges and not self.has_offsets_alone

    @property
    def is_record(self) -> bool:
        """Whether it has an article's text and id."""
        return "text" in self.given and "id" in self.given

    @property
    def _judges(self) -> bool:
        if self.is_statement_of_seeds or self.articles_of_seeds:
            return False
        return bool((_UNDERSTOOD_KEYS if "text" in self.given else JUDGED_KEYS) & set(self.given))


def read_notes(folder: Path) -> Iterator[Note | Problem]:
    """Every object of every annotation file below a folder, or of one file, in order."""
    files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
    for path in files:
        if path.suffix in ENDINGS and path.is_file():
            yield from _of_file(path)


def gathered(notes: Iterable[Note]) -> list[Note]:
    """The notes, with all statements that stand alone as one annotation of each of their files."""
    others: list[Note] = []
    articles: dict[str, Note] = {}
    for note in notes:
        if note.is_statement_alone:
            file = str(note.given["file"])
            article = articles.setdefault(file, Note(note.where, {"path": file, "statements": []}))
            article.given["statements"].append(note.given)
        else:
            others.append(note)
    return others + list(articles.values())


def _of_file(path: Path) -> Iterator[Note | Problem]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        yield Problem(path.name, "not_utf8")
        return
    if path.suffix == ".json":
        yield from _objects(path.name, text)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield from _objects(f"{path.name}:{number}", line)


def _objects(where: str, text: str) -> Iterator[Note | Problem]:
    """The object a text is, or those of the list it is."""
    try:
        value = json.loads(text)
    except ValueError as error:
        yield Problem(where, "not_json", {"reason": str(error)})
        return
    for place, one in enumerate(value) if isinstance(value, list) else [("", value)]:
        there = f"{where}[{place}]" if isinstance(value, list) else where
        yield Note(there, one) if isinstance(one, dict) else Problem(there, "no_object")
