"""The roles of an article's lines: title, date line, byline, caption, tail; what is left is the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.cleaning.bylines import take_closing
from archive.cleaning.captions import photo_credits, take_captions
from archive.cleaning.date_patterns import PrintedDate
from archive.cleaning.headings import read_head
from archive.cleaning.known import take_known
from archive.cleaning.layout import Line
from archive.cleaning.paragraphs import Join, drop_repeats, join_broken, open_lede
from archive.cleaning.tails import cut_tails
from archive.models import Caption, Removal


@dataclass(frozen=True, slots=True)
class Roles:
    """An article taken apart.

    Attributes:
        title: as printed, or as the record states it.
        dates: dates of the date lines, the day of publication before days of later changes.
        joins: where pieces of a broken paragraph were put together.
        removals: everything that is in none of the other roles, in the order of the page.
    """

    title: str | None
    dates: tuple[PrintedDate, ...]
    byline: str | None
    credits: tuple[str, ...]
    captions: tuple[Caption, ...]
    paragraphs: tuple[str, ...]
    joins: tuple[Join, ...]
    removals: tuple[Removal, ...]


def assign_roles(lines: Sequence[Line], title: str | None) -> Roles:
    """Give each line of an article its role: as its page tells, else by position and form.

    Args:
        lines: of a text or a page, in order.
        title: the title that is known already, if any.

    Returns:
        The roles; `paragraphs` is empty where nothing but frame was found.
    """
    known = take_known(lines)
    rest, tail_cuts = cut_tails(known.lines)
    head = read_head(rest, title)
    rest, closing_cuts, closing = take_closing(head.lines)
    rest, captions, caption_cuts = take_captions(rest)
    rest, repeat_cuts = drop_repeats(rest)
    rest, lede_cuts = open_lede(rest)
    paragraphs, joins = join_broken(rest)
    cuts = [*known.cuts, *head.cuts, *lede_cuts, *repeat_cuts, *caption_cuts, *closing_cuts, *tail_cuts]
    datelines = sorted((*known.datelines, *head.datelines), key=lambda dateline: dateline.is_update)
    return Roles(
        title=head.title,
        dates=tuple(printed for dateline in datelines for printed in dateline.dates),
        byline=known.author or closing.author or head.byline or known.source,
        credits=photo_credits(captions, caption_cuts, closing.credit),
        captions=tuple(captions),
        paragraphs=tuple(paragraphs),
        joins=tuple(joins),
        removals=tuple(Removal(cut.text, cut.kind) for cut in sorted(cuts, key=lambda cut: cut.number)),
    )
