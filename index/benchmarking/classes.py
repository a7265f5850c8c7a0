"""The classes of queries: what is asked, of which collection, and of which systems."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from index.benchmarking import drawing
from index.benchmarking.corpus import Corpus
from index.benchmarking.drawing import Drawer, Recipe
from index.benchmarking.system import OURS
from index.query import Query

SPARE_DRAWS = 3
"""So many times as many queries are drawn as are asked, to have different ones."""

_ALL = (OURS, "stock", "fts5", "tantivy")


class QueryClass(NamedTuple):
    """Queries of one kind.

    Attributes:
        name: as in the figures, and `class_<name>` in the catalogue.
        collection: which one is asked.
        drawn_as: what the random numbers are drawn by; equal for classes of the same words.
        systems: those that can answer it.
        with_snippets: the hits are shown with their words, not only named.
    """

    name: str
    collection: str
    recipe: Recipe
    drawn_as: str = ""
    systems: tuple[str, ...] = _ALL
    with_snippets: bool = False

    def draw(self, corpus: Corpus, count: int, seed: str) -> Sequence[Query]:
        """So many queries, different ones where there are as many; the same for the same corpus and seed."""
        random = Random(f"{seed} {self.drawn_as or self.name}")  # noqa: S311 - to be drawn again
        drawer = Drawer(corpus, random)
        drawn = [self.recipe(drawer) for _ in range(SPARE_DRAWS * count)]
        return [*dict.fromkeys(drawn), *drawn][:count]


_FUZZY_SYSTEMS = (OURS, "stock", "tantivy")
_NEAR_SYSTEMS = (OURS, "stock", "fts5")

CLASSES = (
    QueryClass("common_term", "articles", drawing.common_term),
    QueryClass("mid_term", "articles", drawing.mid_term),
    QueryClass("rare_term", "articles", drawing.rare_term),
    QueryClass("and_2", "articles", drawing.and_of(2)),
    QueryClass("and_5", "articles", drawing.and_of(5)),
    QueryClass("or_2", "articles", drawing.or_of(2)),
    QueryClass("or_5", "articles", drawing.or_of(5)),
    QueryClass("quote", "articles", drawing.quote),
    QueryClass("common_phrase", "articles", drawing.common_phrase),
    QueryClass("prefix", "articles", drawing.prefix),
    QueryClass("fuzzy", "articles", drawing.fuzzy, systems=_FUZZY_SYSTEMS),
    QueryClass("near", "articles", drawing.near, systems=_NEAR_SYSTEMS),
    QueryClass("same_sentence", "articles", drawing.same_sentence, systems=(OURS,)),
    QueryClass("and_2_unmarked", "articles", drawing.unmarked(drawing.and_of(2)), "and_2", (OURS,)),
    QueryClass("quote_unmarked", "articles", drawing.unmarked(drawing.quote), "quote", (OURS,)),
    QueryClass("date_range", "articles", drawing.in_years),
    QueryClass("province", "articles", drawing.in_province),
    QueryClass("facets", "articles", drawing.counting("province", "year")),
    QueryClass("facet_official", "articles", drawing.counting("official")),
    QueryClass("newest", "articles", drawing.newest),
    QueryClass("page_50", "articles", drawing.deep),
    QueryClass("snippets", "articles", drawing.and_of(2), "and_2", with_snippets=True),
    QueryClass("statement_term", "statements", drawing.common_term),
    QueryClass("statement_quote", "statements", drawing.quote),
    QueryClass("speaker_and_word", "statements", drawing.speaker_and_word),
    QueryClass("facet_act", "statements", drawing.counting("act")),
    QueryClass("years_of_province", "statements", drawing.years_of_province),
)
