"""The one catalogue of everything the interface says, Vietnamese first, English second.

The texts themselves are tables beside this module: `texts_site` for pages, `texts_command` for commands,
`texts_check` for checks of quotes, `texts_benchmark` for the benchmark, `texts_persons` for persons and corrections,
`texts_suggestions` for suggestions and similar articles, `texts_statements` and
`texts_speech` for statements, and `texts_errors` (with `texts_queries` and `texts_reasons`) for errors, notices
and reasons, which come with their English.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Literal, Protocol

from archive.errors import KhoBaoError
from web.texts_benchmark import BENCHMARK_TEXTS
from web.texts_check import CHECK_TEXTS
from web.texts_command import COMMAND_TEXTS
from web.texts_errors import ERROR_TEXTS
from web.texts_evaluation import EVALUATION_TEXTS
from web.texts_persons import PERSON_TEXTS
from web.texts_site import SITE_TEXTS
from web.texts_speech import SPEECH_TEXTS
from web.texts_statements import STATEMENT_TEXTS
from web.texts_suggestions import SUGGESTION_TEXTS

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


class Said(Protocol):
    """Something said by a template and values: an error, a notice."""

    @property
    def template(self) -> str:
        """What is said, in English, with `{name}` places."""

    @property
    def values(self) -> Mapping[str, object]:
        """What stands in the places."""


TEXTS: dict[str, tuple[str, str]] = (
    COMMAND_TEXTS
    | SITE_TEXTS
    | STATEMENT_TEXTS
    | SPEECH_TEXTS
    | CHECK_TEXTS
    | EVALUATION_TEXTS
    | PERSON_TEXTS
    | BENCHMARK_TEXTS
    | SUGGESTION_TEXTS
)


def language_of(code: str) -> Language:
    """The language of a code such as `en` or `en-GB`; Vietnamese unless English is asked for."""
    return "en" if code.lower().startswith("en") else "vi"


def text(key: str, language: Language, **values: object) -> str:
    """One text, with `{name}` places filled; numbers in the way of the language (`1.234` or `1,234`).

    Raises:
        KeyError: the catalogue has no such text: a fault of ours, found by a test.
    """
    shown = {
        name: _number(value, language) if isinstance(value, int) else value for name, value in values.items()
    }
    return TEXTS[key][LANGUAGES.index(language)].format(**shown)


def told(said: Said, language: Language) -> str:
    """An error or a notice; its numbers as settings and queries have them.

    Raises:
        KeyError: the catalogue has no Vietnamese for it: a fault of ours, found by a test.
    """
    template = ERROR_TEXTS[said.template] if language == "vi" else said.template
    values = {
        name: told(value, language) if isinstance(value, KhoBaoError) else value
        for name, value in said.values.items()
    }
    return template.format(**values)


def told_reason(template: str, values: Mapping[str, object] | None, language: Language) -> str:
    """Why something was not taken in, or why several things were not.

    Args:
        template: as it was stored; one of another version, which the catalogue no longer has, is told as it is.
        values: what stands in its places, or None: several things, each place is shown as `…`.
    """
    shown = ERROR_TEXTS.get(template, template) if language == "vi" else template
    if values is not None:
        return shown.format(**values)
    return "".join(text + "…" * (name is not None) for text, name, _, _ in Formatter().parse(shown))


def _number(value: int, language: Language) -> str:
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if language == "vi" else grouped
