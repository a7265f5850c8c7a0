"""`khobao statements`, and statements in `export`, `batch` and `receipt`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from index.receipts.reruns import REASONS
from tests.scripts.running import khobao, khobao_here, lines_of, record
from web.catalogue import TEXTS

CHAIR = "Chủ tịch UBND tỉnh Phú Thọ Nguyễn Văn An"
TEXT = (
    "Sáng 19/3/2020, tại Việt Trì, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh Phú Thọ chủ trì cuộc họp về thủy lợi.\n\n"
    f"{CHAIR} yêu cầu các huyện khẩn trương nạo vét kênh mương trước mùa mưa. "
    "Việc này không được chậm trễ.\n\n"
    f"{CHAIR} đánh giá cao nỗ lực của ngành Nông nghiệp trong công tác chống hạn."
)


@pytest.fixture
def spoken(tmp_path: Path) -> Path:
    """The data folder of an archive of one article in which the chairman speaks."""
    path = tmp_path / "in.jsonl"
    path.write_text(record("a", TEXT, date="2020-03-20", source="Báo Mẫu"), "utf-8")
    data = tmp_path / "spoken"
    assert khobao_here(data, "ingest", str(path)).returncode == 0
    return data


def found(data: Path, *arguments: str) -> list[str]:
    """The contents of the statements found."""
    (answer,) = lines_of(khobao_here(data, "statements", *arguments, "--json"))
    return [hit["content"] for hit in answer["hits"]]


DEMAND = "các huyện khẩn trương nạo vét kênh mương trước mùa mưa"


def test_a_statement_is_found_by_its_words_and_by_who_said_it(spoken: Path) -> None:
    assert found(spoken, "nạo vét", "--speaker", "Nguyễn Văn An") == [DEMAND]
    assert found(spoken, "nao vet kenh") == [DEMAND]
    assert found(spoken, "nạo vét", "--speaker", "Trần Văn Bình") == []


@pytest.mark.parametrize("act", ["demand", "Yêu cầu", "yeu cau"])
def test_an_act_is_asked_for_by_its_name_in_either_language(spoken: Path, act: str) -> None:
    assert found(spoken, "--act", act) == [DEMAND]
    assert found(spoken, f'loại:"{act}"') == [DEMAND]


@pytest.mark.parametrize("body", ["UBND tỉnh", "Ủy ban nhân dân tỉnh Phú Thọ", "UBND Phú Thọ"])
def test_a_body_is_asked_for_by_its_name_in_any_spelling(spoken: Path, body: str) -> None:
    assert found(spoken, "nạo vét", "--organisation", body) == [DEMAND]
    assert found(spoken, f'nạo vét cơ-quan:"{body}"') == [DEMAND]
    assert found(spoken, "nạo vét", "--organisation", "Tỉnh ủy") == []
    (answer,) = lines_of(khobao_here(spoken, "search", "nạo vét", "--organisation", body, "--json"))
    assert answer["total"] == 1
    assert [value["label"] for value in answer["facets"]["organisation"]] == ["UBND tỉnh Phú Thọ"]


def test_a_line_of_bodies_is_told_in_the_language_of_the_reader(spoken: Path) -> None:
    asked = 'lineage:"Bộ Kế hoạch và Đầu tư"'
    printed = khobao(spoken, "statements", asked, KHOBAO_LANGUAGE="vi").stdout
    assert "được tìm cùng các cơ quan trước và sau nó: Bộ Tài chính (2025-03-01 → …)" in printed
    printed = khobao(spoken, "statements", asked, KHOBAO_LANGUAGE="en").stdout
    assert "was searched with the bodies before and after it: Bộ Tài chính (2025-03-01 → …)" in printed


def test_posts_provinces_and_days_narrow_what_is_found(spoken: Path) -> None:
    narrow = (
        "--post",
        "Chủ tịch UBND tỉnh",
        "--province",
        "Phú Thọ",
        "--from",
        "2020-03",
        "--to",
        "2020-03-31",
    )
    assert found(spoken, "nạo vét", *narrow) == [DEMAND]
    assert found(spoken, "nạo vét", "--from", "2021") == []


def test_the_object_says_who_what_where_and_how(spoken: Path) -> None:
    (answer,) = lines_of(khobao_here(spoken, "statements", "kênh mương", "--json"))
    (hit,) = answer["hits"]
    assert (answer["total"], answer["searched"]) == (1, 2)
    assert (hit["speaker"], hit["act"], hit["kind"], hit["date"]) == (
        "Nguyễn Văn An",
        "demand",
        "reported",
        "2020-03-19",
    )
    assert hit["speakers"][0]["id"].startswith("p")
    assert [hit["content"][start:end] for start, end in hit["marks"]] == ["kênh", "mương"]
    assert hit["article"]["id"] == "a"
    assert hit["id"] == f"a#{hit['anchor']}"
    assert set(answer["facets"]) == {"speaker", "act", "province", "current", "year", "organisation"}


def test_people_read_the_post_the_act_and_how_it_was_said(spoken: Path) -> None:
    printed = khobao(spoken, "statements", "nạo vét", KHOBAO_LANGUAGE="vi").stdout
    assert "Nguyễn Văn An, Chủ tịch UBND tỉnh" in printed
    assert "Yêu cầu · thuật lại · 2020-03-19 · Báo Mẫu" in printed
    assert "“" not in printed


def test_a_field_of_articles_is_a_mistake_told_with_those_there_are(spoken: Path) -> None:
    done = khobao(spoken, "statements", "title:thủy")
    assert done.returncode == 2
    assert "content" in done.stderr
    assert khobao(spoken, "search", "kind:direct").returncode == 2


# taking away


def test_every_statement_can_be_taken_away(spoken: Path) -> None:
    *rows, closing = lines_of(khobao_here(spoken, "export", "", "--collection", "statements"))
    assert [row["act"] for row in rows] != []
    assert (closing["complete"], closing["rows"]) == (True, 2)
    assert closing["receipt"]["question"] == {"collection": "statements"}
    assert all(row["article"]["id"] == "a" and row["permalink"] and row["corrections"] == [] for row in rows)


def test_a_table_of_statements_has_a_cell_for_everything(spoken: Path) -> None:
    done = khobao_here(spoken, "export", "nạo", "--collection", "statements", "--format", "csv")
    head, row, closing = csv.reader(io.StringIO(done.stdout))
    cells = dict(zip(head, row, strict=True))
    assert (cells["speaker"], cells["content"], cells["article"]) == ("Nguyễn Văn An", DEMAND, "a")
    assert (cells["date"], cells["source"], cells["subject"]) == ("2020-03-19", "Báo Mẫu", "Phú Thọ")
    assert closing[0] == "#complete"


def test_lines_of_a_batch_may_ask_for_statements(spoken: Path) -> None:
    lines = '{"q":"nạo vét","collection":"statements","act":"demand"}\nnạo vét\n{"q":"a","collection":"pictures"}\n'
    done = khobao_here(spoken, "batch", "-", given=lines.encode())
    statements, articles, mistaken = lines_of(done)
    assert statements["hits"][0]["content"] == DEMAND
    assert articles["hits"][0]["title"] == "Bài a"
    assert mistaken["status"] == "error"


def test_a_receipt_names_the_correction_that_took_a_statement(spoken: Path, tmp_path: Path) -> None:
    given = tmp_path / "receipt.json"
    given.write_text(khobao_here(spoken, "statements", "", "--json").stdout, "utf-8")
    names = [hit["permalink"] for hit in json.loads(given.read_text("utf-8"))["hits"]]
    khobao_here(spoken, "correct", "withdraw", names[0], "--reason", "khẩu hiệu")
    khobao_here(
        spoken, "correct", "reattribute", names[1], "--speaker", "Lê Thị Bình", "--reason", "nhầm người"
    )
    (comparison,) = lines_of(khobao_here(spoken, "receipt", str(given), "--json"))
    assert [gone["reason"] for gone in comparison["removed"]] == ["corrected: khẩu hiệu"]


def test_why_an_answer_differs_is_said_in_both_languages() -> None:
    for reason in REASONS.values():
        assert f"because_{reason.replace(' ', '_')}" in TEXTS


def test_a_receipt_of_statements_says_which_went(spoken: Path, tmp_path: Path) -> None:
    given = tmp_path / "receipt.json"
    given.write_text(khobao_here(spoken, "statements", "huyện", "--json").stdout, "utf-8")
    assert khobao_here(spoken, "receipt", str(given)).returncode == 0
    assert khobao_here(spoken, "remove", "a", "--reason", "trùng").returncode == 0
    done = khobao_here(spoken, "receipt", str(given), "--json")
    (comparison,) = lines_of(done)
    assert (done.returncode, comparison["proven"], comparison["added"]) == (1, True, [])
    (gone,) = comparison["removed"]
    assert gone["id"].startswith("a#")
    assert "withdrawn" in gone["reason"]


def test_an_article_taken_in_anew_leaves_none_of_its_old_statements(spoken: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        record("a", TEXT.replace("nạo vét", "khơi thông"), date="2020-03-20", source="Báo Mẫu"), "utf-8"
    )
    assert khobao_here(spoken, "ingest", str(path)).returncode == 0
    assert found(spoken, "nạo vét") == []
    assert found(spoken, "khơi thông") == [DEMAND.replace("nạo vét", "khơi thông")]
    assert json.loads(khobao_here(spoken, "verify", "--json").stdout)["sound"]


def test_one_statement_in_two_papers_can_be_counted_once(spoken: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.jsonl"
    path.write_text(record("b", TEXT, date="2020-03-21", source="Báo Khác"), "utf-8")
    assert khobao_here(spoken, "ingest", str(path)).returncode == 0
    (answer,) = lines_of(khobao_here(spoken, "statements", "nạo vét", "--group", "cluster", "--json"))
    assert (answer["total"], answer["stories"]) == (2, 1)
    assert [hit["near_duplicates"] for hit in answer["hits"]] == [1]
