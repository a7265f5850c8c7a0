"""One file or stream in, its documents out, whatever it is packed in: containers call for themselves here.

Nothing is written under the name of a member. Only a zip inside another file is put aside on disk, in a
temporary file without a name, since a zip is read from its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from archive.documents import RawDocument, Rejection, Skipped
from archive.errors import ProcessingError
from archive.reading.compressed import Unpacked
from archive.reading.cut_zips import cut_zip_members, is_cut_off
from archive.reading.documents import READERS, too_large
from archive.reading.kinds import CONTAINERS, HIDDEN, WHOLE, Form, Kind, is_hidden, kind_or_reason
from archive.reading.limits import Allowance, Limits
from archive.reading.lines import chunks
from archive.reading.members import Member
from archive.reading.origins import Broken, Origin
from archive.reading.streams import PieceStream
from archive.reading.tars import tar_members
from archive.reading.warc import read_warc
from archive.reading.zips import zip_members

DEEPEST = 1
"""How many containers may stand around a container."""

_SPOOL_MEMORY_BYTES = 1 << 20
_RESOURCE_FORKS = "__MACOSX"

Met = RawDocument | Rejection | Skipped


def read_file(stream: BinaryIO, origin: Origin, kind: Kind, limits: Limits) -> Iterator[Met]:
    """Every document of a file, which may be a container; what cannot be read is a row each.

    Args:
        stream: the file, that can be sought in if it is a zip.
        origin: its paths.
        kind: as its name says.
        limits: the bounds of the whole file.

    Raises:
        OSError: the file cannot be read on.
    """
    allowance = Allowance(origin, limits)
    if kind == Kind("zip"):
        read_zip = cut_zip_members if is_cut_off(stream) else zip_members
        documents = _read_members(read_zip(stream, origin, allowance), origin, allowance)
    elif kind == Kind("warc"):
        documents = read_warc(stream, origin.path, origin.relative_path, origin.member, limits)
    else:
        documents = _read_packed(allowance.packed(chunks(stream)), origin, kind, allowance)
    return _until_broken(documents, origin)


def _until_broken(documents: Iterator[Met], origin: Origin) -> Iterator[Met]:
    try:
        yield from documents
    except Broken as broken:
        if broken.origin != origin:
            raise
        yield origin.rejection(broken.error)


def _read_packed(pieces: Iterable[bytes], origin: Origin, kind: Kind, allowance: Allowance) -> Iterator[Met]:
    if kind.packing is None:
        yield from _read_form(pieces, origin, kind.form, allowance)
        return
    unpacked = Unpacked(pieces, kind.packing, origin)
    yield from _read_form(allowance.unpacked(unpacked), origin, kind.form, allowance)
    if unpacked.is_followed:
        error = ProcessingError(
            "read",
            "what follows the end of its {packing} is something else: everything before was read",
            packing=kind.packing,
        )
        yield origin.rejection(error)


def _read_form(pieces: Iterable[bytes], origin: Origin, form: Form, allowance: Allowance) -> Iterator[Met]:
    limits = allowance.limits
    if form == "zip":
        yield from _read_spooled_zip(pieces, origin, allowance)
    elif form == "tar":
        yield from _read_members(tar_members(pieces, origin), origin, allowance)
    elif form == "warc":
        stream = cast(BinaryIO, PieceStream(pieces))
        yield from read_warc(stream, origin.path, origin.relative_path, origin.member, limits)
    else:
        yield from READERS[form](origin, pieces, limits.record_bytes)


def _read_spooled_zip(pieces: Iterable[bytes], origin: Origin, allowance: Allowance) -> Iterator[Met]:
    most_bytes = allowance.limits.spool_bytes
    with SpooledTemporaryFile(max_size=_SPOOL_MEMORY_BYTES) as spool:
        for piece in pieces:
            if spool.tell() + len(piece) > most_bytes:
                error = ProcessingError(
                    "read",
                    "a zip of more than {most} bytes in another file: unpack that, or raise KHOBAO_SPOOL_BYTES",
                    most=most_bytes,
                )
                yield origin.rejection(error)
                return
            spool.write(piece)
        members = zip_members(cast(BinaryIO, spool), origin, allowance)
        # The bytes it takes were counted already, when they were read.
        counted = (replace(member, packed_bytes=0) for member in members)
        yield from _read_members(counted, origin, allowance)


def _read_members(members: Iterator[Member], origin: Origin, allowance: Allowance) -> Iterator[Met]:
    is_empty = True
    known: set[str] = set()
    for member in members:
        is_empty = False
        allowance.count_member()
        kind = _kind_or_reason(member)
        if isinstance(kind, ProcessingError):
            yield member.origin.skipped(kind)
        elif member.path in known:
            error = ProcessingError("read", "another member has this path and was read: rename one of them")
            yield member.origin.rejection(error)
        else:
            known.add(member.path)
            yield from _until_broken(_read_member(member, kind, allowance), member.origin)
    if is_empty:
        yield origin.rejection(ProcessingError("read", "no file is in it"))


def _kind_or_reason(member: Member) -> Kind | ProcessingError:
    *folders, name = member.path.split("/")
    if member.left_out:
        return member.left_out
    if _RESOURCE_FORKS in folders:
        return ProcessingError("read", "what macOS adds to a zip")
    return HIDDEN if any(map(is_hidden, folders)) else kind_or_reason(name)


def _read_member(member: Member, kind: Kind, allowance: Allowance) -> Iterator[Met]:
    record_bytes = allowance.limits.record_bytes
    if kind.form in CONTAINERS and member.origin.depth > DEEPEST:
        error = ProcessingError(
            "read", "a container in a container in a container: unpack the outermost first"
        )
        yield member.origin.rejection(error)
    elif kind in WHOLE and member.size_bytes > record_bytes:
        yield member.origin.rejection(too_large(record_bytes))
    else:
        if member.packed_bytes is not None:
            allowance.feed(member.packed_bytes)
            allowance.take(member.size_bytes)
        yield from _read_packed(member.pieces, member.origin, kind, allowance)
