"""Tars of every writer are read in one pass; what is damaged or cut off is said, and what came before is kept."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.origins import Broken, Origin
from archive.reading.tars import tar_members
from tests.archive.reading.packing import documents, met, page, reasons, skips, tarred

BLOCK = tarfile.BLOCKSIZE
ORIGIN = Origin("a.tar", "a.tar")
PAGES = {f"{number}.html": page(number) for number in range(5)}


def with_members(*headers: tarfile.TarInfo, format: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as archive:
        for header in headers:
            archive.addfile(header, io.BytesIO(bytes(header.size)))
    return out.getvalue()


def header(name: str, kind: bytes = tarfile.REGTYPE, size: int = 0, link: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.size, made.linkname = kind, size, link
    return made


@pytest.mark.parametrize("format", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_in_vietnamese_are_whole_in_every_format(format: int) -> None:
    name = "Thời sự/" + "/".join(["tin trong tỉnh"] * 6) + "/bài.html"
    assert format == tarfile.USTAR_FORMAT or len(name.encode()) > 100
    [member] = tar_members([with_members(header(name), format=format)], ORIGIN)
    assert member.path == name


def test_links_devices_and_pipes_are_skipped_and_folders_passed(tmp_path: Path) -> None:
    tar = with_members(
        header("a.html", tarfile.SYMTYPE, link="/etc/passwd"),
        header("b.html", tarfile.LNKTYPE, link="../../c.html"),
        header("c.html", tarfile.CHRTYPE),
        header("d.html", tarfile.FIFOTYPE),
        header("e", tarfile.DIRTYPE),
        header("f.html", size=3),
    )
    found = met(tmp_path, "a.tar", tar)
    assert list(documents(found)) == ["f.html"]
    link, device = (
        "a link in a container: what it leads to is read where it is",
        "a device or a pipe in a container",
    )
    assert skips(found) == {"a.html": link, "b.html": link, "c.html": device, "d.html": device}


def test_a_sparse_file_is_skipped_and_the_next_member_is_read(tmp_path: Path) -> None:
    sparse = bytearray(header("a.html", tarfile.GNUTYPE_SPARSE, 512).tobuf(tarfile.GNU_FORMAT))
    sparse[482] = 1
    sparse[148:156] = b"%06o\0 " % (sum(sparse[:148]) + 256 + sum(sparse[156:]))
    tar = bytes(sparse) + bytes(BLOCK) + b"x" * BLOCK + with_members(header("b.html", size=3))
    found = met(tmp_path, "a.tar", tar)
    assert list(skips(found)) == ["a.html"]
    assert list(documents(found)) == ["b.html"]


def test_tars_joined_in_one_file_are_all_read(tmp_path: Path) -> None:
    joined = tarred({"a.html": page(1)}) + tarred({"b.html": page(2)})
    assert list(documents(met(tmp_path, "a.tar", joined))) == ["a.html", "b.html"]


@pytest.mark.parametrize(
    ("left_blocks", "left"), [(0.5, 0), (1, 0), (1.1, 0), (3.1, 1), (3.9, 2), (4, 2), (7, 3)]
)
def test_what_came_before_the_cut_is_kept(tmp_path: Path, left_blocks: float, left: int) -> None:
    tar = tarred(PAGES)[: int(left_blocks * BLOCK)]
    found = met(tmp_path, "a.tar", tar)
    assert len(documents(found)) == left
    assert reasons(found) == [(None, "the tar is cut off: what came before was read, get the file anew")]


def test_a_tar_cut_off_in_gzip_is_one_row(tmp_path: Path) -> None:
    found = met(tmp_path, "a.tgz", gzip.compress(tarred(PAGES))[:-12])
    assert len(documents(found)) <= 5
    assert reasons(found) == [(None, "the gzip is cut off: what came before was read, get the file anew")]


def test_a_damaged_header_ends_the_tar_and_is_said(tmp_path: Path) -> None:
    tar = bytearray(tarred(PAGES))
    tar[2 * BLOCK + 5] ^= 0xFF
    found = met(tmp_path, "a.tar", bytes(tar))
    assert list(documents(found)) == ["0.html"]
    assert reasons(found) == [
        (None, "the tar is damaged at byte 1024: what came before was read, get the file anew")
    ]


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.XGLTYPE])
def test_an_extended_header_that_would_fill_memory_is_refused(kind: bytes) -> None:
    tar = header("x", kind, 1 << 40).tobuf(tarfile.GNU_FORMAT)
    with pytest.raises(Broken, match="damaged|not a tar"):
        list(tar_members([tar], ORIGIN))


def test_any_number_of_extended_headers_in_a_row_is_read(tmp_path: Path) -> None:
    extended = header("x", tarfile.XHDTYPE, 16).tobuf() + b"16 path=bbb.txt\n".ljust(BLOCK, b"\0")
    found = met(tmp_path, "a.tar", extended * 5_000 + tarred({"a.txt": b"x"}))
    assert list(documents(found)) == ["bbb.txt"]


@pytest.mark.parametrize(
    "record", [b"0 a=b\n", b"99999 a=b\n", b"x a=b\n", b"a=b\n", b"1 ", b"2 a=b\n", b" a=b\n"]
)
def test_a_damaged_extended_header_is_said(record: bytes) -> None:
    tar = header("x", tarfile.XHDTYPE, len(record)).tobuf() + record.ljust(BLOCK, b"\0") + tarred(PAGES)
    with pytest.raises(Broken):
        list(tar_members([tar], ORIGIN))


@given(place=st.integers(0, 4 * BLOCK), byte=st.integers(0, 255), size_bytes=st.integers(1, 3_000))
def test_a_tar_with_a_wrong_byte_is_read_or_broken(place: int, byte: int, size_bytes: int) -> None:
    tar = bytearray(tarred({"a.html": page(1), "b" * 150 + ".html": page(2)}))
    tar[place] = byte
    pieces = [bytes(tar[start : start + size_bytes]) for start in range(0, len(tar), size_bytes)]
    try:
        for member in tar_members(pieces, ORIGIN):
            assert sum(map(len, member.pieces)) <= len(tar)
    except Broken as broken:
        assert "\n" not in broken.error.reason
