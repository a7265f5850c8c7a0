"""The generation: one number for content and rules, and the counters kept beside it.

The generation is the sum, modulo 2**128, of one hash for each live article and each correction in force. A sum
does not know the order in which they came, and taking a hash away restores the former sum (a multiset hash:
Clarke et al., "Incremental Multiset Hash Functions", ASIACRYPT 2003).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields

from sqlalchemy import Connection, insert, select, update

from archive.models import (
    Article,
    Caption,
    DatedValue,
    Mention,
    Official,
    PlaceAttribution,
    Post,
    Removal,
    Repair,
    Source,
    Span,
    Statement,
    Understanding,
)
from archive.storage.schema import SCHEMA_VERSION, manifest

_MODULUS = 2**128
_HEX_DIGITS = 32
_MANIFEST_ID = 1


_COVERED = (
    Article,
    Caption,
    DatedValue,
    Mention,
    Official,
    PlaceAttribution,
    Post,
    Removal,
    Repair,
    Span,
    Statement,
    Understanding,
)
_FIELDS: dict[type, list[tuple[str, bool]]] = {
    kind: [(item.name, item.type == "float") for item in fields(kind)] for kind in _COVERED
}


def _plain(value: object) -> object:
    if isinstance(value, Source):
        # What else is known of a source belongs to the source, not to its articles.
        return value.name
    return {
        name: float(getattr(value, name)) if is_float else getattr(value, name)
        for name, is_float in _FIELDS[type(value)]
    }


def knowledge_hash(article: Article, understanding: Understanding, packed_words: Sequence[str]) -> str:
    """The hash of everything one revision says.

    Args:
        packed_words: for each paragraph its words as text; empty when it was not segmented.

    Returns:
        64 hex digits.

    Raises:
        UnicodeEncodeError: a text holds half a surrogate pair.
    """
    text = json.dumps(
        [article, understanding, packed_words],
        default=_plain,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    return hashlib.sha256(text.encode()).hexdigest()


def row_hash(article_id: str, content_sha256: str, knowledge: str, rules_version: int) -> int:
    """What one live article adds to the generation: below 2**128."""
    row = "\n".join((article_id, content_sha256, knowledge, str(rules_version)))
    return int(hashlib.sha256(row.encode()).hexdigest()[:_HEX_DIGITS], 16)


@dataclass(slots=True)
class Tally:
    """The counters of the manifest, kept by whoever writes.

    Attributes:
        rules: for each rules version, how many live articles it read.
        consolidated: the last change whose persons are consolidated.
    """

    change_number: int = 0
    generation: int = 0
    articles: int = 0
    revisions: int = 0
    rules: Counter[int] = field(default_factory=Counter)
    consolidated: int = 0

    def add(self, row: int, rules_version: int) -> None:
        """A row is live from now on."""
        self.generation = (self.generation + row) % _MODULUS
        self.articles += 1
        self.rules[rules_version] += 1

    def remove(self, row: int, rules_version: int) -> None:
        """A row is no longer live."""
        self.generation = (self.generation - row) % _MODULUS
        self.articles -= 1
        self.rules[rules_version] -= 1

    def put_correction(self, row: int) -> None:
        """A correction is in force from now on."""
        self.generation = (self.generation + row) % _MODULUS

    def drop_correction(self, row: int) -> None:
        """A correction is no longer in force."""
        self.generation = (self.generation - row) % _MODULUS

    @property
    def generation_hex(self) -> str:
        """The generation as 32 hex digits."""
        return f"{self.generation:0{_HEX_DIGITS}x}"

    @property
    def rules_versions(self) -> tuple[int, ...]:
        """The rules that read the live articles, oldest first."""
        return tuple(sorted(version for version, count in self.rules.items() if count))

    def older_than(self, rules_version: int) -> int:
        """How many live articles were read by older rules."""
        return sum(count for version, count in self.rules.items() if version < rules_version)


def create_manifest(connection: Connection) -> None:
    """Write the manifest of an empty store."""
    row = {"id": _MANIFEST_ID, "schema_version": SCHEMA_VERSION, **_manifest_row(Tally())}
    connection.execute(insert(manifest), [row])


def read_tally(connection: Connection) -> Tally:
    """The counters as last committed."""
    row = connection.execute(select(manifest)).one()
    rules: Mapping[str, int] = row.rules
    return Tally(
        change_number=row.change_number,
        generation=int(row.generation, 16),
        articles=row.articles,
        revisions=row.revisions,
        rules=Counter({int(version): count for version, count in rules.items()}),
        consolidated=row.consolidated,
    )


def write_tally(connection: Connection, tally: Tally) -> None:
    """Keep the counters, in the transaction of the rows they count."""
    connection.execute(update(manifest), _manifest_row(tally))


def _manifest_row(tally: Tally) -> dict[str, object]:
    return {
        "change_number": tally.change_number,
        "generation": tally.generation_hex,
        "articles": tally.articles,
        "revisions": tally.revisions,
        "rules": {str(version): tally.rules[version] for version in tally.rules_versions},
        "consolidated": tally.consolidated,
    }
