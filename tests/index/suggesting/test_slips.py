"""How far a syllable is from one that may have been meant."""

from __future__ import annotations

import pytest

from archive.text.syllables import key
from index.suggesting.slips import ALIKE, FAR, NEAR, confused, distance


@pytest.mark.parametrize(
    ("typed", "meant", "steps"),
    [
        ("sửa", "sửa", 0),
        ("sữa", "sửa", ALIKE),
        ("nôi", "nội", ALIKE),
        ("sùa", "súa", NEAR),
        ("xuất", "suất", ALIKE),
        ("trính", "chính", ALIKE),
        ("lội", "nội", ALIKE),
        ("lí", "lý", ALIKE),
        ("nghành", "ngành", ALIKE),
        ("dang", "đảng", ALIKE),
        ("dảng", "đảng", NEAR),
        ("ngiên", "nghiên", ALIKE),
        ("hocj", "học", FAR + ALIKE),
    ],
)
def test_what_sounds_alike_is_nearer_than_what_does_not(typed: str, meant: str, steps: float) -> None:
    assert distance(key(typed), key(meant)) == steps


def test_a_syllable_is_taken_for_those_with_its_onset_or_its_rime_confused() -> None:
    assert {"xang", "san", "sanh"} & set(confused("sang")) == {"xang", "san"}
    assert "tran" in confused("chan")
    assert "chan" in confused("tran")
