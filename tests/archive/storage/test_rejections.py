"""Rejections: they come back as they were, and a later run answers them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.documents import Rejection, Skipped
from archive.errors import NotFound
from archive.models import Source
from archive.storage.rejections import MOST_VALUE_CHARACTERS, Place
from archive.storage.runs import RunRecord
from archive.storage.store import Store, open_store
from tests.archive.storage.making import ingest, processed, read, record, url_of

TEMPLATE = "date {printed!r} is wrong: correct it"


def refused(path: str = "tin.jsonl", member: str | None = None, line: int | None = None) -> Rejection:
    return Rejection(path, "clean", TEMPLATE, {"printed": "abc"}, member, line)


def reject(store: Store, *rejections: Rejection) -> int:
    """One run that refuses these; its number."""
    with store.begin_run(["tin/"], 1) as run:
        for rejection in rejections:
            run.reject(rejection)
        return run.number


def open_places(store: Store, first: int = 1, last: int | None = None) -> list[tuple[int, Place]]:
    return [(kept.run, kept.place) for kept in store.open_rejections(first, last)]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
values = st.dictionaries(
    st.sampled_from(["printed", "{", "a"]), texts | st.integers() | st.booleans() | st.none()
)


@settings(max_examples=25)
@given(st.lists(st.tuples(texts, st.none() | texts, st.none() | st.integers(1, 2**31 - 1), values)))
def test_rejections_come_back_as_they_were(
    drawn: list[tuple[str, str | None, int | None, dict[str, object]]],
) -> None:
    rejections = [
        Rejection(path, "clean", TEMPLATE, {"printed": "{}"} | kept, member, line)
        for path, member, line, kept in drawn
    ]
    with TemporaryDirectory() as folder, open_store(url_of(Path(folder))) as store:
        reject(store, *rejections)
        back = list(store.rejections())
    assert back == rejections
    assert [rejection.reason for rejection in back] == [rejection.reason for rejection in rejections]


@pytest.mark.parametrize("value", ["{", "{printed}", "{0}", "}", "%s", "\x00\x1b[2J", "dòng\nhai", "\u202e"])
def test_no_value_breaks_a_sentence(store: Store, value: str) -> None:
    reject(store, Rejection("a.txt", "clean", TEMPLATE, {"printed": value}))
    [back] = store.rejections()
    assert back.reason == f"date {value!r} is wrong: correct it"


def test_what_json_cannot_keep_is_kept_as_text_and_what_is_endless_is_cut(store: Store) -> None:
    given_values = {"path": Path("a/b.txt"), "half": "\ud800", "long": "x" * 10_000}
    reject(store, Rejection("a.txt", "read", "{path} {half}", given_values))
    [back] = store.rejections()
    assert back.values == {"path": "a/b.txt", "half": "\\ud800", "long": "x" * MOST_VALUE_CHARACTERS}


def test_skipped_files_come_back_as_they_were(store: Store) -> None:
    skipped = [
        Skipped("a.jpg", "of another kind than {kinds}", {"kinds": ".txt"}, "b.zip"),
        Skipped(".b", "hidden"),
    ]
    with store.begin_run([], 1) as run:
        for file in skipped:
            run.skip(file)
    assert list(store.skips(run.number)) == skipped


def test_a_run_that_never_was_is_told(store: Store) -> None:
    reject(store, refused())
    for listed in (store.rejections, store.skips):
        with pytest.raises(NotFound, match="no run 7: the last one is 1"):
            list(listed(7))
    with pytest.raises(NotFound, match="no run 7"):
        store.run(7)


def test_a_run_remembers_how_it_was_begun(store: Store) -> None:
    paper = Source("Báo Sông Lô", "songlo.example", "Vĩnh Phúc", "extract")
    store.begin_run(["tin/", "-"], 1, source=paper).finish()
    store.begin_run(["tin/"], 1, "retry").finish()
    assert store.run(1) == RunRecord(1, "ingest", ("tin/", "-"), paper)
    assert store.run(2) == RunRecord(2, "retry", ("tin/",), None)
    assert store.last_ingest() == 1


class TestOpen:
    """What is open is decided place by place, by the latest run that met it."""

    def test_what_was_refused_last_is_open_once(self, store: Store) -> None:
        reject(store, refused(line=1), refused(line=2))
        reject(store, refused(line=2), refused(line=2))
        assert open_places(store) == [(1, Place("tin.jsonl", None, 1)), (2, Place("tin.jsonl", None, 2))]

    def test_runs_can_be_chosen(self, store: Store) -> None:
        for line in (1, 2, 3):
            reject(store, refused(line=line))
        assert [run for run, _ in open_places(store, 2)] == [2, 3]
        assert [run for run, _ in open_places(store, 2, 2)] == [2]
        assert open_places(store, 1, 1) == [(1, Place("tin.jsonl", None, 1))]

    def test_what_a_later_run_took_in_is_not_open(self, store: Store) -> None:
        reject(store, refused(line=1), refused(line=2))
        ingest(store, record("a", "Một tin.", line=1))
        assert open_places(store) == [(1, Place("tin.jsonl", None, 2))]

    @pytest.mark.parametrize("text", ["Một tin.", "Tin khác."])
    def test_a_place_met_as_unchanged_or_as_duplicate_is_not_open(self, store: Store, text: str) -> None:
        ingest(store, processed("Một tin.", path="a.txt"))
        reject(store, refused("a.txt"), refused("b.txt"))
        ingest(store, processed("Một tin.", path="a.txt"), processed(text, path="b.txt"))
        assert open_places(store) == []

    def test_what_a_later_run_refuses_was_taken_in_before_and_is_open(self, store: Store) -> None:
        ingest(store, record("a", "Một tin.", line=1))
        reject(store, refused(line=1))
        assert open_places(store) == [(2, Place("tin.jsonl", None, 1))]

    def test_a_file_refused_whole_is_answered_by_whatever_is_met_in_it(self, store: Store) -> None:
        reject(store, refused(), refused("other.jsonl"))
        ingest(store, record("a", "Một tin.", line=4))
        assert open_places(store) == [(1, Place("other.jsonl", None, None))]

    def test_a_file_refused_whole_is_answered_by_new_refusals_in_it(self, store: Store) -> None:
        reject(store, refused())
        reject(store, refused(line=4))
        assert open_places(store) == [(2, Place("tin.jsonl", None, 4))]

    def test_a_container_in_a_container_is_answered_by_its_members(self, store: Store) -> None:
        reject(store, refused("a.zip", "b.zip"), refused("a.zip", "bb.zip"))
        reject(store, refused("a.zip", "b.zip!/c.txt"))
        assert open_places(store) == [
            (1, Place("a.zip", "bb.zip", None)),
            (2, Place("a.zip", "b.zip!/c.txt", None)),
        ]

    def test_an_article_that_could_not_be_read_again_is_answered_when_it_is(self, store: Store) -> None:
        tin = record("a", "Một tin.", line=1)
        ingest(store, tin)
        with store.begin_run([], 2, "refresh") as run:
            run.reject(refused(line=1))
        assert open_places(store) == [(2, Place("tin.jsonl", None, 1))]
        with store.begin_run([], 2, "refresh") as run:
            run.reread(read(tin, 2))
        assert open_places(store) == []

    def test_what_one_run_took_from_a_broken_container_does_not_hide_that_it_is_broken(
        self, store: Store
    ) -> None:
        with store.begin_run([], 1) as run:
            run.save(read(record("a", "Một tin.", line=1)))
            run.reject(refused())
        assert open_places(store) == [(1, Place("tin.jsonl", None, None))]


def test_places_lie_in_wider_places() -> None:
    assert list(Place("a.zip", "b.zip!/c.jsonl", 7).around()) == [
        Place("a.zip", "b.zip!/c.jsonl", None),
        Place("a.zip", "b.zip", None),
        Place("a.zip", None, None),
    ]
    assert list(Place("a.txt", None, None).around()) == []
