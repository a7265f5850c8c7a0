"""The catalogue: every text in both languages, every text used, none missing."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from web.catalogue import TEXTS, text

ROOT = Path(__file__).parent.parent.parent
SOURCES = [*ROOT.glob("web/**/*.html"), *ROOT.glob("web/*.py"), *ROOT.glob("scripts/*.py")]
SAID = re.compile(r"""say\(\s*f?["']([a-z_0-9]+)["']?""")


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_have_the_same_places(key: str) -> None:
    vietnamese, english = TEXTS[key]
    assert vietnamese
    assert english
    assert places(vietnamese) == places(english)


def test_every_text_that_is_said_is_in_the_catalogue() -> None:
    said = {key for path in SOURCES for key in SAID.findall(path.read_text("utf-8"))}
    # A key that ends in `_` is the stem of several: `say("facet_" ~ field)`.
    missing = {
        key
        for key in said
        if key not in TEXTS and not (key.endswith("_") and any(t.startswith(key) for t in TEXTS))
    }
    assert not missing


def test_numbers_are_grouped_in_the_way_of_the_language() -> None:
    assert text("in_articles", "vi", count=1234).startswith("1.234")
    assert text("in_articles", "en", count=1234).startswith("1,234")
