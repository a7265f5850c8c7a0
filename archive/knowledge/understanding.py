"""Everything the rules read out of one clean article."""

from __future__ import annotations

from archive.knowledge.officials.officials import find_officials
from archive.knowledge.places.places import locate
from archive.knowledge.statements.statements import find_statements
from archive.models import Article, Understanding

RULES_VERSION = 3
"""Raised whenever cleaning or understanding may answer differently; `khobao refresh` re-reads what is older."""


def understand(article: Article) -> Understanding:
    """Places, officials with their posts, and who said what."""
    places = locate(article)
    said = find_statements(article, find_officials(article, places))
    return Understanding(places=places, officials=said.officials, statements=said.statements)
