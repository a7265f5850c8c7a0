"""Annotations without words get them from the text they count over."""

from __future__ import annotations

from typing import Any

import pytest

from archive.evaluation.gold import GoldOfficial, GoldPost, GoldStatement
from archive.evaluation.offsets import read_offsets
from tests.archive.evaluation.making import BODY, DEMAND


def place(words: str) -> list[int]:
    start = BODY.index(words)
    return [start, start + len(words)]


GIVEN: dict[str, Any] = {
    "id": "bao-1",
    "sha256": "…",
    "provinces": {"subject": ["Bắc Ninh"]},
    "event": None,
    "officials": [
        {"name": place("Lê Văn Sóng"), "status": "current", "posts": [place("Giám đốc Sở Y tế")]},
        {
            "name": place("Trần Thị Khói"),
            "posts": [{"span": place("bà"), "status": "former"}],
            "required": False,
        },
    ],
    "statements": [
        {"speaker": place("Lê Văn Sóng"), "span": place(DEMAND), "act": "demand", "kind": "reported"},
        {"speaker": [place("Lê Văn Sóng"), place("Trần Thị Khói")], "span": place("Trạm"), "required": False},
        {"speaker": None, "span": place("bác sĩ")},
    ],
}


def test_spans_become_words() -> None:
    gold = read_offsets(GIVEN, BODY)
    assert gold.officials == (
        GoldOfficial("Lê Văn Sóng", status="current", posts=(GoldPost(surface="Giám đốc Sở Y tế"),)),
        GoldOfficial("Trần Thị Khói", posts=(GoldPost(surface="bà", status="former"),), required=False),
    )
    assert gold.statements is not None
    demand, together, nobody = gold.statements
    start, end = place(DEMAND)
    assert demand == GoldStatement(
        ("Lê Văn Sóng",), act="demand", kind="reported", content=DEMAND, span=(start, end)
    )
    assert (together.speakers, together.required) == (("Lê Văn Sóng", "Trần Thị Khói"), False)
    assert nobody.speakers is None


def test_a_date_that_is_not_judged_is_left_out() -> None:
    assert read_offsets(GIVEN, BODY).dates == {"event": None}
    assert read_offsets(GIVEN | {"event_judged": False}, BODY).dates == {}


@pytest.mark.parametrize("span", [[0, len(BODY) + 1], [5, 5], [-3, 4], [1]])
def test_a_span_outside_of_the_text_is_refused(span: list[int]) -> None:
    with pytest.raises(ValueError, match=r"\[|unpack"):
        read_offsets({"id": "bao-1", "statements": [{"speaker": None, "span": span}]}, BODY)
