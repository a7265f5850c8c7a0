"""The right to write: one holder at a time, and never a dead one."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from archive.errors import StoreBusy
from archive.storage.locking import WriterLock

HOLDER = """
import sys
from pathlib import Path
from archive.storage.locking import WriterLock
lock = WriterLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_holder_is_refused(tmp_path: Path) -> None:
    with WriterLock(tmp_path / "index"), pytest.raises(StoreBusy, match="wait for it to end"):
        WriterLock(tmp_path / "index")
    WriterLock(tmp_path / "index").release()


def test_whoever_waits_gets_it_when_it_is_released(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "index")
    releasing = threading.Timer(0.2, lock.release)
    releasing.start()
    WriterLock(tmp_path / "index", wait_seconds=60).release()
    releasing.join()


def test_it_dies_with_its_process(tmp_path: Path) -> None:
    words = [sys.executable, "-c", HOLDER, str(tmp_path / "index")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreBusy):
            WriterLock(tmp_path / "index")
        holder.kill()
    WriterLock(tmp_path / "index").release()
