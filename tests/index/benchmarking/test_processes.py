"""Work in a process of its own: its answer, its memory, its errors."""

from __future__ import annotations

import os

import pytest

from index.benchmarking.processes import in_own_process

HELD_BYTES = 50_000_000


def hold(size: int) -> int:
    return len(b"x" * size)


def test_another_process_answers() -> None:
    assert in_own_process(os.getpid).answer != os.getpid()


def test_the_memory_is_that_of_the_work_alone() -> None:
    held = bytearray(4 * HELD_BYTES)
    idle, busy = in_own_process(hold, 1), in_own_process(hold, HELD_BYTES)
    assert busy.peak_bytes - idle.peak_bytes > HELD_BYTES // 2
    assert idle.peak_bytes < len(held)
    assert busy.child_peak_bytes == 0


def test_an_error_is_raised_where_the_work_was_asked_for() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        in_own_process(int, "x")
