"""Everything the rules read out of one clean article."""

from __future__ import annotations

from archive.knowledge.officials import find_officials
from archive.knowledge.places import locate
from archive.models import Article, Understanding

RULES_VERSION = 2
"""Raised whenever cleaning or understanding may answer differently; `khobao refresh` re-reads what is older."""


def understand(article: Article) -> Understanding:
    """Places, officials with their posts, and (from the issue on who said what) statements."""
    places = locate(article)
    return Understanding(places=places, officials=find_officials(article, places))
