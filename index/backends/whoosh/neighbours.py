"""Texts put back in order from their postings, for a sample of the documents: which key stands behind which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.field_postings import FieldPostings
from index.backends.whoosh.segment import OpenSegment
from index.backends.whoosh.units import Mask
from index.suggesting.pairs import Pairs


def neighbours(segments: Sequence[OpenSegment], field: str, keys: Sequence[str], most: int) -> Pairs:
    """The pairs of neighbouring keys in every so manyth document, which are `most` or fewer.

    Args:
        keys: those of the field in all segments, ascending.
    """
    size = sum(segment.arrays.size for segment in segments)
    step = max(1, -(-size // max(most, 1)))
    ordinals = {key.encode(): ordinal for ordinal, key in enumerate(keys)}
    chosen = [_chosen(segment, step) for segment in segments]
    sampled = sum(int(mask.sum()) for mask in chosen)
    return Pairs.counted(keys, _texts(segments, field, chosen, ordinals), sampled)


def _chosen(segment: OpenSegment, step: int) -> Mask:
    chosen: Mask = (np.arange(segment.first, segment.first + segment.arrays.size) % step) == 0
    return chosen if segment.live is None else chosen & segment.live


def _texts(
    segments: Sequence[OpenSegment], field: str, chosen: Sequence[Mask], ordinals: dict[bytes, int]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    before = 0
    for segment, mask in zip(segments, chosen, strict=True):
        postings = segment.arrays.field(field)
        if len(postings.terms):
            # A key that only deleted documents have is none any more, and not in the sample either.
            of_terms = np.array([ordinals.get(term, 0) for term in postings.terms], np.int64)
            yield _in_order(postings, mask, of_terms, before)
        before += int(mask.sum())


def _in_order(
    postings: FieldPostings, mask: Mask, of_terms: NDArray[np.int64], before: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The keys of the chosen documents of a segment as they stand in the text, and their documents.

    Positions of a text have no gaps, so each key has its place without any sorting.
    """
    assert postings.frequencies is not None and postings.positions is not None, "a keyword has no positions"
    kept = mask.take(postings.documents)
    kept_of_terms = np.add.reduceat(kept, postings.document_starts[:-1], dtype=np.int64)
    frequencies = postings.frequencies[kept].astype(np.int64)
    documents = (np.cumsum(mask) - 1).take(postings.documents[kept])
    terms = of_terms.repeat(kept_of_terms)
    positions = postings.positions[kept.repeat(postings.frequencies)].astype(np.int64)
    lengths = np.bincount(documents, frequencies, minlength=int(mask.sum())).astype(np.int64)
    starts = np.cumsum(lengths) - lengths
    places = starts.take(documents).repeat(frequencies) + positions
    ordered = np.zeros(len(places), np.int64)
    ordered[places] = terms.repeat(frequencies)
    return ordered, before + np.arange(len(lengths)).repeat(lengths)
