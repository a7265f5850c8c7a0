"""Settings: one table of name, default and help; read from `KHOBAO_*` once, at the edge."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import NamedTuple

from archive.errors import SettingsError
from archive.reading.limits import Limits

MOST_DIGITS = 15
"""More digits than any bound of ours can mean."""


class Setting(NamedTuple):
    """One row of the table: the environment variable is `KHOBAO_` and the name in capitals."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting("data", "var", "folder of the archive: its store and its index"),
    Setting("store", "", "database URL of the store; empty: SQLite in the data folder"),
    Setting("engine", "whoosh", "search engine"),
    Setting("keep_generations", "3", "index generations that stay readable"),
    Setting(
        "workers", "", "processes that read and index documents; empty: one for each processor it may use"
    ),
    Setting("sites", "", "a table of your own with site rules and publishers (docs/sites.md); empty: none"),
    Setting("record_bytes", "16000000", "largest document or record accepted, in bytes"),
    Setting("unpacked_bytes", "100000000000", "most bytes unpacked from one file"),
    Setting("unpacked_ratio", "200", "most bytes unpacked for each byte of a file"),
    Setting("spool_bytes", "2000000000", "largest zip in another file, which is put aside on disk"),
    Setting("members", "300000", "most files in one zip or tar, and in those inside it"),
    Setting("query_characters", "20000", "longest query accepted, in characters"),
    Setting("query_clauses", "1024", "most clauses of one query"),
    Setting("query_patterns", "8", "most different words with * or ~ of one query"),
    Setting("query_seconds", "10", "longest time one query may take, in seconds"),
    Setting("expansions", "500", "most spellings one wildcard or fuzzy word may stand for"),
    Setting("page_rows", "1000", "most hits of one page of results"),
    Setting("export_rows", "1000000", "most rows of one export"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run; fields as in `SETTINGS`."""

    data: Path
    store: str
    engine: str
    keep_generations: int
    workers: int | None
    sites: Path | None
    record_bytes: int
    unpacked_bytes: int
    unpacked_ratio: int
    spool_bytes: int
    members: int
    query_characters: int
    query_clauses: int
    query_patterns: int
    query_seconds: int
    expansions: int
    page_rows: int
    export_rows: int

    @property
    def store_url(self) -> str:
        """Database URL of the store."""
        return self.store or f"sqlite:///{self.data / 'store.sqlite'}"

    @property
    def index_folder(self) -> Path:
        """Where the generations of the index live."""
        return self.data / "index"

    @property
    def processes(self) -> int:
        """How many processes may work at once: `workers`, else the processors this process may use."""
        return self.workers or _usable_processors()

    @property
    def reading_limits(self) -> Limits:
        """What may be held and unpacked of what is read."""
        return Limits(**{field.name: getattr(self, field.name) for field in fields(Limits)})


def read_settings(environment: Mapping[str, str], data: Path | None = None) -> Settings:
    """Read the settings from the environment.

    Args:
        environment: usually `os.environ`.
        data: the data folder when the command line named one; wins over the environment.

    Raises:
        SettingsError: a number is not a whole number of one or more.
    """
    kinds = {field.name: field.type for field in fields(Settings)}
    values: dict[str, object] = {}
    for setting in SETTINGS:
        text = environment.get(f"KHOBAO_{setting.name.upper()}", setting.default)
        if kinds[setting.name] == "int":
            values[setting.name] = _positive(setting.name, text)
        elif kinds[setting.name] == "int | None":
            values[setting.name] = _positive(setting.name, text) if text else None
        elif kinds[setting.name] == "Path":
            values[setting.name] = Path(text)
        elif kinds[setting.name] == "Path | None":
            values[setting.name] = Path(text) if text else None
        else:
            values[setting.name] = text
    if data is not None:
        values["data"] = data
    return Settings(**values)  # type: ignore[arg-type]


def _positive(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS) or int(text) < 1:
        raise SettingsError(
            "{variable}={value!r} is not a whole number of one or more: correct it or unset it",
            variable=f"KHOBAO_{name.upper()}",
            value=text,
        )
    return int(text)


def _usable_processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
