"""Paths in, files out: which files of a folder are for us, in an order that is the same on every machine."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from archive.documents import Rejection, Skipped
from archive.errors import ProcessingError
from archive.reading.kinds import HIDDEN, READABLE, Kind, is_hidden, kind_of, kind_or_reason
from archive.reading.origins import Origin
from archive.text.escaping import escape_controls


class Found(NamedTuple):
    """A file to read: where it is, its paths as shown and as part of an identity, and how it is read."""

    path: Path
    origin: Origin
    kind: Kind


def walk(named: str) -> Iterator[Found | Rejection | Skipped]:
    """Every file at or below a path the user named; in a folder by name, folders in their place.

    A file named by the user is read, hidden or README as it may be, or rejected; one met in a folder is
    skipped when it is hidden, a README or of another kind. Links to files are followed, links to folders only
    when the user named them: so there are no loops.
    """
    path = Path(named)
    try:
        if not named:
            error = ProcessingError("read", "the path is empty: name a file, a folder or `-`")
            yield Origin(named, named).rejection(error)
        elif path.is_dir():
            yield from _walk_folder(path)
        else:
            yield _named_file(path)
    except OSError as error:
        yield refusal(_origin(path, path.parent), error)


def refusal(origin: Origin, error: OSError) -> Rejection:
    """The row of the report for a path that the operating system does not let us read."""
    return origin.rejection(_unreadable(error, error.strerror or str(error)))


def _unreadable(error: OSError, reason: str) -> ProcessingError:
    if isinstance(error, FileNotFoundError):
        return ProcessingError(
            "read", "{reason}: check the spelling, or the target of the link", reason=reason
        )
    if isinstance(error, PermissionError):
        return ProcessingError("read", "{reason}: make it readable, or leave it out", reason=reason)
    if error.errno == errno.ENOSPC:
        return ProcessingError("read", "{reason}: make room for temporary files", reason=reason)
    return ProcessingError("read", "{reason}: see that it can be read, or leave it out", reason=reason)


def printable(path: Path) -> str:
    """The path with `/`, as text that can always be written on one line.

    Bytes that are not UTF-8, and control characters, become `\\xNN`.
    """
    return escape_controls(os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace"))


def _origin(path: Path, root: Path) -> Origin:
    return Origin(printable(path), printable(path.relative_to(root)))


def _named_file(path: Path) -> Found | Rejection:
    origin = _origin(path, path.parent)
    kind = kind_of(path.name)
    is_file = stat.S_ISREG(path.stat().st_mode)
    if not is_file:
        return origin.rejection(
            ProcessingError("read", "neither a file nor a folder: send its content to `-`")
        )
    if kind is None:
        return origin.rejection(
            ProcessingError(
                "read",
                "{end} is not a kind that can be read: {readable}",
                end=path.suffix or path.name,
                readable=READABLE,
            )
        )
    return Found(path, origin, kind)


def _walk_folder(root: Path) -> Iterator[Found | Rejection | Skipped]:
    # A stack instead of recursion: folders can be nested deeper than Python's calls.
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            met = None if path == root else _judge(path, root)
            if met is not None:
                yield met
                continue
            waiting += sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name), reverse=True)
        except OSError as error:
            yield refusal(_origin(path, root), error)


def _judge(path: Path, root: Path) -> Found | Skipped | None:
    """What to do with something met in a folder; None: a folder, to be entered."""
    origin = _origin(path, root)
    if is_hidden(path.name):
        return origin.skipped(HIDDEN)
    if path.is_dir():
        reason = ProcessingError("read", "a link to a folder: name it to have it read")
        return origin.skipped(reason) if path.is_symlink() else None
    kind = kind_or_reason(path.name)
    if isinstance(kind, ProcessingError):
        return origin.skipped(kind)
    if not stat.S_ISREG(path.stat().st_mode):
        return origin.skipped(ProcessingError("read", "not a file"))
    return Found(path, origin, kind)
