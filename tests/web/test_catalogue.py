"""The catalogue: every text in both languages, every text used, none missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from archive.errors import KhoBaoError, NotFound, ProcessingError, QueryError
from index.notices import Notice
from web.catalogue import ERROR_TEXTS, TEXTS, text, told

ROOT = Path(__file__).parent.parent.parent
SOURCES = [*ROOT.glob("web/**/*.html"), *ROOT.glob("web/*.py"), *ROOT.glob("scripts/*.py")]
SAID = re.compile(r"""say\(\s*f?["']([a-z_0-9]+)["']?""")


def places(template: str) -> set[tuple[str, str | None]]:
    return {(name, conversion) for _, name, _, conversion in Formatter().parse(template) if name}


def kinds(root: type[KhoBaoError]) -> set[str]:
    return {root.__name__}.union(*map(kinds, root.__subclasses__()))


TOLD = kinds(KhoBaoError) - {"ProcessingError"} | {"Notice"}
"""Whose first argument is a template; that of a ProcessingError is a step."""


def templates_given() -> Iterator[tuple[str, ast.expr]]:
    """Where an error or notice is made, and the template it is given."""
    for path in sorted(
        path for part in ("archive", "index", "web", "scripts") for path in ROOT.glob(f"{part}/**/*.py")
    ):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Name("partial"), [ast.Name(kind), template, *_]) if kind in TOLD:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", template
                case ast.Call(ast.Name(kind), [template, *_]) if kind in TOLD:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", template


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


def test_every_error_and_notice_has_its_vietnamese() -> None:
    given = list(templates_given())
    unknown = [
        where
        for where, template in given
        if not (isinstance(template, ast.Constant) and template.value in ERROR_TEXTS)
    ]
    assert not unknown
    used = {template.value for _, template in given if isinstance(template, ast.Constant)}
    assert used | {ProcessingError("clean", "").template} == set(ERROR_TEXTS)


@pytest.mark.parametrize("template", sorted(ERROR_TEXTS))
def test_the_vietnamese_of_an_error_has_the_same_places_on_one_line(template: str) -> None:
    assert places(ERROR_TEXTS[template]) == places(template)
    assert "\n" not in template + ERROR_TEXTS[template]


def test_an_error_is_told_in_the_language_of_the_reader() -> None:
    error = QueryError("~{digits} is too far: write ~{most} or less", 4, digits="20000", most=1000)
    assert told(error, "vi") == "~20000 là quá xa: viết ~1000 trở xuống"
    assert told(error, "en") == str(error) == "~20000 is too far: write ~1000 or less"


def test_what_a_user_typed_is_told_as_it_is() -> None:
    assert "{id}" in told(NotFound("there is no province {id}: see /provinces", id="{id}"), "vi")


def test_a_notice_is_told_in_the_language_of_the_reader() -> None:
    notice = Notice("no {field} called '{text}' in the archive", {"field": "official", "text": "zzz"})
    assert told(notice, "vi") == "trong kho không có gì ứng với official: 'zzz'"
    assert told(notice, "en") == str(notice)
