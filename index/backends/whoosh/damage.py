"""Damage to the files of an index: the border where it becomes an error that says what to do, and the search for
what does not show by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import IndexUnavailable
from index.backends.whoosh.arrays import ArrayFile
from index.backends.whoosh.segment import EXTENSION


@contextmanager
def damage_reported(folder: Path) -> Iterator[None]:
    """Report whatever goes wrong in the block as damage to the index in a folder.

    Only reading of Whoosh's own files belongs inside.

    Raises:
        IndexUnavailable: the block failed.
    """
    try:
        yield
    except IndexUnavailable:
        raise
    except Exception as error:  # Whoosh and unpickling raise anything on bad bytes, Exception itself too
        raise IndexUnavailable(
            "the index in {folder} is damaged ({reason}): run khobao index rebuild",
            folder=folder,
            reason=error,
        ) from error


def damaged_arrays(folder: Path) -> list[str]:
    """The arrays of an index that do not agree with their checksums, by file and name; every byte is read."""
    return [
        f"{path}: {name}"
        for path in sorted(folder.glob(f"*{EXTENSION}"))
        for name in ArrayFile(path).verify()
    ]
