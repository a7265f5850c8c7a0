"""Clusters of near-duplicates as one generation of the index has them.

They lie in a file of their own beside the collections: one new article can rename the cluster of articles
that are not written again. Like everything in a generation the file is never changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from archive.errors import IndexUnavailable

FILE = "clusters.json"


class Clusters(Mapping[str, str]):
    """Cluster by article; articles without near-duplicates are not in it."""

    def __init__(self, content: bytes = b"{}") -> None:
        self._content = content

    @classmethod
    def open(cls, folder: Path) -> Clusters:
        """Those of the generation in a folder. The file is parsed when it is first asked.

        Raises:
            IndexUnavailable: it cannot be read.
        """
        path = folder / FILE
        try:
            # Read at once: the folder may be pruned while its reader lives on.
            return cls(path.read_bytes())
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
                "{path} is damaged ({reason}): run khobao index rebuild", path=FILE, reason=error
            ) from error


def write_clusters(folder: Path, clusters: Mapping[str, str]) -> None:
    """Write the clusters of a generation that is being built."""
    written = folder / (FILE + ".new")
    written.write_text(json.dumps(clusters, ensure_ascii=False), "utf-8")
    # In place of the one linked from the last generation, which must stay as it is.
    written.replace(folder / FILE)
