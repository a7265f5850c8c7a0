"""Many questions in a file: a line that cannot be answered marks only itself."""

from __future__ import annotations

import json

import pytest

from index.batch import answer_lines
from index.searcher import Searcher


@pytest.mark.parametrize(
    "line",
    [
        r'{"q":"\ud800"}',
        r'{"q":"a","year":"\ud800"}',
        r'{"q":"a\u0000b"}',
        r'{"\ud800":"a"}',
        r'{"q":"a","from":"\ud800"}',
        '{"a":' * 5000,
        '{"q":' + "[" * 900 + "]" * 900 + "}",
        '{"q":' + "[" * 100_000,
        '{"limit":' + "9" * 5000 + "}",
        '{"q":"a","limit":1e999}',
        '{"q":"a","year":NaN}',
        '{"q":"a"',
        "số \ud800",
        '"số',
        "tỉnh:Atlantis",
    ],
)
def test_a_line_that_cannot_be_answered_is_a_row_like_any_other(searcher: Searcher, line: str) -> None:
    bad, good = answer_lines(searcher, [line, "số"], 1)
    assert (bad["line"], bad["status"]) == (1, "error")
    assert "\n" not in bad["error"]
    assert "damaged" not in bad["error"]
    json.dumps(bad, ensure_ascii=False).encode()
    assert (good["line"], good["status"]) == (2, "ok")


def test_a_fault_outside_the_query_has_no_position(searcher: Searcher) -> None:
    for line in ('{"q":"số","sort":"zzz"}', '{"q":"số","from":"x"}', '{"q":"số","province":"Atlantis"}'):
        (row,) = answer_lines(searcher, [line], 1)
        assert (row["status"], row["position"], row["suggestion"]) == ("error", None, "")
