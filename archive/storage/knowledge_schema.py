"""The tables of what is understood: places, officials, posts, statements, and what comes of them together."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from archive.storage.schema import metadata, position_column, revision_table, span_columns

place_evidence = revision_table(
    "place_evidence",
    position_column(),
    Column("unit", String, nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("score", Double, nullable=False),
    Column("spans", Text, nullable=False),
)

officials = revision_table(
    "officials",
    position_column(),
    Column("name_key", String, nullable=False, index=True),
    Column("local", String, nullable=False),
    Column("name", String, nullable=False),
    Column("unit", String),
    Column("status", String, nullable=False),
)
"""`local` is the id an official has from the article alone."""

identities = revision_table(
    "identities",
    position_column(),
    Column("since", Integer, primary_key=True),
    Column("person", String, nullable=False),
)
"""Who an official is from a change on, where that is not, or was not before, the person with the local id."""

posts = revision_table(
    "posts",
    Column("official", Integer, primary_key=True),
    position_column(),
    Column("surface", Text, nullable=False),
    Column("canonical", Text, nullable=False),
    Column("organisation", Text),
    Column("unit", String),
    Column("status", String, nullable=False),
    *span_columns(),
)

mentions = revision_table(
    "mentions",
    Column("official", Integer, primary_key=True),
    position_column(),
    Column("surface", Text, nullable=False),
    Column("kind", String, nullable=False),
    *span_columns(),
)

statements = revision_table(
    "statements",
    position_column(),
    Column("speaker", Text, nullable=False),
    Column("speakers", JSON, nullable=False),
    Column("speaker_kind", String, nullable=False),
    Column("post", Text),
    Column("act", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("attribution", String, nullable=False),
    Column("cue", Text),
    Column("content", Text, nullable=False),
    *span_columns(),
    Column("continues", Integer),
    Column("confidence", Double, nullable=False),
    Column("rule", String, nullable=False),
)

persons = Table(
    "persons",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("unit", String),
    Column("articles", Integer, nullable=False),
)

aliases = Table(
    "aliases",
    metadata,
    Column("id", String, primary_key=True),
    Column("person", String, ForeignKey("persons.id"), nullable=False, index=True),
    Column("name_key", String, nullable=False, index=True),
    Column("name_folded", String, nullable=False, index=True),
)
"""Every id that leads to a person: their own, the local ids of their sightings, and those they had before."""

tenures = Table(
    "tenures",
    metadata,
    Column("person", String, ForeignKey("persons.id"), primary_key=True),
    position_column(),
    Column("post", Text, nullable=False),
    Column("organisation", Text),
    Column("unit", String, index=True),
    Column("status", String, nullable=False),
    Column("first_seen", String),
    Column("last_seen", String),
    Column("articles", Integer, nullable=False),
    Column("evidence", JSON, nullable=False),
)

possible = Table(
    "possible",
    metadata,
    Column("person", String, ForeignKey("persons.id"), primary_key=True),
    Column("other", String, ForeignKey("persons.id"), primary_key=True, index=True),
    Column("reason", String, nullable=False),
)
"""Pairs of persons, ids in order, that may be one."""

texts = Table(
    "texts",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("sketch", LargeBinary, nullable=False),
)
"""The different bodies in each source, long enough to be compared, that any revision has or had."""

copies = Table(
    "copies",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("text", BigInteger, ForeignKey("texts.id"), nullable=False, index=True),
)
"""Which text each live article has."""

sketches = Table(
    "sketches",
    metadata,
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    Column("text", BigInteger, primary_key=True),
    sqlite_with_rowid=False,
)
"""Sketches of what live articles have, by value; no foreign key, since an index for it would double the table."""

similar = Table(
    "similar",
    metadata,
    Column("text", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True),
    sqlite_with_rowid=False,
)
"""Pairs of near-duplicate texts, each in both directions."""

clusters = Table(
    "clusters",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("cluster", String, nullable=False, index=True),
)
"""Live articles that have near-duplicates, and the smallest id among them and theirs."""

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("target", String, nullable=False),
    Column("given", JSON, nullable=False),
    Column("reason", Text, nullable=False),
    Column("day", String, nullable=False),
    Column("article", String, ForeignKey("articles.id"), index=True),
    Column("names", JSON, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer),
    Index("corrections_by_target", "kind", "target"),
)
"""What was corrected after review, in force from change `since` on and before change `until`."""

ALL_TABLES = metadata
"""Every table of the store, those of `schema` too."""
