"""What is met before it is an article: a raw document, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Media = Literal["text", "html", "json", "csv"]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One document as found, before anything is understood.

    Attributes:
        path: the file as the user would name it (`-` for standard input).
        relative_path: the path relative to the PATH given, with `/`; part of the identity of whole files.
        media: how to parse `content`.
        content: the original bytes; for a CSV record the header line and the record's own lines.
        member: path inside a container, if any; of a container in a container both, `inner.zip!/page.html`.
        line: 1-based line where a record begins in its file, if it is a record; of a WARC the number of the
            record.
        url: the address it was fetched from, where its carrier says so (a WARC does, a folder does not).
        charset: the charset its carrier declares (an HTTP header), as written there.
    """

    path: str
    relative_path: str
    media: Media
    content: bytes
    member: str | None = None
    line: int | None = None
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A document that could not be processed: a row of the ingest report.

    `template` and `values` are those of an error (`archive.errors`): what the report counts by, what the
    catalogue has Vietnamese for.
    """

    path: str
    step: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    member: str | None = None
    line: int | None = None

    @property
    def reason(self) -> str:
        """One line in English."""
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file met in a folder that is not for us (another kind, hidden, a README): listed, not counted.

    `template` and `values` are as in a `Rejection`.
    """

    path: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    member: str | None = None

    @property
    def reason(self) -> str:
        """One line in English."""
        return self.template.format(**self.values)
