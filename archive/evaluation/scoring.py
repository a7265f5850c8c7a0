"""The counts of one article: what was annotated against what was understood."""

from __future__ import annotations

from archive.evaluation.alignment import SyllableText
from archive.evaluation.gold import DATES, GoldArticle, Problem
from archive.evaluation.names import unit_name
from archive.evaluation.officials import score_officials
from archive.evaluation.statements import score_statements
from archive.evaluation.tallies import Fault, Score, Share, Tally, total
from archive.knowledge.places.units import unit
from archive.models import Article, Understanding
from archive.text.syllables import keys

_DAY = len("2019-07-30")


def score_article(
    gold: GoldArticle, article: Article, understanding: Understanding
) -> tuple[Score, list[Problem]]:
    """Compare everything that is annotated.

    Args:
        gold: what is right.
        article, understanding: what our pipeline made of the same document.

    Returns:
        The counts, and the faults of the annotation that were met.
    """
    scores = [_score_dates(gold, article)]
    problems: list[Problem] = []
    if gold.subjects is not None:
        scores.append(_score_provinces(gold.name, gold.subjects, understanding))
    if gold.officials is not None:
        scores.append(score_officials(gold, understanding.officials))
    if gold.statements is not None:
        score, problems = score_statements(gold, understanding.statements, SyllableText(article.body))
        scores.append(score)
    return total(scores), problems


def _score_dates(gold: GoldArticle, article: Article) -> Score:
    """Dates are right if the day is, or the coarser period that is annotated; the time of day is not judged."""
    finds: dict[str, Tally] = {}
    shares: dict[str, Share] = {}
    faults: list[Fault] = []
    for name in DATES:
        if name not in gold.dates:
            continue
        expected = (gold.dates[name] or "")[:_DAY]
        found = _date(article, name)[:_DAY]
        is_right = expected == found
        finds[name] = Tally(bool(expected), bool(found), bool(expected) and is_right)
        shares[f"{name}_exact"] = Share(is_right, 1)
        if not is_right:
            faults.append(Fault(gold.name, name, "wrong", expected, found))
    return Score(finds, shares, faults=tuple(faults))


def _date(article: Article, name: str) -> str:
    if name == "sort_date":
        return article.sort_date or ""
    dated = article.published if name == "published" else article.event
    return dated.value if dated is not None else ""


def _score_provinces(article: str, subjects: tuple[str, ...], understanding: Understanding) -> Score:
    """Subject units by name; *exact* where all of them are found and no other."""
    names = [unit(id_).name for id_ in understanding.units("subject")]
    found = {tuple(keys(name)) for name in names}
    wanted = {tuple(keys(unit_name(name))) for name in subjects}
    tally = Tally(len(wanted), len(found), len(wanted & found))
    share = Share(wanted == found, 1)
    wrong = Fault(article, "provinces_exact", "wrong", ", ".join(subjects), ", ".join(names))
    faults = () if wanted == found else (wrong,)
    return Score({"provinces": tally}, {"provinces_exact": share}, faults=faults)
