"""The border where failures of Whoosh's files become an error that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import IndexUnavailable


@contextmanager
def damage_reported(folder: Path) -> Iterator[None]:
    """Report whatever goes wrong in the block as damage to the index in a folder.

    Only Whoosh's reading belongs inside.

    Raises:
        IndexUnavailable: the block failed.
    """
    try:
        yield
    except Exception as error:  # Whoosh and unpickling raise anything on bad bytes, Exception itself too
        raise IndexUnavailable(
            "the index in {folder} is damaged ({reason}): run khobao index rebuild",
            folder=folder,
            reason=error,
        ) from error
