"""Runs: what they report, that they are alone, and what a crash leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive.documents import Rejection, Skipped
from archive.errors import StoreBusy
from archive.storage import runs
from archive.storage.reports import Line, Reason
from archive.storage.runs import BATCH_DOCUMENTS
from archive.storage.store import Store, open_store
from tests.archive.storage.making import ingest, processed, read, record, report, url_of

REJECTION = Rejection("tin.jsonl", "decode", "not text: mend the file", line=7)
SKIPPED = Skipped("README.md", "another kind of file")


def numbered(count: int) -> list:  # type: ignore[type-arg]
    """So many records."""
    return [record(f"tin-{number}", f"Tin số {number}.", line=number) for number in range(1, count + 1)]


def test_the_report_accounts_for_every_document(store: Store) -> None:
    ingest(store, record("a", "Một tin."), record("b", "Tin cũ.", line=2))
    with store.begin_run(["tin/"], 1) as run:
        for document in (
            record("a", "Một tin."),
            record("b", "Tin mới.", line=2),
            record("c", "Tin c.", line=3),
        ):
            run.save(read(document))
        run.save(read(record("c", "Tin c.", line=4)))
        run.reject(REJECTION)
        run.skip(SKIPPED)
        outcome = run.finish()
    assert outcome.counts == {
        "unchanged": 1, "updated": 1, "new": 1, "duplicate": 1, "rejected": 1, "skipped": 1
    }  # fmt: skip
    assert outcome.documents == 5
    assert outcome.rejected == (Reason("decode", REJECTION.template, {}, 1, (REJECTION,)),)
    assert outcome.skipped == (Reason("", SKIPPED.template, {}, 1, (SKIPPED,)),)


def test_rejections_are_kept_by_run(store: Store) -> None:
    for line in (7, 8):
        with store.begin_run(["tin/"], 1) as run:
            run.reject(Rejection("tin.jsonl", "decode", "not text", line=line))
    assert [rejection.line for rejection in store.rejections()] == [7, 8]
    assert [rejection.line for rejection in store.rejections(2)] == [8]


def test_the_report_counts_articles_read_by_older_rules(store: Store) -> None:
    assert report(store, *numbered(3)).outdated == 0
    later = report(store, *numbered(2), record("new", "Tin mới.", line=9), rules_version=2)
    assert later.counts == {"unchanged": 2, "new": 1}
    assert later.outdated == 3


def test_a_run_finishes_with_its_block(store: Store) -> None:
    with store.begin_run([], 1) as run:
        run.save(read(processed("Một tin.")))
    assert store.state().articles == 1


def test_a_run_whose_block_raises_keeps_what_was_committed(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.begin_run([], 1) as run:
        for document in numbered(BATCH_DOCUMENTS + 5):
            run.save(read(document))
        raise KeyboardInterrupt
    assert store.state().articles == BATCH_DOCUMENTS
    assert store.verify() == []
    ingest(store, *numbered(BATCH_DOCUMENTS + 5))
    assert store.state().articles == BATCH_DOCUMENTS + 5


def test_a_listener_is_told_what_was_committed_and_nothing_else(store: Store) -> None:
    told: list[Line] = []
    with pytest.raises(KeyboardInterrupt), store.begin_run([], 1, listener=told.append) as run:
        for document in numbered(BATCH_DOCUMENTS + 5):
            run.save(read(document))
        assert len(told) == BATCH_DOCUMENTS
        raise KeyboardInterrupt
    assert [line.line for line in told] == list(range(1, BATCH_DOCUMENTS + 1))
    assert store.state().articles == len(told)


def test_a_listener_is_told_where_what_became_of_it_and_why(store: Store) -> None:
    ingest(store, processed("Một tin.", path="a.txt"))
    told: list[Line] = []
    with store.begin_run([], 1, listener=told.append) as run:
        run.save(read(processed("Một tin.", path="b.txt")))
        run.save(read(record("c", "Tin c.", url="https://songlo.example/c", line=3)))
        run.reject(REJECTION, "https://songlo.example/d")
        run.skip(SKIPPED)
    held = processed("Một tin.", path="a.txt").article.id
    keys = ("path", "line", "outcome", "id", "step", "code", "reason", "url")
    assert [tuple(line.as_object()[key] for key in keys) for line in told] == [
        ("b.txt", None, "duplicate", held, None, None, None, None),
        ("tin.jsonl", 3, "new", "c", None, None, None, "https://songlo.example/c"),
        (
            "tin.jsonl", 7, "rejected", None, "decode", "not-text", "not text: mend the file",
            "https://songlo.example/d",
        ),
        ("README.md", None, "skipped", None, None, "another-kind-of-file", "another kind of file", None),
    ]  # fmt: skip


def test_a_report_counts_by_reason_and_keeps_a_few_places_however_many_there_are(store: Store) -> None:
    with store.begin_run([], 1) as run:
        for line in range(1, 1001):
            run.reject(Rejection("a.jsonl", "read", "longer than {most} bytes", {"most": 9}, line=line))
        run.reject(Rejection("b.jsonl", "clean", "date {printed} is wrong", {"printed": "x"}, line=1))
        run.reject(Rejection("b.jsonl", "clean", "date {printed} is wrong", {"printed": "y"}, line=2))
        outcome = run.finish()
    assert [(reason.code, reason.count, reason.values) for reason in outcome.rejected] == [
        ("longer-than-bytes", 1000, {"most": 9}),
        ("date-is-wrong", 2, None),
    ]
    assert [example.line for example in outcome.rejected[0].examples] == [1, 2, 3]


def test_large_documents_make_small_batches(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "BATCH_BYTES", 20)
    with store.begin_run([], 1) as run:
        run.save(read(record("a", "Một tin.")))
        assert store.state().articles == 0
        run.save(read(record("b", "Một tin dài hơn nhiều.", line=2)))
        assert store.state().articles == 2


def test_one_writes_at_a_time(store: Store, tmp_path: Path) -> None:
    with open_store(url_of(tmp_path)) as other, store.begin_run([], 1) as run:
        run.save(read(record("a", "Một tin.")))
        for write in (lambda: other.begin_run([], 1), lambda: other.withdraw("a", "đăng nhầm")):
            with pytest.raises(StoreBusy, match="wait for it to end"):
                write()
        run.finish()
        assert other.withdraw("a", "đăng nhầm").number == 2


def test_readers_do_not_wait_for_a_writer(store: Store) -> None:
    ingest(store, record("a", "Một tin."))
    with store.begin_run([], 1) as run:
        run.save(read(record("b", "Tin b.", line=2)))
        assert store.state().articles == 1
        assert store.get("a").article.paragraphs == ("Một tin.",)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path) -> None:
    saved = BATCH_DOCUMENTS + 50
    child = subprocess.Popen(
        [sys.executable, "-c", _KILLED, url_of(tmp_path), str(saved)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"saved\n"
    child.kill()
    child.wait()
    child.stdout.close()
    with open_store(url_of(tmp_path)) as store, open_store(url_of(tmp_path / "whole")) as whole:
        assert store.verify() == []
        assert store.state().articles == BATCH_DOCUMENTS
        again = report(store, *numbered(saved))
        assert again.counts == {"unchanged": BATCH_DOCUMENTS, "new": saved - BATCH_DOCUMENTS}
        ingest(whole, *numbered(saved))
        assert store.state() == whole.state()


_KILLED = """
import sys, time
from archive.storage.store import open_store
from tests.archive.storage.making import read
from tests.archive.storage.test_runs import numbered
run = open_store(sys.argv[1]).begin_run(["tin/"], 1)
for document in numbered(int(sys.argv[2])):
    run.save(read(document))
print("saved", flush=True)
time.sleep(600)
"""
