"""Killed at any point, ingest and server lose nothing; see `killing` for a hundred kills."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.scripts.killing import killed

KILLS = int(os.environ.get("KILLS", "2"))

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")


def test_nothing_committed_is_lost_and_the_same_command_goes_on(tmp_path: Path) -> None:
    landed = killed(tmp_path, KILLS, seed=7, kills_a_round=1)
    assert landed.total() >= KILLS
    assert {what for what, _ in landed} >= {"server"}
