"""A processed document as a revision: fingerprinted, then written with everything it says."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, update

from archive.errors import ProcessingError
from archive.identity import content_hash, short_hash
from archive.models import Processed
from archive.storage.articles import add_content
from archive.storage.changes import ChangeKind
from archive.storage.compact import pack_words
from archive.storage.generation import knowledge_hash, row_hash
from archive.storage.heads import LIVE, Head
from archive.storage.originals import put_original
from archive.storage.origins import printable
from archive.storage.schema import articles, revisions
from archive.storage.writing import Writer

_SET_CURRENT = (
    update(articles).where(articles.c.id == bindparam("of_article")).values(current=bindparam("new_current"))
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as one version of the rules read it.

    Attributes:
        packed_words: the words of each paragraph as text; empty when it was not segmented.
        content_sha256: fingerprint of the original.
        knowledge_hash: fingerprint of everything that was read in it.
    """

    processed: Processed
    packed_words: tuple[str, ...]
    content_sha256: str
    knowledge_hash: str
    rules_version: int

    @property
    def id(self) -> str:
        """Id of the article."""
        return self.processed.article.id

    @property
    def row_hash(self) -> int:
        """What it adds to the generation."""
        return row_hash(self.id, self.content_sha256, self.knowledge_hash, self.rules_version)


def fingerprint(processed: Processed, rules_version: int) -> Reading:
    """Take the fingerprints of a document, and make sure that it can be written.

    Raises:
        ProcessingError: it holds what no database can keep.
    """
    if processed.words and len(processed.words) != len(processed.article.paragraphs):
        raise ProcessingError("store", "words and paragraphs differ in number: report this as a bug")
    packed = tuple(map(pack_words, processed.words))
    try:
        knowledge = knowledge_hash(processed.article, processed.understanding, packed)
    except UnicodeEncodeError as error:
        raise ProcessingError(
            "store",
            "half a surrogate pair (U+{code}) in the text: mend the input",
            code=f"{ord(error.object[error.start]):04X}",
        ) from error
    return Reading(processed, packed, content_hash(processed.raw.content), knowledge, rules_version)


def write_revision(
    writer: Writer, reading: Reading, held: Head | None, kind: ChangeKind, reason: str = ""
) -> None:
    """Write a reading as the current revision of its article.

    Args:
        held: the revision that was current until now; None for a new article.
    """
    raw, article = reading.processed.raw, reading.processed.article
    # First of all, since it may write the buffer, which must not hold half a revision then.
    put_original(writer, reading.content_sha256, raw.content)
    number = 1 if held is None else held.number + 1
    change = writer.log(reading.id, number, kind, reason).number
    _put_article(writer, reading, change, held is None)
    writer.buffer.add(revisions, **_revision_values(reading, change, number))
    add_content(writer.buffer, change, article, reading.processed.understanding, reading.packed_words)
    if held is not None:
        writer.tally.remove(held.row_hash, held.rules_version)
    writer.tally.add(reading.row_hash, reading.rules_version)
    writer.tally.revisions += 1


def _put_article(writer: Writer, reading: Reading, change: int, is_new: bool) -> None:
    short = short_hash(reading.id)
    writer.buffer.announce(reading.id, short, reading.content_sha256)
    if not is_new:
        writer.connection.execute(_SET_CURRENT, {"of_article": reading.id, "new_current": change})
        return
    kind = reading.processed.identity[0]
    writer.buffer.add(articles, id=reading.id, short=short, identity_kind=kind, current=change, state=LIVE)


def _revision_values(reading: Reading, change: int, number: int) -> dict[str, object]:
    raw, article = reading.processed.raw, reading.processed.article
    return {
        "change": change,
        "article": article.id,
        "number": number,
        "content_sha256": reading.content_sha256,
        "rules_version": reading.rules_version,
        "knowledge_hash": reading.knowledge_hash,
        "source": article.source.name,
        "url": article.url,
        "title": article.title,
        "title_inferred": article.title_inferred,
        "byline": article.byline,
        "category": article.category,
        "sort_date": article.sort_date,
        "segmented": bool(reading.processed.words),
        "path": printable(raw.path),
        "relative_path": printable(raw.relative_path),
        "member": None if raw.member is None else printable(raw.member),
        "line": raw.line,
        "media": raw.media,
        "raw_url": None if raw.url is None else printable(raw.url),
        "raw_charset": None if raw.charset is None else printable(raw.charset),
    }
