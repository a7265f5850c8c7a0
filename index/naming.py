"""Names in a query and in its filters turned into values, and what a reader should know about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from archive.errors import QueryError
from archive.knowledge.units import UNITS, label
from index.excerpts import excerpt
from index.notices import Notice
from index.query import And, AtLeast, FacetFilter, Keyword, Named, Node, Not, Or
from index.vocabulary import Vocabulary, narrower_units


class Naming:
    """Resolves the names of one request.

    Attributes:
        notices: names that stand for several values, and names that nothing bears; without repeats.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._notices: dict[Notice, None] = {}

    @property
    def notices(self) -> tuple[Notice, ...]:
        """See above; in the order found."""
        return tuple(self._notices)

    def clause(self, node: Node) -> Node:
        """The node with every `Named` as `Keyword`; of a name that nothing bears, one without values.

        Raises:
            QueryError: a province that never was one; its position is an offset of the normalised query.
        """
        match node:
            case Named():
                return self._keyword(node)
            case Not(clause):
                return Not(self.clause(clause))
            case And(clauses) | Or(clauses) | AtLeast(_, clauses):
                return replace(node, clauses=tuple(map(self.clause, clauses)))
            case _:
                return node

    def filters(
        self, include: Mapping[str, tuple[str, ...]], exclude: Mapping[str, tuple[str, ...]]
    ) -> tuple[FacetFilter, ...]:
        """The filters of a request, from facet field -> names or values as the user gave them.

        A name that nothing bears stays as its own value: asked for, it finds nothing; left out, it changes nothing.

        Raises:
            QueryError: a province that never was one.
        """
        fields = dict.fromkeys((*include, *exclude))
        return tuple(
            FacetFilter(field, self._chosen(field, include), self._chosen(field, exclude)) for field in fields
        )

    def _keyword(self, node: Named) -> Keyword:
        try:
            values = self._vocabulary.values(node.field, node.text)
        except QueryError as error:
            error.position = node.position
            raise
        self._notice(node.field, node.text, values)
        return Keyword(node.field, values)

    def _chosen(self, field: str, chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        values: dict[str, None] = {}
        for text in chosen.get(field, ()):
            found = self._vocabulary.chosen(field, text)
            self._notice(field, text, found)
            values.update(dict.fromkeys(found or (text,)))
        return tuple(values)

    def _notice(self, field: str, text: str, values: tuple[str, ...]) -> None:
        if not values:
            missing = Notice(
                "no {field} called '{text}' in the archive", {"field": field, "text": excerpt(text)}
            )
            self._notices[missing] = None
        elif field == "province" and len(values) > 1:
            self._notices[_narrower(text)] = None


def _narrower(name: str) -> Notice:
    units = [UNITS[unit] for unit in narrower_units(name)]
    today = dict.fromkeys(UNITS[current].name for unit in units for current in unit.current)
    ways = [f"province:{unit.id} ({label(unit)})" for unit in units]
    ways += [f'current:"{current}"' for current in today]
    labels = " + ".join(label(unit) for unit in units)
    return Notice("{name} = {units} → {ways}", {"name": name, "units": labels, "ways": " · ".join(ways)})
