"""Files of corrections: what a line may say, and what is said of one that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.errors import StoreError
from archive.storage.correction_files import read_corrections
from archive.storage.corrections import CorrectionRequest

TODAY = "2026-11-22"


def written(folder: Path, *lines: object) -> Path:
    """A file with these lines; what is no text is written as JSON."""
    path = folder / "sua.jsonl"
    texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text("\n".join(texts), "utf-8")
    return path


def test_each_kind_has_its_fields(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "# duyệt ngày 20/11",
        {"kind": "merge", "persons": ["p1", "p2"], "reason": "một người", "day": "2026-11-20"},
        "",
        {"kind": "split", "person": "p1", "articles": ["a", "b"], "reason": "hai người"},
        {"kind": "reattribute", "statement": "s-1", "speaker": "p2", "reason": "nhầm"},
        {"kind": "withdraw", "statement": "s-2", "reason": "khẩu hiệu"},
    )
    assert read_corrections(path, TODAY) == [
        CorrectionRequest("merge", "p1", ("p2",), "một người", "2026-11-20", f"{path}:2"),
        CorrectionRequest("split", "p1", ("a", "b"), "hai người", TODAY, f"{path}:4"),
        CorrectionRequest("reattribute", "s-1", ("p2",), "nhầm", TODAY, f"{path}:5"),
        CorrectionRequest("withdraw", "s-2", (), "khẩu hiệu", TODAY, f"{path}:6"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "sua.jsonl:1 is no JSON object"),
        ("[]", "is no JSON object"),
        ({"kind": "xóa"}, "no kind of these"),
        ({"kind": "withdraw", "statement": "s"}, "needs the field reason"),
        ({"kind": "withdraw", "reason": "r"}, "needs the field statement"),
        ({"kind": "merge", "persons": ["p1"], "reason": "r"}, "needs the field persons"),
        ({"kind": "split", "person": "p", "articles": [], "reason": "r"}, "needs the field articles"),
        ({"kind": "withdraw", "statement": "s", "reason": "r", "note": "x"}, r"unknown fields \(note\)"),
        ({"kind": "withdraw", "statement": "s", "reason": "r", "day": "20/11"}, "is no day like"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: object, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        read_corrections(written(tmp_path, line), TODAY)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        read_corrections(tmp_path / "không có", TODAY)
