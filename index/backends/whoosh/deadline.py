"""The moment at which a query has taken too long."""

from __future__ import annotations

from time import monotonic

from archive.errors import LimitError


class Deadline:
    """A bound of time, counted from now.

    Args:
        seconds: how long the query may take.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = monotonic() + seconds

    def check(self) -> None:
        """Go on if there is time left.

        Raises:
            LimitError: there is none.
        """
        if monotonic() >= self._end:
            raise LimitError(
                "the query took longer than {seconds:g} seconds: ask for less, or raise KHOBAO_QUERY_SECONDS",
                seconds=self._seconds,
            )
