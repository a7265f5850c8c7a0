"""The same statement in several places: printed by several papers, or by one in two versions of a story.

Two statements are the same when the same speakers say the same words, syllable by syllable; in articles that are
near-duplicates of each other, nearly the same words are enough. How near is told by sketches of 64 bits (simhash:
Charikar, "Similarity estimation techniques from rounding algorithms", 2002): the share of bits in which two of
them differ is the angle between the texts' pairs of syllables.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from archive.errors import IndexUnavailable
from archive.text.syllables import keys
from index.statements import ANCHOR_SIGN, Speech

GROUPS_FILE = "statement_groups.json"
SKETCHES_FILE = "statement_sketches.json"

SKETCH_BITS = 64
MOST_DIFFERENT_BITS = 16
"""A word in ten changed makes about 9 bits differ, other words 32 on average and fewer than 18 once in a thousand."""
LEAST_SYLLABLES = 8
"""Fewer are said on many occasions: outside near-duplicates they are no sign of a copy."""


class Sketch(NamedTuple):
    """What a statement is compared by.

    Attributes:
        anchor: its name within its article.
        speakers, words: hashes of the names of who speaks, and of the syllables of the head.
        bits: the simhash of its pairs of syllables.
        syllables: how many the head has.
    """

    anchor: str
    speakers: str
    words: str
    bits: int
    syllables: int


Sketches = dict[str, list[Sketch]]
"""Sketches of the statements of each article that has any."""


def sketch(speech: Speech) -> Sketch:
    """The sketch of one statement; its continuations, which copies often leave out, do not count."""
    syllables = keys(speech.head.content)
    names = sorted(" ".join(keys(speaker.name)) for speaker in speech.speakers)
    return Sketch(
        anchor=speech.parts[0].anchor,
        speakers=_hash("\n".join(names)).hex(),
        words=_hash(" ".join(syllables)).hex(),
        bits=_simhash([" ".join(pair) for pair in pairwise(syllables)] or syllables),
        syllables=len(syllables),
    )


def same_statements(sketches: Mapping[str, Iterable[Sketch]], clusters: Mapping[str, str]) -> dict[str, str]:
    """The group of every statement that is printed more than once: a function of the set of statements.

    Args:
        sketches: by article.
        clusters: near-duplicates: cluster by article.

    Returns:
        Group by statement id; a group is named by the smallest id in it.
    """
    equal: dict[tuple[str, ...], list[str]] = defaultdict(list)
    near: dict[tuple[str, str], list[tuple[str, Sketch]]] = defaultdict(list)
    for article, held in sketches.items():
        for one in held:
            identity = article + ANCHOR_SIGN + one.anchor
            if one.syllables >= LEAST_SYLLABLES:
                equal[one.speakers, one.words].append(identity)
            if article in clusters:
                near[clusters[article], one.speakers].append((identity, one))
    pairs = [pair for ids in equal.values() for pair in pairwise(ids)]
    pairs += [pair for story in near.values() for pair in _near_pairs(story)]
    return _components(pairs)


def read_sketches(folder: Path) -> Sketches:
    """The sketches of the generation in a folder.

    Raises:
        IndexUnavailable: they cannot be read.
    """
    path = folder / SKETCHES_FILE
    try:
        held = json.loads(path.read_text("utf-8"))
        return {article: [Sketch(*row) for row in rows] for article, rows in held.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise IndexUnavailable(
            "{path} is damaged ({reason}): run khobao index rebuild", path=path, reason=error
        ) from error


def _near_pairs(story: list[tuple[str, Sketch]]) -> Iterator[tuple[str, str]]:
    for (one, a), (other, b) in combinations(story, 2):
        is_long = min(a.syllables, b.syllables) >= LEAST_SYLLABLES
        differing = (a.bits ^ b.bits).bit_count()
        if a.words == b.words or (is_long and differing <= MOST_DIFFERENT_BITS):
            yield one, other


def _components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Connected components, each named by its smallest member."""
    parents: dict[str, str] = {}

    def root(identity: str) -> str:
        while (parent := parents.setdefault(identity, identity)) != identity:
            parents[identity] = parents[parent]
            identity = parent
        return identity

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parents[second] = first
    return {identity: root(identity) for identity in sorted(parents)}


def _hash(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=SKETCH_BITS // 8).digest()


def _simhash(shingles: Iterable[str]) -> int:
    hashes = b"".join(map(_hash, shingles))
    bits = np.unpackbits(np.frombuffer(hashes, np.uint8)).reshape(-1, SKETCH_BITS)
    majority = 2 * bits.sum(axis=0, dtype=np.int64) > len(bits)
    return int.from_bytes(np.packbits(majority).tobytes())
