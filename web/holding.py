"""The open searcher of a running site: one at a time, opened anew when the index has a new generation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from archive.settings import Settings
from index.generations import checked_manifest
from index.searcher import Searcher, open_searcher


class Holder:
    """Lends the searcher to one request at a time, so that none is closed for a new generation while in use."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = Lock()
        self._searcher: Searcher | None = None

    @contextmanager
    def searcher(self) -> Iterator[Searcher]:
        """The searcher of the current generation.

        Raises:
            IndexUnavailable: nothing is indexed yet, or the index cannot be read.
        """
        with self._lock:
            manifest = checked_manifest(self.settings.index_folder)
            if self._searcher is not None and self._searcher.manifest != manifest:
                self._searcher.close()
                self._searcher = None
            if self._searcher is None:
                self._searcher = open_searcher(self.settings)
            yield self._searcher
