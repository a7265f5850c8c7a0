"""A WARC or ARC file in, the pages it holds out: the door to `warc_records`, `responses` and `payloads`.

One record is held in memory at a time. Pages and texts are yielded as their servers meant them, without HTTP,
chunks and compression, so that a page has the same bytes, whether it comes in a WARC or in a folder. Of two
captures of one address both are yielded, in the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from archive.documents import RawDocument, Rejection, Skipped
from archive.errors import ProcessingError
from archive.reading.captures import Captures, referred_time, referred_url
from archive.reading.limits import Allowance, Limits
from archive.reading.origins import Broken, Origin
from archive.reading.responses import Page, Passed, passed_answer, passed_kind, read_answer_of, read_page
from archive.reading.warc_records import WarcRecord, WarcRecords
from archive.text.escaping import escape_controls

_SHOWN_CHARACTERS = 500

Met = RawDocument | Rejection | Skipped


def read_warc(
    stream: BinaryIO, path: str, relative_path: str, member: str | None, limits: Limits
) -> Iterator[Met]:
    """Every page of a WARC, and a row for each record that is none.

    A record of kind `revisit` says that a page was the same as one before: at the same address it is skipped, at
    another it is a document with the content of that one, if the stream is seekable and holds it.

    Args:
        stream: the file from its beginning, gzipped or not, as a whole or record by record.
        path, relative_path, member: as in `RawDocument`.
        limits: the bounds of this file.

    Yields:
        Documents, with the number of their record as line; rejections of pages that failed and of what cannot be
        read; skipped: what was fetched and is no page. Records about the crawl itself are passed in silence.

    Raises:
        OSError, Broken: the stream itself cannot be read on.
    """
    origin = Origin(path, relative_path, member)
    reader = _Reader(stream, origin, limits)
    try:
        yield from reader.read()
    except Broken as broken:
        if broken.origin is not origin:
            raise
        yield origin.rejection(broken.error, reader.number)


class _Reader:
    """One file being read."""

    def __init__(self, stream: BinaryIO, origin: Origin, limits: Limits) -> None:
        self._origin = origin
        self._limits = limits
        self._allowance = Allowance(origin, limits)
        self._records = WarcRecords(stream, self._allowance)
        self._captures = Captures()

    @property
    def number(self) -> int:
        """The number of the record that is being read."""
        return self._records.number

    def read(self) -> Iterator[Met]:
        """Every record in the order of the file, told as what it is."""
        is_more = True
        while is_more:
            record = None
            try:
                record = self._records.next()
                if record is None:
                    break
                met = self._meet(record)
                self._records.finish(record)
            except ProcessingError as error:
                yield self._origin.rejection(error, self.number)
                is_more = self._records.recover(record)
            else:
                if met is not None:
                    yield met
        if record is None and self.number == 1 and is_more:
            yield self._origin.rejection(ProcessingError("read", "the file is empty"))

    def _meet(self, record: WarcRecord) -> Met | None:
        """What a record is to the archive; None: nothing that need be listed."""
        origin = self._origin
        try:
            found = passed_kind(record) or self._read(record)
        except ProcessingError as error:
            values = {**error.values, "url": _shown(record.url or "?")}
            return origin.rejection(ProcessingError(error.step, error.template, **values), self.number)
        if isinstance(found, Passed):
            return self._skipped(record, found.reason) if found.reason else None
        return RawDocument(
            origin.path,
            origin.relative_path,
            found.media,
            found.content,
            origin.member,
            self.number,
            record.url,
            found.charset,
        )

    def _skipped(self, record: WarcRecord, reason: ProcessingError) -> Skipped:
        name = _shown(record.url or "") or f"record {self.number}"
        return self._origin.within(name).skipped(reason)

    def _read(self, record: WarcRecord) -> Page | Passed:
        if record.kind == "revisit":
            return self._revisit(record)
        self._captures.remember(record)
        return self._page(record)

    def _page(self, record: WarcRecord) -> Page | Passed:
        recorded_bytes = record.block.length_bytes
        page = read_page(record, self._limits.record_bytes)
        if isinstance(page, Page):
            self._allowance.take(max(0, len(page.content) - recorded_bytes))
        return page

    def _revisit(self, record: WarcRecord) -> Page | Passed:
        """The page that a record says was the same as one before.

        Raises:
            ProcessingError: that one is not in this file, cannot be returned to, or is no page itself.
        """
        url, time = referred_url(record) or "?", referred_time(record)
        if url == record.url:
            return _unchanged(time)
        answer, _ = read_answer_of(record)
        if passed := passed_answer(answer, record.url):
            return passed
        place = self._captures.place_of(record)
        if place is None:
            raise ProcessingError(
                "read",
                "the same page as {original} of {time}, which is not in this file: ingest the file that has it",
                original=_shown(url),
                time=_shown(time),
            )
        if not self._records.can_return(place):
            raise ProcessingError(
                "read",
                "the same page as {original} of {time}, to which a packed file has no way back: unpack it, then ingest",
                original=_shown(url),
                time=_shown(time),
            )
        with self._records.returned(place) as referred:
            if referred.url == record.url:
                return _unchanged(referred.headers.get("warc-date", "?"))
            return self._page(referred)


def _shown(text: str) -> str:
    return escape_controls(text[:_SHOWN_CHARACTERS])


def _unchanged(time: str) -> Passed:
    return Passed(ProcessingError("read", "unchanged since {time}", time=_shown(time)))
