"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import archive
from archive.knowledge.understanding import RULES_VERSION
from index.benchmarking.system import SYSTEMS, is_installed, system_version
from index.benchmarking.workplace import Figures
from index.fields import SCHEMA_VERSION

ROOT = Path(archive.__file__).parent.parent
CPU_TABLE = Path("/proc/cpuinfo")


def describe_machine() -> Figures:
    """Processor, memory, and the version of everything that is measured."""
    found = {row.name: system_version(row.name) for row in SYSTEMS if is_installed(row.name)}
    return {
        "cpu": _processor(),
        "cores": os.cpu_count(),
        "memory_bytes": os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "khobao": archive.__version__,
        "rules_version": RULES_VERSION,
        "schema_version": SCHEMA_VERSION,
        "systems": {name: number for name, number in found.items() if number},
    }


def digest_of(path: Path) -> str:
    """The sha256 of a file."""
    digest = sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def source_version(*paths: str) -> str:
    """A short digest of our code in some files and folders: what was built by other code is built again.

    The benchmark's own code counts only where it is named.
    """
    digest = sha256()
    for given in (ROOT / path for path in paths):
        for file in [given] if given.is_file() else sorted(given.rglob("*.py")):
            if "benchmarking" not in file.relative_to(given).parts:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _processor() -> str:
    names = [
        line.partition(":")[2].strip()
        for line in (CPU_TABLE.read_text("utf-8").splitlines() if CPU_TABLE.exists() else ())
        if line.startswith("model name")
    ]
    return names[0] if names else platform.processor()
