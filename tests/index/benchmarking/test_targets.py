"""Targets: what is met, what is not, what does not count, what was not measured."""

from __future__ import annotations

import pytest

from index.benchmarking import targets
from index.benchmarking.classes import CLASSES
from index.benchmarking.system import OURS, SYSTEMS
from index.benchmarking.targets import TARGETS, Target, judge

FIGURES = {"articles": 100, "ours": {"ms": 4.0}, "other": {"ms": 2.0}}


def verdict(monkeypatch: pytest.MonkeyPatch, target: Target) -> bool | None:
    monkeypatch.setattr(targets, "TARGETS", (target,))
    (judged,) = judge(FIGURES, None)
    return judged.met


def test_a_figure_over_another_is_held_against_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(monkeypatch, Target("t", "", "ours/ms", 2.0, "other/ms")) is True
    assert verdict(monkeypatch, Target("t", "", "ours/ms", 1.9, "other/ms")) is False


def test_a_bound_may_be_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(monkeypatch, Target("t", "", "ours/ms", 5.0, at_least=True)) is False


def test_a_small_figure_is_enough_where_the_target_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(monkeypatch, Target("t", "", "ours/ms", 1.0, "other/ms", or_under=5.0)) is True


def test_what_was_not_measured_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(monkeypatch, Target("t", "", "ours/ms", 1.0, "absent/ms")) is None
    assert verdict(monkeypatch, Target("t", "", "ours/ms", 1.0, of_copies=True)) is None


def test_a_target_on_slow_classes_does_not_count_for_fast_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "TARGETS", (Target("t", "", "ours/ms", 1.0, if_over=10.0),))
    assert not judge(FIGURES, None)


def test_every_target_is_about_classes_and_systems_there_are() -> None:
    asked = {query_class.name: query_class.systems for query_class in CLASSES}
    systems = {row.name for row in SYSTEMS}
    for target in TARGETS:
        for path in filter(None, (target.value, target.over)):
            top, *rest = path.split("/")
            if top == "classes":
                assert rest[1] in asked[rest[0]]
            if top == "builds":
                assert rest[0] in systems


def test_every_class_fts5_can_answer_has_a_target_against_it() -> None:
    judged = {target.subject for target in TARGETS if target.title == "ratio_fts5"}
    assert judged == {query_class.name for query_class in CLASSES if "fts5" in query_class.systems}
    assert OURS not in judged
