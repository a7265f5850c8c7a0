"""What is built of the articles of one size, each part in a process of its own, and what that takes."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from index.benchmarking.archives import Input, gather_documents, index_articles, ingest_articles
from index.benchmarking.copies import build_copies, folder_of_copies
from index.benchmarking.documents import read_shared
from index.benchmarking.machine import source_version
from index.benchmarking.processes import Spent, in_own_process
from index.benchmarking.stages import measure_stages
from index.benchmarking.system import OURS, system_class, system_version
from index.benchmarking.workplace import Figures, Workplace, bytes_in
from index.fields import COLLECTIONS
from index.results import IndexDocument

_BUILDING = "index/benchmarking/building.py"
_DOCUMENTS = "index/benchmarking/documents.py"
_PEERS = "index/benchmarking/peers"

Built = dict[str, tuple[int, float]]
"""Documents of each collection, and seconds of the system alone."""


def time_stages(given: Input, place: Workplace) -> Figures:
    """Each stage by itself, on the first of the articles."""
    return place.once("stages", _code(), lambda: in_own_process(measure_stages, given).answer)


def build_archive(given: Input, place: Workplace) -> Figures:
    """The articles in the store, as `khobao ingest` takes them in."""

    def measured() -> Figures:
        spent = in_own_process(ingest_articles, given, place)
        return spent.answer | _memory(spent)

    return place.once("ingest", source_version("archive"), measured)


def build_index(place: Workplace) -> Figures:
    """Both collections of the archive, with all fields."""

    def measured() -> Figures:
        spent = in_own_process(index_articles, place)
        return spent.answer | _memory(spent)

    return place.once("index", _code(), measured)


def write_documents(place: Workplace) -> Figures:
    """The documents all systems are built from."""
    return place.once(
        "documents", source_version(_DOCUMENTS), lambda: in_own_process(gather_documents, place).answer
    )


def build_system(name: str, place: Workplace) -> Figures:
    """Both collections in one system, from the same documents."""

    def measured() -> Figures:
        for collection in COLLECTIONS:
            shutil.rmtree(place.index(name, collection), ignore_errors=True)
        spent = in_own_process(_build, name, place)
        return _rates(spent, {collection: place.index(name, collection) for collection in COLLECTIONS})

    others = f"{system_version(name)} {source_version(_PEERS, _BUILDING, _DOCUMENTS)}"
    return place.once(name, _code() if name == OURS else others, measured)


def build_all_copies(place: Workplace, copies: int) -> Figures:
    """Both collections of copies in this system."""

    def measured() -> Figures:
        folders = {collection: folder_of_copies(place, copies, collection) for collection in COLLECTIONS}
        for folder in folders.values():
            shutil.rmtree(folder, ignore_errors=True)
        return _rates(in_own_process(_build_copies, place, copies), folders)

    return place.once(f"copies-{copies}", _code(), measured)


def _code() -> str:
    """What decides how fast this system is."""
    return source_version("archive", "index", _BUILDING, _DOCUMENTS)


def _build(name: str, place: Workplace) -> Built:
    built: Built = {}
    for collection in COLLECTIONS:
        documents = _Reading(read_shared(place.documents(collection), collection))
        begin = time.perf_counter()
        system_class(name).build(place, collection, documents)
        built[collection] = documents.count, time.perf_counter() - begin - documents.seconds
    return built


def _build_copies(place: Workplace, copies: int) -> Built:
    built: Built = {}
    for collection in COLLECTIONS:
        begin = time.perf_counter()
        count = build_copies(place, copies, collection)
        built[collection] = count, time.perf_counter() - begin
    return built


class _Reading:
    """Documents, with their number and the seconds it took to read them."""

    def __init__(self, documents: Iterator[IndexDocument]) -> None:
        self._documents = documents
        self.count = 0
        self.seconds = 0.0

    def __iter__(self) -> Iterator[IndexDocument]:
        while True:
            begin = time.perf_counter()
            document = next(self._documents, None)
            self.seconds += time.perf_counter() - begin
            if document is None:
                return
            self.count += 1
            yield document


def _rates(spent: Spent[Built], folders: Mapping[str, Path]) -> Figures:
    rates: Figures = {
        collection: {
            "documents": count,
            "seconds": seconds,
            "documents_per_second": count / seconds,
            "bytes": bytes_in(folders[collection]),
        }
        for collection, (count, seconds) in spent.answer.items()
    }
    return rates | _memory(spent)


def _memory(spent: Spent[Any]) -> Figures:
    return {"peak_bytes": spent.peak_bytes, "child_peak_bytes": spent.child_peak_bytes}
