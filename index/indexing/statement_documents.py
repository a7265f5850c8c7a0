"""From a stored article to what the index holds of its statements."""

from __future__ import annotations

from collections.abc import Sequence

from archive.models import PARAGRAPH_BREAK, Article
from archive.periods import period
from archive.storage.articles import StoredArticle
from index.analysis import analyse_parts
from index.indexing.documents import as_printed, day_values, place_values
from index.indexing.statements import Speech
from index.results import IndexDocument

Values = dict[str, tuple[str, ...]]
"""Values by keyword field."""


def index_statements(stored: StoredArticle, said: Sequence[Speech]) -> list[IndexDocument]:
    """The documents of what is said in an article (`index.indexing.statements.speeches`): one a head, with all that
    continues it."""
    places = place_values(stored)
    return [_document(stored, speech, places) for speech in said]


def _document(stored: StoredArticle, speech: Speech, places: Values) -> IndexDocument:
    # Part by part, so that no sentence runs on from one into the next.
    contents = [text for part in speech.parts for text in part.statement.content.split(PARAGRAPH_BREAK)]
    printed = [
        text
        for part in speech.parts
        for text in as_printed(part.statement.content, part.statement.span.start, stored.article.repairs)
    ]
    content_keys, content_starts = analyse_parts(contents)
    printed_keys, printed_starts = analyse_parts(printed)
    first, last = period(speech.date) if speech.date else (None, None)
    return IndexDocument(
        id=speech.id,
        revision=stored.revision,
        text={"content": content_keys, "printed": printed_keys},
        sentence_starts={"content": content_starts, "printed": printed_starts},
        keywords=_keywords(stored.article, speech, places),
        periods={"date": (first.toordinal(), last.toordinal())} if first and last else {},
    )


def _keywords(article: Article, speech: Speech, places: Values) -> Values:
    values = (
        places
        | day_values(speech.date)
        | {
            "speaker": tuple(speaker.value for speaker in speech.speakers),
            "post": speech.posts,
            "organisation": speech.organisations,
            "act": speech.values("act"),
            "kind": speech.values("kind"),
            "attribution": speech.values("attribution"),
            "cue": tuple(cue.casefold() for cue in speech.values("cue")),
            "article": (article.id,),
        }
    )
    return {field: tuple(dict.fromkeys(chosen)) for field, chosen in values.items() if chosen}
