"""What is known of each piece: its weights, and what makes a word of pyvi's list with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from archive.text.segmentation.pieces import bare
from archive.text.segmentation.pyvi_files import Weights, weights, word_list

_CACHED_PIECES = 1 << 17
"""The common pieces of any archive fit; without the cache a piece costs many times as much."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece; scores say how much it speaks for label 1 rather than 0 (`pyvi_files.Weights`).

    Attributes:
        lower: in lower case.
        own: score for the piece itself.
        for_next, for_previous: scores for the pieces after and before it.
        seconds: what follows it in listed words of two syllables.
        thirds: what ends listed words of three that begin with it, by their second.
        joins: pyvi joins it to others when labelled so.
        is_capitalised: never joined to a piece before it that is not.
    """

    lower: str
    own: float
    for_next: float
    for_previous: float
    seconds: frozenset[str]
    thirds: Mapping[str, frozenset[str]]
    joins: bool
    is_capitalised: bool


EDGE = Piece("", 0.0, 0.0, 0.0, frozenset(), {}, joins=False, is_capitalised=False)
"""Stands before the first piece and after the last: no feature speaks of it."""


class _KnownPieces(dict[str, Piece]):
    # A third of the time of lru_cache, which keeps an order at each reading.
    def __missing__(self, piece: str) -> Piece:
        if len(self) >= _CACHED_PIECES:
            self.clear()
        found = self[piece] = _known(piece)
        return found


known: Mapping[str, Piece] = _KnownPieces()
"""What is known of any piece, given with the blanks before it."""


@cache
def model() -> Weights:
    """pyvi's weights."""
    return weights()


def weight(feature: str) -> float:
    """The weight of a feature; of one that training did not keep, none."""
    return model().features.get(feature, 0.0)


def _known(piece: str) -> Piece:
    text = bare(piece)
    lower = text.lower()
    # crfsuite reads the name of a feature up to a zero byte.
    name = lower.partition("\0")[0]
    cases = ["istitle()"] * text.istitle() + ["isupper()"] * text.isupper()
    features = [f"word.lower():{name}", *(f"word.{case}" for case in cases)]
    own = ["bias", *features, *["word.isdigit()"] * text.isdigit()]
    return Piece(
        lower=lower,
        own=sum(map(weight, own)),
        for_next=sum(weight(f"-1:{feature}") for feature in features),
        for_previous=sum(weight(f"+1:{feature}") for feature in features),
        seconds=_seconds().get(lower, frozenset()),
        thirds=_thirds().get(lower, {}),
        joins=any(map(str.isalnum, text)) and not text[0].isdigit(),
        is_capitalised=text[0].istitle(),
    )


@cache
def _seconds() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in _listed(2):
        found[first].add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


@cache
def _thirds() -> Mapping[str, Mapping[str, frozenset[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for first, second, third in _listed(3):
        found[first][second].add(third)
    return {
        first: {second: frozenset(thirds) for second, thirds in by_second.items()}
        for first, by_second in found.items()
    }


def _listed(syllables: int) -> list[list[str]]:
    """The words of so many syllables."""
    split = (word.split(" ") for word in word_list())
    return [word for word in split if len(word) == syllables]
