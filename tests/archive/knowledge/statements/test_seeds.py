"""The five founding articles: every statement that must be found, with its speaker, act, attribution and span."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from archive.documents import RawDocument
from archive.models import Processed, Statement
from archive.pipeline import Guidance, process
from archive.reading.reader import read
from archive.settings import read_settings

ROOT = Path(__file__).parents[4]
TODAY = date(2026, 11, 21)
LINES = (ROOT / "tests/data/seeds_statements.jsonl").read_text(encoding="utf-8").splitlines()
EXPECTED = [json.loads(line) for line in LINES]
REQUIRED = [one for one in EXPECTED if one["required"]]
NOT_ANNOTATED = 1
"""Statements found beyond the 42, at most: `Trên cơ sở đó, lãnh đạo Sở đã đưa ra những kiến nghị …`."""


@cache
def statements() -> dict[str, tuple[Statement, ...]]:
    """The statements found in each file."""
    found: dict[str, tuple[Statement, ...]] = {}
    for raw in read([str(ROOT / "seeds")], read_settings({}, ROOT / "var").reading_limits):
        if not isinstance(raw, RawDocument):
            continue
        processed = process(raw, Guidance(TODAY), segment=False)
        assert isinstance(processed, Processed)
        found[Path(raw.path).name] = processed.understanding.statements
    return found


def with_content(expected: dict[str, Any]) -> Statement | None:
    return next((one for one in statements()[expected["file"]] if one.content == expected["content"]), None)


@pytest.mark.parametrize("expected", REQUIRED, ids=lambda one: one["id"])
def test_a_required_statement_is_found_word_for_word(expected: dict[str, Any]) -> None:
    found = with_content(expected)
    assert found is not None
    assert found.speaker == expected["speaker"]
    assert found.act == expected["act"]
    assert found.kind == expected["kind"]
    assert found.attribution == expected["attribution"]
    assert found.cue == expected["cue"]


def test_there_are_thirty_three_required_statements() -> None:
    assert len(REQUIRED) == 33


def test_hardly_anything_else_is_found() -> None:
    contents = {one["content"] for one in EXPECTED}
    others = [
        one
        for found in statements().values()
        for one in found
        if not any(one.content in content or content in one.content for content in contents)
    ]
    assert len(others) <= NOT_ANNOTATED
