"""What is compared: a system that holds a collection and answers the same queries as all others."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import NamedTuple, Protocol, Self

from index.benchmarking.workplace import Workplace
from index.query import Query
from index.results import IndexDocument, Results


class System(Protocol):
    """One collection in one system."""

    @classmethod
    def build(cls, place: Workplace, collection: str, documents: Iterable[IndexDocument]) -> None:
        """Index the documents into the folder of this system, which is empty."""

    @classmethod
    def open(cls, place: Workplace, collection: str) -> Self:
        """Open what was built."""

    def search(self, query: Query) -> Results:
        """Exact total, one page of hits, and the facets asked for (known values alone count for agreement)."""

    def snippets(self, query: Query) -> list[str]:
        """The texts of the hits of a page, words found set off."""

    def close(self) -> None:
        """Release files."""


class SystemRow(NamedTuple):
    """A system: what it is called, the module and class that have it, the library it needs ("": none)."""

    name: str
    module: str
    library: str


OURS = "khobao"

SYSTEMS = (
    SystemRow(OURS, "index.benchmarking.ours.Ours", ""),
    SystemRow("stock", "index.benchmarking.peers.stock_whoosh.StockWhoosh", "whoosh"),
    SystemRow("fts5", "index.benchmarking.peers.sqlite_fts5.SqliteFts5", ""),
    SystemRow("tantivy", "index.benchmarking.peers.tantivy_index.TantivyIndex", "tantivy"),
)
PEERS = tuple(row.name for row in SYSTEMS if row.name != OURS)

_ROWS = {row.name: row for row in SYSTEMS}


def is_installed(name: str) -> bool:
    """Whether the library of a system is there."""
    library = _ROWS[name].library
    return not library or find_spec(library) is not None


def system_version(name: str) -> str:
    """The version of a system that is installed; "" of ours."""
    row = _ROWS[name]
    if row.library:
        return version(row.library)
    module = import_module(row.module.rpartition(".")[0])
    return str(getattr(module, "VERSION", ""))


def system_class(name: str) -> type[System]:
    """The class of a system; its library is imported now."""
    module, _, class_name = _ROWS[name].module.rpartition(".")
    found: type[System] = getattr(import_module(module), class_name)
    return found
