"""The postings of one term as Whoosh's own queries step through them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from whoosh.formats import Format
from whoosh.matching.mcore import LeafMatcher, ReadTooFar

from index.backends.whoosh.field_postings import FieldPostings
from index.backends.whoosh.schema import POSITION
from index.backends.whoosh.terms import running_sum


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]  # whoosh is untyped
    """Steps through the postings of a term of one segment, deleted documents included.

    Args:
        postings: those of the field.
        ordinal: which term.
        term: the field and the term, for those who ask the matcher.
        format_: how values are read.
        scorer: Whoosh's, None where nothing is scored.
    """

    def __init__(
        self,
        postings: FieldPostings,
        ordinal: int,
        term: tuple[str, bytes],
        format_: Format,
        scorer: Any = None,
    ) -> None:
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._source = (postings, ordinal)
        start, end = postings.document_starts[ordinal : ordinal + 2]
        self._documents: list[int] = postings.documents[start:end].tolist()
        self._frequencies: list[int] = [1] * len(self._documents)
        self._positions, self._starts = postings.positions, [0]
        if postings.frequencies is not None:
            frequencies = postings.frequencies[start:end]
            self._frequencies = frequencies.tolist()
            self._starts = (running_sum(frequencies) + postings.position_starts[ordinal]).tolist()
        self._place = 0

    def is_active(self) -> bool:
        """Whether it stands on a posting."""
        return self._place < len(self._documents)

    def reset(self) -> None:
        """Go back to the first posting."""
        self._place = 0

    def copy(self) -> ArrayMatcher:
        """Another one on the same posting."""
        other = ArrayMatcher(*self._source, self._term, self.format, self.scorer)
        other._place = self._place
        return other

    def id(self) -> int:
        """The document."""
        return self._documents[self._place]

    def all_ids(self) -> Iterator[int]:
        """Every document of the term."""
        return iter(self._documents)

    def next(self) -> bool:
        """Go on by one posting.

        Returns:
            True: there are no blocks, so nothing about them is known to be the same.

        Raises:
            ReadTooFar: there is none left.
        """
        if not self.is_active():
            raise ReadTooFar
        self._place += 1
        return True

    def skip_to(self, number: int) -> bool:
        """Go on to the first document not before this one; see `next`."""
        if not self.is_active():
            raise ReadTooFar
        self._place = bisect_left(self._documents, number, self._place)
        return True

    def weight(self) -> float:
        """How often the term is in the document."""
        return float(self._frequencies[self._place])

    def value(self) -> bytes:
        """The positions, one `POSITION` each; nothing for a value."""
        if self._positions is None:
            return b""
        found = self._positions[self._starts[self._place] : self._starts[self._place + 1]]
        return found.astype(POSITION).tobytes()

    def supports_block_quality(self) -> bool:
        """Whoosh may not skip by quality: it drops hits that way, and there are no blocks."""
        return False
