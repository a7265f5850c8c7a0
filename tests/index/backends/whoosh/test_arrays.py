"""A file of arrays gives back what was written, and notices every byte that is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as drawn_arrays

from archive.errors import IndexUnavailable
from index.backends.whoosh.arrays import (
    ALIGNMENT_BYTES,
    Array,
    ArrayFile,
    ArrayFileWriter,
    narrowed,
    narrowest,
)

WIDTHS = st.sampled_from([np.dtype(name) for name in ("u1", "u2", "u4", "i8")])
ANY_ARRAY = WIDTHS.flatmap(lambda dtype: drawn_arrays(dtype, st.integers(0, 40)))


def written(path: Path, arrays: Mapping[str, Array]) -> Path:
    with ArrayFileWriter(path) as file:
        for name, array in arrays.items():
            file.write(name, array)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of three arrays, none of them a multiple of the alignment long, one empty."""
    arrays: dict[str, Array] = {
        "days": np.array([735_000, 736_000, 737_000], np.uint32),
        "none": np.empty(0, np.uint16),
        "marks": np.arange(5, dtype=np.uint8),
    }
    return written(tmp_path / "segment.arrays", arrays)


@given(st.dictionaries(st.text(max_size=20), ANY_ARRAY, max_size=6))
@settings(deadline=None)
def test_what_is_written_is_read_again(arrays: dict[str, Array]) -> None:
    with TemporaryDirectory() as folder:
        file = ArrayFile(written(Path(folder, "a"), arrays))
        assert list(file) == list(arrays)
        for name, array in arrays.items():
            assert file[name].dtype == array.dtype
            assert file[name].tolist() == array.tolist()
        assert file.verify() == []


@pytest.mark.parametrize(
    ("largest", "name"),
    [
        (0, "u1"),
        (255, "u1"),
        (256, "u2"),
        (65_535, "u2"),
        (65_536, "u4"),
        (2**32 - 1, "u4"),
        (2**32, "i8"),
        (2**63 - 1, "i8"),
    ],
)
def test_the_narrowest_type_holds_the_largest_number(largest: int, name: str) -> None:
    assert narrowest(largest) == np.dtype(name)
    assert narrowed(np.array([0, largest], np.int64)).tolist() == [0, largest]


@given(st.lists(st.integers(0, 2**63 - 1)))
def test_narrowing_changes_no_number(numbers: list[int]) -> None:
    assert narrowed(np.array(numbers, np.int64)).tolist() == numbers


def test_arrays_filled_in_parts_side_by_side_are_those_written_at_once(tmp_path: Path) -> None:
    evens, odds = np.arange(0, 20, 2, dtype=np.uint16), np.arange(1, 20, 2, dtype=np.uint8)
    at_once = written(tmp_path / "at once", {"evens": evens, "odds": odds})
    with ArrayFileWriter(tmp_path / "in parts") as file:
        slots = file.reserve("evens", evens.dtype, 10), file.reserve("odds", odds.dtype, 10)
        for part in (slice(0, 3), slice(3, 3), slice(3, 10)):
            slots[1].append(odds[part])
            slots[0].append(evens[part])
    assert (tmp_path / "in parts").read_bytes() == at_once.read_bytes()


@pytest.mark.parametrize("given_numbers", [0, 3, 5])
def test_an_array_has_as_many_numbers_as_was_said(tmp_path: Path, given_numbers: int) -> None:
    with pytest.raises(ValueError, match="array of 4"), ArrayFileWriter(tmp_path / "a") as file:
        file.reserve("days", np.dtype(np.uint32), 4).append(np.zeros(given_numbers, np.uint32))


def test_a_name_is_given_once(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="already"), ArrayFileWriter(tmp_path / "a") as file:
        file.write("days", np.empty(0, np.uint8))
        file.write("days", np.empty(0, np.uint8))


def test_a_writing_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), ArrayFileWriter(tmp_path / "a") as file:
        file.write("days", np.zeros(3, np.uint8))
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_overwritten(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExistsError), ArrayFileWriter(path):
        pass
    assert path.read_bytes() == before


def test_the_same_arrays_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    assert written(tmp_path / "again", ArrayFile(path)).read_bytes() == path.read_bytes()


def test_arrays_begin_where_the_machine_reads_them_fastest(path: Path) -> None:
    for array in ArrayFile(path).values():
        assert array.ctypes.data % ALIGNMENT_BYTES == 0


def test_arrays_cannot_be_changed(path: Path) -> None:
    with pytest.raises(ValueError, match="read-only"):
        ArrayFile(path)["days"][0] = 1


def test_arrays_outlive_the_file(path: Path) -> None:
    days = ArrayFile(path)["days"]
    path.unlink()
    assert days.tolist() == [735_000, 736_000, 737_000]


def flipped(path: Path) -> Iterator[int]:
    """Flips one byte after the other; yields its offset while it is wrong."""
    content = path.read_bytes()
    for offset, byte in enumerate(content):
        path.write_bytes(content[:offset] + bytes([byte ^ 0x40]) + content[offset + 1 :])
        yield offset
    path.write_bytes(content)


def test_a_flipped_byte_is_found_wherever_it_is(path: Path) -> None:
    for offset in flipped(path):
        try:
            damaged = ArrayFile(path).verify()
        except IndexUnavailable:
            continue
        assert damaged in (["days"], ["none"], ["marks"]), offset


def test_a_damaged_array_is_named(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(bytes(range(5)), b"\0\1\7\3\4"))
    assert ArrayFile(path).verify() == ["marks"]


def test_a_file_cut_short_anywhere_is_refused(path: Path) -> None:
    content = path.read_bytes()
    for length in range(len(content)):
        path.write_bytes(content[:length])
        with pytest.raises(IndexUnavailable, match=r"segment\.arrays is damaged.*khobao index rebuild"):
            ArrayFile(path)


def test_a_file_with_something_behind_it_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(IndexUnavailable, match="bytes long, not"):
        ArrayFile(path)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n" * 20, b"PK\3\4" + bytes(100), bytes(100)])
def test_a_foreign_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(IndexUnavailable, match="no file of arrays.*khobao index rebuild"):
        ArrayFile(tmp_path / "a")


def test_a_missing_file_says_how_to_mend_the_index(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        ArrayFile(tmp_path / "a")


def test_a_file_of_another_version_is_refused(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8] += 1
    path.write_bytes(content)
    with pytest.raises(IndexUnavailable, match="version 2, not 1"):
        ArrayFile(path)
