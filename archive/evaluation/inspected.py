"""Annotations with the keys that `khobao inspect` prints.

Every key may be left out: what is not there is not judged. `null` for a date, or an empty list, says that the
article has none. Lists of objects may be lists of their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.evaluation.gold import DATES, GoldArticle, GoldOfficial, GoldPost, GoldStatement
from archive.models import PARAGRAPH_BREAK

_USED = frozenset(
    (
        *DATES,
        "provinces",
        "officials",
        "statements",
        "paragraphs",
        "path",
        "file",
        "member",
        "line",
        "id",
        "text",
        "sha256",
    )
)
_NOT_FOR_US = frozenset(("note", "notes", "rejected", "required"))
_USED_WITHIN = {
    "officials": frozenset(("name", "province", "status", "posts")),
    "statements": frozenset(
        (
            *("speaker", "speakers", "speaker_kind", "post", "act", "kind", "attribution"),
            *("content", "start", "end", "file", "id"),
        )
    ),
}


def read_inspected(name: str, given: Mapping[str, Any]) -> GoldArticle:
    """One annotated article.

    Args:
        name: what to call it.
        given: the object.

    Raises:
        TypeError, AttributeError, KeyError, ValueError: it is not shaped so.
    """
    paragraphs = given.get("paragraphs")
    return GoldArticle(
        name=name,
        text=PARAGRAPH_BREAK.join(map(_paragraph, paragraphs)) if isinstance(paragraphs, list) else None,
        dates={key: _date(given[key]) for key in DATES if key in given},
        subjects=_subjects(given.get("provinces")),
        officials=_each(given.get("officials"), _official),
        statements=_each(given.get("statements"), _statement),
        unjudged=_unjudged(given),
    )


def _unjudged(given: Mapping[str, Any]) -> frozenset[str]:
    """Keys that nothing is done with, those of officials and statements with a dot."""
    within = {
        f"{name}.{key}"
        for name, used in _USED_WITHIN.items()
        for one in given.get(name) or ()
        if isinstance(one, Mapping)
        for key in set(one) - used - _NOT_FOR_US
    }
    return frozenset(set(given) - _USED - _NOT_FOR_US | within)


def _paragraph(given: Any) -> str:
    text = given if isinstance(given, str) else given["text"]
    if not isinstance(text, str):
        raise TypeError(text)
    return text


def _each(given: Any, read: Any) -> Any:
    return None if given is None else tuple(read(one) for one in given)


def _date(given: Any) -> str | None:
    value = given.get("value") if isinstance(given, Mapping) else given
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value or None


def _subjects(given: Any) -> tuple[str, ...] | None:
    subjects = given.get("subject") if isinstance(given, Mapping) else given
    if subjects is None:
        return None
    return (subjects,) if isinstance(subjects, str) else tuple(map(_name, subjects))


def _name(given: Any) -> str:
    name = given if isinstance(given, str) else given["name"]
    if not isinstance(name, str):
        raise TypeError(name)
    return name


def _official(given: Any) -> GoldOfficial:
    if isinstance(given, str):
        return GoldOfficial(given)
    return GoldOfficial(
        name=_name(given),
        province=given.get("province"),
        status=given.get("status"),
        posts=_each(given.get("posts"), _post),
        required=given.get("required", True) is not False,
    )


def _post(given: Any) -> GoldPost:
    if isinstance(given, str):
        return GoldPost(canonical=given)
    organisation = (given["organisation"] or "") if "organisation" in given else None
    return GoldPost(given.get("canonical"), organisation, given.get("surface"), given.get("status"))


def _statement(given: Mapping[str, Any]) -> GoldStatement:
    speakers = given.get("speakers") or given.get("speaker") or None
    start, end = given.get("start"), given.get("end")
    return GoldStatement(
        speakers=(speakers,) if isinstance(speakers, str) else speakers and tuple(map(_name, speakers)),
        speaker_kind=given.get("speaker_kind"),
        post=given.get("post"),
        act=given.get("act"),
        kind=given.get("kind"),
        attribution=given.get("attribution"),
        content=given.get("content"),
        span=(int(start), int(end)) if start is not None and end is not None else None,
        required=given.get("required", True) is not False,
    )
