"""Where a document comes from: a file, and what stands around the document inside that file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.documents import Media, RawDocument, Rejection, Skipped
from archive.errors import ProcessingError
from archive.text.escaping import escape_controls

WITHIN = "!/"
"""What stands between a container and its member, as in `kho.zip!/2020/bai.html`."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document says of where it comes from.

    Attributes:
        path, relative_path, member: as in `RawDocument`.
        depth: how many containers stand around it.
    """

    path: str
    relative_path: str
    member: str | None = None
    depth: int = 0

    def within(self, name: str) -> Origin:
        """The origin of a member of this container."""
        member = name if self.member is None else f"{self.member}{WITHIN}{name}"
        return Origin(self.path, self.relative_path, member, self.depth + 1)

    def document(self, media: Media, content: bytes, line: int | None = None) -> RawDocument:
        """A document found here."""
        return RawDocument(self.path, self.relative_path, media, content, self.member, line)

    def rejection(self, error: ProcessingError, line: int | None = None) -> Rejection:
        """The row of the report for what cannot be read here."""
        return Rejection(self.path, error.step, error.template, _on_one_line(error.values), self.member, line)

    def skipped(self, reason: ProcessingError) -> Skipped:
        """The row for what is not for us here."""
        return Skipped(self.path, reason.template, _on_one_line(reason.values), self.member)


class Broken(Exception):  # noqa: N818 - a signal between the readers, never seen outside of this folder
    """What is being read cannot be read on. Whoever reads `origin` makes a row of it and goes on behind it.

    Args:
        origin: the file or member that is at fault: bytes of a page may be lacking because the zip around it is
            cut off.
        error: why.
    """

    def __init__(self, origin: Origin, error: ProcessingError) -> None:
        super().__init__(str(error))
        self.origin = origin
        self.error = error


def _on_one_line(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: escape_controls(value) if isinstance(value, str) else value for name, value in values.items()
    }
