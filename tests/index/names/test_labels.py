"""Values of statements by the words people call them."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from archive.models import ACTS, Statement
from index.backends.memory import MemoryBackend
from index.fields import STATEMENTS
from index.names.labels import LABELS
from index.names.vocabulary import Vocabulary
from index.query import UNKNOWN
from index.results import IndexDocument


@pytest.fixture
def vocabulary() -> Vocabulary:
    """Statements of every act, of an official and of somebody else."""
    people = {"p1": "Nguyễn Văn An – Phú Thọ"}
    values = [
        {"act": (act,), "kind": ("direct",), "speaker": ("p1" if act == "demand" else "Lê Thị Chi",)}
        for act in ACTS
    ]
    values.append({"act": ("assert",), "kind": ("mixed",), "speaker": ("Nguyễn Văn Anh",)})
    backend = MemoryBackend(
        (IndexDocument(f"a#{place}", 1, {}, {}, value) for place, value in enumerate(values)), STATEMENTS
    )
    return Vocabulary(backend.terms, lambda ids: {one: people[one] for one in ids if one in people})


def test_every_act_kind_and_attribution_has_a_label() -> None:
    hints = get_type_hints(Statement)
    assert tuple(LABELS["act"]) == ACTS
    assert set(LABELS["kind"]) == set(get_args(hints["kind"]))
    assert set(LABELS["attribution"]) == set(get_args(hints["attribution"]))


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("demand", ("demand",)),
        ("Yêu cầu", ("demand",)),
        ("yeu cau", ("demand",)),
        ("Kiến nghị", ("propose",)),
        ("đề nghị", ("propose",)),
        ("Hứa", ("promise",)),
        ("cam kết", ("promise",)),
        ("Nêu", ("assert",)),
        ("xin", ()),
    ],
)
def test_an_act_is_known_by_each_of_its_names(
    vocabulary: Vocabulary, text: str, acts: tuple[str, ...]
) -> None:
    assert vocabulary.values("act", text) == vocabulary.chosen("act", text) == acts


def test_a_name_of_a_kind_in_the_query_may_be_part_of_its_label(vocabulary: Vocabulary) -> None:
    assert vocabulary.values("kind", "nguyên văn") == ("direct", "mixed")
    assert vocabulary.chosen("kind", "nguyên văn") == ("direct",)


def test_a_speaker_is_chosen_by_the_whole_name(vocabulary: Vocabulary) -> None:
    assert vocabulary.chosen("speaker", "nguyen van an") == ("p1",)
    assert vocabulary.values("speaker", "nguyen van") == ("Nguyễn Văn Anh", "p1")
    assert vocabulary.chosen("speaker", "Lê Thị Chi") == ("Lê Thị Chi",)


def test_labels_are_for_people(vocabulary: Vocabulary) -> None:
    assert vocabulary.labels("speaker", ["p1", "Lê Thị Chi", UNKNOWN]) == {
        "p1": "Nguyễn Văn An – Phú Thọ",
        "Lê Thị Chi": "Lê Thị Chi",
        UNKNOWN: "Không có phát ngôn",
    }
    assert vocabulary.labels("act", ["demand"])["demand"] == "Yêu cầu"
