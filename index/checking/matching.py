"""One piece against one article: where its words stand there, in which words they differ, and whose they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from archive.models import Part
from archive.storage.articles import StoredArticle
from index.checking.alignment import Alignment, Difference, align
from index.checking.pieces import Piece
from index.checking.results import Match, WordPair
from index.checking.speech import Speaking, Spoken
from index.checking.words import Word, words
from index.showing.rights import SNIPPETS, permitted

PARTS: tuple[Part, ...] = ("body", "title", "caption")

_OWN = Spoken("own", None, is_quote=False)
"""What titles and captions say, the paper says."""


def match_in(
    stored: StoredArticle,
    piece: Piece,
    typed: Sequence[Word],
    clusters: Mapping[str, str],
    *,
    folded: bool,
) -> Match | None:
    """The best match of a piece in an article: in its body, else in its title, else under a picture.

    Args:
        stored: with everything known about it, whatever its rights.
        typed: the words of the piece.
        clusters: cluster of near-duplicates by article.
    """
    for part in PARTS:
        printed = words(stored.article.part(part), folded=folded)
        if aligned := align(typed, printed):
            speaking = Speaking(stored.article, stored.understanding.statements) if part == "body" else None
            found = [(one, speaking.of(*_span(one, printed)) if speaking else _OWN) for one in aligned]
            best = min(found, key=lambda one: rank(one[0].score, one[1].is_quote))
            cluster = clusters.get(stored.article.id)
            return _match(stored, part, piece, typed, printed, best, cluster, folded=folded)
    return None


def rank(score: float, is_quote: bool) -> tuple[float, bool]:
    """What sorts matches, the best first: by likeness, of those equally like what is printed as said."""
    return -score, not is_quote


def statement_id(stored: StoredArticle, place: int) -> str:
    """The permanent name of a statement: the short hash of its article, and its anchor."""
    return f"{stored.short}-{stored.anchors[place]}"


def _span(alignment: Alignment, printed: Sequence[Word]) -> tuple[int, int]:
    return printed[alignment.first].start, printed[alignment.last - 1].end


def _match(
    stored: StoredArticle,
    part: Part,
    piece: Piece,
    typed: Sequence[Word],
    printed: Sequence[Word],
    best: tuple[Alignment, Spoken],
    cluster: str | None,
    *,
    folded: bool,
) -> Match:
    alignment, spoken = best
    text = stored.article.part(part)
    pairs = [_pair(one, piece, typed, text, printed) for one in alignment.differences]
    different = [pair for pair in pairs if not _is_repair(stored, part, pair, folded=folded)]
    start, end = _span(alignment, printed)
    may_show = SNIPPETS[stored.article.source.rights]
    statements = stored.understanding.statements
    held = spoken.statement
    return Match(
        stored=permitted(stored),
        part=part,
        start=start,
        end=end,
        printed=text[start:end] if may_show else "",
        speech=spoken.speech,
        is_quote=spoken.is_quote,
        statement=None if held is None else statements[held],
        statement_id=None if held is None else statement_id(stored, held),
        score=alignment.score if different else 1.0,
        differences=tuple(pair if may_show else replace(pair, printed="") for pair in different),
        cluster=cluster,
    )


def _pair(
    one: Difference, piece: Piece, typed: Sequence[Word], text: str, printed: Sequence[Word]
) -> WordPair:
    typed_start, typed_end = _characters(typed, one.typed_start, one.typed_end)
    start, end = _characters(printed, one.printed_start, one.printed_end)
    return WordPair(
        typed=piece.text[typed_start:typed_end],
        printed=text[start:end],
        typed_start=piece.start + typed_start,
        typed_end=piece.start + typed_end,
        start=start,
        end=end,
        words=one.words,
    )


def _is_repair(stored: StoredArticle, part: Part, pair: WordPair, *, folded: bool) -> bool:
    """Whether what was typed is what the paper printed, before the damage was mended."""
    typed = _forms(pair.typed, folded)
    return any(
        repair.span is not None
        and repair.span.part == part
        and repair.span.start < pair.end
        and pair.start < repair.span.end
        and _forms(repair.before, folded) == typed
        for repair in stored.article.repairs
    )


def _forms(text: str, folded: bool) -> list[str]:
    return [word.form for word in words(text, folded=folded)]


def _characters(found: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Words as characters; of no words, the place where they would stand."""
    if first < last:
        return found[first].start, found[last - 1].end
    place = found[first].start if first < len(found) else found[-1].end
    return place, place
