"""Where a text stands in a longer one, word by word, and in which words the two differ.

Approximate matching of a pattern anywhere in a text by dynamic programming: P. H. Sellers, The theory and
computation of evolutionary distances, J. Algorithms 1 (1980). Runs of words in common say where to look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.checking.words import Word, is_number

LEAST_SCORE = 0.8
"""Below it two sentences only resemble each other; see docs/checking.md for the measurement."""

_PRINTED_ALONE, _TYPED_ALONE, _REPLACED = 1, 2, 2
"""Costs of changes: who quotes leaves words out more often than adding some."""

MOST_PLACES = 4
"""Places of one text that are compared."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words `[typed_start, typed_end)` of what was typed against `[printed_start, printed_end)` of what was
    printed, as places among the words; one of the two may be empty."""

    typed_start: int
    typed_end: int
    printed_start: int
    printed_end: int

    @property
    def words(self) -> int:
        """How many words it is."""
        return max(self.typed_end - self.typed_start, self.printed_end - self.printed_start)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words `[first, last)` of the printed text that answer to the typed ones.

    `score` is the share of words in common among all words of both, those that answer to each other counted once.
    """

    first: int
    last: int
    score: float
    differences: tuple[Difference, ...]


def run_length(count: int) -> int:
    """How many words in a row lead to a place: three, of a very short text two."""
    return 3 if count >= 6 else 2


def least_runs(count: int) -> int:
    """How many runs of a text every text has that is as much like it as `LEAST_SCORE` asks.

    With the score as defined, at most a quarter of `count` words were changed, and each change breaks no more
    runs than a run has words (the q-gram lemma: E. Ukkonen, Theoretical Computer Science 92, 1992).
    """
    length = run_length(count)
    most_changes = int(count * (1 - LEAST_SCORE) / LEAST_SCORE)
    return max(1, count - length + 1 - length * most_changes)


def align(typed: Sequence[Word], printed: Sequence[Word]) -> list[Alignment]:
    """The places of `printed` that are like `typed`, the best first; of places that overlap, the best."""
    forms = [word.form for word in typed]
    texts = [word.form for word in printed]
    found: list[Alignment] = []
    for begin, end in _windows(forms, texts):
        alignment = _best(forms, texts[begin:end], begin)
        if alignment is not None and alignment not in found:
            found.append(alignment)
    found.sort(key=lambda one: (-one.score, one.first))
    return [
        one
        for place, one in enumerate(found)
        if not any(other.first < one.last and one.first < other.last for other in found[:place])
    ]


def _windows(typed: Sequence[str], printed: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of `printed` that hold enough runs of `typed` to be like it, most runs first."""
    length = run_length(len(typed))
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(printed) - length + 1):
        places[tuple(printed[place : place + length])].append(place)
    shifts = sorted(
        (place - start, start)
        for start in range(len(typed) - length + 1)
        for place in places.get(tuple(typed[start : start + length]), ())
    )
    slack = len(typed) // 4 + 1
    groups: list[list[tuple[int, int]]] = []
    for shift, start in shifts:
        if groups and shift - groups[-1][0][0] <= slack:
            groups[-1].append((shift, start))
        else:
            groups.append([(shift, start)])
    counted = [(len({start for _, start in group}), group[0][0], group[-1][0]) for group in groups]
    enough = [one for one in counted if one[0] >= least_runs(len(typed))]
    for _, low, high in sorted(enough, key=lambda one: (-one[0], one[1]))[:MOST_PLACES]:
        yield max(0, low - slack), min(len(printed), high + len(typed) + slack)


def _best(typed: Sequence[str], printed: Sequence[str], offset: int) -> Alignment | None:
    """The best alignment of all of `typed` within `printed`, None below `LEAST_SCORE`."""
    costs = _costs(typed, printed)
    # Of equal ones the longest: a changed last word answers to the printed one, rather than to nothing.
    last = min(range(len(printed) + 1), key=lambda place: (costs[-1][place], -place))
    first, differences = _traced(typed, printed, costs, last)
    missing = sum(one.typed_end - one.typed_start for one in differences)
    common = len(typed) - missing
    score = common / (common + sum(one.words for one in differences))
    if score < LEAST_SCORE:
        return None
    return Alignment(
        first + offset,
        last + offset,
        score,
        tuple(
            Difference(one.typed_start, one.typed_end, one.printed_start + offset, one.printed_end + offset)
            for one in differences
        ),
    )


def _costs(typed: Sequence[str], printed: Sequence[str]) -> list[list[int]]:
    """The least cost of changing the first i typed words to some words that end before the printed word j."""
    rows = [[0] * (len(printed) + 1)]
    costs_of = {word: [_cost(word, other) for other in printed] for word in set(typed)}
    for word in typed:
        above = rows[-1]
        left = above[0] + _TYPED_ALONE
        row = [left]
        for cost, beside, over in zip(costs_of[word], above, above[1:], strict=False):
            least, dropped = beside + cost, over + _TYPED_ALONE
            left += _PRINTED_ALONE
            # Comparing takes two thirds of the time of `min`.
            if dropped < least:
                least = dropped
            if least < left:
                left = least
            row.append(left)
        rows.append(row)
    return rows


def _cost(typed: str, printed: str) -> int:
    """What it costs to put one word for another: a number answers to a number, rather than to a word."""
    if typed == printed:
        return 0
    return _REPLACED + (is_number(typed) != is_number(printed))


def _traced(
    typed: Sequence[str], printed: Sequence[str], costs: Sequence[Sequence[int]], last: int
) -> tuple[int, list[Difference]]:
    """Where the alignment that ends before the printed word `last` begins, and its differences in order."""
    row, place = len(typed), last
    changes: list[tuple[int, int, int, int]] = []
    while row:
        cost = costs[row][place]
        if place and cost == costs[row - 1][place - 1] + _cost(typed[row - 1], printed[place - 1]):
            if typed[row - 1] != printed[place - 1]:
                changes.append((row - 1, row, place - 1, place))
            row, place = row - 1, place - 1
        elif cost == costs[row - 1][place] + _TYPED_ALONE:
            changes.append((row - 1, row, place, place))
            row -= 1
        else:
            changes.append((row, row, place - 1, place))
            place -= 1
    return place, list(_joined(reversed(changes)))


def _joined(changes: Iterator[tuple[int, int, int, int]]) -> Iterator[Difference]:
    """Changes side by side as one difference."""
    held: Difference | None = None
    for change in changes:
        if held and (held.typed_end, held.printed_end) == (change[0], change[2]):
            held = Difference(held.typed_start, change[1], held.printed_start, change[3])
            continue
        if held:
            yield held
        held = Difference(*change)
    if held:
        yield held
