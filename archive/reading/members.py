"""Members of containers: what a zip and a tar have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive.errors import ProcessingError
from archive.reading.origins import Origin
from archive.text.escaping import escape_controls

_SEPARATORS = re.compile(r"[/\\]+")
_DRIVE = re.compile(r"[A-Za-z]:")
_NOWHERE = frozenset({"", ".", ".."})

LINK = ProcessingError("read", "a link in a container: what it leads to is read where it is")
"""Why a link is no file to read."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container, not yet read.

    Attributes:
        path: the path in its container, made harmless by `member_path`.
        origin: the same as an origin.
        size_bytes: as the container states it.
        pieces: its bytes, to be read before the next member is asked for.
        packed_bytes: what it takes in a container that packs each member by itself; else None.
        left_out: why it is nothing to read: a link, a device; None for a file.
    """

    path: str
    origin: Origin
    size_bytes: int
    pieces: Iterable[bytes] = ()
    packed_bytes: int | None = None
    left_out: ProcessingError | None = None


def member_path(name: str) -> str:
    """The path of a member below its container, whatever its name tries: nothing is above or beside it.

    Backslashes separate too, as in zips of old Windows programs. What leads out (`/`, `C:`, `..`) is left out,
    control characters are spelled out. Nothing is ever written under this path: it tells and identifies.
    """
    parts = _SEPARATORS.split(name[2:] if _DRIVE.match(name) else name)
    return escape_controls("/".join(part for part in parts if part not in _NOWHERE))
