"""The tables of what is kept: runs, sources, originals, articles and their revisions, the change log.

A revision of an article is keyed by the number of the change that wrote it (`revisions.change`); every table
of what an article says refers to that number in its column `revision`. Nothing of a revision is ever
overwritten but its `rules_version`, when newer rules read it the same way. What was understood is in
`knowledge_schema`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA_VERSION = 4
"""Raised with every change of the tables or of what the hashes cover."""

metadata = MetaData()


def revision_column() -> Column[int]:
    """The revision a row belongs to."""
    return Column("revision", Integer, ForeignKey("revisions.change"), primary_key=True)


def position_column() -> Column[int]:
    """The place of a row among its like, from 0."""
    return Column("position", Integer, primary_key=True)


def span_columns(nullable: bool = False) -> tuple[Column[str], Column[int], Column[int]]:
    """A `Span`."""
    return (
        Column("part", String, nullable=nullable),
        Column("start", Integer, nullable=nullable),
        Column("end", Integer, nullable=nullable),
    )


def reason_columns() -> tuple[Column[str], Column[Any]]:
    """Why something was not taken in: the template of its message, and what stands in the places."""
    return Column("template", Text, nullable=False), Column("template_values", JSON, nullable=False)


def revision_table(name: str, *columns: Column[Any]) -> Table:
    """A table of small rows of a revision, kept together on disk."""
    return Table(name, metadata, revision_column(), *columns, sqlite_with_rowid=False)


manifest = Table(
    "manifest",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("schema_version", Integer, nullable=False),
    Column("change_number", Integer, nullable=False),
    Column("generation", String(32), nullable=False),
    Column("articles", Integer, nullable=False),
    Column("revisions", Integer, nullable=False),
    Column("rules", JSON, nullable=False),
    Column("consolidated", Integer, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("arguments", JSON, nullable=False),
    Column("source", JSON),
    Column("rules_version", Integer, nullable=False),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("counts", JSON, nullable=False),
)

rejections = Table(
    "rejections",
    metadata,
    Column("run", Integer, ForeignKey("runs.number"), primary_key=True),
    position_column(),
    Column("path", Text, nullable=False),
    Column("member", Text),
    Column("line", Integer),
    Column("step", String, nullable=False),
    *reason_columns(),
)

skips = Table(
    "skips",
    metadata,
    Column("run", Integer, ForeignKey("runs.number"), primary_key=True),
    position_column(),
    Column("path", Text, nullable=False),
    Column("member", Text),
    *reason_columns(),
)

sources = Table(
    "sources",
    metadata,
    Column("name", String, primary_key=True),
    Column("domain", String),
    Column("home", String),
    Column("rights", String, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("compressed", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("short", String(12), nullable=False, unique=True),
    Column("identity_kind", String, nullable=False),
    Column("current", Integer, nullable=False, unique=True),
    Column("state", String, nullable=False),
)

origins = Table(
    "origins",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("source", String, ForeignKey("sources.name"), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("run", Integer, ForeignKey("runs.number"), nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", String, ForeignKey("articles.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("reason", Text, nullable=False),
    Index("changes_by_article", "article", "number"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("change", Integer, ForeignKey("changes.number"), primary_key=True),
    Column("article", String, ForeignKey("articles.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("content_sha256", String(64), ForeignKey("originals.sha256"), nullable=False),
    Column("rules_version", Integer, nullable=False),
    Column("knowledge_hash", String(64), nullable=False),
    Column("source", String, ForeignKey("sources.name"), nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("title_inferred", Text),
    Column("byline", Text),
    Column("category", Text),
    Column("sort_date", String),
    Column("segmented", Boolean, nullable=False),
    Column("path", Text, nullable=False),
    Column("relative_path", Text, nullable=False),
    Column("member", Text),
    Column("line", Integer),
    Column("media", String, nullable=False),
    Column("raw_url", Text),
    Column("raw_charset", Text),
    Column("text", BigInteger, ForeignKey("texts.id")),
    Index("revisions_by_article", "article", "number", unique=True),
    Index("revisions_by_content", "content_sha256"),
)

paragraphs = Table(
    "paragraphs",
    metadata,
    revision_column(),
    position_column(),
    Column("text", Text, nullable=False),
    Column("words", Text, nullable=False),
)

captions = revision_table(
    "captions", position_column(), Column("text", Text, nullable=False), Column("credit", Text)
)

credits = revision_table("credits", position_column(), Column("text", Text, nullable=False))

dates = revision_table(
    "dates",
    Column("kind", String, primary_key=True),
    Column("value", String, nullable=False),
    Column("precision", String, nullable=False),
    Column("provenance", String, nullable=False),
    Column("raw", Text, nullable=False),
    Column("alternatives", JSON, nullable=False),
)

repairs = revision_table(
    "repairs",
    position_column(),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("certain", Boolean, nullable=False),
    *span_columns(nullable=True),
)

removals = revision_table(
    "removals",
    position_column(),
    Column("text", Text, nullable=False),
    Column("kind", String, nullable=False),
)

withdrawals = Table(
    "withdrawals",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("reason", Text, nullable=False),
    Column("day", String, nullable=False),
)
