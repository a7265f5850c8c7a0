"""Reading again, exactly where documents were rejected."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archive.documents import RawDocument, Rejection
from archive.errors import ProcessingError
from archive.reading.limits import Limits
from archive.reading.reader import STANDARD_INPUT, read
from archive.reading.walking import Found, walk
from archive.storage.rejections import Place

Again = Iterator[RawDocument | Rejection]


def read_again(places: Iterable[Place], arguments: Sequence[str], limits: Limits) -> Again:
    """What stands now at places where documents were rejected.

    The paths the user named are walked again, since a document is known by its path below them; only the
    files of these places are opened.

    Args:
        places: where to read; a place without line or member stands for all that is in it.
        arguments: the paths named by the run that rejected them.

    Yields:
        The documents at these places, and a rejection for each place where nothing can be found any more.
    """
    by_path: dict[str, set[Place]] = {}
    for place in places:
        by_path.setdefault(place.path, set()).add(place)
    for argument in arguments:
        for met in walk(argument) if argument != STANDARD_INPUT else ():
            if isinstance(met, Found) and met.origin.path in by_path:
                yield from _read_file(met, by_path.pop(met.origin.path), limits)
    for left in by_path.values():
        yield from _lost(left, {})


def _read_file(found: Found, wanted: set[Place], limits: Limits) -> Again:
    unmet = set(wanted)
    broken: dict[Place, Rejection] = {}
    for document in read([os.fspath(found.path)], limits):
        if not isinstance(document, RawDocument | Rejection):
            continue
        place = Place(document.path, document.member, document.line)
        if isinstance(document, Rejection):
            broken.setdefault(place, document)
        met = wanted.intersection((place, *place.around()))
        unmet -= met
        if met and isinstance(document, RawDocument):
            yield replace(document, relative_path=found.origin.relative_path)
        elif met:
            yield document
    yield from _lost(unmet, broken)


def _lost(places: set[Place], broken: dict[Place, Rejection]) -> Iterator[Rejection]:
    """Places that were not met: what stands around them may be broken, else there is nothing there."""
    for place in sorted(places, key=lambda place: (place.path, place.member or "", place.line or 0)):
        around = next((broken[wider] for wider in place.around() if wider in broken), None)
        yield replace(around or _gone(place), member=place.member, line=place.line)


def _gone(place: Place) -> Rejection:
    if place.path == STANDARD_INPUT:
        error = ProcessingError(
            "read", "standard input cannot be read again: save it to a file and ingest that"
        )
    else:
        error = ProcessingError("read", "no longer there: put it back, or ingest its folder again")
    return Rejection(place.path, error.step, error.template, error.values)
