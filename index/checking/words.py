"""Words as they are compared: what spelling, case and the punctuation of numbers cannot tell apart is equal."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.text.syllables import fold, tokens

GROUP_DIGITS = 3
_GROUP_BREAK = re.compile("[.,\u00a0\u202f ]")
_PERCENT = re.compile("[\u00a0\u202f ]?[%‰]")


class Word(NamedTuple):
    """What is compared, and `[start, end)` of the text it stands in."""

    form: str
    start: int
    end: int


def words(text: str, *, folded: bool) -> list[Word]:
    """The words of a text.

    Numbers printed in groups of three digits are one word (`1.600`, `1 600`, `1600`); a percent sign belongs to
    its number.

    Args:
        folded: compare without any mark.
    """
    found: list[Word] = []
    for key, start, end in tokens(text):
        form = fold(key) if folded else key
        if not form.isdecimal():
            found.append(Word(form, start, end))
            continue
        if found and _goes_on(text, found[-1], form, start):
            last = found.pop()
            form, start = last.form + form, last.start
        if sign := _PERCENT.match(text, end):
            form, end = form + sign[0].strip(), sign.end()
        found.append(Word(form, start, end))
    return found


def is_number(form: str) -> bool:
    """Whether a word is a number, a percentage among them."""
    return form.rstrip("%‰").isdecimal()


def _goes_on(text: str, number: Word, digits: str, start: int) -> bool:
    """Whether digits are the next three of a number printed in groups."""
    in_groups = number.end - number.start > len(number.form)
    return (
        len(digits) == GROUP_DIGITS
        and number.form.isdecimal()
        and (in_groups or len(number.form) <= GROUP_DIGITS)
        and start == number.end + 1
        and _GROUP_BREAK.match(text, number.end) is not None
    )
