"""Reader counters printed by portals: `Số lượt xem: 3072`, `120 lượt đọc`."""

from __future__ import annotations

import re

from archive.cleaning.vocabulary import COUNTED_THINGS, COUNTER_LABELS

_LABEL = "|".join(COUNTER_LABELS)
_THING = "|".join((*COUNTER_LABELS, *COUNTED_THINGS))
_COUNTER = re.compile(
    rf"(?<![\w:])(?:(?:{_LABEL})\s?:?\s?[\d.,]*\d(?!\w)|(?:{_LABEL})\s?:|\d[\d.,]*\s(?:{_THING})(?!\w))",
    re.IGNORECASE,
)


def counters(text: str) -> list[tuple[int, int]]:
    """Where counters stand in a line, as `[start, end)`, in order."""
    return [match.span() for match in _COUNTER.finditer(text)]
