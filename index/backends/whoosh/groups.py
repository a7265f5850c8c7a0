"""Groups of documents, as stories are: how many of what was found each has."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from index.backends.whoosh.identities import Identities
from index.backends.whoosh.units import Numbers, Units


class FoundGroups:
    """How many were found of each group. Implements `index.backend.GroupCounts`.

    Args:
        ordinals: of the groups, from 1.
        counts: by ordinal; those in no group stand first.
    """

    def __init__(self, ordinals: Mapping[str, int], counts: Numbers) -> None:
        self._ordinals = ordinals
        self._counts = counts

    def __getitem__(self, group: str) -> int:
        ordinal = self._ordinals.get(group)
        return 0 if ordinal is None else int(self._counts[ordinal])

    def __len__(self) -> int:
        """Of how many groups any were found."""
        return int(np.count_nonzero(self._counts[1:]))

    def total(self) -> int:
        """How many were found that are in a group."""
        return int(self._counts[1:].sum())


class Groups:
    """The group of each document as a number.

    Args:
        by_id: group by id.
        identities: the ids of all documents.
    """

    def __init__(self, by_id: Mapping[str, str], identities: Identities) -> None:
        self.by_id = by_id
        held = dict(by_id)
        names = dict.fromkeys(held.values())
        self._ordinals = {name: ordinal for ordinal, name in enumerate(names, 1)}
        self._of_documents = identities.numbered({name: self._ordinals[of] for name, of in held.items()})

    def found(self, units: Units) -> FoundGroups:
        """How many documents of a set each group has."""
        ordinals = self._of_documents.take(units.numbers)
        return FoundGroups(self._ordinals, np.bincount(ordinals, minlength=len(self._ordinals) + 1))
