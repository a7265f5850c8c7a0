"""Where the benchmark of one size keeps what it builds, so that the next run need not build it again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.settings import Settings, read_settings

Figures = dict[str, Any]
"""What a step measured, as it goes into the JSON file."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folder of one size.

    Attributes:
        root: the folder.
        digest: of everything the articles in it depend on (input, number of articles, versions).
    """

    root: Path
    digest: str

    @property
    def settings(self) -> Settings:
        """Settings of the archive in it, whatever the environment says."""
        return read_settings({}, self.root / "archive")

    def documents(self, collection: str) -> Path:
        """The file with the documents of a collection."""
        return self.root / f"{collection}.jsonl"

    def index(self, system: str, collection: str) -> Path:
        """The folder of what a system made of a collection."""
        return self.root / system / collection

    def once(self, step: str, version: str, measure: Callable[[], Figures]) -> Figures:
        """What a step measured: now, or in an earlier run on the same articles by the same version.

        Args:
            step: its name; what it builds is only valid as long as its figures are.
            version: of the code that is measured.
        """
        kept = self.root / f"{step}.json"
        key = f"{self.digest} {version}"
        if kept.exists():
            known = json.loads(kept.read_text("utf-8"))
            if known["key"] == key:
                return dict(known["figures"])
            kept.unlink()
        figures = measure()
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({"key": key, "figures": figures}), "utf-8")
        return figures


def bytes_in(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
