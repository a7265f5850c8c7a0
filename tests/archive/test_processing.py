"""The pure work of an ingest: as much of a document as is asked, and a rejection instead of an error."""

from __future__ import annotations

import json
from datetime import date

from archive.documents import RawDocument, Rejection
from archive.models import Source
from archive.pipeline import Guidance
from archive.processing import Job, Known, RereadingJob, processed, processed_again
from archive.storage.readings import Reading

GUIDANCE = Guidance(date(2026, 11, 21))


def document(**fields: str) -> RawDocument:
    return RawDocument("a.jsonl", "a.jsonl", "json", json.dumps(fields).encode(), line=1)


def test_a_document_is_read_to_the_end() -> None:
    read = processed(GUIDANCE, Job(document(id="a", text="Hội nghị tổng kết năm.")))
    assert isinstance(read, Reading)
    assert (read.id, read.raw.content, read.rows["paragraphs"]) == (
        "a",
        b"",
        [(0, "Hội nghị tổng kết năm.", read.rows["paragraphs"][0][2])],
    )


def test_of_a_known_document_only_whose_and_which_it_is_is_asked() -> None:
    raw = document(id="a", text="Tin mới.", source="Báo Mẫu", url="http://mau.example/1")
    assert processed(GUIDANCE, Job(raw, is_known=True)) == Known(
        "a", Source("Báo Mẫu"), "http://mau.example/1"
    )


def test_what_is_no_article_is_a_rejection() -> None:
    assert isinstance(processed(GUIDANCE, Job(document(id="a", text=""))), Rejection)


def test_what_no_database_can_keep_is_a_rejection() -> None:
    broken = document(id="a", text="Lũ về.", category="\ud800")
    assert isinstance(processed(GUIDANCE, Job(broken)), Rejection)


def test_identity_stays_whatever_newer_rules_would_make_of_it() -> None:
    read = processed_again(GUIDANCE, RereadingJob(document(id="b", text="Tin mới."), Source("Báo Mẫu"), "a"))
    assert isinstance(read, Reading)
    assert (read.id, read.head["article"], read.source) == ("a", "a", Source("Báo Mẫu"))
