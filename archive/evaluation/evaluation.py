"""Annotated articles taken through the pipeline and scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.documents import Rejection
from archive.evaluation.folders import Case
from archive.evaluation.gold import Problem
from archive.evaluation.scoring import score_article
from archive.evaluation.tallies import Score, total
from archive.models import Article, Source, Understanding
from archive.pipeline import Guidance, process

_NOTHING = Article("", Source(""), None, None, None, None, None, None, None, None, (), (), ())


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of an annotated folder.

    Attributes:
        articles: how many were judged.
        score: all counts.
        problems: faults of the annotation, and articles that could not be judged.
        unjudged: keys of annotations that nothing was done with.
    """

    articles: int
    score: Score
    problems: tuple[Problem, ...]
    unjudged: tuple[str, ...]


def evaluate(cases: Iterable[Case | Problem], guidance: Guidance) -> Evaluation:
    """Process and score every case. A document that is refused is a problem, and everything in it missed.

    Args:
        cases: annotated articles, or why there is none.
        guidance: what is known before any document is read.
    """
    scores: list[Score] = []
    names: set[str] = set()
    problems: list[Problem] = []
    unjudged: set[str] = set()
    for case in cases:
        if isinstance(case, Problem):
            problems.append(case)
            continue
        processed = process(case.document, guidance, segment=False)
        if isinstance(processed, Rejection):
            problems.append(Problem(case.gold.name, "refused", {"reason": processed.reason}))
            score, met = score_article(case.gold, _NOTHING, Understanding())
        else:
            score, met = score_article(case.gold, processed.article, processed.understanding)
        scores.append(score)
        names.add(case.gold.name)
        problems += met
        unjudged |= case.gold.unjudged
    return Evaluation(len(names), total(scores), tuple(problems), tuple(sorted(unjudged)))
