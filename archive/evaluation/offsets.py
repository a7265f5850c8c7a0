"""Annotations without words, of articles whose text may not be handed on: ids, a digest, and offsets.

All spans are `[start, end)` in characters (Unicode code points) of the record's text as it was written.
`speaker` is where the full name of the speaker is printed, or a list of such places. A date whose `…_judged` is
false is not judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archive.evaluation.gold import DATES, GoldArticle, GoldOfficial, GoldPost, GoldStatement

_USED = frozenset(
    (
        *DATES,
        *(f"{date}_judged" for date in DATES),
        "id",
        "sha256",
        "provinces",
        "officials",
        "statements",
        "note",
        "notes",
    )
)


def read_offsets(given: Mapping[str, Any], text: str) -> GoldArticle:
    """One annotated article.

    Args:
        given: the object.
        text: the text its spans count over.

    Raises:
        TypeError, AttributeError, KeyError, ValueError: it is not shaped so, or a span lies outside of the text.
    """
    provinces = given.get("provinces")
    officials = given.get("officials")
    statements = given.get("statements")
    return GoldArticle(
        name=given["id"],
        text=text,
        dates={key: given[key] for key in DATES if key in given and given.get(f"{key}_judged") is not False},
        subjects=None if provinces is None else tuple(provinces["subject"]),
        officials=None if officials is None else tuple(_official(one, text) for one in officials),
        statements=None if statements is None else tuple(_statement(one, text) for one in statements),
        unjudged=frozenset(given) - _USED,
    )


def _words(span: Sequence[int], text: str) -> str:
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}]")
    return text[start:end]


def _official(given: Mapping[str, Any], text: str) -> GoldOfficial:
    posts = given.get("posts")
    return GoldOfficial(
        name=_words(given["name"], text),
        province=given.get("province"),
        status=given.get("status"),
        posts=None if posts is None else tuple(_post(post, text) for post in posts),
        required=given.get("required", True) is not False,
    )


def _post(given: Any, text: str) -> GoldPost:
    """A span, or an object with a span and perhaps a status."""
    if isinstance(given, Mapping):
        return GoldPost(surface=_words(given["span"], text), status=given.get("status"))
    return GoldPost(surface=_words(given, text))


def _statement(given: Mapping[str, Any], text: str) -> GoldStatement:
    speaker = given.get("speaker")
    places = [] if not speaker else speaker if isinstance(speaker[0], Sequence) else [speaker]
    return GoldStatement(
        speakers=tuple(_words(place, text) for place in places) or None,
        speaker_kind=given.get("speaker_kind"),
        act=given.get("act"),
        kind=given.get("kind"),
        attribution=given.get("attribution"),
        content=_words(given["span"], text),
        span=(given["span"][0], given["span"][1]),
        required=given.get("required", True) is not False,
    )
