"""Work in a process of its own, so that its memory can be told from everybody else's."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Generic, ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

_UNIT_BYTES = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Spent(Generic[Answer]):
    """What a process answered, and what it took.

    Attributes:
        seconds: from the call of the function to its return; starting Python and imports are not in it.
        peak_bytes: most memory the process held at once.
        child_peak_bytes: most memory any process it started held at once; 0 if it started none.
    """

    answer: Answer
    seconds: float
    peak_bytes: int
    child_peak_bytes: int


def in_own_process(
    function: Callable[Given, Answer], *arguments: Given.args, **named: Given.kwargs
) -> Spent[Answer]:
    """Call a function of a module in a fresh Python, which ends after it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_spending, partial(function, *arguments, **named)).result()


def _spending(work: Callable[[], Answer]) -> Spent[Answer]:
    begin = time.perf_counter()
    answer = work()
    seconds = time.perf_counter() - begin
    return Spent(answer, seconds, _own_peak(), _peak(resource.RUSAGE_CHILDREN))


def _own_peak() -> int:
    # On Linux `ru_maxrss` begins at what the process held that started this one.
    if _STATUS.exists():
        (peak,) = (line for line in _STATUS.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024
    return _peak(resource.RUSAGE_SELF)


def _peak(who: int) -> int:
    return resource.getrusage(who).ru_maxrss * _UNIT_BYTES
