"""Judged questions asked of an index of their texts, as somebody would ask who types them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.settings import Settings
from index.analysis import analyse_parts
from index.backends.whoosh import WhooshBackend
from index.collection import Collection
from index.relevance.judgements import Question, Text
from index.relevance.metrics import CUTOFF, Measures, mean, measure
from index.requests import SearchRequest
from index.results import IndexDocument

Ranking = Callable[[str], Sequence[str]]
"""A question to the ids of its answers, the best first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with what it was answered, and the measures of that."""

    question: Question
    ranked: tuple[str, ...]
    measures: Measures


@dataclass(frozen=True, slots=True)
class RelevanceEvaluation:
    """What came of a judged set.

    Attributes:
        judged: every question, in order.
        means: the mean measures over all of them.
    """

    judged: tuple[Judged, ...]
    means: Measures


def evaluate(questions: Iterable[Question], ranking: Ranking) -> RelevanceEvaluation:
    """Ask every question and measure the answers."""
    judged = []
    for question in questions:
        ranked = tuple(ranking(question.text)[:CUTOFF])
        judged.append(Judged(question, ranked, measure(ranked, question.grades)))
    return RelevanceEvaluation(tuple(judged), mean([one.measures for one in judged]))


@contextmanager
def indexed(texts: Iterable[Text], settings: Settings) -> Iterator[Ranking]:
    """The ranking of this system over some texts, indexed in a folder that is gone afterwards.

    Questions are words (`syntax=plain`), of which documents need not have all (`match=most`).
    """
    with TemporaryDirectory(prefix="khobao-", ignore_cleanup_errors=True) as folder:
        backend = WhooshBackend.create(Path(folder) / "articles")
        with backend.writer() as writer:
            for text in texts:
                writer.put(_document(text))
        collection = Collection(backend, _no_officials, settings)

        def ranking(question: str) -> Sequence[str]:
            request = SearchRequest(question, match="most", syntax="plain", limit=CUTOFF, facets={})
            results, _ = collection.search(collection.read(request))
            return [hit.id for hit in results.hits]

        yield ranking
        backend.close()


def _document(text: Text) -> IndexDocument:
    title, title_starts = analyse_parts([text.title])
    body, body_starts = analyse_parts(text.body.split("\n"))
    return IndexDocument(
        text.id, 1, {"title": title, "body": body}, {"title": title_starts, "body": body_starts}
    )


def _no_officials(ids: Sequence[str]) -> dict[str, str]:
    """Texts alone name no persons."""
    return {}
