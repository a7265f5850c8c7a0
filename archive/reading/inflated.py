"""The bytes of a file, unpacked, as lines and as blocks, with places that can be returned to."""

from __future__ import annotations

import re
from typing import BinaryIO

from archive.reading.gzip_members import Place, members
from archive.reading.limits import Allowance

_BLANKS = re.compile(rb"\s*")


class Inflated:
    """The unpacked bytes of a stream, which stands at its beginning.

    Where they are damaged or cut off, every method that reads raises ProcessingError; where they are more than
    the allowance, Broken.
    """

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self._members = members(stream, allowance)
        self._buffer = b""
        self._cursor = 0
        self._passed_bytes = 0
        self._member_offset = 0

    @property
    def member_offset(self) -> int:
        """Where the member that is being read begins in the file."""
        return self._members.member_offset

    def read(self, size_bytes: int) -> bytes:
        """As many bytes, fewer only at the end."""
        parts: list[bytes] = []
        while size_bytes and self._has_more():
            parts.append(self._buffer[self._cursor : self._cursor + size_bytes])
            size_bytes -= len(parts[-1])
            self._cursor += len(parts[-1])
        return b"".join(parts)

    def readline(self, size_bytes: int) -> bytes:
        """The rest of the line with its line feed, at most as many bytes; none at the end."""
        parts: list[bytes] = []
        while size_bytes and self._has_more():
            farthest = min(self._cursor + size_bytes, len(self._buffer))
            end = self._buffer.find(b"\n", self._cursor, farthest) + 1 or farthest
            parts.append(self._buffer[self._cursor : end])
            size_bytes -= end - self._cursor
            self._cursor = end
            if parts[-1].endswith(b"\n"):
                break
        return b"".join(parts)

    def skip_blanks(self) -> None:
        """Go to the next byte that is neither blank nor line end, or to the end."""
        while self._has_more():
            blanks = _BLANKS.match(self._buffer, self._cursor)
            self._cursor = blanks.end() if blanks else self._cursor
            if self._cursor < len(self._buffer):
                return

    def skip_to_line(self, beginning: bytes) -> bool:
        """Go to the next line that begins so; a member begins a line. False: there is none, all was passed."""
        if not self._has_more():
            return False
        while True:
            if self._place_of(self._cursor).passed_bytes == 0 and self._buffer.startswith(beginning):
                return True
            found = self._buffer.find(b"\n" + beginning, max(self._cursor - 1, 0))
            if found >= 0:
                self._cursor = found + 1
                return True
            self._cursor = len(self._buffer)
            if not self._fill(kept_bytes=len(beginning)):
                return False

    def place(self) -> Place:
        """Where the next byte stands: at the end of its member, as long as nothing of the next was read."""
        return self._place_of(self._cursor)

    def can_go(self, place: Place) -> bool:
        """Whether `go` leads there: the stream is seekable and little is to be unpacked again."""
        return self._members.can_go(place)

    def go(self, place: Place) -> None:
        """Return to a place that `can_go` knows."""
        left_bytes = self._members.go(place)
        self._forget(place.passed_bytes - left_bytes)
        self.read(left_bytes)

    def pass_damage(self) -> bool:
        """Go on after damage at the next member; False: there is none, or it has been enough."""
        self._forget(0)
        return self._members.pass_damage()

    def _has_more(self) -> bool:
        return self._cursor < len(self._buffer) or self._fill()

    def _fill(self, kept_bytes: int = 0) -> bool:
        """Take the next piece, and keep the end of the last if it is of the same member; False at the end."""
        piece = self._members.next_piece()
        if not piece:
            return False
        is_next_member = self._members.member_offset != self._member_offset
        kept = (
            b"" if is_next_member else self._buffer[len(self._buffer) - kept_bytes :] if kept_bytes else b""
        )
        self._passed_bytes = 0 if is_next_member else self._passed_bytes + len(self._buffer) - len(kept)
        self._member_offset = self._members.member_offset
        self._buffer, self._cursor = kept + piece, 0
        return True

    def _place_of(self, cursor: int) -> Place:
        return Place(self._member_offset, self._passed_bytes + cursor)

    def _forget(self, passed_bytes: int) -> None:
        self._buffer, self._cursor = b"", 0
        self._passed_bytes, self._member_offset = passed_bytes, self._members.member_offset
