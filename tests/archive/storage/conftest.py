"""Stores in temporary folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.storage.store import Store, open_store
from tests.archive.storage.making import url_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(url_of(tmp_path)) as opened:
        yield opened
