"""Jobs in order: items in, answers out in the same order, a bounded number of them in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from itertools import chain
from typing import Final, Generic, NamedTuple, TypeVar

from archive.workers import Lost, Workers

What = TypeVar("What")
Job = TypeVar("Job")
Answer = TypeVar("Answer")

LEAST_LONG_JOBS: Final = 100
"""Fewer documents are read before the processes would have started."""
PORTION_JOBS: Final = 16
PORTION_BYTES: Final = 1_000_000
"""What a process is given at a time: enough to be worth the handing over, little enough to be shared out."""
BYTES_IN_FLIGHT: Final = 32_000_000


Work = Callable[[Job], Answer]


class Item(NamedTuple, Generic[What, Job]):
    """Something that has its place in the order, and what there is to do for it.

    Attributes:
        what: given back with the answer; it does not leave this process.
        job: what `work` is called with; None: nothing is to be done.
        size: how many bytes it holds.
        is_long: whether it takes long enough to start processes for it.
    """

    what: What
    job: Job | None = None
    size: int = 0
    is_long: bool = False


Portion = list[Item[What, Job]]
Answered = tuple[What, Answer | Lost | None]


def answered(
    items: Iterable[Item[What, Job]],
    work: Work[Job, Answer],
    processes: int,
    preload: Sequence[str] = (),
    least_long_jobs: int = LEAST_LONG_JOBS,
) -> Generator[Answered[What, Answer], None, None]:
    """Do the jobs of items.

    Args:
        items: read ahead, as far as the bounds above allow.
        work: pure, and known by its name to other processes.
        processes: how many at most; 1: everything is done here. None is started for a few jobs.
        preload: modules that the processes need.
        least_long_jobs: how many it takes to start processes.

    Yields:
        What each item is, with its answer, in order; None where there was nothing to do. To be closed by whoever
        may stop before the end: that ends the processes.

    Raises:
        SettingsError: processes cannot be started.
    """
    if processes == 1:
        for item in items:
            yield item.what, None if item.job is None else work(item.job)
        return
    portions = _portions(items)
    waiting: deque[Portion[What, Job]] = deque()
    long_jobs = held_bytes = 0
    for portion in portions:
        waiting.append(portion)
        long_jobs += sum(item.is_long for item in portion)
        held_bytes += sum(item.size for item in portion)
        if long_jobs == 0:
            held_bytes = 0
            yield from _done_here(waiting.popleft(), work)
        elif long_jobs >= least_long_jobs or held_bytes >= BYTES_IN_FLIGHT:
            break
    else:
        for portion in waiting:
            yield from _done_here(portion, work)
        return
    with Workers(work, processes, preload) as workers:
        yield from _done_there(chain(waiting, portions), workers)


def _portions(items: Iterable[Item[What, Job]]) -> Iterator[Portion[What, Job]]:
    portion: Portion[What, Job] = []
    held_bytes = 0
    for item in items:
        portion.append(item)
        held_bytes += item.size
        if len(portion) == PORTION_JOBS or held_bytes >= PORTION_BYTES:
            yield portion
            portion, held_bytes = [], 0
    if portion:
        yield portion


def _done_here(portion: Portion[What, Job], work: Work[Job, Answer]) -> Iterator[Answered[What, Answer]]:
    for item in portion:
        yield item.what, None if item.job is None else work(item.job)


def _done_there(
    portions: Iterable[Portion[What, Job]], workers: Workers[Job, Answer]
) -> Iterator[Answered[What, Answer]]:
    flying: deque[tuple[Portion[What, Job], Future[list[Answer | Lost]]]] = deque()
    held_bytes = 0
    for portion in portions:
        held_bytes += sum(item.size for item in portion)
        while flying and (len(flying) >= workers.most_portions or held_bytes > BYTES_IN_FLIGHT):
            held_bytes -= sum(item.size for item in flying[0][0])
            yield from _landed(*flying.popleft())
        flying.append((portion, workers.submit([item.job for item in portion if item.job is not None])))
    while flying:
        yield from _landed(*flying.popleft())


def _landed(
    portion: Portion[What, Job], future: Future[list[Answer | Lost]]
) -> Iterator[Answered[What, Answer]]:
    answers = iter(future.result())
    for item in portion:
        yield item.what, None if item.job is None else next(answers)
