"""The statements of one article, annotated and found, put beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from archive.evaluation.alignment import Syllables, SyllableText
from archive.evaluation.gold import GoldStatement
from archive.evaluation.matching import likeness, pair
from archive.models import Statement

HALF = 0.5


class Annotated(NamedTuple):
    """An annotated statement, and where it stands in our body: None if its words are not there."""

    gold: GoldStatement
    place: Syllables | None


class Found(NamedTuple):
    """A statement found, and where it stands."""

    statement: Statement
    place: Syllables


class Met(NamedTuple):
    """An annotated statement with the one found that goes with it."""

    gold: GoldStatement
    statement: Statement
    likeness: float


class Pairing(NamedTuple):
    """What counts of one article.

    Attributes:
        annotated: the required statements.
        optional: places of those that may be found or not.
        found: statements found, without those that go with optional ones or lie in them for the greater part.
        met: pairs of required and found ones.
        missed, false: what is left of both.
    """

    annotated: tuple[Annotated, ...]
    optional: tuple[Syllables, ...]
    found: tuple[Found, ...]
    met: tuple[Met, ...]
    missed: tuple[Annotated, ...]
    false: tuple[Found, ...]


def paired(
    gold: Sequence[GoldStatement],
    places: Sequence[Syllables | None],
    found: Sequence[Statement],
    body: SyllableText,
) -> Pairing:
    """Put statements beside each other by their places, one to one.

    Args:
        gold, places: annotated statements, and where they stand in the body.
        found: statements found in it.
        body: the body of our clean article.
    """
    annotated = [Annotated(*one) for one in zip(gold, places, strict=True)]
    offered = [Found(one, body.within(one.span.start, one.span.end)) for one in found]
    pairs = pair(places, [one.place for one in offered])
    optional = tuple(one.place for one in annotated if one.place is not None and not one.gold.required)
    goes_with = {number: annotated[place] for place, number in pairs.items()}
    counted = [
        one
        for number, one in enumerate(offered)
        if (goes_with[number].gold.required if number in goes_with else not _lies_in(one.place, optional))
    ]
    met = [
        Met(annotated[place].gold, offered[number].statement, likeness(there, offered[number].place))
        for place, number in sorted(pairs.items())
        if (there := annotated[place].place) is not None and annotated[place].gold.required
    ]
    return Pairing(
        annotated=tuple(one for one in annotated if one.gold.required),
        optional=optional,
        found=tuple(counted),
        met=tuple(met),
        missed=tuple(one for place, one in enumerate(annotated) if one.gold.required and place not in pairs),
        false=tuple(one for number, one in enumerate(offered) if number not in goes_with and one in counted),
    )


def _lies_in(place: Syllables, others: Sequence[Syllables]) -> bool:
    return any(other.shared(place) > HALF * place.size for other in others)
