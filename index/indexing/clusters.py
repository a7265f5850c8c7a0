"""What is told once: clusters of near-duplicates, groups of equal statements, as one generation has them.

They lie in files of their own beside the collections: one new article can rename the cluster of articles
that are not written again. Like everything in a generation the files are never changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from archive.errors import IndexUnavailable

FILE = "clusters.json"


class Clusters(Mapping[str, str]):
    """Cluster by article, or group by statement; those without near-duplicates are not in it."""

    def __init__(self, content: bytes = b"{}", path: Path | None = None) -> None:
        self._content = content
        self._path = path or Path(FILE)

    @classmethod
    def open(cls, folder: Path, file: str = FILE) -> Clusters:
        """Those of the generation in a folder. The file is parsed when it is first asked.

        Raises:
            IndexUnavailable: it cannot be read.
        """
        path = folder / file
        try:
            # Read at once: the folder may be pruned while its reader lives on.
            return cls(path.read_bytes(), path)
        except OSError as error:
            raise IndexUnavailable(
                "{path} is damaged ({reason}): run khobao index rebuild", path=path, reason=error.strerror
            ) from error

    def __getitem__(self, article: str) -> str:
        return self._clusters[article]

    def __iter__(self) -> Iterator[str]:
        return iter(self._clusters)

    def __len__(self) -> int:
        return len(self._clusters)

    @cached_property
    def _clusters(self) -> dict[str, str]:
        try:
            return dict(json.loads(self._content))
        except (ValueError, TypeError) as error:
            raise IndexUnavailable(
                "{path} is damaged ({reason}): run khobao index rebuild", path=self._path, reason=error
            ) from error


def write_beside(folder: Path, file: str, content: Mapping[str, object]) -> None:
    """Write a file of a generation that is being built."""
    written = folder / (file + ".new")
    written.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
    # In place of the one linked from the last generation, which must stay as it is.
    written.replace(folder / file)
