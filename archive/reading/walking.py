"""Paths in, files out: which files of a folder are for us, in an order that is the same on every machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from archive.models import Rejection, Skipped
from archive.text.escaping import escape_controls

Kind = Literal["text", "lines", "table"]

KINDS: Mapping[str, Kind] = MappingProxyType(
    {".txt": "text", ".jsonl": "lines", ".ndjson": "lines", ".csv": "table"}
)
"""How a file is read, by the end of its name in small letters."""

_ADVICE: Mapping[type[OSError], str] = MappingProxyType(
    {
        FileNotFoundError: "check the spelling, or the target of the link",
        PermissionError: "make it readable, or leave it out",
    }
)


class Found(NamedTuple):
    """A file to read. `shown` is its path as the user would name it, `relative` the part below the PATH."""

    path: Path
    shown: str
    relative: str
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
            yield Rejection(named, "read", "the path is empty: name a file, a folder or `-`")
        elif path.is_dir():
            yield from _walk_folder(path)
        else:
            yield _named_file(path)
    except OSError as error:
        yield refusal(printable(path), error)


def refusal(shown: str, error: OSError) -> Rejection:
    """The row of the report for a path that the operating system does not let us read."""
    advice = _ADVICE.get(type(error), "see that it can be read, or leave it out")
    return Rejection(shown, "read", f"{error.strerror or error}: {advice}")


def printable(path: Path) -> str:
    """The path with `/`, as text that can always be written on one line.

    Bytes that are not UTF-8, and control characters, become `\\xNN`.
    """
    return escape_controls(os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace"))


def _named_file(path: Path) -> Found | Rejection:
    shown = printable(path)
    kind = KINDS.get(path.suffix.lower())
    is_file = stat.S_ISREG(path.stat().st_mode)
    if not is_file:
        return Rejection(shown, "read", "neither a file nor a folder: send its content to `-`")
    if kind is None:
        name = printable(Path(path.suffix or path.name))
        return Rejection(shown, "read", f"{name} is not a kind that can be read: {' '.join(KINDS)}")
    return Found(path, shown, printable(Path(path.name)), kind)


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
            yield refusal(printable(path), error)


def _judge(path: Path, root: Path) -> Found | Skipped | None:
    """What to do with something met in a folder; None: a folder, to be entered."""
    shown = printable(path)
    if path.name.startswith("."):
        return Skipped(shown, "hidden")
    if path.is_dir():
        return Skipped(shown, "a link to a folder: name it to have it read") if path.is_symlink() else None
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        return Skipped(shown, f"of another kind than {' '.join(KINDS)}")
    if path.name.casefold().startswith("readme"):
        return Skipped(shown, "a README")
    if not stat.S_ISREG(path.stat().st_mode):
        return Skipped(shown, "not a file")
    return Found(path, shown, printable(path.relative_to(root)), kind)
