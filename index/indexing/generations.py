"""Generations of the index on disk, and the manifest that names the one readers open.

A generation is a folder that is never written again. The next one begins as hard links to its files, so a new
generation costs what changed, an old one stays readable until it is pruned, and a process killed at any moment
leaves at worst a folder no manifest names.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from archive.errors import IndexUnavailable
from archive.storage.locking import WriterLock
from index.fields import SCHEMA_VERSION

MANIFEST = "manifest.json"
WAIT_SECONDS = 600
"""How long whoever would write the index waits for another who does."""

_BUILDING = "building-"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index generation holds.

    Attributes:
        change: number of the last change of the store it has.
        generation: the store's generation at that change.
        folder: name of the generation's folder.
        consolidated: number of the last change its clusters know of.
    """

    change: int
    generation: str
    folder: str
    engine: str
    schema_version: int
    consolidated: int = 0


def read_manifest(root: Path) -> Manifest | None:
    """The manifest readers go by, None when nothing was indexed yet.

    Raises:
        IndexUnavailable: the manifest cannot be read.
    """
    path = root / MANIFEST
    try:
        return Manifest(**json.loads(path.read_text("utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise IndexUnavailable(
            "{path} cannot be read ({reason}): check its rights", path=path, reason=error.strerror
        ) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise IndexUnavailable(
            "{path} is damaged ({reason}): run khobao index rebuild", path=path, reason=error
        ) from error


def checked_manifest(root: Path) -> Manifest:
    """The manifest of an index that can be read now.

    Raises:
        IndexUnavailable: there is none, or it was made by another version.
    """
    manifest = read_manifest(root)
    if manifest is None:
        raise IndexUnavailable(
            "nothing is indexed in {root}: run khobao ingest PATH, or khobao index rebuild", root=root
        )
    if manifest.schema_version != SCHEMA_VERSION:
        raise IndexUnavailable(
            "the index in {root} has schema {version}, this version reads {ours}: run khobao index rebuild",
            root=root,
            version=manifest.schema_version,
            ours=SCHEMA_VERSION,
        )
    return manifest


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """The right to write the index, around everything from reading the manifest to publishing the next one.

    Raises:
        StoreBusy: another process still writes it after `WAIT_SECONDS`.
        IndexUnavailable: it cannot be written: no room, no right, or a file in the place of the folder.
    """
    try:
        if root.exists() and not root.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        root.mkdir(parents=True, exist_ok=True)
        if not os.access(root.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        # Beside the folder: throwing the index away must not take the lock away from whoever holds it.
        with WriterLock(root, WAIT_SECONDS):
            _remove_unfinished(root)
            yield
    except OSError as error:
        raise IndexUnavailable(
            "the index in {root} cannot be written ({reason}): see to room, rights and what is "
            "there, then run khobao index rebuild",
            root=root,
            reason=error.strerror or error,
        ) from error


@contextmanager
def next_generation(root: Path, previous: Manifest | None) -> Iterator[Path]:
    """A folder to build the next generation in, holding what `previous` held; gone again if the block raises.

    Only within `writing`.
    """
    folder = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=root))
    try:
        if previous is not None:
            _link_files(root / previous.folder, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(root: Path, building: Path, manifest: Manifest, keep: int) -> None:
    """Give the finished folder its name, point the manifest at it, and prune all but the last `keep`.

    Only within `writing`.
    """
    building.rename(root / manifest.folder)
    written = root / (MANIFEST + ".new")
    with written.open("w", encoding="utf-8") as stream:
        json.dump(asdict(manifest), stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    written.replace(root / MANIFEST)
    _prune(root, manifest.folder, keep)


def folder_name(change: int, generation: str, building: Path) -> str:
    """Name of a finished folder: sorts by change number, and is new even when a generation is rebuilt."""
    return f"{change:012d}-{generation[:12]}-{building.name.removeprefix(_BUILDING)}"


def _link_files(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir()
        else:
            os.link(path, copy)


def _remove_unfinished(root: Path) -> None:
    for folder in root.glob(_BUILDING + "*"):
        shutil.rmtree(folder, ignore_errors=True)


def _prune(root: Path, current: str, keep: int) -> None:
    folders = sorted(path for path in root.iterdir() if path.is_dir())
    others = [folder for folder in folders if folder.name != current]
    for folder in others[: max(0, len(others) - (keep - 1))]:
        shutil.rmtree(folder, ignore_errors=True)
