"""Sketches: what statements are compared by, to find the same one in several places.

Nearly equal words are told by sketches of 64 bits (simhash: Charikar, "Similarity estimation techniques from
rounding algorithms", 2002): the share of bits in which two of them differ is the angle between the texts' pairs
of syllables.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from archive.text.syllables import keys
from index.indexing.statements import Speech

SKETCH_BITS = 64


class Sketch(NamedTuple):
    """What a statement is compared by; numbers are of 64 bits without sign.

    Attributes:
        anchor: its name within its article.
        speakers, words: hashes of the names of who speaks, and of the syllables of the head.
        bits: the simhash of its pairs of syllables.
        syllables: how many the head has.
    """

    anchor: str
    speakers: int
    words: int
    bits: int
    syllables: int


def sketches_of(said: Sequence[Speech]) -> list[Sketch]:
    """The sketches of what is said in an article; continuations, which copies often leave out, do not count."""
    heads = [keys(speech.head.content) for speech in said]
    return [
        Sketch(speech.parts[0].anchor, _speakers(speech), _number(" ".join(head)), bits, len(head))
        for speech, head, bits in zip(said, heads, _simhashes(heads), strict=True)
    ]


def _speakers(speech: Speech) -> int:
    return _number("\n".join(sorted(" ".join(keys(speaker.name)) for speaker in speech.speakers)))


def _simhashes(texts: Sequence[Sequence[str]]) -> list[int]:
    """The simhash of each text, given as syllables; of one without any it is 0."""
    # One syllable is its own shingle.
    shingles = [[f"{first} {second}" for first, second in pairwise(text)] or list(text) for text in texts]
    hashes = b"".join([_hash(shingle) for of_text in shingles for shingle in of_text])
    bits = np.unpackbits(np.frombuffer(hashes, np.uint8)).reshape(-1, SKETCH_BITS)
    counts = np.array([len(of_text) for of_text in shingles], np.int64)
    firsts = np.cumsum(counts) - counts
    has_any = counts > 0
    sums = np.zeros((len(texts), SKETCH_BITS), np.int64)
    # Not by a product of matrices: BLAS would start its threads for it, at three times the processor time.
    sums[has_any] = np.add.reduceat(bits, firsts[has_any], axis=0, dtype=np.int64)
    majority = 2 * sums > counts[:, np.newaxis]
    found: list[int] = np.packbits(majority, axis=1).view(">u8").ravel().tolist()
    return found


def _number(text: str) -> int:
    return int.from_bytes(_hash(text))


def _hash(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=SKETCH_BITS // 8).digest()
