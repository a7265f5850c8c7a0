"""The command, run as its users run it: what each verb prints, and its exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.settings import Settings
from tests.scripts.running import khobao, lines_of, record


def test_ingest_reports_what_became_of_each(tmp_path: Path, articles: Path) -> None:
    data = tmp_path / "data"
    (first,) = lines_of(khobao(data, "ingest", str(articles), "--json"))
    assert first["counts"]["new"] == 3
    (second,) = lines_of(khobao(data, "ingest", str(articles), "--json"))
    assert second["counts"]["unchanged"] == 3


def test_ingest_rejects_what_is_broken_takes_the_rest_and_exits_1(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(record("a", "Một bài tốt.") + "\n{broken\n" + record("b", "Bài tốt nữa.") + "\n", "utf-8")
    done = khobao(tmp_path / "data", "ingest", str(path), "--json")
    (report,) = lines_of(done)
    assert done.returncode == 1
    assert report["counts"]["new"] == 2
    assert [row["line"] for row in report["rejected"]] == [2]


def test_standard_input_is_a_path(tmp_path: Path) -> None:
    done = khobao(tmp_path / "data", "ingest", "-", "--json", given=record("a", "Một bài.").encode())
    assert lines_of(done)[0]["counts"]["new"] == 1


def test_inspect_stores_nothing(tmp_path: Path, articles: Path) -> None:
    data = tmp_path / "data"
    rows = lines_of(khobao(data, "inspect", str(articles)))
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert rows[0]["provinces"]["subject"] == ["Nam Định"]
    assert not data.exists()


def test_search_finds_filters_and_counts(archive: Path) -> None:
    answer = lines_of(khobao(archive, "search", "hội nghị", "--from", "2020", "--json"))[0]
    assert [hit["id"] for hit in answer["hits"]] == ["b"]
    answer = lines_of(khobao(archive, "search", "hội nghị", "--province", "Nam Định", "--json"))[0]
    assert [hit["id"] for hit in answer["hits"]] == ["a"]


def test_what_only_overlaps_the_dates_is_counted_apart(archive: Path) -> None:
    answer = lines_of(khobao(archive, "search", "hội nghị", "--from", "2020-06-15", "--json"))[0]
    assert (answer["total"], answer["uncertain"]) == (0, 1)


@pytest.mark.parametrize("query", ['"abc', "(((", "*", "?!…"])
def test_a_query_that_cannot_be_read_exits_2_with_its_position(archive: Path, query: str) -> None:
    done = khobao(archive, "search", query)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_error_is_told_in_the_language_of_the_reader(archive: Path) -> None:
    vietnamese = khobao(archive, "search", '"abc', KHOBAO_LANGUAGE="vi").stderr
    assert vietnamese == 'khobao: dấu ngoặc kép " chưa đóng: đóng lại hoặc xóa đi (ký tự thứ 1) → "abc"\n'
    english = khobao(archive, "search", '"abc', KHOBAO_LANGUAGE="en").stderr
    assert english.endswith('is not closed: close it or remove it (at character 1) → "abc"\n')


def test_a_notice_is_told_in_the_language_of_the_reader(archive: Path) -> None:
    asked = ("search", "hội nghị", "--official", "zzz")
    assert (
        "trong kho không có gì ứng với official: 'zzz'"
        in khobao(archive, *asked, KHOBAO_LANGUAGE="vi").stdout
    )
    assert "no official called 'zzz' in the archive" in khobao(archive, *asked, KHOBAO_LANGUAGE="en").stdout
    answer = lines_of(khobao(archive, *asked, "--json", KHOBAO_LANGUAGE="vi"))[0]
    assert answer["notices"] == ["no official called 'zzz' in the archive"]


def test_bad_usage_exits_2(archive: Path) -> None:
    assert khobao(archive, "search").returncode == 2
    assert khobao(archive, "search", "a", "--sort", "best").returncode == 2


def test_an_archive_without_articles_says_what_to_do(tmp_path: Path) -> None:
    done = khobao(tmp_path / "data", "search", "a")
    assert done.returncode == 3
    assert "khobao ingest" in done.stderr


def test_show_prints_one_article(archive: Path) -> None:
    assert lines_of(khobao(archive, "show", "a", "--json"))[0]["paragraphs"] == [
        "Hội nghị bàn về thủy lợi tại tỉnh Nam Định."
    ]
    assert khobao(archive, "show", "nobody").returncode == 3


def test_export_takes_everything_and_says_so(archive: Path) -> None:
    rows = lines_of(khobao(archive, "export", "hội nghị"))
    assert [row["id"] for row in rows[:-1]] == ["a", "b"]
    assert rows[-1]["complete"] is True
    assert rows[-1]["receipt"]["count"] == 2


def test_a_truncated_export_says_so_and_exits_1(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHOBAO_EXPORT_ROWS", "1")
    done = khobao(archive, "export", "hội nghị", "--format", "csv")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("#truncated,1 of 2,")


def test_cells_of_a_table_are_never_formulas(tmp_path: Path) -> None:
    data = tmp_path / "data"
    khobao(data, "ingest", "-", given=record("=1+1", "Bài về tiền.").encode())
    table = khobao(data, "export", "tiền", "--format", "csv").stdout.splitlines()
    assert table[1].startswith("'=1+1,")


def test_batch_answers_each_line_and_a_bad_one_marks_only_itself(archive: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text('hội nghị\n"abc\n{"q": "hội nghị", "province": "Cà Mau"}\n{broken\n', "utf-8")
    first = khobao(archive, "batch", str(questions))
    rows = lines_of(first)
    assert [row["status"] for row in rows] == ["ok", "error", "ok", "error"]
    assert [row.get("total") for row in rows] == [2, None, 1, None]
    assert first.returncode == 1
    assert khobao(archive, "batch", str(questions)).stdout == first.stdout


def test_a_receipt_says_same_and_then_names_what_changed(archive: Path, tmp_path: Path) -> None:
    receipt = tmp_path / "answer.json"
    receipt.write_text(khobao(archive, "search", "hội nghị", "--json").stdout, "utf-8")
    assert khobao(archive, "receipt", str(receipt)).returncode == 0
    khobao(archive, "remove", "a", "--reason", "trùng bài")
    khobao(archive, "ingest", "-", given=record("c", "Hội nghị nông dân.").encode())
    khobao(archive, "ingest", "-", given=record("d", "Hội nghị mới.").encode())
    done = khobao(archive, "receipt", str(receipt), "--json")
    difference = lines_of(done)[0]
    assert done.returncode == 1
    assert [(row["id"], row["reason"]) for row in difference["added"]] == [("c", "changed"), ("d", "new")]
    assert [(row["id"], row["reason"]) for row in difference["removed"]] == [("a", "withdrawn: trùng bài")]
    assert difference["proven"] is True


def test_an_export_holds_its_receipt(archive: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.ndjson"
    export.write_text(khobao(archive, "export", "hội nghị").stdout, "utf-8")
    assert khobao(archive, "receipt", str(export)).returncode == 0


def test_a_removed_article_stays_removed_when_met_again(archive: Path, articles: Path) -> None:
    khobao(archive, "remove", "a", "--reason", "trùng bài")
    khobao(archive, "ingest", str(articles))
    assert lines_of(khobao(archive, "search", "hội nghị", "--json"))[0]["total"] == 1


def test_the_index_can_be_thrown_away_and_rebuilt(archive: Path, tmp_path: Path) -> None:
    before = khobao(archive, "search", "hội nghị", "--json").stdout
    (archive / "index").rename(tmp_path / "gone")
    assert khobao(archive, "verify").returncode == 1
    assert khobao(archive, "index", "rebuild").returncode == 0
    assert khobao(archive, "search", "hội nghị", "--json").stdout == before
    assert khobao(archive, "verify").returncode == 0


def test_refresh_leaves_what_reads_the_same_alone(archive: Path) -> None:
    before = khobao(archive, "stats", "--json").stdout
    assert khobao(archive, "refresh").returncode == 0
    assert khobao(archive, "stats", "--json").stdout == before


def test_doctor_is_content_with_an_empty_and_with_a_healthy_archive(archive: Path, tmp_path: Path) -> None:
    assert khobao(tmp_path / "nothing", "doctor").returncode == 0
    assert khobao(archive, "doctor").returncode == 0


def test_the_seeds_are_sound(seeds_settings: Settings) -> None:
    assert khobao(seeds_settings.data, "verify").returncode == 0


def test_a_rejected_document_has_the_keys_of_an_article(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(record("a", "Một bài tốt.") + "\n{broken\n", "utf-8")
    good, bad = lines_of(khobao(tmp_path / "data", "inspect", str(path)))
    assert list(bad) == list(good)
    assert good["rejected"] is None
    assert bad["rejected"]["step"] == "parse"


def test_a_folded_search_counts_articles_and_stories(tmp_path: Path) -> None:
    text = " ".join(f"Sông lên ngập bến{letter} đường vào chợ{letter} xóm{letter}." for letter in "abcdefgh")
    path = tmp_path / "copies.jsonl"
    path.write_text("\n".join(record(identity, text) for identity in "ab"), "utf-8")
    data = tmp_path / "data"
    khobao(data, "ingest", str(path))
    (answer,) = lines_of(khobao(data, "search", "sông", "--group", "cluster", "--json"))
    assert (answer["total"], answer["stories"], len(answer["hits"])) == (2, 1, 1)
    printed = khobao(data, "search", "sông", "--group", "cluster").stdout
    assert "1 different stories" in printed
    assert "and 1 near-duplicates" in printed
    assert "near-duplicate: b" in khobao(data, "show", "a").stdout
