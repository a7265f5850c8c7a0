"""Annotated folders of every form are read, and what cannot be judged is told."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from archive.evaluation.folders import Case, read_cases
from archive.evaluation.gold import GoldOfficial, GoldPost, Problem
from archive.settings import read_settings
from tests.archive.evaluation.making import BODY, CONTINUED, DEMAND

LIMITS = read_settings({}).reading_limits
SOUGHT = {"statements": [{"speaker": "Lê Văn Sóng", "content": DEMAND}]}


def write(path: Path, *objects: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in objects), encoding="utf-8")
    return path


def article(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(BODY, encoding="utf-8")
    return path


def cases(folder: Path, **given: Any) -> list[Case]:
    found = list(read_cases(folder, LIMITS, **given))
    assert all(isinstance(one, Case) for one in found), found
    return [one for one in found if isinstance(one, Case)]


def problems(folder: Path, **given: Any) -> list[tuple[str, str]]:
    return [(one.where, one.code) for one in read_cases(folder, LIMITS, **given) if isinstance(one, Problem)]


@pytest.mark.parametrize("named", ["1.txt", "deep/1.txt", "elsewhere/1.txt", "1"])
def test_an_article_is_found_by_its_path_or_its_name(tmp_path: Path, named: str) -> None:
    article(tmp_path / "deep/1.txt")
    write(tmp_path / "gold.jsonl", {"path": named} | SOUGHT)
    (case,) = cases(tmp_path)
    assert case.document.content == BODY.encode()


def test_of_two_files_of_one_name_the_path_decides(tmp_path: Path) -> None:
    article(tmp_path / "a/1.txt")
    (article(tmp_path / "b/1.txt")).write_text("khác", encoding="utf-8")
    write(tmp_path / "gold.jsonl", {"path": "b/1.txt"} | SOUGHT)
    assert cases(tmp_path)[0].document.content == "khác".encode()


def test_annotations_may_lie_apart_from_articles(tmp_path: Path) -> None:
    article(tmp_path / "papers/1.txt")
    gold = write(tmp_path / "gold/gold.jsonl", {"path": "1.txt"} | SOUGHT)
    assert len(cases(gold, articles=tmp_path / "papers")) == 1


def test_annotations_may_be_one_list_of_objects_or_a_file_for_each(tmp_path: Path) -> None:
    article(tmp_path / "1.txt")
    write(tmp_path / "1.json", {"path": "1.txt"} | SOUGHT)
    write(tmp_path / "all.json", [{"path": "1.txt"} | SOUGHT])
    assert len(cases(tmp_path)) == 2


def test_statements_may_stand_alone_with_their_file(tmp_path: Path) -> None:
    article(tmp_path / "1.txt")
    said = {"file": "1.txt", "speaker": "Lê Văn Sóng"}
    write(tmp_path / "gold.jsonl", said | {"content": DEMAND}, said | {"content": CONTINUED})
    (case,) = cases(tmp_path)
    assert [one.content for one in case.gold.statements or ()] == [DEMAND, CONTINUED]


def test_a_record_of_a_file_of_records_is_found_by_its_line(tmp_path: Path) -> None:
    write(tmp_path / "papers.jsonl", {"id": "x", "text": "khác"}, {"id": "y", "text": BODY})
    write(tmp_path / "gold.jsonl", {"path": "papers.jsonl", "line": 2} | SOUGHT)
    (case,) = cases(tmp_path)
    assert json.loads(case.document.content)["id"] == "y"


def test_a_record_may_be_annotated_in_place_or_by_its_id(tmp_path: Path) -> None:
    write(
        tmp_path / "papers.jsonl",
        {"id": "x", "text": BODY, "published": "2020"},
        {"id": "y", "text": BODY} | SOUGHT,
    )
    write(tmp_path / "gold.jsonl", {"id": "x"} | SOUGHT)
    assert sorted(json.loads(case.document.content)["id"] for case in cases(tmp_path)) == ["x", "y"]


def test_texts_without_words_in_the_annotation_come_from_a_packed_file(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl.gz"
    texts.write_bytes(gzip.compress(b"[1]\n{\n" + json.dumps({"id": "bao-1", "text": BODY}).encode()))
    start = BODY.index(DEMAND)
    said = {"speaker": None, "span": [start, start + len(DEMAND)]}
    known = {"id": "bao-1", "sha256": sha256(BODY.encode()).hexdigest(), "statements": [said]}
    gold = write(
        tmp_path / "gold.jsonl",
        known,
        known | {"id": "bao-2"},
        known | {"sha256": "0" * 64},
        known | {"statements": [{"span": [0, 99999]}]},
    )
    found = list(read_cases(gold, LIMITS, texts=texts))
    (case,) = (one for one in found if isinstance(one, Case))
    assert case.gold.statements is not None
    assert case.gold.statements[0].content == DEMAND
    assert [one.code for one in found if isinstance(one, Problem)] == [
        "no_text",
        "other_text",
        "not_shaped_so",
    ]


def test_an_article_that_is_not_there_is_told(tmp_path: Path) -> None:
    write(tmp_path / "gold.jsonl", {"path": "1.txt"} | SOUGHT)
    assert problems(tmp_path) == [("gold.jsonl:1", "no_article")]


def test_faults_of_the_file_are_told_with_their_line(tmp_path: Path) -> None:
    article(tmp_path / "1.txt")
    (tmp_path / "gold.jsonl").write_text(
        '{"path": "1.txt", "statements": [1]}\n\n{"path"\n[3]\n', encoding="utf-8"
    )
    (tmp_path / "other.jsonl").write_bytes(b"\xff\xfe\x00")
    assert problems(tmp_path) == [
        ("gold.jsonl:3", "not_json"),
        ("gold.jsonl:4[0]", "no_object"),
        ("other.jsonl", "not_utf8"),
        ("gold.jsonl:1", "not_shaped_so"),
    ]


def test_acceptance_data_take_their_statements_from_the_other_file(tmp_path: Path) -> None:
    article(tmp_path / "seeds/1.txt")
    start = BODY.index(DEMAND)
    said = {
        "file": "1.txt",
        "speaker": "Lê Văn Sóng",
        "speaker_type": "person",
        "verb_type": "slogan",
        "kind": "direct",
        "attribution": "post+name",
        "content": DEMAND,
        "content_span": [start, start + len(DEMAND)],
        "required": True,
    }
    motto = said | {"kind": "quoted-phrase"}
    write(tmp_path / "expected/statements.jsonl", said, motto, said | {"file": "2.txt"})
    facts = {
        "file": "1.txt",
        "provinces": {"subject": [{"name": "Huế"}]},
        "dates": {"published": {"value": None}, "events": [{"value": "2020-06-05"}]},
        "officials": [
            {"name": "Lê Văn Sóng", "posts": [{"canonical": "Giám đốc Sở Y tế", "organisation": None}]}
        ],
        "title": {},
    }
    write(tmp_path / "expected/articles.json", {"articles": [facts]})
    found = list(read_cases(tmp_path / "expected", LIMITS))
    (case,) = (one for one in found if isinstance(one, Case))
    assert case.gold.subjects == ("Huế",)
    assert case.gold.dates == {"published": None, "event": "2020-06-05"}
    assert case.gold.officials == (
        GoldOfficial("Lê Văn Sóng", posts=(GoldPost("Giám đốc Sở Y tế", organisation=""),)),
    )
    assert case.gold.statements is not None
    (statement,) = case.gold.statements
    assert (statement.act, statement.attribution, statement.content) == ("other", "name", DEMAND)
    assert [one.code for one in found if isinstance(one, Problem)] == ["no_article"]
