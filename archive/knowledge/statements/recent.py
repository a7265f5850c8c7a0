"""Recent speakers: who was heard last while an article is read, and in which of its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.statements.speaker import Speaker

_REMEMBERED = 4
"""Speakers among whom a pronoun finds its own."""

_NEAR = 3
"""Paragraphs before its own in which an epithet finds whom it means."""


@dataclass(slots=True)
class Recent:
    """Speakers in the order they were heard.

    Attributes:
        speakers: all of them, the last at the end.
    """

    speakers: list[Speaker] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)

    def hear(self, speaker: Speaker, passage: Passage | None) -> None:
        """Enter who spoke, or was told of, in a passage."""
        self.speakers.append(speaker)
        self._places.append(passage.offset if passage is not None else 0)

    def last(self) -> list[Speaker]:
        """Those among whom a pronoun finds its own, the last first."""
        return self.speakers[: -_REMEMBERED - 1 : -1]

    def alone_near(self, read: Sequence[Passage], passage: Passage) -> Speaker | None:
        """The one who alone was heard in a passage and those right before it."""
        place = next(place for place, one in enumerate(read) if one.offset == passage.offset)
        first = read[max(0, place - _NEAR)].offset
        heard = zip(self.speakers[-_REMEMBERED:], self._places[-_REMEMBERED:], strict=True)
        near = {speaker.names: speaker for speaker, offset in heard if offset >= first}
        return next(iter(near.values())) if len(near) == 1 else None
