"""A check as a plain object: the JSON of command line and web."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from index.checking.results import Check, CheckedPiece, Match


def check_object(check: Check) -> dict[str, Any]:
    """The object of a check: the verdict and matches of all of it, then each piece by itself."""
    return {
        "verdict": check.verdict,
        "matches": [match_object(match) for one in check.pieces for match in one.matches],
        "searched": asdict(check.searched),
        "pieces": [_piece_object(one) for one in check.pieces],
        "marks": "any" if check.folded else "exact",
        "notices": [str(notice) for notice in check.notices],
    }


def _piece_object(one: CheckedPiece) -> dict[str, Any]:
    piece = {
        "text": one.piece.text,
        "start": one.piece.start,
        "end": one.piece.end,
        "quoted": one.piece.quoted,
    }
    return piece | {"verdict": one.verdict, "matches": [match_object(match) for match in one.matches]}


def match_object(match: Match) -> dict[str, Any]:
    """The object of one match: `start` and `end` are offsets into the part of the article, its body as a rule."""
    article, statement = match.stored.article, match.statement
    return {
        "article": article.id,
        "statement": match.statement_id,
        "speech": match.speech,
        "score": round(match.score, 4),
        "start": match.start,
        "end": match.end,
        "differences": [asdict(pair) for pair in match.differences],
        "part": match.part,
        "printed": match.printed,
        "speaker": statement.speaker if statement else None,
        "post": statement.post if statement else None,
        "act": statement.act if statement else None,
        "title": article.display_title,
        "source": article.source.name,
        "date": article.sort_date,
        "url": article.url,
        "cluster": match.cluster,
    }
