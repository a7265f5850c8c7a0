"""Speakers: who said something, once it is known whom the printed words mean."""

from __future__ import annotations

from typing import Literal, NamedTuple

Attribution = Literal["name", "post", "pronoun", "context"]
SpeakerKind = Literal["person", "organisation", "anonymous"]


class Speaker(NamedTuple):
    """Who said something.

    Attributes:
        names: the name of each, an official's as in the article's officials.
        official: place among the officials of the article, of a single one.
        post: canonical form of the post, None without any.
    """

    names: tuple[str, ...]
    kind: SpeakerKind
    attribution: Attribution
    post: str | None = None
    official: int | None = None

    def by_context(self) -> Speaker:
        """The same speaker where nothing printed says who it is."""
        return self._replace(attribution="context")
