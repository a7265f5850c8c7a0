"""A command that tells its phases, watched and killed from outside."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.scripts.running import ROOT, environment
from tests.scripts.telling import TELLING, Entered, entered

WAIT_SECONDS = 180
"""Whatever takes longer hangs."""


class Telling:
    """A command that runs, and the phases it enters.

    Attributes:
        process: it runs `tests.scripts.telling`.
    """

    def __init__(self, data: Path, *arguments: str) -> None:
        self._reading, writing = os.pipe()
        os.set_blocking(self._reading, False)
        self._told = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.scripts.telling", "--data", str(data), *arguments],
            cwd=ROOT,
            env=environment(KHOBAO_WORKERS="2", **{TELLING: str(writing)}),
            pass_fds=(writing,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        os.close(writing)

    def phases(self) -> list[Entered]:
        """What it has told by now."""
        try:
            while chunk := os.read(self._reading, 1 << 16):
                self._told += chunk
        except BlockingIOError:
            pass
        return entered(self._told)

    def wait_for(self, moment: Moment) -> None:
        """Wait until that moment, or until it ends."""
        until = time.monotonic() + WAIT_SECONDS
        while self.process.poll() is None:
            entries = [one.seconds for one in self.phases() if one.phase == moment.phase]
            if len(entries) > moment.entry:
                time.sleep(max(0, entries[moment.entry] + moment.delay_seconds - time.monotonic()))
                return
            assert time.monotonic() < until
            select.select([self._reading], [], [], 0.1)

    def kill(self) -> str | None:
        """Kill it; the phase it was in, None if it had ended."""
        self.process.kill()
        return self.phases()[-1].phase if self.process.wait() < 0 else None

    def end(self) -> None:
        """Let it end, as it should."""
        told = self.process.communicate(timeout=WAIT_SECONDS)[1].decode()
        assert (self.process.returncode, told) == (0, ""), told

    def close(self) -> None:
        """Leave nothing behind."""
        self.process.kill()
        self.process.communicate()
        os.close(self._reading)


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: so long after a phase is entered for the `entry`-th time, counted from 0."""

    phase: str
    entry: int
    delay_seconds: float


def moment(unkilled: Sequence[Entered], random: Random) -> Moment:
    """A moment of a run, given what one that ended told: each phase is as likely, however short."""
    ends = [one.seconds for one in unkilled[1:]]
    lengths: dict[str, list[float]] = {}
    for one, end in zip(unkilled, ends, strict=False):
        lengths.setdefault(one.phase, []).append(end - one.seconds)
    phase = random.choice(list(lengths))
    # One that goes on where another was killed enters its phases less often.
    entry = random.randrange(random.randint(1, len(lengths[phase])))
    return Moment(phase, entry, random.uniform(0, lengths[phase][entry]))


@contextmanager
def started(data: Path, *arguments: str) -> Iterator[Telling]:
    """The command in a process of its own, killed at the end if it still runs."""
    with closing(Telling(data, *arguments)) as run:
        yield run
