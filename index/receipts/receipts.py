"""Receipts of result sets: what was asked of which generation, and a hash of the ids that were the answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from types import MappingProxyType
from typing import Any

from archive.errors import QueryError

_CHUNK_IDS = 10_000
"""How many ids are hashed at once: one by one they take five times as long."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of a result set.

    Attributes:
        question: what decides the set (`SearchRequest.question`).
        change: the store's change number the answer was given at.
        ids_hash: sha256 of the ascending ids, joined by line feeds.
    """

    question: Mapping[str, Any]
    generation: str
    change: int
    count: int
    ids_hash: str

    def as_object(self) -> dict[str, Any]:
        """The receipt as it is printed."""
        return asdict(self) | {"question": dict(self.question)}


@dataclass(frozen=True, slots=True)
class Difference:
    """One id that a re-run gained or lost, and why."""

    id: str
    change: int
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A re-run against its receipt.

    Attributes:
        added, removed: empty when nothing is proven: what an article did since would be guessed.
        proven: the old set could be reconstructed from the change log and has the receipt's hash; if not,
            the receipt is of another archive, or rules and names have changed since.
    """

    same: bool
    then: Receipt
    now: Receipt
    added: tuple[Difference, ...] = ()
    removed: tuple[Difference, ...] = ()
    proven: bool = True


def hash_ids(ids: Iterable[str]) -> tuple[int, str]:
    """Number and hash of ascending ids."""
    digest = hashlib.sha256()
    count = 0
    following = iter(ids)
    while chunk := list(islice(following, _CHUNK_IDS)):
        count += len(chunk)
        digest.update("\n".join((*chunk, "")).encode("utf-8", "surrogatepass"))
    return count, digest.hexdigest()


def receipt_from_object(value: Any) -> Receipt:
    """A receipt from what was printed: itself, or any object that has it under `receipt`.

    Raises:
        QueryError: there is no receipt in it.
    """
    if isinstance(value, Mapping) and isinstance(value.get("receipt"), Mapping):
        value = value["receipt"]
    if not isinstance(value, Mapping):
        raise QueryError(
            "no receipt found, it is no object: give a file that holds a receipt, or a result with one"
        )
    for name, kind in _KINDS.items():
        if type(value.get(name)) is not kind:
            raise QueryError(
                "no receipt found, {name} is missing or of another kind: "
                "give a file that holds a receipt, or a result with one",
                name=name,
            )
    if value["change"] < 0 or value["count"] < 0:
        raise QueryError(
            "no receipt found, a number is negative: give a file that holds a receipt, or a result with one"
        )
    return Receipt(**{name: value[name] for name in _KINDS})


_KINDS: Mapping[str, type] = MappingProxyType(
    {"question": dict, "generation": str, "change": int, "count": int, "ids_hash": str}
)
