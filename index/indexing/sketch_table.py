"""The sketches of every statement of a generation, as columns in a file beside the collections."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from archive.errors import IndexUnavailable
from index.indexing.sketches import Sketch

SKETCHES_FILE = "statement_sketches.npz"
_GATHERED_ROWS = 1 << 14
"""Rows are gathered as Python values up to so many, then packed into columns."""


@dataclass(frozen=True, slots=True, eq=False)
class SketchTable:
    """One row a statement, in no order that means anything.

    Attributes:
        articles: ids of articles.
        article: (rows,) int64, the place of its article in `articles`.
        anchor: (rows,) ASCII bytes, as wide as the longest.
        speakers, words, bits: (rows,) uint64, as in `Sketch`.
        syllables: (rows,) int64.
    """

    articles: Sequence[str]
    article: NDArray[np.int64]
    anchor: NDArray[np.bytes_]
    speakers: NDArray[np.uint64]
    words: NDArray[np.uint64]
    bits: NDArray[np.uint64]
    syllables: NDArray[np.int64]

    @classmethod
    def of(cls, articles: Sequence[str], rows: Sequence[tuple[int, Sketch]]) -> Self:
        """The table of some sketches, each with the place of its article."""
        sketches = [sketch for _, sketch in rows]
        return cls(
            articles,
            np.array([place for place, _ in rows], np.int64),
            np.array([sketch.anchor for sketch in sketches], "S"),
            np.array([sketch.speakers for sketch in sketches], np.uint64),
            np.array([sketch.words for sketch in sketches], np.uint64),
            np.array([sketch.bits for sketch in sketches], np.uint64),
            np.array([sketch.syllables for sketch in sketches], np.int64),
        )

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The table of the generation in a folder.

        Raises:
            IndexUnavailable: it cannot be read.
        """
        path = folder / SKETCHES_FILE
        try:
            with np.load(path, allow_pickle=False) as held:
                return cls(json.loads(held["articles"].tobytes()), *(held[name] for name in _COLUMNS))
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise IndexUnavailable(
                "{path} is damaged ({reason}): run khobao index rebuild", path=path, reason=error
            ) from error

    def write(self, folder: Path) -> None:
        """Write it beside the collections of a generation that is being built."""
        written = folder / (SKETCHES_FILE + ".new")
        articles = np.frombuffer(json.dumps(list(self.articles)).encode(), np.uint8)
        with written.open("wb") as file:
            np.savez(file, articles=articles, **{name: getattr(self, name) for name in _COLUMNS})
        # In place of the one linked from the last generation, which must stay as it is.
        written.replace(folder / SKETCHES_FILE)


_COLUMNS = ("article", "anchor", "speakers", "words", "bits", "syllables")


class Sketches:
    """The sketches of a generation that is being built: those of the last one, and what is put and deleted."""

    def __init__(self, held: SketchTable | None = None) -> None:
        self._tables = [held] if held else []
        self._articles = list(held.articles) if held else []
        self._places = {article: place for place, article in enumerate(self._articles)}
        self._gathered: list[tuple[int, Sketch]] = []

    def put(self, article: str, sketches: Sequence[Sketch]) -> None:
        """Those of an article, in the place of whatever there was of it."""
        self.delete(article)
        place = self._places[article] = len(self._articles)
        self._articles.append(article)
        self._gathered += ((place, sketch) for sketch in sketches)
        if len(self._gathered) >= _GATHERED_ROWS:
            self._pack()

    def delete(self, article: str) -> None:
        """Forget an article."""
        self._places.pop(article, None)

    def table(self) -> SketchTable:
        """All of them, as they are now."""
        self._pack()
        columns = [np.concatenate([getattr(table, name) for table in self._tables]) for name in _COLUMNS]
        is_live = np.zeros(len(self._articles), np.bool_)
        is_live[list(self._places.values())] = True
        kept = np.flatnonzero(is_live[columns[0]])
        articles = [article for article, lives in zip(self._articles, is_live.tolist(), strict=True) if lives]
        new_places = np.cumsum(is_live) - 1
        article, *others = (column[kept] for column in columns)
        return SketchTable(articles, new_places[article], *others)

    def _pack(self) -> None:
        self._tables.append(SketchTable.of(self._articles, self._gathered))
        self._gathered = []
