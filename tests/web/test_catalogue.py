"""The catalogue: every text in both languages, every text used, none missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import TypeGuard

import pytest

from archive.errors import KhoBaoError, NotFound, QueryError
from index.language.notices import Notice
from web.catalogue import TEXTS, text, told, told_reason
from web.texts_errors import ERROR_TEXTS

ROOT = Path(__file__).parent.parent.parent
SOURCES = [*ROOT.glob("web/**/*.html"), *ROOT.glob("web/*.py"), *ROOT.glob("scripts/*.py")]
SAID = re.compile(r"""say\(\s*f?["']([a-z_0-9]+)["']?""")


def places(template: str) -> set[tuple[str, str | None]]:
    return {(name, conversion) for _, name, _, conversion in Formatter().parse(template) if name}


def kinds(root: type[KhoBaoError]) -> set[str]:
    return {root.__name__}.union(*map(kinds, root.__subclasses__()))


TEMPLATE_AT = dict.fromkeys(kinds(KhoBaoError) | {"Notice"}, 0) | {
    "ProcessingError": 1,
    "Skipped": 1,
    "Rejection": 2,
}
"""Which argument is the template; before it stand a step, a path."""


def said() -> Iterator[tuple[Path, str, list[ast.expr]]]:
    """Where an error, notice or reason is made: the module, what is made, and its arguments."""
    for path in sorted(
        path for part in ("archive", "index", "web", "scripts") for path in ROOT.glob(f"{part}/**/*.py")
    ):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Name("partial"), [ast.Name(kind), *given]) if kind in TEMPLATE_AT:
                    yield path, kind, given
                case ast.Call(ast.Name(kind), [*given]) if kind in TEMPLATE_AT:
                    yield path, kind, given


def is_text(argument: ast.expr) -> TypeGuard[ast.Constant]:
    """Whether an argument is a string written out."""
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def templates_given() -> Iterator[tuple[str, str | None]]:
    """The templates, and where they are given; None: not a constant.

    Left out are those that only hand on the template of another.
    """
    for path, kind, given in said():
        where = path.relative_to(ROOT)
        match given[TEMPLATE_AT[kind]]:
            case ast.Attribute(attr="template"):
                continue
            case ast.Constant(str(template)):
                yield f"{where}: {kind}", template
            case ast.Name(name):
                module = import_module(".".join(where.with_suffix("").parts))
                yield f"{where}: {kind}", getattr(module, name, None)
            case _:
                yield f"{where}: {kind}", None


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
    assert not [(where, template) for where, template in given if template not in ERROR_TEXTS]
    assert {template for _, template in given} == set(ERROR_TEXTS)


def test_every_step_has_a_name() -> None:
    steps = {given[0].value for _, kind, given in said() if kind == "ProcessingError" and is_text(given[0])}
    assert not {f"step_{step}" for step in steps} - set(TEXTS)


def test_what_another_version_stored_is_told_as_it_is() -> None:
    assert told_reason("gone {words}", {"words": "away"}, "vi") == "gone away"


def test_several_things_are_told_without_their_values() -> None:
    template = "the id has {count} characters, at most {most} are kept: shorten it"
    assert told_reason(template, None, "en") == "the id has … characters, at most … are kept: shorten it"


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
