"""The sketches of a generation: gathered, written, read and changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import IndexUnavailable
from index.indexing import sketch_table
from index.indexing.sketch_table import SKETCHES_FILE, Sketches, SketchTable
from index.indexing.sketches import Sketch

numbers = st.integers(0, 2**64 - 1)
sketched = st.builds(
    Sketch, st.sampled_from(("3fa-1", "3fa-12")), numbers, numbers, numbers, st.integers(0, 900)
)
changes = st.lists(st.tuples(st.sampled_from("abcđ"), st.none() | st.lists(sketched, min_size=1, max_size=3)))
"""An article, and what is said in it now; None: it is deleted."""


def changed(held: SketchTable | None, made: Sequence[tuple[str, Sequence[Sketch] | None]]) -> SketchTable:
    sketches = Sketches(held)
    for article, rows in made:
        if rows is None:
            sketches.delete(article)
        else:
            sketches.put(article, rows)
    return sketches.table()


def content(table: SketchTable) -> Mapping[str, list[Sketch]]:
    found: dict[str, list[Sketch]] = {article: [] for article in table.articles}
    columns = (table.article, table.anchor, table.speakers, table.words, table.bits, table.syllables)
    for article, anchor, *others in zip(*(column.tolist() for column in columns), strict=True):
        found[table.articles[article]].append(Sketch(anchor.decode(), *others))
    return found


@given(changes, changes)
def test_a_table_holds_what_was_put_last(
    before: list[tuple[str, list[Sketch] | None]], after: list[tuple[str, list[Sketch] | None]]
) -> None:
    expected = {article: rows for article, rows in dict([*before, *after]).items() if rows is not None}
    assert content(changed(changed(None, before), after)) == expected


@given(made=changes)
def test_a_table_is_read_as_it_was_written(
    made: list[tuple[str, list[Sketch] | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("generation")
    table = changed(None, made)
    table.write(folder)
    assert content(SketchTable.read(folder)) == content(table)


def test_rows_are_packed_when_many_are_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketch_table, "_GATHERED_ROWS", 2)
    made = [(name, [Sketch(f"{name * length}-1", length, 2, 3, 4)]) for length, name in enumerate("abcde", 1)]
    assert content(changed(None, made)) == dict(made)


def test_writing_leaves_a_linked_file_of_the_last_generation_as_it_is(tmp_path: Path) -> None:
    last, following = tmp_path / "last", tmp_path / "following"
    last.mkdir()
    following.mkdir()
    changed(None, [("a", [Sketch("x-1", 1, 2, 3, 4)])]).write(last)
    (following / SKETCHES_FILE).hardlink_to(last / SKETCHES_FILE)
    changed(SketchTable.read(following), [("a", None)]).write(following)
    assert set(content(SketchTable.read(last))) == {"a"}
    assert set(content(SketchTable.read(following))) == set()


@pytest.mark.parametrize("damage", [b"", b"PK", b"{}"])
def test_a_damaged_file_says_what_to_do(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / SKETCHES_FILE).write_bytes(damage)
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        SketchTable.read(tmp_path)


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    changed(None, [("a", [Sketch("x-1", 1, 2, 3, 4)] * 50)]).write(tmp_path)
    written = bytearray((tmp_path / SKETCHES_FILE).read_bytes())
    written[len(written) // 3] ^= 1
    (tmp_path / SKETCHES_FILE).write_bytes(written)
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        SketchTable.read(tmp_path)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        SketchTable.read(tmp_path)
