"""What a check answers: frozen values, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from archive.models import Part, Statement
from archive.storage.articles import StoredArticle
from index.checking.pieces import Piece
from index.checking.speech import Speech
from index.language.notices import Notice

Verdict = Literal["same", "differs", "reported", "absent"]


@dataclass(frozen=True, slots=True)
class WordPair:
    """Words typed and what is printed instead; one of the two may be empty.

    Offsets are of the text typed and of the printed part.
    """

    typed: str
    printed: str
    typed_start: int
    typed_end: int
    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Match:
    """One article that has the words of a piece, or nearly.

    Attributes:
        stored: the article, as far as its rights go.
        part: where the words stand; `[start, end)` are offsets into it.
        printed: the words there; empty where rights do not permit them.
        speech: what they are there.
        is_quote: at least half of them are printed as said.
        statement: the statement that holds them, and its permanent name; None: none does.
        score: share of the words in common, 0 to 1.
        cluster: its group of near-duplicates, or None.
    """

    stored: StoredArticle
    part: Part
    start: int
    end: int
    printed: str
    speech: Speech
    is_quote: bool
    statement: Statement | None
    statement_id: str | None
    score: float
    differences: tuple[WordPair, ...]
    cluster: str | None

    @property
    def words_changed(self) -> int:
        """How many words differ."""
        return sum(pair.words for pair in self.differences)


@dataclass(frozen=True, slots=True)
class CheckedPiece:
    """One piece and what the archive has of it, the best match first, near-duplicates together by date."""

    piece: Piece
    verdict: Verdict
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through, and what there is to look through.

    Attributes:
        articles: compared with the text: those of the province, official and period asked for.
        province, official: asked for, else named in the text; None: neither.
        articles_of_province, articles_of_official, articles_of_period: how many the archive has; None: not asked.
        period: `from..to` as asked for.
        undated: articles of the archive without a date, which no period holds.
    """

    articles: int
    province: str | None
    articles_of_province: int | None
    official: str | None
    articles_of_official: int | None
    period: str | None
    articles_of_period: int | None
    undated: int
    generation: str


@dataclass(frozen=True, slots=True)
class Check:
    """The answer to one check.

    Attributes:
        verdict: that of the piece the archive supports least.
        folded: the text was typed without marks and compared so.
    """

    verdict: Verdict
    pieces: tuple[CheckedPiece, ...]
    searched: Searched
    folded: bool
    notices: tuple[Notice, ...]
