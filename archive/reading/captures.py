"""Where the pages of a WARC stand that later records of it may refer to.

A `revisit` record (WARC 1.1, sections 6.7 and 5.9 to 5.11) says that a page was the same as one before, by the
digest of its content, by the address and time of that capture, or by both.
"""

from __future__ import annotations

from archive.reading.gzip_members import Place
from archive.reading.warc_records import Headers, WarcRecord, address

MOST_KEYS = 100_000
"""Digests and captures that are remembered, about 20 MB of memory; then the oldest is forgotten."""

_NOT_MODIFIED = "server-not-modified"


class Captures:
    """The captures met so far."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}

    def remember(self, record: WarcRecord) -> None:
        """Remember where a response or resource stands."""
        for key in _keys(record.headers, record.url, "warc-date"):
            self._places.pop(key, None)
            self._places[key] = record.place
        while len(self._places) > MOST_KEYS:
            del self._places[next(iter(self._places))]

    def place_of(self, revisit: WarcRecord) -> Place | None:
        """Where the page stands that a revisit refers to; None: not in this file, as far as is remembered."""
        keys = _keys(revisit.headers, referred_url(revisit), "warc-refers-to-date")
        return next((self._places[key] for key in keys if key in self._places), None)


def referred_url(revisit: WarcRecord) -> str | None:
    """The address whose page a revisit says was the same, if it says which."""
    profile = revisit.headers.get("warc-profile", "").strip()
    return address(revisit.headers, "warc-refers-to-target-uri") or (
        revisit.url if profile.endswith(_NOT_MODIFIED) else None
    )


def referred_time(revisit: WarcRecord) -> str:
    """When that page was captured, as written; `?` where that is not said."""
    return revisit.headers.get("warc-refers-to-date", "").strip() or "?"


def _keys(headers: Headers, url: str | None, name_of_time: str) -> list[str]:
    digest = headers.get("warc-payload-digest", "").strip()
    time = headers.get(name_of_time, "").strip()
    return [key for key in (digest, url and time and f"{time} {url}") if key]
