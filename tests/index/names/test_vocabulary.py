"""Labels of officials, kept as long as they hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index.names import vocabulary
from index.names.vocabulary import KeptNames


class Register:
    """Names of people, and who was asked for."""

    def __init__(self, **names: str) -> None:
        self.names = names
        self.asked: list[list[str]] = []

    def __call__(self, ids: Sequence[str]) -> dict[str, str]:
        self.asked.append(list(ids))
        return {identity: self.names[identity] for identity in ids if identity in self.names}


def test_a_label_is_read_once() -> None:
    register = Register(a="An", b="Bình")
    kept = KeptNames(register)
    assert kept(["a", "x"]) == {"a": "An"}
    assert kept(["x", "b", "a"]) == {"b": "Bình", "a": "An"}
    assert register.asked == [["a", "x"], ["b"]]


def test_no_more_labels_are_kept_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "MOST_KEPT", 1)
    register = Register(a="An", b="Bình")
    kept = KeptNames(register)
    assert kept(["a", "b"]) == {"a": "An", "b": "Bình"}
    assert kept(["b"]) == {"b": "Bình"}
    assert register.asked == [["a", "b"], ["b"]]
