"""The five founding articles, cleaned: everything must be as a careful reader wrote it down."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.cleaning.cleaning import clean
from archive.models import Article, Source
from archive.reading.records import Record

ROOT = Path(__file__).parents[3]
EXPECTED = json.loads((ROOT / "tests/data/seeds_articles.json").read_text("utf-8"))
TODAY = date(2026, 11, 21)

each_seed = pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected["file"][:3])


def cleaned(expected: dict[str, Any]) -> Article:
    text = (ROOT / "seeds" / expected["file"]).read_text("utf-8")
    return clean(Record(text, {}), expected["file"], Source("Báo tỉnh"), None, TODAY)


@each_seed
def test_title_is_the_printed_one_or_inferred_from_the_lede(expected: dict[str, Any]) -> None:
    article = cleaned(expected)
    assert (article.title, article.title_inferred) == (expected["title"], expected["title_inferred"])


@each_seed
def test_body_is_exact(expected: dict[str, Any]) -> None:
    article = cleaned(expected)
    assert len(article.paragraphs) == expected["paragraphs"]
    assert hashlib.sha256(article.body.encode()).hexdigest() == expected["body_sha256"]


@each_seed
def test_byline_credits_and_captions(expected: dict[str, Any]) -> None:
    article = cleaned(expected)
    captions = [{"text": caption.text, "credit": caption.credit} for caption in article.captions]
    assert article.byline == expected["byline"]
    assert list(article.credits) == expected["credits"]
    assert captions == expected["captions"]


@each_seed
def test_published_date_with_its_rejected_reading(expected: dict[str, Any]) -> None:
    published = cleaned(expected).published
    found = published and {
        "value": published.value,
        "precision": published.precision,
        "provenance": published.provenance,
        "raw": published.raw,
        "rejected": list(published.alternatives),
    }
    assert found == expected["published"]


@each_seed
def test_event_and_sort_date(expected: dict[str, Any]) -> None:
    article = cleaned(expected)
    assert article.event is not None
    assert {"value": article.event.value, "raw": article.event.raw} == expected["event"]
    assert article.sort_date == expected["sort_date"]


@each_seed
def test_removals_are_on_record_in_the_order_of_the_page(expected: dict[str, Any]) -> None:
    assert [removal.kind for removal in cleaned(expected).removals] == expected["removed"]


@each_seed
def test_repairs_stand_where_their_spans_say(expected: dict[str, Any]) -> None:
    article = cleaned(expected)
    for repair in article.repairs:
        assert repair.span is not None
        assert article.part(repair.span.part)[repair.span.start : repair.span.end] == repair.after
    assert {repair.kind for repair in article.repairs} == {repair["kind"] for repair in expected["repairs"]}
    for repair in expected["repairs"]:
        assert repair["after"] in article.body
