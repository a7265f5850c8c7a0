"""Rejections in the store: what every run refused, and what of it is still open.

A rejection is open until a later run meets its place again: the latest run decides, by taking the place in or
by refusing it anew. A rejection of a whole file or member is also answered by whatever a later run meets in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, Select, func, select

from archive.documents import Rejection, Skipped
from archive.errors import NotFound
from archive.reading.origins import WITHIN
from archive.storage.origins import printable
from archive.storage.rows import AnyRow, RowBuffer
from archive.storage.schema import origins, rejections, runs, skips

MOST_VALUE_CHARACTERS = 1_000


class Place(NamedTuple):
    """Where a document was refused: a line or member of a file, or, with less of these, all that is in it."""

    path: str
    member: str | None
    line: int | None

    def around(self) -> Iterator[Place]:
        """The wider places it lies in, the narrowest first."""
        member = self.member
        if self.line is not None:
            yield Place(self.path, member, None)
        while member is not None:
            member = member.rpartition(WITHIN)[0] or None
            yield Place(self.path, member, None)


class KeptRejection(NamedTuple):
    """A rejection and the run it is from."""

    run: int
    rejection: Rejection

    @property
    def place(self) -> Place:
        """Where it was."""
        return Place(self.rejection.path, self.rejection.member, self.rejection.line)


def add_rejection(buffer: RowBuffer, run: int, position: int, rejection: Rejection) -> None:
    """Gather the row of a rejection."""
    buffer.add(
        rejections,
        run=run,
        position=position,
        path=printable(rejection.path),
        member=None if rejection.member is None else printable(rejection.member),
        line=rejection.line,
        step=rejection.step,
        template=printable(rejection.template),
        template_values=_kept(rejection.values),
    )


def add_skip(buffer: RowBuffer, run: int, position: int, skipped: Skipped) -> None:
    """Gather the row of a file that is not for us."""
    buffer.add(
        skips,
        run=run,
        position=position,
        path=printable(skipped.path),
        member=None if skipped.member is None else printable(skipped.member),
        template=printable(skipped.template),
        template_values=_kept(skipped.values),
    )


def read_rejections(connection: Connection, run: int | None = None) -> Iterator[Rejection]:
    """The rejections of one run, or of all, in order.

    Raises:
        NotFound: there is no such run.
    """
    if run is not None:
        check_run(connection, run)
    chosen = _chosen(run or 1, run)
    for row in connection.execute(chosen.execution_options(yield_per=1000)):
        yield _rejection(row)


def read_skips(connection: Connection, run: int) -> Iterator[Skipped]:
    """The files one run skipped, in order.

    Raises:
        NotFound: there is no such run.
    """
    check_run(connection, run)
    chosen = select(skips).where(skips.c.run == run).order_by(skips.c.position)
    for row in connection.execute(chosen.execution_options(yield_per=1000)):
        yield Skipped(row.path, row.template, row.template_values, row.member)


def open_rejections(
    connection: Connection, first: int = 1, last: int | None = None
) -> Iterator[KeptRejection]:
    """The rejections of some runs that no later run has met again, in order; each place once.

    Args:
        first, last: numbers of the runs, both included; None: to the last there is.
    """
    still = _open_places(connection, first, last)
    for row in connection.execute(_chosen(first, last).execution_options(yield_per=1000)):
        place = Place(row.path, row.member, row.line)
        if still.get(place) == row.run:
            del still[place]
            yield KeptRejection(row.run, _rejection(row))


def last_run(connection: Connection, kind: str | None = None) -> int:
    """Number of the last run, of this kind if one is named; 0 where there was none."""
    number = select(func.coalesce(func.max(runs.c.number), 0))
    return int(connection.execute(number.where(runs.c.kind == kind) if kind else number).scalar_one())


def check_run(connection: Connection, run: int) -> None:
    """Make sure that there was such a run.

    Raises:
        NotFound: there was not.
    """
    if connection.execute(select(runs.c.number).where(runs.c.number == run)).first() is None:
        raise NotFound("no run {run}: the last one is {last}", run=run, last=last_run(connection))


def _open_places(connection: Connection, first: int, last: int | None) -> dict[Place, int]:
    """The places that are open, each with the run that refused it last."""
    refused = rejections.c
    latest = (
        select(refused.path, refused.member, refused.line, func.max(refused.run).label("run"))
        .where(refused.run >= first)
        .group_by(refused.path, refused.member, refused.line)
    )
    met = {Place(row.path, row.member, row.line): row.run for row in connection.execute(latest)}
    still = {place: number for place, number in met.items() if last is None or number <= last}
    for place, number in met.items():
        _close(still, place.around(), number)
    taken = select(origins.c.path, origins.c.member, origins.c.line, origins.c.run).where(
        origins.c.run > min(still.values(), default=0)
    )
    if still:
        for row in connection.execute(taken.execution_options(yield_per=1000)):
            place = Place(row.path, row.member or None, row.line or None)
            _close(still, (place, *place.around()), row.run)
    return still


def _close(still: dict[Place, int], places: Iterator[Place] | tuple[Place, ...], run: int) -> None:
    for place in places:
        if still.get(place, run) < run:
            del still[place]


def _chosen(first: int, last: int | None) -> Select[AnyRow]:
    run = rejections.c.run
    chosen = select(rejections).where(run >= first).order_by(run, rejections.c.position)
    return chosen if last is None else chosen.where(run <= last)


def _rejection(row: AnyRow) -> Rejection:
    return Rejection(row.path, row.step, row.template, row.template_values, row.member, row.line)


def _kept(values: Mapping[str, object]) -> dict[str, object]:
    """Values as JSON keeps them: numbers as they are, since a template may format them, the rest as text."""
    return {
        name: value
        if isinstance(value, bool | int | float | None)
        else printable(str(value))[:MOST_VALUE_CHARACTERS]
        for name, value in values.items()
    }
