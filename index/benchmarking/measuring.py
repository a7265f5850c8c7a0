"""Times of the same queries in several systems: query by query, system by system, round by round.

So whatever else the machine does falls on all of them. Every system answers the queries once untimed first.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from typing import Any

from index.query import Query
from index.results import Results

SLOW_MS = 100.0
SLOW_SAMPLE = 3
"""A system that takes longer than `SLOW_MS` on average for the first queries is warmed by them alone, and asked
each once."""

Ask = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Timing:
    """Times of one class in one system.

    Attributes:
        median_ms, p95_ms: over the queries, of each the median over the rounds.
        times_ms: that of each query.
        rounds: how often each was timed.
    """

    median_ms: float
    p95_ms: float
    times_ms: tuple[float, ...]
    rounds: int


def measure(queries: Sequence[Any], asks: Mapping[str, Ask], rounds: int) -> dict[str, Timing]:
    """Time the queries in every system.

    Args:
        asks: how each system is asked, by its name.
        rounds: how often each query is timed where that is bearable.
    """
    rounds_of = {name: _warm(ask, queries, rounds) for name, ask in asks.items()}
    times: dict[str, list[list[float]]] = {name: [[] for _ in queries] for name in asks}
    for done in range(rounds):
        for place, query in enumerate(queries):
            for name, ask in asks.items():
                if done < rounds_of[name]:
                    times[name][place].append(milliseconds(ask, query))
    return {name: timing([median(kept) for kept in times[name]], rounds_of[name]) for name in asks}


def timing(times_ms: Sequence[float], rounds: int = 1) -> Timing:
    """Median and 95th percentile (nearest rank) of some times."""
    ranked = sorted(times_ms)
    p95 = ranked[ceil(0.95 * len(ranked)) - 1]
    return Timing(median(ranked), p95, tuple(round(value, 4) for value in times_ms), rounds)


def milliseconds(ask: Ask, query: Any) -> float:
    """How long one question takes."""
    begin = time.perf_counter()
    ask(query)
    return 1000 * (time.perf_counter() - begin)


def answers(queries: Sequence[Query], ask: Callable[[Query], Results]) -> list[Results]:
    """What a system answers, untimed."""
    return [ask(query) for query in queries]


def _warm(ask: Ask, queries: Sequence[Any], rounds: int) -> int:
    first = [milliseconds(ask, query) for query in queries[:SLOW_SAMPLE]]
    if sum(first) > SLOW_MS * len(first):
        return 1
    for query in queries[SLOW_SAMPLE:]:
        ask(query)
    return rounds
