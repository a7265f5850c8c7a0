"""Annotations with the keys of `inspect` are read liberally; what is not there is not judged."""

from __future__ import annotations

from datetime import date

import pytest

from archive.documents import RawDocument
from archive.evaluation.gold import GoldArticle, GoldOfficial, GoldPost, GoldStatement
from archive.evaluation.inspected import read_inspected
from archive.evaluation.scoring import score_article
from archive.inspection import inspection
from archive.models import Processed
from archive.pipeline import Guidance, process
from tests.archive.evaluation.making import BODY


def test_keys_that_are_absent_are_not_judged() -> None:
    assert read_inspected("a.txt", {"path": "a.txt"}) == GoldArticle("a.txt")


def test_null_and_empty_say_that_there_is_none() -> None:
    gold = read_inspected(
        "a.txt", {"event": None, "officials": [], "statements": [], "provinces": {"subject": []}}
    )
    assert (gold.dates, gold.officials, gold.statements, gold.subjects) == ({"event": None}, (), (), ())


@pytest.mark.parametrize("printed", ["2020-06-05", {"value": "2020-06-05", "precision": "day"}])
def test_a_date_is_an_object_or_its_value(printed: object) -> None:
    assert read_inspected("a.txt", {"published": printed}).dates == {"published": "2020-06-05"}


@pytest.mark.parametrize("printed", [{"subject": ["Huế"], "mentioned": []}, ["Huế"], "Huế"])
def test_provinces_are_an_object_a_list_or_a_name(printed: object) -> None:
    assert read_inspected("a.txt", {"provinces": printed}).subjects == ("Huế",)


def test_officials_are_objects_or_names_and_so_are_posts() -> None:
    given = [
        "Lê Văn Sóng",
        {"name": "Trần Thị Khói", "posts": ["Bí thư Tỉnh ủy"], "required": False},
        {
            "name": "Hà Mây",
            "posts": [{"canonical": "Trưởng Phòng", "organisation": None, "status": "former"}],
        },
    ]
    assert read_inspected("a.txt", {"officials": given}).officials == (
        GoldOfficial("Lê Văn Sóng"),
        GoldOfficial("Trần Thị Khói", posts=(GoldPost("Bí thư Tỉnh ủy"),), required=False),
        GoldOfficial("Hà Mây", posts=(GoldPost("Trưởng Phòng", organisation="", status="former"),)),
    )


def test_statements_may_have_one_speaker_or_several_offsets_or_none() -> None:
    given = [
        {"speaker": "Lê Văn Sóng", "content": "cần đủ thuốc"},
        {"speaker": "A, B", "speakers": ["A", "B"], "start": 0, "end": 4, "required": False},
        {"speaker": None, "content": "thiếu bác sĩ", "act": None},
    ]
    assert read_inspected("a.txt", {"statements": given}).statements == (
        GoldStatement(("Lê Văn Sóng",), content="cần đủ thuốc"),
        GoldStatement(("A", "B"), span=(0, 4), required=False),
        GoldStatement(content="thiếu bác sĩ"),
    )


def test_keys_that_nothing_is_done_with_are_told() -> None:
    given = {"title": "Tin", "note": "?", "statements": [{"cue": "nói", "content": "x", "note": "?"}]}
    assert read_inspected("a.txt", given).unjudged == {"title", "statements.cue"}


@pytest.mark.parametrize(
    "given", [{"published": 2020}, {"officials": [{"posts": []}]}, {"statements": [3]}, {"provinces": [1]}]
)
def test_what_is_shaped_otherwise_is_refused(given: dict[str, object]) -> None:
    with pytest.raises((TypeError, AttributeError, KeyError, ValueError)):
        read_inspected("a.txt", given)


def test_what_inspect_prints_is_all_right_by_itself() -> None:
    raw = RawDocument("a.txt", "a.txt", "text", f"Kiểm tra trạm y tế\n\n05/06/2020\n\n{BODY}".encode())
    processed = process(raw, Guidance(date(2026, 11, 21)), segment=False)
    assert isinstance(processed, Processed)
    gold = read_inspected("a.txt", inspection(processed))
    score, problems = score_article(gold, processed.article, processed.understanding)
    assert not problems
    assert not score.faults
    assert all(tally.f1 == 1 for tally in score.finds.values())
    assert all(share.share == 1 for share in score.shares.values())
