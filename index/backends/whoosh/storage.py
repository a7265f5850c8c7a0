"""Whoosh's folder of files, with tables of contents that survive a loss of power."""

from __future__ import annotations

import os
from pathlib import Path

from whoosh.filedb.filestore import FileStorage


class DurableStorage(FileStorage):  # type: ignore[misc]  # whoosh is untyped
    """A folder in which a file has its final name only when all of it is on the disk."""

    def rename_file(self, old: str, new: str, safe: bool = False) -> None:
        """Give a finished file its final name: Whoosh does so with tables of contents, to publish them."""
        _synchronise(Path(self.folder, old))
        super().rename_file(old, new, safe)
        _synchronise(Path(self.folder))


def _synchronise(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
