"""`khobao evaluate`: figures over annotated folders, and the model card."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.evaluation.tables import marks
from archive.evaluation.tallies import FINDS, SHARES
from archive.settings import read_settings
from scripts import evaluate
from web.catalogue import TEXTS

BODY = "Sáng 5/6, Bí thư Tỉnh ủy Bắc Ninh Lê Văn Sóng yêu cầu ngành y tế bố trí đủ thuốc cho các trạm."
CONTENT = "ngành y tế bố trí đủ thuốc cho các trạm"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(
        evaluate.evaluate, [str(argument) for argument in arguments], obj=read_settings({})
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One annotated article, of whose two statements one is not in it."""
    (tmp_path / "1.txt").write_text(BODY, encoding="utf-8")
    said = [
        {"speaker": "Lê Văn Sóng", "content": CONTENT},
        {"speaker": "Hà Mây", "content": "nước mặn đã lên đến"},
    ]
    gold = {"path": "1.txt", "title": None, "officials": ["Lê Văn Sóng", "Hà Mây"], "statements": said}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return tmp_path


def test_the_table_has_figures_and_says_what_was_not_judged(folder: Path) -> None:
    done = run(folder)
    assert "1.000  0.500  0.667" in done.stdout
    assert "title" in done.stdout


def test_words_that_are_not_in_the_article_are_told_and_the_code_is_1(folder: Path) -> None:
    done = run(folder)
    assert done.exit_code == 1
    assert done.stderr.startswith("1.txt: ")
    assert "nước mặn" in done.stderr


def test_errors_lists_every_fault_with_its_words(folder: Path) -> None:
    assert "- Hà Mây" in run(folder, "--errors").stdout


def test_json_is_one_object(folder: Path) -> None:
    printed = json.loads(run(folder, "--json").stdout)
    assert printed["finds"]["persons"]["recall"] == 0.5
    assert "faults" not in printed
    assert printed["problems"][0]["code"] == "not_located"
    faults = json.loads(run(folder, "--json", "--errors").stdout)["faults"]
    assert {
        "article": "1.txt",
        "measure": "persons",
        "kind": "missed",
        "expected": "Hà Mây",
        "found": "",
    } in faults


def test_the_card_gets_the_table_between_its_marks(folder: Path) -> None:
    card = folder / "card.md"
    card.write_text("\n".join(["# Card", *marks(folder.name)]), encoding="utf-8")
    run(folder, "--card", card)
    assert "| persons (officials) | 2 | 1 | 1 |" in card.read_text(encoding="utf-8")


def test_a_card_without_marks_is_bad_usage_and_left_alone(folder: Path) -> None:
    card = folder / "card.md"
    card.write_text("# Card\n", encoding="utf-8")
    assert run(folder, "--card", card).exit_code == 2
    assert card.read_text(encoding="utf-8") == "# Card\n"


def test_a_folder_without_annotations_is_bad_usage(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(BODY, encoding="utf-8")
    refused = run(tmp_path)
    assert refused.exit_code == 2
    assert "khobao inspect" in refused.stderr


def test_without_a_folder_the_own_set_is_meant_where_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    refused = run()
    assert refused.exit_code == 2
    assert "tests/evaluation/articles" in refused.stderr
    monkeypatch.setattr(evaluate, "OWN_SET", folder)
    assert "0.667" in run().stdout


@pytest.mark.parametrize("measure", [*FINDS, *SHARES])
def test_every_measure_has_a_name(measure: str) -> None:
    assert f"measure_{measure}" in TEXTS
