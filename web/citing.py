"""What a check found, in words: verdicts, the denominators; and citations ready to be pasted."""

from __future__ import annotations

from typing import NamedTuple

from archive.models import Article
from archive.sources import UNKNOWN
from index.checking.results import CheckedPiece, Match, Searched
from index.checking.speech import Speech
from index.showing.statement_hits import StatementHit
from web.catalogue import Language, text
from web.dates import date_text

_AROUND_QUOTES = ' \n"“”«».,;'
"""What surrounds quoted words; a citation has its own marks."""

_ACCORDING = ("theo", "dẫn lời")
"""Cues that stand before the speaker."""


class _Words(NamedTuple):
    """What is cited: printed words, what they are there, whose, and where the archive shows them."""

    article: Article
    words: str
    speech: Speech
    speaker: str | None
    post: str | None
    cue: str | None
    locator: str


def verdict_text(one: CheckedPiece, language: Language) -> str:
    """The verdict on a piece: `Trùng nguyên văn`, `Khác 2 chữ`, `Chỉ được thuật lại`, `Không thấy trong kho`."""
    count = one.matches[0].words_changed if one.matches else 0
    verdict = text(f"verdict_{one.verdict}", language, count=count)
    if one.verdict == "reported" and count:
        return text("and_differs", language, verdict=verdict, count=count)
    return verdict


def coverage(searched: Searched, language: Language) -> list[str]:
    """What was looked through, one sentence a line; the denominators without which absence says nothing."""
    lines = [text("looked_through", language, count=searched.articles)]
    for name, value, count in (
        ("province", searched.province, searched.articles_of_province),
        ("official", searched.official, searched.articles_of_official),
        ("period", searched.period, searched.articles_of_period),
    ):
        if value is not None and count is not None:
            lines.append(text(f"archive_has_{name}", language, name=value.replace("..", "–"), count=count))
    if searched.undated:
        lines.append(text("archive_undated", language, count=searched.undated))
    return lines


def cite_match(match: Match, language: Language, locator: str = "") -> str:
    """A citation of what a check found.

    Args:
        locator: where the archive shows it; by default the name the archive knows it by.
    """
    said, words = match.statement, match.printed
    # What stands around a statement, the speaker and the cue, is in the citation already.
    if said and words and not (said.span.start <= match.start and match.end <= said.span.end):
        words = said.content
    return _cited(
        _Words(
            article=match.stored.article,
            words=words,
            speech=match.speech,
            speaker=said.speaker if said else None,
            post=said.post if said else None,
            cue=said.cue if said else None,
            locator=locator or match.statement_id or match.stored.article.id,
        ),
        language,
    )


def cite_statement(hit: StatementHit, language: Language, locator: str = "") -> str:
    """A citation of a statement, its head alone; `locator` as for a match."""
    kind = hit.head.kind
    return _cited(
        _Words(
            article=hit.stored.article,
            words=hit.head.content or "",
            speech="direct" if kind == "direct" else "mixed" if kind == "mixed" else "reported",
            speaker=hit.speaker,
            post=hit.post,
            cue=hit.head.cue,
            locator=locator or hit.permalink,
        ),
        language,
    )


def _cited(cited: _Words, language: Language) -> str:
    """The newspaper and its day, the archive as the place where it is found.

    Quotation marks stand round what is printed as said, never round what is only reported.
    """
    article, cue = cited.article, cited.cue or ""
    unknown = text("cite_source_unknown", language)
    who = cited.speaker or text("speaker_unknown", language)
    shown = text(
        _form(cited.speech, cue.lower()) if cited.words else "cite_record",
        language,
        source=unknown if article.source == UNKNOWN else article.source.name,
        day=date_text(article.sort_date, language) or text("date_unknown", language),
        speaker=f"{who}, {cited.post}" if cited.post and cited.post not in who else who,
        cue=cue[:1].lower() + cue[1:],
        words=cited.words.strip(_AROUND_QUOTES if cited.speech == "direct" else " \n.,;"),
        title=article.display_title,
    )
    if article.source == UNKNOWN and shown.startswith(unknown):
        shown = shown[:1].upper() + shown[1:]
    return text("cite_locator", language, citation=shown, locator=cited.locator)


def _form(speech: Speech, cue: str) -> str:
    """How to cite: as the paper does, by the cue that stands before or behind the speaker, or without one."""
    if speech in ("direct", "own"):
        return f"cite_{speech}"
    if cue in _ACCORDING:
        return "cite_according"
    return f"cite_{speech}" if cue else "cite_without_cue"
