"""Names in a query and in its filters turned into values, and what a reader should know about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from archive.errors import QueryError
from archive.knowledge.grammar.successions import Relative
from archive.knowledge.places.units import UNITS, label
from index.language.excerpts import excerpt
from index.language.notices import Notice
from index.names.bodies import relatives_of
from index.names.vocabulary import Vocabulary, narrower_units
from index.query import And, AtLeast, DateRange, FacetFilter, Keyword, Named, Node, Not, Or


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
        """The node with every `Named` as `Keyword` (a line of bodies as several, dated); of a name that nothing bears,
        one that finds nothing.

        Raises:
            QueryError: a province that never was one; its position is an offset of the normalised query.
        """
        match node:
            case Named():
                return self._named(node)
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

    def _named(self, node: Named) -> Node:
        if node.field == "lineage":
            return self._line(node.text)
        try:
            values = self._vocabulary.values(node.field, node.text)
        except QueryError as error:
            error.position = node.position
            raise
        self._notice(node.field, node.text, values)
        return Keyword(node.field, values)

    def _line(self, text: str) -> Node:
        """A body with those before and after it, each from the day on which it belongs to the line."""
        found = self._vocabulary.bodies.in_line(text)
        self._notice("lineage", text, tuple(chain.from_iterable(found.values())))
        clauses = []
        for day, values in found.items():
            clause = Keyword("organisation", values)
            clauses.append(And((clause, DateRange("date", day, None))) if day else clause)
        return Or(tuple(clauses))

    def _chosen(self, field: str, chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        values: dict[str, None] = {}
        for text in chosen.get(field, ()):
            found = self._vocabulary.chosen(field, text)
            self._notice(field, text, found)
            values.update(dict.fromkeys(found or (text,)))
        return tuple(values)

    def _notice(self, field: str, text: str, values: tuple[str, ...]) -> None:
        if not values:
            shown = excerpt(text)
            self._tell(Notice("no {field} called '{text}' in the archive", {"field": field, "text": shown}))
        if field == "province" and len(values) > 1:
            self._tell(_narrower(text))
        if field == "organisation" and (others := self._vocabulary.bodies.others(text)):
            self._tell(_wider(text, others))
        if field == "lineage":
            self._tell(_included(text))

    def _tell(self, notice: Notice) -> None:
        self._notices[notice] = None


def _narrower(name: str) -> Notice:
    units = [UNITS[unit] for unit in narrower_units(name)]
    today = dict.fromkeys(UNITS[current].name for unit in units for current in unit.current)
    ways = [f"province:{unit.id} ({label(unit)})" for unit in units]
    ways += [f'current:"{current}"' for current in today]
    labels = " + ".join(label(unit) for unit in units)
    return Notice("{name} = {units} → {ways}", {"name": name, "units": labels, "ways": " · ".join(ways)})


def _wider(name: str, others: Sequence[Relative]) -> Notice:
    return Notice(
        '{name} came from other bodies or went into them: {names} → lineage:"{name}"',
        {"name": name, "names": _dated(others)},
    )


def _included(name: str) -> Notice:
    others = relatives_of(name)
    if not others:
        return Notice(
            "no body is known to have come before or after {name}: only this name was searched",
            {"name": excerpt(name)},
        )
    return Notice(
        "{name} was searched with the bodies before and after it: {names}",
        {"name": name, "names": _dated(others)},
    )


def _dated(others: Sequence[Relative]) -> str:
    """Names with the day until which, or from which on, each is meant."""
    return " · ".join(
        f"{one.name} (… → {one.until})" if one.until else f"{one.name} ({one.since} → …)" for one in others
    )
