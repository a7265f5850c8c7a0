"""Ingest and server, killed at random points for real: what was committed stays, and the same command goes on.

    python -m tests.scripts.killing --kills 100

A round kills the same ingest into an empty archive a few times: a phase is drawn (reading, committing, consolidating,
indexing, publishing, or none of them), and a moment of it. Each time store and index must be sound; at the end the
archive must be, row by row, that of an ingest that nobody killed. A round of the server kills it while it is
asked, at such a moment of an ingest beside it, and now and then that ingest too.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import sqlite3
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from random import Random
from threading import Thread

from archive.settings import read_settings
from archive.storage.store import open_store
from index.indexing.generations import read_manifest
from index.indexing.indexer import open_generation
from index.indexing.verification import verify
from tests.scripts.stories import write_articles
from tests.scripts.telling import OUTSIDE, Entered
from tests.scripts.told import WAIT_SECONDS, Telling, moment, started

ARTICLES = 80
MOST_KILLS = 6
"""In one round."""

Rows = dict[str, list[tuple[object, ...]]]
Landed = Counter[tuple[str, str]]
"""How many kills there were, by what was killed and the phase the ingest was in."""


def ingested(data: Path, path: Path) -> list[Entered]:
    """Ingest to the end; what it told."""
    with started(data, "ingest", str(path)) as run:
        run.end()
        return run.phases()


def rows_of(data: Path) -> Rows:
    """Every row of the store, but for which run it was that met it."""
    with closing(sqlite3.connect(data / "store.sqlite")) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: sorted(_rows(connection, name), key=repr) for name in tables if name != "runs"}


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    found = connection.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in found.description]
    for row in found:
        yield tuple(value for name, value in zip(columns, row, strict=True) if name != "run")


def committed(data: Path) -> int:
    """The last change that is committed, after a look at store and index."""
    settings = read_settings({}, data)
    if not (data / "store.sqlite").exists():
        return 0
    with open_store(settings.store_url) as store:
        assert store.verify() == []
        change = store.state().change_number
    manifest = read_manifest(settings.index_folder)
    if manifest is not None:
        open_generation(settings).close()
        assert manifest.change <= change
    return change


def sound(data: Path) -> None:
    """Look at all of an archive."""
    settings = read_settings({}, data)
    with open_store(settings.store_url) as store:
        assert verify(store, settings) == []


@dataclass(frozen=True, slots=True)
class Course:
    """What is ingested, and what an ingest of it is that nobody kills.

    Attributes:
        before: an archive that is there already, None to begin with none.
        expected: the rows that must be there at the end.
        unkilled: what it told.
    """

    path: Path
    before: Path | None
    expected: Rows
    unkilled: list[Entered]

    @classmethod
    def run(cls, data: Path, path: Path, before: Path | None = None) -> Course:
        """Let it run once, into this folder."""
        if before:
            shutil.copytree(before, data)
        unkilled = ingested(data, path)
        return cls(path, before, rows_of(data), unkilled)

    def begin(self, data: Path) -> None:
        """Make the archive it begins with."""
        if self.before:
            shutil.copytree(self.before, data)

    def finish(self, data: Path) -> None:
        """Let it end, and look at all it left."""
        ingested(data, self.path)
        assert rows_of(data) == self.expected
        sound(data)


def round_of_ingest(data: Path, course: Course, kills: int, random: Random) -> Iterator[str]:
    """Kill an ingest so often, if it does not end before, then let it end; the phases it was killed in."""
    course.begin(data)
    held = 0
    for _ in range(kills):
        with started(data, "ingest", str(course.path)) as run:
            run.wait_for(moment(course.unkilled, random))
            phase = run.kill()
        change = committed(data)
        assert change >= held
        held = change
        if phase is None:
            break
        yield phase
    course.finish(data)


def round_of_server(data: Path, course: Course, kills: int, random: Random) -> Iterator[tuple[str, str]]:
    """Kill a server so often, and now and then the ingest beside it.

    Yields:
        For each kill what was killed, and the phase the ingest was in.
    """
    course.begin(data)
    for _ in range(kills):
        with served(data) as (server, address), started(data, "ingest", str(course.path)) as run:
            with asking(f"{address}?q=hội+nghị") as statuses:
                run.wait_for(moment(course.unkilled, random))
                server.process.kill()
                yield "server", run.phases()[-1].phase
            assert set(statuses[:-1]) <= {200}
            phase = run.kill() if random.random() < 0.5 else None
            if phase:
                yield "ingest beside a server", phase
            elif run.process.returncode is None:
                run.end()
        committed(data)
    course.finish(data)
    with served(data) as (_, address):
        assert asked(f"{address}?q=hội+nghị") == 200


@contextmanager
def asking(address: str) -> Iterator[list[int | None]]:
    """Ask a server over and over until it no longer answers; what it answered, None the last time."""
    statuses: list[int | None] = []

    def ask() -> None:
        while not statuses or statuses[-1] is not None:
            statuses.append(asked(address))

    thread = Thread(target=ask, daemon=True)
    thread.start()
    yield statuses
    thread.join(WAIT_SECONDS)
    assert not thread.is_alive()


@contextmanager
def served(data: Path) -> Iterator[tuple[Telling, str]]:
    """A server that answers, and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    with started(data, "serve", "--port", str(port)) as server:
        until = time.monotonic() + WAIT_SECONDS
        while asked(address) is None:
            assert server.process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        yield server, address


def asked(address: str) -> int | None:
    """The status of a page; None if nobody answers."""
    quoted = urllib.parse.quote(address, safe=":/?=&+")
    try:
        with urllib.request.urlopen(quoted, timeout=WAIT_SECONDS) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, HTTPException):
        return None


def killed(
    folder: Path,
    kills: int,
    seed: int,
    kills_a_round: int = MOST_KILLS,
    tell: Callable[[Landed], None] | None = None,
) -> Landed:
    """Rounds of both kinds until so many kills have landed.

    Args:
        tell: called behind every two rounds with those that have.
    """
    random = Random(seed)
    first = Course.run(folder / "first", write_articles(folder / "a.jsonl", ARTICLES))
    second = Course.run(
        folder / "second", write_articles(folder / "b.jsonl", ARTICLES, seed=6), folder / "first"
    )
    landed: Landed = Counter()
    while landed.total() < kills:
        for of_server in (False, True):
            data, count = folder / "killed", random.randint(1, kills_a_round)
            if of_server:
                landed.update(round_of_server(data, second, count, random))
            else:
                landed.update(("ingest", phase) for phase in round_of_ingest(data, first, count, random))
            shutil.rmtree(data)
        if tell:
            tell(landed)
    return landed


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begun = time.monotonic()

    def tell(landed: Landed) -> None:
        print(f"{landed.total()} kills landed in {time.monotonic() - begun:.0f} s, nothing lost:")
        for (what, phase), count in sorted(landed.items()):
            print(f"{count:6} {what}: {'between phases' if phase == OUTSIDE else phase}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        killed(Path(folder), options.kills, options.seed, tell=tell)


if __name__ == "__main__":
    main()
