"""A query that takes too long says so."""

from __future__ import annotations

import pytest

from archive.errors import LimitError
from index.backends.whoosh.deadline import Deadline


def test_time_that_is_left_changes_nothing() -> None:
    Deadline(1000).check()


def test_time_that_is_over_is_an_error_that_names_the_setting() -> None:
    with pytest.raises(LimitError, match="longer than 0 seconds.*KHOBAO_QUERY_SECONDS"):
        Deadline(0).check()
