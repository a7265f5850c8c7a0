"""How far a command is, on standard error, for a person who watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from scripts.speech import say

_SHOWN_SECONDS = 0.25
_LEAST_SECONDS = 5
"""Before that nothing is known of how long it will take."""

Part = Callable[[], float]
"""What part of the work is done, 0 to 1; 0 where that is not known."""


class Meter:
    """One line that is written over and over: what is done, how many a second, and how long it will take."""

    def __init__(self, label: str, part: Part | None, is_watched: bool) -> None:
        self._label = label
        self._is_watched = is_watched
        self._part = part
        self._begun = self._shown = time.monotonic()
        self._width = 0

    def show(self, done: int) -> None:
        """Say how many are done."""
        now = time.monotonic()
        if not self._is_watched or now - self._shown < _SHOWN_SECONDS:
            return
        self._shown, seconds = now, now - self._begun
        line = say("progress", label=self._label, done=done, rate=round(done / seconds))
        part = self._part() if self._part and seconds > _LEAST_SECONDS else 0
        if part:
            line += say("progress_left", left=_clock(seconds * (1 - min(part, 1)) / part))
        self._write(line)

    def phase(self, name: str) -> None:
        """Say what is done now, where nothing is counted."""
        self._write(f"{name}…")

    def clear(self) -> None:
        """Leave nothing behind."""
        self._write("")
        self._write("")

    def _write(self, line: str) -> None:
        if self._is_watched:
            click.echo("\r" + line.ljust(self._width), nl=False, err=True)
            self._width = len(line)


@contextmanager
def progress(label: str, part: Part | None = None) -> Iterator[Meter]:
    """A meter; it is silent when no person watches."""
    meter = Meter(label, part, sys.stderr.isatty())
    try:
        yield meter
    finally:
        meter.clear()


def _clock(seconds: float) -> str:
    """A time of some length, `1:02:03` or `2:03`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
