"""How much may be held, put aside and unpacked, so that no file can fill memory or disk or take for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.errors import ProcessingError
from archive.reading.origins import Broken, Origin


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of reading, as the settings of these names state them.

    Attributes:
        record_bytes: largest document: a text, page, line, row or WARC record.
        unpacked_bytes: most bytes unpacked from one file, those of containers in it included.
        unpacked_ratio: most bytes unpacked for each byte of the file.
        spool_bytes: largest zip inside another file, which has to be put aside on disk to be read.
        members: most members of one file, those of containers in it included.
    """

    record_bytes: int
    unpacked_bytes: int
    unpacked_ratio: int
    spool_bytes: int
    members: int


class Allowance:
    """What is left of the limits for one file: when it is used up, the file is left and the next one read.

    Args:
        file: the file that is stopped.
        limits: the bounds.
    """

    def __init__(self, file: Origin, limits: Limits) -> None:
        self.limits = limits
        self._file = file
        self._packed_bytes = self._unpacked_bytes = self._members = 0

    def packed(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The same pieces, counted as bytes of the file itself."""
        for piece in pieces:
            self.feed(len(piece))
            yield piece

    def unpacked(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The same pieces, counted as unpacked; raises `Broken` when they are too much."""
        for piece in pieces:
            self.take(len(piece))
            yield piece

    def feed(self, packed_bytes: int) -> None:
        """Count bytes of the file itself."""
        self._packed_bytes += packed_bytes

    def take(self, unpacked_bytes: int) -> None:
        """Count bytes that are unpacked, or about to be.

        Raises:
            Broken: they are more than stated, or more than honest files have for their size. The size of one
                document is always allowed: short things can be as regular as they like.
        """
        limits = self.limits
        self._unpacked_bytes += unpacked_bytes
        if self._unpacked_bytes > limits.record_bytes + limits.unpacked_ratio * self._packed_bytes:
            raise self._stopped(
                ProcessingError(
                    "read",
                    "unpacks to more than {most} times its size, as no honest file does: "
                    "leave it out, or raise KHOBAO_UNPACKED_RATIO",
                    most=limits.unpacked_ratio,
                )
            )
        if self._unpacked_bytes > limits.unpacked_bytes:
            raise self._stopped(
                ProcessingError(
                    "read",
                    "unpacks to more than {most} bytes: split it, or raise KHOBAO_UNPACKED_BYTES",
                    most=limits.unpacked_bytes,
                )
            )

    def count_member(self) -> None:
        """Count a member of a container.

        Raises:
            Broken: there are too many.
        """
        self._members += 1
        if self._members > self.limits.members:
            raise self.too_many_members()

    def too_many_members(self) -> Broken:
        """What is raised when a container has, or says it has, more members than allowed."""
        return self._stopped(
            ProcessingError(
                "read",
                "holds more than {most} files: split it, or raise KHOBAO_MEMBERS",
                most=self.limits.members,
            )
        )

    def _stopped(self, error: ProcessingError) -> Broken:
        return Broken(self._file, error)
