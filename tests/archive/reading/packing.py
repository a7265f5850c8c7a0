"""Containers made for tests, and what is read from them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from archive.documents import RawDocument, Rejection, Skipped
from archive.reading.reader import read
from archive.settings import read_settings

LIMITS = replace(read_settings({}).reading_limits, record_bytes=10_000)

Met = RawDocument | Rejection | Skipped


def page(number: int) -> bytes:
    """A page that differs from every other."""
    return f"<html><title>Bài {number}</title><p>Sáng {number}/3, Tỉnh ủy họp.</p></html>".encode()


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return out.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    """A tar of these files, in this order."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in files.items():
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return out.getvalue()


def met(folder: Path, name: str, content: bytes, **limits: int) -> list[Met]:
    """Everything that is met in a file of that name and content, read with these limits."""
    (folder / name).write_bytes(content)
    return list(read([str(folder / name)], replace(LIMITS, **limits)))


def documents(found: list[Met]) -> dict[str, bytes]:
    """The content of the documents by member (by line where it has no member)."""
    return {
        document.member or str(document.line or ""): document.content
        for document in found
        if isinstance(document, RawDocument)
    }


def reasons(found: list[Met]) -> list[tuple[str | None, str]]:
    """Member and reason of each rejection."""
    return [(row.member, row.reason) for row in found if isinstance(row, Rejection)]


def skips(found: list[Met]) -> dict[str | None, str]:
    """Reason of each thing skipped, by member."""
    return {row.member: row.reason for row in found if isinstance(row, Skipped)}
