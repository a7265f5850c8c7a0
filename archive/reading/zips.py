"""Zip: its members by name, from a stream that can be sought in.

Source of the format: PKWARE, APPNOTE.TXT 6.3.10.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import BinaryIO, cast

from archive.errors import ProcessingError
from archive.reading.limits import Allowance
from archive.reading.lines import CHUNK_BYTES
from archive.reading.members import LINK, Member, member_path
from archive.reading.origins import Broken, Origin

DIRECTORY_BYTES_PER_MEMBER = 256
"""What a member may take in the directory of a zip, which is held in memory: 46 bytes, its path, its times."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Methods of packing that are read. `zipfile` has bzip2 and LZMA too, but unpacks them without a bound."""

_ENCRYPTED, _NAME_IS_UTF8 = 0x1, 0x800
_MODE_SHIFT = 16
_LOCAL_HEADER_BYTES = 30
_ENTRY_SIGNATURE = b"PK\x01\x02"
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError)


def zip_members(stream: BinaryIO, origin: Origin, allowance: Allowance) -> Iterator[Member]:
    """Every member that is not a folder, in the order in which a folder of the same files is walked.

    Args:
        stream: the zip.
        origin: the file or member it is.
        allowance: of the file; says how many members a directory may list.

    Raises:
        Broken: it is no zip, its directory is damaged or too large, or members lie over each other.
    """
    try:
        archive = zipfile.ZipFile(_Bounded(stream, allowance))
    except _DAMAGE as error:
        raise Broken(
            origin,
            ProcessingError("read", "not a zip, or damaged ({reason}): get the file anew", reason=str(error)),
        ) from None
    with archive:
        if _overlap(archive.infolist()):
            raise Broken(
                origin,
                ProcessingError(
                    "read", "members of the zip lie over each other, as in no honest zip: leave it out"
                ),
            )
        named = ((_name(info), info) for info in archive.infolist())
        files = [(member_path(name), info) for name, info in named if not is_folder(name)]
        for path, info in sorted(files, key=lambda file: [part.encode() for part in file[0].split("/")]):
            member = origin.within(path)
            is_link = stat.S_ISLNK(info.external_attr >> _MODE_SHIFT)
            yield Member(
                path=path,
                origin=member,
                size_bytes=info.file_size,
                pieces=_content(archive, info, member),
                packed_bytes=info.compress_size,
                left_out=LINK if is_link else None,
            )


class _Bounded:
    """The stream of a zip, refusing to read a directory that would not fit in memory.

    `zipfile` reads the directory in one piece, whatever its size, and makes an object of each entry.
    """

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance
        self.tell, self.seekable = stream.tell, stream.seekable

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == 0 and offset < 0:
            raise zipfile.BadZipFile("an offset lies before the file")
        return self._stream.seek(offset, whence)

    def read(self, size: int = -1) -> bytes:
        if size <= CHUNK_BYTES:
            return self._stream.read(size)
        most_members = self._allowance.limits.members
        if size > most_members * DIRECTORY_BYTES_PER_MEMBER:
            raise self._allowance.too_many_members()
        content = self._stream.read(size)
        if content.count(_ENTRY_SIGNATURE) > most_members:
            raise self._allowance.too_many_members()
        return content


def _overlap(infos: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether the bytes of one member are those of another too: a small zip can say it is endless so."""
    in_order = sorted(infos, key=lambda info: info.header_offset)
    return any(
        first.header_offset + _LOCAL_HEADER_BYTES + first.compress_size > second.header_offset
        for first, second in pairwise(in_order)
    )


def member_name(name: bytes, flags: int) -> str:
    """The name of a member as written; programs on macOS and Linux write UTF-8 without saying so."""
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("utf-8" if flags & _NAME_IS_UTF8 else "cp437", "backslashreplace")


def is_folder(name: str) -> bool:
    """Whether a member of this name is a folder."""
    return name.endswith(("/", "\\"))


def _name(info: zipfile.ZipInfo) -> str:
    charset = "utf-8" if info.flag_bits & _NAME_IS_UTF8 else "cp437"
    return member_name(info.filename.encode(charset), info.flag_bits)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, member: Origin) -> Iterator[bytes]:
    if info.flag_bits & _ENCRYPTED:
        raise encrypted(member)
    if info.compress_type not in _METHODS:
        raise Broken(
            member,
            ProcessingError(
                "read",
                "packed with method {method}, which is not read: pack the zip anew",
                method=info.compress_type,
            ),
        )
    size_bytes = 0
    try:
        with archive.open(info) as stream:
            # One read at a time, so that what comes before damage is not lost with it.
            while piece := cast(zipfile.ZipExtFile, stream).read1(CHUNK_BYTES):
                size_bytes += len(piece)
                yield piece
        if size_bytes != info.file_size:
            raise zipfile.BadZipFile(f"{size_bytes} bytes instead of {info.file_size}")
    except _DAMAGE as error:
        raise damaged(member, str(error) or "cut off") from None


def encrypted(member: Origin) -> Broken:
    """What is raised of a member that only its password opens."""
    return Broken(member, ProcessingError("read", "encrypted: unpack it with its password first"))


def damaged(member: Origin, reason: str) -> Broken:
    """What is raised of a member that is not what was packed."""
    return Broken(
        member, ProcessingError("read", "damaged in the zip ({reason}): get the file anew", reason=reason)
    )
