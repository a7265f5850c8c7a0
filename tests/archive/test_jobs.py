"""Jobs in several processes: as if one had done them, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from archive import jobs
from archive.jobs import LEAST_LONG_JOBS, PORTION_JOBS, Item, answered
from archive.workers import PORTIONS_IN_FLIGHT, Lost

MANY = LEAST_LONG_JOBS + 3 * PORTION_JOBS
POISON = 70
ROOT = Path(__file__).parents[2]

needs_signals = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")


def doubled(job: int) -> int:
    time.sleep(0.002 * (job % 3))
    return 2 * job


def process_of(job: int) -> int:
    return os.getpid()


def deadly(job: int) -> int:
    if job == POISON:
        os.kill(os.getpid(), signal.SIGKILL)
    return job


def hungry(job: int) -> int:
    if job == POISON:
        raise MemoryError
    return job


def deadly_once(flag: Path, job: int) -> int:
    if job == POISON and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return job


def broken(job: int) -> int:
    if job == POISON:
        raise ArithmeticError("broken")
    return job


def items(count: int, is_long: bool = True) -> Iterator[Item[str, int]]:
    return (Item(f"item {number}", number, 10, is_long) for number in range(count))


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_answers_come_in_the_order_of_the_items(processes: int) -> None:
    expected = [(f"item {number}", 2 * number) for number in range(MANY)]
    assert list(answered(items(MANY), doubled, processes)) == expected


def test_an_item_without_a_job_keeps_its_place() -> None:
    mixed: Iterable[Item[str, int]] = (
        item if item.job is not None and item.job % 5 else Item(item.what) for item in items(2 * MANY)
    )
    assert list(answered(mixed, doubled, 2)) == [
        (f"item {number}", 2 * number if number % 5 else None) for number in range(2 * MANY)
    ]


@pytest.mark.parametrize(("count", "is_long"), [(LEAST_LONG_JOBS - 1, True), (MANY, False)])
def test_no_process_is_started_for_a_few_long_jobs_or_for_short_ones(count: int, is_long: bool) -> None:
    done = answered(items(count, is_long), process_of, 2)
    assert {answer for _, answer in done} == {os.getpid()}


def test_many_jobs_are_done_by_others() -> None:
    assert os.getpid() not in {answer for _, answer in answered(items(MANY), process_of, 2)}


def test_only_so_many_items_are_read_ahead() -> None:
    read = 0

    def counted() -> Iterator[Item[str, int]]:
        nonlocal read
        for item in items(2000):
            read += 1
            yield item

    most = (2 * PORTIONS_IN_FLIGHT + 1) * PORTION_JOBS
    for done, _ in enumerate(answered(counted(), doubled, 2), start=1):
        assert read - done <= most


def test_only_so_many_bytes_are_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "PORTION_BYTES", 30)
    monkeypatch.setattr(jobs, "BYTES_IN_FLIGHT", 100)
    read = 0

    def counted() -> Iterator[Item[str, int]]:
        nonlocal read
        for item in items(300):
            read += 10
            yield item

    for done, _ in enumerate(answered(counted(), doubled, 2), start=1):
        assert read - 10 * done <= 130


@needs_signals
@pytest.mark.parametrize("work", [deadly, hungry], ids=["killed", "out of memory"])
def test_of_a_process_that_dies_only_the_job_that_kills_it_is_lost(work: jobs.Work[int, int]) -> None:
    done = list(answered(items(MANY), work, 2))
    assert [answer for _, answer in done] == [
        Lost.LOST if number == POISON else number for number in range(MANY)
    ]


@needs_signals
def test_a_process_that_is_killed_once_loses_nothing(tmp_path: Path) -> None:
    done = answered(items(MANY), partial(deadly_once, tmp_path / "flag"), 2)
    assert [answer for _, answer in done] == list(range(MANY))


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_there_is_an_error_here(processes: int) -> None:
    with pytest.raises(ArithmeticError, match="broken"):
        list(answered(items(MANY), broken, processes))


def test_whoever_has_had_enough_ends_the_processes() -> None:
    done = answered(items(10 * MANY), process_of, 2)
    first = next(done)[1]
    assert isinstance(first, int)
    done.close()
    assert not is_alive(first)


@needs_signals
@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes as Linux shows them")
def test_no_process_outlives_one_that_is_killed() -> None:
    program = (
        "from tests.archive.test_jobs import *\n"
        "for _, answer in answered(items(100_000), process_of, 2): print(answer, flush=True)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
        # Its standard output is theirs too: at its end all of them are gone.
        parent.stdout.read()
    assert not is_alive(worker)


def test_processes_that_cannot_be_started_are_told(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from tests.archive.test_jobs import MANY, answered, doubled, items\n"
        "list(answered(items(MANY), doubled, 2))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, program], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "SettingsError: processes cannot be started here: set KHOBAO_WORKERS=1" in done.stderr


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    # One that has ended, but that nobody asked after, is none.
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
