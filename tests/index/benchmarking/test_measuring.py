"""Who is asked what, and when; never how long it took."""

from __future__ import annotations

from functools import partial

import pytest

from index.benchmarking import measuring
from index.benchmarking.measuring import measure, timing

Asked = list[tuple[str, str]]


def answer(asked: Asked, system: str, query: str) -> None:
    asked.append((system, query))


def test_systems_are_warmed_and_then_asked_by_turns() -> None:
    asked: Asked = []
    measured = measure(["p", "q"], {name: partial(answer, asked, name) for name in "ab"}, 2)
    warm = [("a", "p"), ("a", "q"), ("b", "p"), ("b", "q")]
    by_turns = [("a", "p"), ("b", "p"), ("a", "q"), ("b", "q")]
    assert asked == warm + 2 * by_turns
    assert measured["a"].rounds == 2
    assert len(measured["a"].times_ms) == 2


def test_a_slow_system_is_warmed_by_some_queries_and_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "SLOW_MS", -1)
    asked: Asked = []
    measured = measure(list("pqrst"), {"a": partial(answer, asked, "a")}, 3)
    assert len(asked) == measuring.SLOW_SAMPLE + 5
    assert measured["a"].rounds == 1


def test_the_95th_percentile_is_a_time_that_was_measured() -> None:
    times = timing([float(value) for value in range(1, 101)])
    assert (times.median_ms, times.p95_ms) == (50.5, 95.0)
    assert timing([3.0]).p95_ms == 3.0
