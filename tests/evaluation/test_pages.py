"""Saved pages of many layouts, read by the whole pipeline: the floors under what it gets right.

The pages are our own (`pages/README.md`). A floor is raised when the cleaner gets better, never lowered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.documents import RawDocument
from archive.models import Processed, Source
from archive.pipeline import Guidance, process
from tests.evaluation.scoring import ARTICLE, Reading, Share, expectations, faults, scores

PAGES = Path(__file__).parent / "pages"
GUIDANCE = Guidance(date(2026, 11, 21), Source("Báo tỉnh"))
EXPECTED = expectations(PAGES)

FLOORS_PERCENT = {
    "found": 99.0,
    "absent": 99.0,
    "fully right": 98.0,
    "title": 98.0,
    "date": 98.0,
    "minute": 98.0,
    "no date invented": 100.0,
    "byline": 98.0,
    "rejected": 96.0,
}

Measured = list[tuple[Mapping[str, Any], Reading]]


def read_page(path: Path) -> Reading:
    """What the pipeline makes of a saved page."""
    raw = RawDocument(path.name, path.name, "html", path.read_bytes())
    found = process(raw, GUIDANCE, segment=False)
    if not isinstance(found, Processed):
        return Reading()
    article = found.article
    published = article.published.value if article.published else None
    return Reading(article.title, published, article.byline, article.body)


@pytest.fixture(scope="module")
def measured() -> Measured:
    """Every page with its expectation and its reading."""
    return [(expected, read_page(PAGES / expected["file"])) for expected in EXPECTED]


@pytest.fixture(scope="module")
def shares(measured: Measured) -> dict[str, Share]:
    """The share of right answers of each measure."""
    return scores(measured)


@pytest.mark.parametrize("measure", FLOORS_PERCENT)
def test_no_measure_falls_below_its_floor(measure: str, shares: dict[str, Share], measured: Measured) -> None:
    failed = [expected["file"] for expected, reading in measured if measure in faults(expected, reading)]
    assert shares[measure].percent >= FLOORS_PERCENT[measure], (
        f"{measure}: {shares[measure]}, wrong on {failed}"
    )


def test_every_measure_has_a_floor(shares: dict[str, Share]) -> None:
    assert set(shares) == set(FLOORS_PERCENT)


def test_every_page_has_one_expectation() -> None:
    assert sorted(path.name for path in PAGES.glob("*.html")) == sorted(page["file"] for page in EXPECTED)


def test_there_are_many_layouts_and_pages_that_are_no_article() -> None:
    kinds = [page["kind"] for page in EXPECTED]
    assert kinds.count(ARTICLE) >= 60
    assert len(kinds) - kinds.count(ARTICLE) >= 25


def test_reading_a_page_twice_gives_the_same(measured: Measured) -> None:
    expected, reading = measured[0]
    assert read_page(PAGES / expected["file"]) == reading
