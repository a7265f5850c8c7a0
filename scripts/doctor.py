"""`khobao doctor`: can this machine and this archive do their work?"""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from archive.errors import KhoBaoError
from archive.settings import Settings
from archive.storage.store import open_store
from archive.text.segmentation import words
from index.indexing.verification import verify_index
from scripts.console import DONE, SOME_REJECTED, json_option, pass_settings, print_json
from scripts.speech import say, tell

SPARE_BYTES = 200_000_000
"""Less free disk than this cannot hold one more generation of a small archive."""


@click.command(help=say("doctor_help"))
@json_option
@pass_settings
def doctor(settings: Settings, as_json: bool) -> None:
    """See `doctor_help` in the catalogue."""
    checks: list[tuple[str, Callable[[Settings], str]]] = [
        ("python", _python),
        ("disk", _disk),
        ("temporary folder", _temporary_folder),
        ("segmentation", _segmentation),
        ("store", _store),
        ("index", _index),
    ]
    rows = [(name, *_outcome(check, settings)) for name, check in checks]
    if as_json:
        print_json([{"check": name, "good": good, "says": says} for name, good, says in rows])
    else:
        for name, good, says in rows:
            click.echo(f"{'✓' if good else '✗'} {name}: {says}")
    sys.exit(DONE if all(good for _, good, _ in rows) else SOME_REJECTED)


def _outcome(check: Callable[[Settings], str], settings: Settings) -> tuple[bool, str]:
    try:
        return True, check(settings)
    except KhoBaoError as error:
        return False, tell(error)
    except OSError as error:
        return False, str(error)


def _python(settings: Settings) -> str:
    return platform.python_version()


def _disk(settings: Settings) -> str:
    folder = settings.data.absolute()
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < SPARE_BYTES:
        raise OSError(
            f"{free // 1_000_000} MB free at {folder}: make room, or choose another folder with --data"
        )
    return f"{free // 1_000_000:,} MB free"


def _temporary_folder(settings: Settings) -> str:
    with tempfile.NamedTemporaryFile() as file:
        return str(Path(file.name).parent)


def _segmentation(settings: Settings) -> str:
    return f"pyvi: {len(words('Sở Thông tin và Truyền thông'))} words found in a sample"


def _is_empty(settings: Settings) -> bool:
    return not settings.store and not (settings.data / "store.sqlite").exists()


def _store(settings: Settings) -> str:
    if settings.data.exists() and not settings.data.is_dir():
        raise OSError(f"{settings.data} is a file: name a folder with --data")
    if _is_empty(settings):
        return say("archive_empty")
    with open_store(settings.store_url, create=False) as store:
        state = store.state()
    return f"{state.articles:,} articles, change {state.change_number}, generation {state.generation[:12]}"


def _index(settings: Settings) -> str:
    if _is_empty(settings):
        return say("archive_empty")
    with open_store(settings.store_url, create=False) as store:
        problems = verify_index(store, settings)
    if problems:
        raise KhoBaoError("{problem} ({count} in all)", problem=problems[0], count=len(problems))
    return settings.engine
