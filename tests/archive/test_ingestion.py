"""Taking documents in: every one accounted for, and nothing understood twice."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from archive import processing
from archive.models import Source
from archive.settings import Settings, read_settings
from archive.storage.reports import Line
from archive.storage.store import open_store
from tests.conftest import ingest_into


def write(path: Path, records: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def record(identity: str, text: str) -> dict[str, str]:
    return {"id": identity, "title": f"Bài {identity}", "text": text}


def test_what_a_place_gave_before_is_not_understood_again(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.jsonl", [record("a", "Hội nghị tổng kết năm.")])
    ingest_into(settings, path)

    def fail(*_: object) -> None:
        raise AssertionError("understood again")

    monkeypatch.setattr(processing, "understood", fail)
    assert ingest_into(settings, path).counts["unchanged"] == 1


def test_a_changed_record_is_a_new_revision_of_the_same_article(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path / "a.jsonl", [record("a", "Hội nghị tổng kết năm.")]))
    report = ingest_into(settings, write(tmp_path / "a.jsonl", [record("a", "Hội nghị bàn việc mới.")]))
    assert report.counts["updated"] == 1
    with open_store(settings.store_url) as store:
        assert store.get("a").revision == 2


def test_narrower_rights_are_taken_from_a_second_run(settings: Settings, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [record("a", "Hội nghị tổng kết năm.")])
    ingest_into(settings, path, default=Source("Báo Mẫu"))
    ingest_into(settings, path, default=Source("Báo Mẫu", rights="closed"))
    with open_store(settings.store_url) as store:
        assert store.get("a").article.source.rights == "closed"


@settings_of_hypothesis(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.sampled_from(["Mưa lớn ở xã.", "Nắng to ở xã.", "", "Lũ về \ud800."])
        ),
        max_size=8,
    )
)
def test_every_document_is_accounted_for(documents: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings = read_settings({}, folder / "archive")
        lines = [json.dumps(record(identity, text)) for identity, text in documents] or [""]
        (folder / "a.jsonl").write_text("\n".join(lines), "utf-8")
        for _ in range(2):
            told: list[Line] = []
            report = ingest_into(settings, folder / "a.jsonl", listener=told.append)
            assert report.documents == len(told) == max(1, len(documents))
            assert Counter(line.outcome for line in told) == report.counts
            assert sum(reason.count for reason in report.rejected) == report.counts.get("rejected", 0)
