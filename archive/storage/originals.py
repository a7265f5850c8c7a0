"""Originals: the bytes as they came, compressed, each kept once under its checksum."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, select

from archive.errors import NotFound, StoreError
from archive.storage.schema import originals

_ORIGINAL = select(originals).where(originals.c.sha256 == bindparam("sha256"))


def get_original(connection: Connection, sha256: str) -> bytes:
    """An original.

    Raises:
        NotFound: it is not kept.
        StoreError: it is damaged.
    """
    row = connection.execute(_ORIGINAL, {"sha256": sha256}).first()
    if row is None:
        raise NotFound("no original with checksum {sha256}: run khobao verify", sha256=sha256)
    try:
        return zlib.decompress(row.compressed)
    except zlib.error as error:
        raise StoreError(
            "original {sha256} is damaged: run khobao verify, restore it from a backup", sha256=sha256
        ) from error


def damaged_originals(connection: Connection) -> Iterator[str]:
    """Checksums of originals that no longer are what they were."""
    for row in connection.execute(select(originals).execution_options(yield_per=100)):
        try:
            content = zlib.decompress(row.compressed)
        except zlib.error:
            yield row.sha256
            continue
        if hashlib.sha256(content).hexdigest() != row.sha256 or len(content) != row.size:
            yield row.sha256
