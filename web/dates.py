"""Dates as people read them, at the precision they are known."""

from __future__ import annotations

from web.catalogue import Language


def date_text(value: str | None, language: Language) -> str:
    """An ISO value in words: `19/3/2020`, `12/2020`, `20:30 12/6/2009`; English keeps the ISO form."""
    if value is None:
        return ""
    if language == "en":
        return value.replace("T", " ")
    day, _, time = value.partition("T")
    spoken = "/".join(str(int(part)) for part in reversed(day.split("-")))
    return f"{time[:5]} {spoken}".strip()
