"""What a reader should know about how a request was understood; the catalogue has the Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice; `str` of it is English. Like an error of `archive.errors`, but nothing has failed.

    Attributes:
        template: English, with `{name}` places.
        values: what stands in the places.
    """

    template: str
    values: Mapping[str, object] = field(hash=False)

    def __str__(self) -> str:
        return self.template.format(**self.values)
