"""A document as it will be written: fingerprinted, compressed, cut to be compared, its rows made.

All that can be done without the store, so that any process can do it.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from archive.documents import RawDocument
from archive.errors import ProcessingError
from archive.identity import content_hash
from archive.knowledge.shingles import shingled
from archive.models import Processed, Source
from archive.storage.articles import add_content
from archive.storage.compact import pack_words
from archive.storage.generation import knowledge_hash, row_hash
from archive.storage.origins import printable
from archive.storage.rows import RevisionRows, Row


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as one version of the rules read it.

    Attributes:
        raw: the document as found, without its content.
        id: of its article.
        identity_kind: what the id was computed from.
        source, url: those of the article.
        content_sha256: fingerprint of the original.
        compressed: the original.
        size: its bytes.
        knowledge_hash: fingerprint of everything that was read in it.
        text: what its body is compared by, id and packed sketch; None if it is too short.
        head: columns of its revision.
        rows: of its content, by name of the table; see `RevisionRows`.
    """

    raw: RawDocument
    id: str
    identity_kind: str
    source: Source
    url: str | None
    content_sha256: str
    compressed: bytes
    size: int
    knowledge_hash: str
    rules_version: int
    text: tuple[int, bytes] | None
    head: Mapping[str, object]
    rows: Mapping[str, Sequence[Row]]

    @property
    def row_hash(self) -> int:
        """What it adds to the generation."""
        return row_hash(self.id, self.content_sha256, self.knowledge_hash, self.rules_version)


def reading(processed: Processed, rules_version: int) -> Reading:
    """Make a document ready to be written.

    Raises:
        ProcessingError: it holds what no database can keep.
    """
    raw, article = processed.raw, processed.article
    if processed.words and len(processed.words) != len(article.paragraphs):
        raise ProcessingError("store", "words and paragraphs differ in number: report this as a bug")
    packed = tuple(map(pack_words, processed.words))
    try:
        knowledge = knowledge_hash(article, processed.understanding, packed)
    except UnicodeEncodeError as error:
        raise ProcessingError(
            "store",
            "half a surrogate pair (U+{code}) in the text: mend the input",
            code=f"{ord(error.object[error.start]):04X}",
        ) from error
    rows = RevisionRows()
    add_content(rows, article, processed.understanding, packed)
    text = shingled(article.source.name, article.body)
    return Reading(
        raw=replace(raw, content=b""),
        id=article.id,
        identity_kind=processed.identity[0],
        source=article.source,
        url=article.url,
        content_sha256=content_hash(raw.content),
        compressed=zlib.compress(raw.content),
        size=len(raw.content),
        knowledge_hash=knowledge,
        rules_version=rules_version,
        text=(text.id, text.packed_sketch) if text.is_comparable else None,
        head=_head(processed),
        rows=rows.rows,
    )


def _head(processed: Processed) -> dict[str, object]:
    raw, article = processed.raw, processed.article
    return {
        "article": article.id,
        "source": article.source.name,
        "url": article.url,
        "title": article.title,
        "title_inferred": article.title_inferred,
        "byline": article.byline,
        "category": article.category,
        "sort_date": article.sort_date,
        "segmented": bool(processed.words),
        "path": printable(raw.path),
        "relative_path": printable(raw.relative_path),
        "member": None if raw.member is None else printable(raw.member),
        "line": raw.line,
        "media": raw.media,
        "raw_url": None if raw.url is None else printable(raw.url),
        "raw_charset": None if raw.charset is None else printable(raw.charset),
    }
