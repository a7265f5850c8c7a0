"""Confidence: how many of the statements that a rule found were right.

Right is: somebody said it, this is the speaker, and the span overlaps what was said. Counted are statements drawn at
random from provincial and national papers and read one by one, and those that `khobao evaluate --json` counts by rule
over three annotated sets (articles of our own, of national and of provincial papers). The rules were mended with these
sets: on other articles expect a little less.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Read(NamedTuple):
    """Statements of one rule: how many were right, of how many read."""

    right: int
    read: int


RULES: Mapping[str, Read] = {
    "subject": Read(428, 448),
    "document": Read(18, 27),
    "predicate": Read(21, 23),
    "apposition": Read(39, 41),
    "according to": Read(101, 103),
    "fronted": Read(9, 9),
    "second cue": Read(40, 41),
    "elided subject": Read(14, 17),
    "quotation before": Read(111, 113),
    "cue last": Read(7, 9),
    "quotation after colon": Read(29, 34),
    "quotation goes on": Read(101, 103),
    "quotation alone": Read(13, 15),
    "name after quotation": Read(15, 15),
    "words after a colon": Read(3, 3),
    "interview answer": Read(12, 13),
    "bare verb": Read(10, 12),
    "modal": Read(26, 30),
    "opener": Read(58, 72),
    "list": Read(3, 3),
    "sentences after a colon": Read(4, 6),
    "told to": Read(11, 13),
    "rest of paragraph": Read(44, 57),
    "next line": Read(81, 97),
}


def confidence(rule: str) -> float:
    """The share of right statements to expect of a rule: Laplace's rule of succession, for some are rare."""
    right, read = RULES[rule]
    return round((right + 1) / (read + 2), 2)
