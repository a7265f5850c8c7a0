"""Processes that work: handed portions of jobs, replaced when they die, ended with whoever started them.

Each process has a pipe and a thread of its own: the thread hands it a portion of jobs and waits for the answers, so
a process that dies is known at once, and with it the jobs it had. Where the pipe of a process ends, the process
ends: none outlives who started it, not even when that is killed.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from multiprocessing import forkserver, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from threading import Lock
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from archive.errors import SettingsError

Job = TypeVar("Job")
Answer = TypeVar("Answer")

PORTIONS_IN_FLIGHT: Final = 4
"""For each process: what it has, what waits for it, and what waits to be taken."""


class Lost(Enum):
    """The answer to a job whose process died, twice."""

    LOST = "lost"


class Workers(Generic[Job, Answer]):
    """Processes that work, started when there is something for them; a context manager that ends them."""

    def __init__(self, work: Callable[[Job], Answer], processes: int, preload: Sequence[str] = ()) -> None:
        self.most_portions = processes * PORTIONS_IN_FLIGHT
        self._work = work
        self._context: Any = _context(preload)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._alive: set[_Worker] = set()
        self._lock = Lock()
        self._is_closed = False
        self._threads = ThreadPoolExecutor(processes, "khobao-worker")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._lock:
            self._is_closed = True
            for worker in self._alive:
                worker.end()
        self._threads.shutdown(cancel_futures=True)

    def submit(self, jobs: Sequence[Job]) -> Future[list[Answer | Lost]]:
        """Have a portion of jobs done."""
        return self._threads.submit(self._done, jobs)

    def _done(self, jobs: Sequence[Job]) -> list[Answer | Lost]:
        if not jobs:
            return []
        try:
            return self._asked(jobs)
        except _Died:
            return [self._done_alone(job) for job in jobs]

    def _done_alone(self, job: Job) -> Answer | Lost:
        try:
            return self._asked([job])[0]
        except _Died:
            return Lost.LOST

    def _asked(self, jobs: Sequence[Job]) -> list[Answer | Lost]:
        worker = self._next()
        try:
            answers: list[Answer | Lost] = worker.ask(jobs)
        except _Died:
            with self._lock:
                self._alive.discard(worker)
            raise
        self._idle.put(worker)
        return answers

    def _next(self) -> _Worker:
        try:
            return self._idle.get_nowait()
        except Empty:
            pass
        worker = _Worker(self._context, self._work)
        with self._lock:
            self._alive.add(worker)
            if self._is_closed:
                worker.end()
        worker.wait_until_ready()
        return worker


def _context(preload: Sequence[str]) -> Any:
    """How processes are started: forked from one that has imported what they need, where the system can."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    # Whoever started it is interrupted too, and tells; an interrupt that comes meanwhile comes afterwards.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context


class _Died(Exception):  # noqa: N818 - no error of the tree: never leaves this module
    """A process ended before it answered."""


class _Worker:
    """One process, and our end of its pipe."""

    def __init__(self, context: Any, work: Callable[[Any], Any]) -> None:
        ours, theirs = context.Pipe()
        self._connection: Connection = ours
        self._process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self._process.start()
        theirs.close()

    def wait_until_ready(self) -> None:
        """Wait until it can be asked."""
        try:
            self._connection.recv()
        except (EOFError, OSError) as error:
            raise SettingsError(
                "processes cannot be started here: set KHOBAO_WORKERS=1, or call from a module that can be "
                "imported without being run"
            ) from error

    def ask(self, jobs: Sequence[Any]) -> list[Any]:
        """Its answers to a portion of jobs."""
        try:
            self._connection.send(jobs)
            answers, error = self._connection.recv()
        except (EOFError, OSError) as error:
            raise _Died from error
        if error is not None:
            raise error
        return list(answers)

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()


def _serve(connection: Connection, work: Callable[[Any], Any]) -> None:
    """What a process does until its pipe ends."""
    # Whoever started it is interrupted too, and ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        connection.send(None)
        while True:
            jobs = connection.recv()
            try:
                answers = [work(job) for job in jobs]
            except MemoryError:
                # As when the system ends it for want of memory: each job is tried again alone.
                return
            except Exception as error:
                connection.send(([], error))
            else:
                connection.send((answers, None))
    except (EOFError, OSError):
        return
