"""Check a quote: is it in the archive, word for word or nearly, and did somebody say it there?

The verdict of a piece: `same`, it is printed word for word as said; `reported`, it stands word for word or
nearly, but only in the paper's account, in reported speech or in its own words; `differs`, the nearest is printed
as said, in other words; `absent`, nothing in the archive is near. Whether the text was typed between quotation
marks does not matter: the question is whether somebody said these words.
"""

from __future__ import annotations

from collections.abc import Sequence

from archive.errors import LimitError, QueryError
from archive.storage.extents import INDEXED
from archive.text.syllables import is_marked
from index.checking.candidates import MOST_CANDIDATES, candidates
from index.checking.coverage import scope_of, searched
from index.checking.matching import match_in, rank
from index.checking.pieces import LEAST_WORDS, Piece, pieces
from index.checking.results import Check, CheckedPiece, Match, Verdict
from index.checking.words import words
from index.fields import ARTICLES
from index.language.notices import Notice
from index.query import Query
from index.requests import SearchRequest, check_request
from index.searcher import Searcher

MOST_PIECES = 20
MOST_MATCHES = 20

_LEAST_SUPPORTED: tuple[Verdict, ...] = ("absent", "differs", "reported", "same")


def check(searcher: Searcher, request: SearchRequest, characters: int = 20_000) -> Check:
    """Check the text of a request among the articles it is narrowed to.

    Args:
        request: `text` is what somebody is said to have said, one sentence or several; province, official and
            dates narrow the search.
        characters: longest text accepted.

    Raises:
        QueryError: there is nothing to check, or the request cannot be read.
        LimitError: the text is too long.
    """
    check_request(request)
    if len(request.text) > characters:
        raise LimitError(
            "the text has {count} characters, at most {most} are checked: shorten it, or raise KHOBAO_QUERY_CHARACTERS",
            count=len(request.text),
            most=characters,
        )
    found = pieces(request.text)
    if not found:
        raise QueryError(
            "a check needs a sentence of {least} words or more: type more of it", least=LEAST_WORDS
        )
    articles = searcher.collections[ARTICLES.name]
    folded = not is_marked(request.text)
    scope, naming = scope_of(articles, request)
    notices = list(naming)
    if folded:
        notices.append(Notice("typed without accents: compared without them", {}))
    if len(found) > MOST_PIECES:
        notices.append(
            Notice(
                "the text has {count} sentences and quotes; the first {most} were checked",
                {"count": len(found), "most": MOST_PIECES},
            )
        )
    checked = tuple(_checked(searcher, scope, piece, folded, notices) for piece in found[:MOST_PIECES])
    return Check(
        verdict=_verdict_of_all(checked),
        pieces=checked,
        searched=searched(articles, scope, request, searcher.manifest.generation),
        folded=folded,
        notices=tuple(dict.fromkeys(notices)),
    )


def _verdict_of_all(checked: Sequence[CheckedPiece]) -> Verdict:
    """That of the weakest piece; the sentence around a quote says who said it, in whoever's words."""
    deciding = [one for one in checked if not one.piece.frames] or checked
    return min((one.verdict for one in deciding), key=_LEAST_SUPPORTED.index)


def _checked(
    searcher: Searcher, scope: Query, piece: Piece, folded: bool, notices: list[Notice]
) -> CheckedPiece:
    ids, similar = candidates(searcher.collections[ARTICLES.name].backend, scope, piece.text, folded=folded)
    typed = words(piece.text, folded=folded)
    found = [
        match
        for stored in searcher.articles(ids, INDEXED).values()
        if (match := match_in(stored, piece, typed, searcher.clusters, folded=folded))
    ]
    if similar > MOST_CANDIDATES and len(found) in (0, len(ids)):
        notices.append(
            Notice(
                "{count} articles share words with a sentence; the {most} most similar were compared",
                {"count": similar, "most": MOST_CANDIDATES},
            )
        )
    return CheckedPiece(piece, verdict_of(found), tuple(_ordered(found)[:MOST_MATCHES]))


def verdict_of(found: list[Match]) -> Verdict:
    """What some matches together say of a piece; see the module."""
    if not found:
        return "absent"
    best = min(found, key=_rank)
    if not best.is_quote:
        return "reported"
    return "differs" if best.differences else "same"


def _ordered(found: list[Match]) -> list[Match]:
    """The best first; near-duplicates behind the best of them, the earliest first."""
    best: dict[str, tuple[object, ...]] = {}
    for match in found:
        best[_group(match)] = min(best.get(_group(match), _rank(match)), _rank(match))
    return sorted(found, key=lambda match: (best[_group(match)], _group(match), *_when(match)))


def _group(match: Match) -> str:
    return match.cluster or match.stored.article.id


def _rank(match: Match) -> tuple[object, ...]:
    return (*rank(match.score, match.is_quote), *_when(match))


def _when(match: Match) -> tuple[bool, str, str]:
    article = match.stored.article
    return article.sort_date is None, article.sort_date or "", article.id
