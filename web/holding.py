"""The open searcher of a running site: one for all requests, opened anew when the index has a new generation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from archive.settings import Settings
from index.indexing.generations import Manifest, checked_manifest
from index.searcher import Searcher, open_searcher


class _Lent:
    """A searcher, and how many requests use it."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self.users = 0


class Holder:
    """Lends one searcher to any number of requests at once.

    The searcher of an older generation is closed when the last request that began with it is done; so never more
    than a few are open.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._counting = Lock()
        self._opening = Lock()
        self._newest: _Lent | None = None

    @contextmanager
    def searcher(self) -> Iterator[Searcher]:
        """The searcher of the current generation; while it is being opened for another request, of the last one.

        Raises:
            IndexUnavailable: nothing is indexed yet, or the index cannot be read.
        """
        lent = self._borrow(checked_manifest(self.settings.index_folder))
        try:
            yield lent.searcher
        finally:
            self._give_back(lent)

    def _borrow(self, manifest: Manifest) -> _Lent:
        lent = self._newest
        is_old = lent is None or lent.searcher.manifest != manifest
        # Only who has nothing to search yet waits for another to open it.
        if is_old and self._opening.acquire(blocking=lent is None):
            try:
                self._open(manifest)
            finally:
                self._opening.release()
        with self._counting:
            lent = self._newest
            assert lent is not None
            lent.users += 1
            return lent

    def _open(self, manifest: Manifest) -> None:
        """Open what is current, unless another request has."""
        if self._newest is not None and self._newest.searcher.manifest == manifest:
            return
        opened = _Lent(open_searcher(self.settings))
        with self._counting:
            last, self._newest = self._newest, opened
            is_idle = last is not None and not last.users
        if last is not None and is_idle:
            last.searcher.close()

    def _give_back(self, lent: _Lent) -> None:
        with self._counting:
            lent.users -= 1
            is_done = not lent.users and lent is not self._newest
        if is_done:
            lent.searcher.close()
