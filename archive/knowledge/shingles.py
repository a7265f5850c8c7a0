"""Near-duplicates: what the bodies of two articles have in common, measured on their shingles.

A shingle is a hash of a few syllables in a row. The sketch of a text is its smallest shingles (a bottom-k
sketch: Broder, "On the resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data
using bottom-k sketches", 2007): texts with much in common share many values of it, also when one is the other
cut short, so sketches alone find the pairs worth comparing. Keys, not letters, are hashed: spelling of tone
marks, case, punctuation and paragraphs do not matter. Hashes are the same on every machine.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from archive.sources import UNKNOWN
from archive.text.syllables import keys

SHINGLE_SYLLABLES = 5
SKETCH_VALUES = 24
LEAST_SHINGLES = 20
"""A shorter text has too little of its own to be known again by."""
LEAST_SHARED_VALUES = 4
"""Texts that share fewer values of their sketches are not compared: pairs that pass share 8 or more."""

LEAST_SIZE = 0.5
"""The shorter text is more than this part of the longer: no digest can tie together two stories it holds."""
LEAST_OVERLAP = 0.8
"""Below it lie the sequels of a story, which repeat what went before."""
LEAST_OVERLAP_IN_ONE_SOURCE = 0.9
"""What two papers share is a story; what one paper repeats may be its frame, up to 0.85 of a short page."""
LEAST_SHARED_FIGURES = 0.75
"""A bulletin of another day has the words of the last and its own figures; a copy keeps the figures."""

_FIGURE = re.compile(r"\d+")
_CACHED_KEYS = 1 << 17
_SIGN_BIT = np.uint64(1)

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text as it is compared.

    Attributes:
        id: names the text in its source: equal for equal syllables, below 2**63.
        source: name of who published it.
        shingles: ascending, no repeats, below 2**63.
        figures: runs of digits without leading zeros, and how often each occurs.
    """

    id: int
    source: str
    shingles: Hashes
    figures: Counter[str]

    @property
    def sketch(self) -> tuple[int, ...]:
        """The smallest shingles, ascending."""
        return tuple(self.shingles[:SKETCH_VALUES].tolist())

    @property
    def packed_sketch(self) -> bytes:
        """The sketch, eight bytes a value."""
        return self.shingles[:SKETCH_VALUES].astype("<u8").tobytes()

    @property
    def is_comparable(self) -> bool:
        """Whether it is long enough to be known again."""
        return len(self.shingles) >= LEAST_SHINGLES


def shingled(source: str, text: str) -> Shingled:
    """Cut a text into shingles."""
    hashes = np.array([_hash(key) for key in keys(text)], dtype="<u8")
    digest = hashlib.blake2b(source.encode() + b"\0" + hashes.tobytes(), digest_size=8).digest()
    return Shingled(
        id=int.from_bytes(digest, "little") >> 1,
        source=source,
        shingles=_shingles(hashes),
        figures=Counter(figure.lstrip("0") for figure in _FIGURE.findall(text)),
    )


def overlap(one: Shingled, other: Shingled) -> float:
    """What part of the shorter text the longer has too, 0 to 1."""
    shorter = min(len(one.shingles), len(other.shingles))
    shared = len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))
    return shared / shorter if shorter else 0.0


def is_near_duplicate(one: Shingled, other: Shingled) -> bool:
    """Whether two texts are one story, republished with small edits, cut short or added to."""
    shorter, longer = sorted((len(one.shingles), len(other.shingles)))
    if shorter < LEAST_SHINGLES or shorter <= LEAST_SIZE * longer:
        return False
    in_one_source = one.source == other.source != UNKNOWN.name
    least = LEAST_OVERLAP_IN_ONE_SOURCE if in_one_source else LEAST_OVERLAP
    return overlap(one, other) >= least and _shared_figures(one, other) >= LEAST_SHARED_FIGURES


def _shared_figures(one: Shingled, other: Shingled) -> float:
    fewer = min(one.figures.total(), other.figures.total())
    return (one.figures & other.figures).total() / fewer if fewer else 1.0


@lru_cache(maxsize=_CACHED_KEYS)
def _hash(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _shingles(hashes: Hashes) -> Hashes:
    count = max(0, len(hashes) - SHINGLE_SYLLABLES + 1)
    combined = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE_SYLLABLES):
        combined = combined * np.uint64(0x9E3779B97F4A7C15) + hashes[place : place + count]
    return np.unique(_mixed(combined) >> _SIGN_BIT)


def _mixed(hashes: Hashes) -> Hashes:
    """Every bit made to depend on every other: the finalizer of SplitMix64 (Steele, Lea and Flood, 2014)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))
