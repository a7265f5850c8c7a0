"""One state of an index, opened: everything that is read of it, as arrays over document numbers.

Document numbers run over all segments, deleted documents included. What does not depend on a query is read at
its first use and kept.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.damage import damage_reported
from index.backends.whoosh.lexicon import Lexicon
from index.backends.whoosh.postings import Leaves, Numbers, Postings, read_postings
from index.backends.whoosh.schema import ID, NUMBERS, row
from index.backends.whoosh.values import Values
from index.fields import FieldTable
from index.query import Prefix, Term

Mask = NDArray[np.bool_]
"""One truth value a document number."""


class Snapshot:
    """What one Whoosh reader sees. Not safe for threads: Whoosh's files have one position each.

    Args:
        reader: a Whoosh index reader; closed with the snapshot.
        folder: where the index is, for messages.
        fields: those of the collection.

    Raises (at any reading):
        IndexUnavailable: the files are damaged.
    """

    def __init__(self, reader: Any, folder: Path, fields: FieldTable) -> None:
        self.fields = fields
        self._reader = reader
        self._folder = folder
        self.size: int = reader.doc_count_all()
        self.count: int = reader.doc_count()
        self._leaves: Leaves = reader.leaf_readers() if self.size else ()
        self._lexicons: dict[str, Lexicon] = {}
        self._values: dict[str, Values] = {}

    def close(self) -> None:
        """Close the reader, if it is not closed yet."""
        if self.size and not self._reader.is_closed:
            self._reader.close()

    @cached_property
    def live(self) -> Mask:
        """Which document numbers are of documents not deleted."""
        mask = np.ones(self.size, np.bool_)
        for reader, first in self._leaves:
            if reader.has_deletions():
                mask[first : first + reader.doc_count_all()] = False
                mask[first + np.fromiter(reader.all_doc_ids(), np.int64)] = True
        return mask

    @cached_property
    def ids(self) -> list[str]:
        """The ids by document number."""
        return [value.decode() for value in self._column(ID)]

    @cached_property
    def rows(self) -> NDArray[np.void]:
        """The numbers of each document (`schema.row`)."""
        return np.frombuffer(b"".join(self._column(NUMBERS)), row(self.fields))

    @cached_property
    def by_id(self) -> Numbers:
        """Document numbers in ascending order of id."""
        return np.array(sorted(range(self.size), key=self.ids.__getitem__), np.int64)

    @cached_property
    def newest(self) -> Numbers:
        """The place of each document number in the order newest first, undated last, then by id."""
        return self._places(-self.rows["date_first"])

    @cached_property
    def oldest(self) -> Numbers:
        """The place of each document number in the order oldest first, undated last, then by id."""
        return self._places(self.rows["date_first"])

    def number(self, identity: str) -> int | None:
        """The number of the document of this id."""
        found = self.postings(ID, identity).documents
        return int(found[0]) if len(found) else None

    def postings(self, field: str, term: str) -> Postings:
        """The postings of a term of a field."""
        with damage_reported(self._folder):
            return read_postings(self._leaves, field, term)

    def keys(self, leaf: Term | Prefix, field: str) -> list[str]:
        """The keys of a text field that a term or prefix stands for."""
        if field not in self._lexicons:
            self._lexicons[field] = Lexicon(self._terms(field))
        return self._lexicons[field].matching(leaf)

    def values(self, field: str) -> Values:
        """The values of a keyword field."""
        if field not in self._values:
            named = {value: self.postings(field, value).documents for value in self._terms(field)}
            self._values[field] = Values(named, self.live)
        return self._values[field]

    def frequencies(self, field: str, prefix: str) -> list[tuple[str, int]]:
        """The terms of a field that begin with `prefix`, ascending, with how many documents have each."""
        counts: Counter[str] = Counter()
        with damage_reported(self._folder):
            for reader, _ in self._leaves:
                for term, info in reader.iter_prefix(field, prefix.encode()):
                    counts[term.decode()] += info.doc_frequency()
        if self.count < self.size:
            counts = Counter({term: len(self.postings(field, term).documents) for term in counts})
        return sorted(item for item in counts.items() if item[1])

    def _terms(self, field: str) -> list[str]:
        with damage_reported(self._folder):
            return sorted({term.decode() for reader, _ in self._leaves for term in reader.lexicon(field)})

    def _column(self, field: str) -> list[bytes]:
        with damage_reported(self._folder):
            columns = (reader.column_reader(field, translate=False) for reader, _ in self._leaves)
            return [bytes(value) for column in columns for value in column]

    def _places(self, key: NDArray[np.int32]) -> Numbers:
        undated = self.rows["date_first"] == 0
        id_place = np.empty(self.size, np.int64)
        id_place[self.by_id] = np.arange(self.size)
        places = np.empty(self.size, np.int64)
        places[np.lexsort((id_place, key, undated))] = np.arange(self.size)
        return places
