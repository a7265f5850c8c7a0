"""Zips of every writer are read; what is damaged, locked, lying or cut off costs its own row and no more."""

from __future__ import annotations

import io
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.documents import RawDocument, Rejection
from archive.reading.contents import read_file
from archive.reading.kinds import Kind
from archive.reading.origins import Origin
from archive.reading.zips import member_name
from tests.archive.reading.packing import LIMITS, documents, met, page, reasons, skips, zipped

ORIGIN = Origin("a.zip", "a.zip")
PAGES = {f"{number}.html": page(number) for number in range(5)}
CUT_OFF = "the zip is cut off: what came before was read, get the file anew"


def streamed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip as it is written to a pipe: lengths and checksums follow the members."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    out = Pipe()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(content: bytes, where: int, format: str, value: int) -> bytes:
    """The zip with one number replaced."""
    altered = bytearray(content)
    struct.pack_into(format, altered, where, value)
    return bytes(altered)


def entry(content: bytes, number: int = 0) -> int:
    """Where an entry of the directory begins."""
    place = -1
    for _ in range(number + 1):
        place = content.index(b"PK\x01\x02", place + 1)
    return place


@pytest.mark.parametrize(
    ("name", "flags", "read"),
    [
        ("Thời sự.html".encode(), 0x800, "Thời sự.html"),
        ("Thời sự.html".encode(), 0, "Thời sự.html"),
        (b"tin.html", 0, "tin.html"),
        ("café.html".encode("cp437"), 0, "café.html"),
    ],
)
def test_names_are_utf8_or_cp437_whatever_the_flag_says(name: bytes, flags: int, read: str) -> None:
    assert member_name(name, flags) == read


def test_a_zip_of_macos_or_linux_has_its_names(tmp_path: Path) -> None:
    plain = zipped({"Thxxxi.html": page(1)})
    assert list(documents(met(tmp_path, "a.zip", plain.replace(b"Thxxxi", "Thời".encode())))) == ["Thời.html"]


def test_a_link_is_skipped(tmp_path: Path) -> None:
    out = io.BytesIO()
    link = zipfile.ZipInfo("a.html")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert list(skips(met(tmp_path, "a.zip", out.getvalue()))) == ["a.html"]


def test_an_encrypted_member_is_one_row_and_the_others_are_read(tmp_path: Path) -> None:
    zip_ = zipped(PAGES)
    found = met(tmp_path, "a.zip", changed(zip_, entry(zip_, 2) + 8, "<H", 1))
    assert list(documents(found)) == ["0.html", "1.html", "3.html", "4.html"]
    assert reasons(found) == [("2.html", "encrypted: unpack it with its password first")]


@pytest.mark.parametrize("method", [9, 14, 93, 99])
def test_a_method_of_packing_that_is_not_read_is_one_row(tmp_path: Path, method: int) -> None:
    zip_ = zipped(PAGES)
    found = met(tmp_path, "a.zip", changed(zip_, entry(zip_, 1) + 10, "<H", method))
    assert len(documents(found)) == 4
    assert reasons(found) == [
        ("1.html", f"packed with method {method}, which is not read: pack the zip anew")
    ]


@pytest.mark.parametrize(("offset", "value"), [(16, 1), (20, 1), (20, 60), (24, 1), (24, 60), (24, 5_000)])
def test_a_wrong_checksum_or_length_is_one_row(tmp_path: Path, offset: int, value: int) -> None:
    zip_ = zipped(PAGES)
    found = met(tmp_path, "a.zip", changed(zip_, entry(zip_, 4) + offset, "<L", value))
    assert list(documents(found)) == ["0.html", "1.html", "2.html", "3.html"]
    assert [member for member, _ in reasons(found)] == ["4.html"]


def test_a_damaged_member_is_one_row(tmp_path: Path) -> None:
    zip_ = zipped({"a.html": page(1), "b.html": page(2)})
    found = met(tmp_path, "a.zip", changed(zip_, 45, "<L", 0xFFFFFFFF))
    assert list(documents(found)) == ["b.html"]
    [(member, reason)] = reasons(found)
    assert (member, reason.startswith("damaged in the zip (")) == ("a.html", True)


@pytest.mark.parametrize("pack", [zipped, streamed])
def test_of_a_zip_that_is_cut_off_the_members_before_are_kept(tmp_path: Path, pack: type) -> None:
    files = {name: random.Random(name).randbytes(300) for name in PAGES}
    zip_ = pack(files)
    cut = zip_.index(b"3.html") + 100
    found = met(tmp_path, "a.zip", zip_[:cut])
    assert documents(found) == {name: files[name] for name in ("0.html", "1.html", "2.html")}
    assert reasons(found) == [(None, CUT_OFF)]


@pytest.mark.parametrize("pack", [zipped, streamed])
def test_of_a_zip_cut_off_in_its_directory_all_members_are_kept(tmp_path: Path, pack: type) -> None:
    found = met(tmp_path, "a.zip", pack(PAGES)[:-30])
    assert documents(found) == PAGES
    assert reasons(found) == [(None, CUT_OFF)]


def test_in_a_zip_that_is_cut_off_a_damaged_member_is_one_row(tmp_path: Path) -> None:
    zip_ = zipped(PAGES, zipfile.ZIP_STORED)
    damaged = zip_.replace(b"3/3", b"9/9", 1)[:-30]
    found = met(tmp_path, "a.zip", damaged)
    assert list(documents(found)) == ["0.html", "1.html", "2.html", "4.html"]
    assert reasons(found) == [
        ("3.html", "damaged in the zip (the checksum is wrong): get the file anew"),
        (None, CUT_OFF),
    ]


def test_members_that_lie_over_each_other_are_refused_at_once(tmp_path: Path) -> None:
    """The bomb of David Fifield, "A better zip bomb" (2019): every entry ends in the same bytes."""
    zip_ = zipped(PAGES)
    overlapping = changed(
        zip_, entry(zip_, 3) + 42, "<L", struct.unpack_from("<L", zip_, entry(zip_, 2) + 42)[0]
    )
    [row] = met(tmp_path, "a.zip", overlapping)
    assert isinstance(row, Rejection)
    assert row.reason == "members of the zip lie over each other, as in no honest zip: leave it out"


def test_a_directory_that_would_fill_memory_is_not_read(tmp_path: Path) -> None:
    many = zipped({f"{number:05}.html": b"" for number in range(3_000)})
    assert reasons(met(tmp_path, "a.zip", many, members=1_000)) == [
        (None, "holds more than 1000 files: split it, or raise KHOBAO_MEMBERS")
    ]


def test_bytes_before_the_zip_are_passed_over(tmp_path: Path) -> None:
    assert documents(met(tmp_path, "a.zip", b"#!/bin/sh\n" + zipped(PAGES))) == PAGES


@given(place=st.integers(0, 299), byte=st.integers(0, 255), left=st.integers(0, 400), pipe=st.booleans())
def test_a_zip_with_a_wrong_byte_is_documents_and_rows(place: int, byte: int, left: int, pipe: bool) -> None:
    files = {"a.html": page(1), "b.html": page(2)}
    zip_ = bytearray(streamed(files) if pipe else zipped(files))
    zip_[place] = byte
    for row in read_file(io.BytesIO(zip_[:left]), ORIGIN, Kind("zip"), LIMITS):
        if isinstance(row, RawDocument):
            assert row.content in files.values()
        else:
            assert "\n" not in row.reason
