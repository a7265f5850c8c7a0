"""The texts of the command line, in the reader's language: `KHOBAO_LANGUAGE` is `vi` (default) or `en`."""

from __future__ import annotations

import os
from collections.abc import Mapping

from archive.errors import KhoBaoError
from archive.models import Source
from archive.sources import UNKNOWN
from index.language.notices import Notice
from web.catalogue import Language, language_of, text, told, told_reason

LANGUAGE = language_of(os.environ.get("KHOBAO_LANGUAGE", ""))


def say(key: str, **values: object) -> str:
    """The catalogue's text of this key, its places filled."""
    return text(key, LANGUAGE, **values)


def tell(said: KhoBaoError | Notice) -> str:
    """An error or a notice in the reader's language."""
    return told(said, LANGUAGE)


def tell_reason(template: str, values: Mapping[str, object] | None, language: Language = LANGUAGE) -> str:
    """Why something was not taken in; without values, why several things were not."""
    return told_reason(template, values, language)


def source_name(source: Source) -> str:
    """What to call a source."""
    return say("source_unknown") if source == UNKNOWN else source.name
