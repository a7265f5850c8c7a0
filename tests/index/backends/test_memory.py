"""The memory backend keeps the contract."""

from __future__ import annotations

import pytest

from index.backend import Backend
from index.backends.memory import MemoryBackend
from index.fields import STATEMENTS
from index.query import Everything, Query
from tests.index.backends.contract import BackendContract, StatementsContract
from tests.index.documents import document


class TestMemoryBackend(BackendContract):
    @pytest.fixture
    def backend(self) -> Backend:
        return MemoryBackend()


class TestMemoryStatements(StatementsContract):
    @pytest.fixture
    def statements(self) -> Backend:
        return MemoryBackend(fields=STATEMENTS)


def test_it_can_be_made_with_documents() -> None:
    backend = MemoryBackend(document(name) for name in "ba")
    assert list(backend.iter_ids(Query(Everything()))) == ["a", "b"]
