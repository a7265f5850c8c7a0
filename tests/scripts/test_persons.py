"""`khobao officials` and `khobao correct`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.scripts.running import is_one_line, khobao, khobao_here, lines_of, record

ARTICLES = [
    record(
        "tin-1",
        "Sáng 3/2, tại thành phố Việt Trì, ông Khổng Hữu Lượng, Chủ tịch UBND tỉnh Phú Thọ yêu cầu các sở rà soát "
        "biên chế.",
        date="2019-02-03",
    ),
    record(
        "tin-2",
        "Chiều 5/6, ông Khổng Hữu Lượng, Chủ tịch UBND tỉnh Phú Thọ đề nghị các huyện báo cáo trước ngày 20.",
        date="2021-06-05",
    ),
    record(
        "tin-3",
        "Ngày 7/8, ông Khổng Hữu Lượng, Giám đốc Sở Y tế tỉnh Cà Mau cho biết dịch đã được khống chế.",
        date="2020-08-07",
    ),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An archive of three articles."""
    path = tmp_path / "tin.jsonl"
    path.write_text("\n".join(ARTICLES), "utf-8")
    assert khobao_here(tmp_path / "kho", "ingest", str(path)).returncode == 0
    return tmp_path / "kho"


def officials(data: Path, *arguments: str) -> dict[str, Any]:
    (found,) = lines_of(khobao_here(data, "officials", *arguments, "--json"))
    return found


def test_a_name_without_accents_finds_the_officials_with_their_proofs(data: Path) -> None:
    found = officials(data, "khong huu luong")
    assert found["total"] == 2
    first = found["officials"][0]
    assert (first["name"], first["articles"]) == ("Khổng Hữu Lượng", 2)
    (tenure,) = first["tenures"]
    assert (tenure["post"], tenure["first_seen"], tenure["last_seen"]) == (
        "Chủ tịch UBND tỉnh",
        "2019-02-03",
        "2021-06-05",
    )
    assert tenure["proofs"][0]["sentence"].startswith("Sáng 3/2, tại thành phố Việt Trì")


def test_who_held_a_post_at_a_time_is_told_with_how_certain_it_is(data: Path) -> None:
    post = ("--post", "CT UBND tinh phu tho")
    (seen,) = officials(data, *post, "--on", "2/2019")["holders"]
    assert (seen["name"], seen["certainty"]) == ("Khổng Hữu Lượng", "observed")
    (between,) = officials(data, *post, "--on", "2020")["holders"]
    assert between["certainty"] == "before and after"
    assert officials(data, *post, "--on", "2024")["holders"] == []


def test_nobody_is_said_in_words(data: Path) -> None:
    done = khobao(data, "officials", "--post", "Chủ tịch UBND tỉnh", "--on", "2024")
    assert done.stdout == "Nobody was seen in this post at that time.\n"
    assert "named Ai Đó" in khobao(data, "officials", "Ai Đó").stdout


def test_a_person_is_printed_with_posts_proofs_and_corrections(data: Path) -> None:
    one, other = (found["id"] for found in officials(data, "khong huu luong")["officials"])
    assert khobao_here(data, "correct", "merge", one, other, "--reason", "cùng một người").returncode == 0
    printed = khobao(data, "officials", "Khổng Hữu Lượng").stdout
    assert "seen 2019-02-03 to 2021-06-05; 2 articles" in printed
    assert "cùng một người" in printed
    assert officials(data, other)["officials"][0]["id"] == one


def test_name_or_post_is_needed(data: Path) -> None:
    for arguments in ((), ("--post", "  "), ("Khổng Hữu Lượng", "--on", "2020")):
        assert khobao_here(data, "officials", *arguments).returncode == 2


def test_a_province_tells_namesakes_apart_and_must_be_one(data: Path) -> None:
    assert officials(data, "khong huu luong", "--province", "Cà Mau")["total"] == 1
    for arguments in (("khong huu luong",), ("--post", "Chủ tịch UBND tỉnh")):
        done = khobao(data, "officials", *arguments, "--province", "Atlantis")
        assert (done.returncode, is_one_line(done.stderr)) == (2, True)


def test_a_file_of_corrections_can_be_applied_again(data: Path, tmp_path: Path) -> None:
    one, other = (found["id"] for found in officials(data, "khong huu luong")["officials"])
    path = tmp_path / "sua.jsonl"
    path.write_text(json.dumps({"kind": "merge", "persons": [one, other], "reason": "một người"}), "utf-8")
    (made,) = lines_of(khobao_here(data, "correct", str(path), "--json"))
    assert (made["number"], made["kind"], made["state"]) == (1, "merge", "new")
    (again,) = lines_of(khobao_here(data, "correct", str(path), "--json"))
    assert (again["number"], again["state"]) == (1, "known")
    (listed,) = lines_of(khobao_here(data, "correct", "list", "--json"))
    assert (listed["reason"], listed["state"]) == ("một người", "in force")


def test_a_merge_is_found_by_searching_and_an_undo_takes_it_back(data: Path) -> None:
    one, other = (found["id"] for found in officials(data, "khong huu luong")["officials"])
    khobao_here(data, "correct", "merge", one, other, "--reason", "cùng một người")
    (answer,) = lines_of(khobao_here(data, "search", "", "--official", one, "--json"))
    assert answer["total"] == 3
    khobao_here(data, "correct", "undo", "1")
    (answer,) = lines_of(khobao_here(data, "search", "", "--official", one, "--json"))
    assert answer["total"] == 2


def test_a_receipt_tells_that_a_correction_changed_it(data: Path, tmp_path: Path) -> None:
    one, other = (found["id"] for found in officials(data, "khong huu luong")["officials"])
    (answer,) = lines_of(khobao_here(data, "search", "", "--official", one, "--json"))
    receipt = tmp_path / "receipt.json"
    receipt.write_text(json.dumps(answer["receipt"]), "utf-8")
    khobao_here(data, "correct", "merge", one, other, "--reason", "cùng một người")
    (compared,) = lines_of(khobao_here(data, "receipt", str(receipt), "--json"))
    (added,) = compared["added"]
    assert (added["id"], added["reason"]) == ("tin-3", "corrected: cùng một người")


def test_a_fault_of_a_file_names_its_line_and_nothing_is_corrected(data: Path, tmp_path: Path) -> None:
    one, other = (found["id"] for found in officials(data, "khong huu luong")["officials"])
    path = tmp_path / "sua.jsonl"
    good = json.dumps({"kind": "merge", "persons": [one, other], "reason": "một người"})
    bad = json.dumps({"kind": "withdraw", "statement": "không-có", "reason": "thử"})
    path.write_text(f"# hai điều\n{good}\n{bad}\n", "utf-8")
    done = khobao(data, "correct", str(path))
    assert done.returncode == 3
    assert f"{path}:3: no statement" in done.stderr
    assert officials(data, "khong huu luong")["total"] == 2


def test_an_unknown_target_is_an_error_in_one_line(data: Path) -> None:
    for arguments in (
        ("merge", "p000000000000", "p000000000001"),
        ("withdraw", "000000000000-0000000000-1"),
        ("split", "p000000000000", "tin-1"),
    ):
        done = khobao(data, "correct", *arguments, "--reason", "thử")
        assert (done.returncode, done.stdout) == (3, "")
        assert is_one_line(done.stderr)
