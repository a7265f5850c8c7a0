"""Annotations in the form of the founding articles' acceptance data: a file of articles, one of statements.

The articles are one JSON object with a list `articles`, the statements JSON lines; both name the `file` they
speak of, and their spans count over the raw file. A quoted motto (`quoted-phrase`) is no statement to us, and
the act of a `slogan` is *other*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archive.evaluation.gold import GoldArticle, GoldOfficial, GoldPost, GoldStatement

_ACTS = {"slogan": "other"}
_ATTRIBUTIONS = {
    "post+name": "name",
    "name+post": "name",
    "organisation": "name",
    "post-only": "post",
    "carry-over": "context",
}
_NO_STATEMENT = "quoted-phrase"


def read_accepted(
    file: str, given: Mapping[str, Any], statements: Sequence[Mapping[str, Any]] | None, text: str
) -> GoldArticle:
    """One annotated article.

    Args:
        file: its name.
        given: the object of the article; {} if there is none.
        statements: its statements; None: they are not judged.
        text: the raw file.

    Raises:
        TypeError, AttributeError, KeyError, ValueError: it is not shaped so.
    """
    provinces, officials = given.get("provinces"), given.get("officials")
    return GoldArticle(
        name=file,
        text=text,
        dates=_dates(given.get("dates") or {}),
        subjects=None if provinces is None else tuple(one["name"] for one in provinces["subject"]),
        officials=None if officials is None else tuple(map(_official, officials)),
        statements=None
        if statements is None
        else tuple(_statement(one) for one in statements if one.get("kind") != _NO_STATEMENT),
        unjudged=frozenset(given) & {"title", "byline", "captions", "repairs", "removed"},
    )


def _dates(given: Mapping[str, Any]) -> dict[str, str | None]:
    dates: dict[str, str | None] = {}
    if "published" in given:
        dates["published"] = (given["published"] or {}).get("value")
    if "events" in given:
        dates["event"] = given["events"][0]["value"] if given["events"] else None
    if "sort_date" in given:
        dates["sort_date"] = given["sort_date"]
    return dates


def _official(given: Mapping[str, Any]) -> GoldOfficial:
    posts = given.get("posts")
    return GoldOfficial(
        name=given["name"],
        province=given.get("province"),
        status=given.get("status"),
        posts=None if posts is None else tuple(map(_post, posts)),
    )


def _post(given: Mapping[str, Any]) -> GoldPost:
    return GoldPost(given["canonical"], given.get("organisation") or "", given.get("surface"))


def _statement(given: Mapping[str, Any]) -> GoldStatement:
    start, end = given["content_span"]
    act, attribution = given.get("verb_type", ""), given.get("attribution", "")
    return GoldStatement(
        speakers=(given["speaker"],) if given.get("speaker") else None,
        speaker_kind=given.get("speaker_type"),
        act=_ACTS.get(act, act) or None,
        kind=given.get("kind"),
        attribution=_ATTRIBUTIONS.get(attribution, attribution) or None,
        content=given.get("content"),
        span=(start, end),
        required=given.get("required", True) is not False,
    )
