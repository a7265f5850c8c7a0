"""Who published a document: the table of papers and portals, and how a document is matched with it.

The table (`knowledge/data/sources.csv`) has the provincial papers and portals as they were before the merger
of July 2025, and the national papers: domain, name, home province, rights. A row stands for its domain and
all below it, `daknong.gov.vn` for `krongno.daknong.gov.vn`. Aggregators are no publishers and have no row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast

from archive.documents import RawDocument
from archive.errors import ProcessingError
from archive.identity import canonical_url
from archive.models import Rights, Source
from archive.text.normalization import normalize, squeeze
from archive.text.syllables import tokens

UNKNOWN = Source("không rõ")
"""The source of a document that says nothing of where it comes from."""

_NO_PUBLISHERS: Mapping[str, Source] = MappingProxyType({})
_NEWSPAPER = "báo"
_ONLINE_NEWSPAPER = "báo điện tử"
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|edu|gov|info|net|org|vn)", re.IGNORECASE)


def resolve_source(
    fields: Mapping[str, str],
    raw: RawDocument,
    default: Source | None,
    domain: str | None = None,
    publishers: Mapping[str, Source] = _NO_PUBLISHERS,
) -> Source:
    """Tell who published a document, by the first that says so of

    1. the source the user named for the whole input;
    2. the domain of the record's `url`, when a table has it;
    3. the record's `source`: a domain or a name of the table, else the domain or the name as given;
    4. a folder on its path that is named by a domain of a table, as in the mirror of a site;
    5. the domain of its `url`, though no table has it;
    6. the domain a saved page was most likely served from.

    Args:
        fields: of the record; `url` and `source` are read.
        raw: the document as found.
        default: the source the user named, if any.
        domain: of a saved page, as `archive.cleaning.pages.address` tells it.
        publishers: a librarian's own table, by domain; asked before the bundled one.

    Returns:
        The source; `UNKNOWN` when nothing says it.
    """
    if default is not None:
        return default
    published_at = host(fields.get("url", ""))
    named = squeeze(normalize(fields.get("source", "")))
    candidates = (
        _by_domain(published_at, publishers),
        _by_name(named, publishers),
        *(_by_domain(folder.lower(), publishers) for folder in _folders(raw)),
        Source(published_at, published_at) if published_at else None,
        _by_host(domain or "", publishers),
    )
    return next((source for source in candidates if source is not None), UNKNOWN)


def _folders(raw: RawDocument) -> list[str]:
    """The folders a document lies in, those of a container too."""
    return "/".join(part for part in (raw.relative_path, raw.member) if part).split("/")[:-1]


@cache
def known_sources() -> tuple[Source, ...]:
    """The table, in its order: one row a domain, so a paper that moved has several."""
    table = files("archive.knowledge").joinpath("data", "sources.csv").read_text(encoding="utf-8")
    return tuple(
        Source(row["name"], row["domain"], row["home"] or None, cast(Rights, row["rights"]))
        for row in csv.DictReader(table.splitlines())
    )


def _by_domain(domain: str, publishers: Mapping[str, Source]) -> Source | None:
    """The row of the longest domain of the tables that `domain` is or lies below."""
    labels = domain.split(".")
    suffixes = (".".join(labels[start:]) for start in range(len(labels)))
    found = (publishers.get(suffix) or _domains().get(suffix) for suffix in suffixes)
    return next((source for source in found if source is not None), None)


def _by_host(domain: str, publishers: Mapping[str, Source]) -> Source | None:
    return _by_domain(domain, publishers) or (Source(domain, domain) if domain else None)


def _by_name(named: str, publishers: Mapping[str, Source]) -> Source | None:
    if not named:
        return None
    if "://" in named or _DOMAIN.fullmatch(named):
        return _by_host(host(named), publishers) or Source(named)
    return next((_names()[name] for name in _readings(named) if name in _names()), Source(named))


def host(url: str) -> str:
    """The domain of an address without port and `www.`; empty when there is none."""
    try:
        return canonical_url(url).partition("/")[0].partition(":")[0] if url else ""
    except ProcessingError:
        return ""


def _name_key(name: str) -> tuple[str, ...]:
    """What names have in common however they are spelled: capitals, punctuation, place of the tone mark."""
    return tuple(token.key for token in tokens(name))


def _readings(named: str) -> tuple[tuple[str, ...], ...]:
    """The name as given, then as the table may have it: `Báo điện tử Bình Định` is Báo Bình Định."""
    given = _name_key(named)
    for opening in (_name_key(_ONLINE_NEWSPAPER), _name_key(_NEWSPAPER)):
        if given[: len(opening)] == opening and given != opening:
            rest = given[len(opening) :]
            return given, _name_key(_NEWSPAPER) + rest, rest
    return (given,)


@cache
def _domains() -> Mapping[str, Source]:
    return MappingProxyType({source.domain: source for source in known_sources() if source.domain})


@cache
def _names() -> Mapping[tuple[str, ...], Source]:
    # The first row of a name is the paper's present domain.
    return MappingProxyType({_name_key(source.name): source for source in reversed(known_sources())})
