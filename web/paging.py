"""Pages of results: where the next and the previous ones are."""

from __future__ import annotations

from dataclasses import dataclass

from index.requests import SearchRequest
from web.urls import Urls


@dataclass(frozen=True, slots=True)
class Paging:
    """`first` and `last` are 1-based numbers of the hits shown; addresses are None at the ends."""

    first: int
    last: int
    previous: str | None
    next: str | None


def pages_around(total: int, request: SearchRequest, urls: Urls) -> Paging:
    """The pages before and after the one that was asked for."""
    offset, limit = request.offset, request.limit
    return Paging(
        first=min(offset + 1, total),
        last=min(offset + limit, total),
        previous=urls.page(request, max(0, offset - limit)) if offset else None,
        next=urls.page(request, offset + limit) if limit and offset + limit < total else None,
    )
