"""What queries are drawn from: how frequent each word is, and some documents, in one pass over a file."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from random import Random

from index.benchmarking.documents import read_document
from index.results import IndexDocument

SAMPLED = 2_000
"""Documents queries are drawn from."""
COMMON_WORDS = 60
BAND_WORDS = 200


@dataclass(frozen=True)
class Corpus:
    """The documents of one collection.

    Attributes:
        field: the text field that is asked.
        size: documents.
        frequencies: in how many documents each word of the field is.
        sample: some of the documents, drawn evenly.
    """

    field: str
    size: int
    frequencies: Mapping[str, int]
    sample: Sequence[IndexDocument]

    @cached_property
    def ranked(self) -> list[str]:
        """Every word, the most frequent first."""
        words = (word for word in self.frequencies if any(map(str.isalpha, word)))
        return sorted(words, key=lambda word: (-self.frequencies[word], word))

    @cached_property
    def common(self) -> list[str]:
        """The most frequent words."""
        return self.ranked[:COMMON_WORDS]

    def around(self, documents: float) -> list[str]:
        """The words whose document frequency is nearest to a number, ties in the order of frequency."""
        wanted = math.log(documents)
        return sorted(self.ranked, key=lambda word: abs(math.log(self.frequencies[word]) - wanted))[
            :BAND_WORDS
        ]

    @cached_property
    def common_pairs(self) -> list[tuple[str, str]]:
        """Neighbouring common words, the most frequent pairs of the sample first."""
        common = set(self.common)
        pairs = Counter(
            pair
            for document in self.sample
            for pair in pairwise(document.text[self.field])
            if common.issuperset(pair)
        )
        return sorted(pairs, key=lambda pair: (-pairs[pair], pair))


def read_corpus(path: Path, field: str, frequencies: Mapping[str, int], seed: str) -> Corpus:
    """The corpus of a file of documents.

    Args:
        frequencies: of the words of the field.
        seed: which documents are drawn.
    """
    random = Random(seed)  # noqa: S311 - to be drawn again, not to be secret
    kept: list[str] = []
    size = 0
    with path.open(encoding="utf-8") as lines:
        for size, line in enumerate(lines, start=1):  # noqa: B007 - the last number is the size
            # Vitter's algorithm R: after any number of lines each is kept with the same chance.
            if len(kept) < SAMPLED:
                kept.append(line)
            elif (place := random.randrange(size)) < SAMPLED:
                kept[place] = line
    sample = [document for document in map(read_document, kept) if len(document.text[field]) > 1]
    return Corpus(field, size, frequencies, sample)
