"""An evaluation as a plain object and as the table of the model card."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from archive.evaluation.evaluation import Evaluation
from archive.evaluation.tallies import Share, Tally
from archive.knowledge.understanding import RULES_VERSION

_BEGINS = "<!-- figures of {name}: written by khobao evaluate -->"
_ENDS = "<!-- end of figures -->"

_TITLES = {
    "persons": "persons (officials)",
    "posts": "posts, canonical form and body",
    "posts_canonical": "posts, canonical form",
    "posts_lenient": "posts, one form begins the other",
    "provinces": "subject provinces",
    "published": "published date",
    "event": "event date",
    "sort_date": "sort date",
    "statements_exact": "statements, exact span",
    "statements_half": "statements, half of the words",
    "statements_overlapping": "statements, overlapping",
    "coverage": "words given to the right speaker",
    "provinces_exact": "subject provinces exactly right",
    "published_exact": "published date right",
    "event_exact": "event date right",
    "sort_date_exact": "sort date right",
    "status": "status of the persons found",
    "post_status": "status of the posts found",
    "official_province": "province of the persons found",
    "speaker": "speaker of the statements found",
    "speaker_post": "post of the speaker of the statements found",
    "act": "act of the statements found",
    "kind": "kind of the statements found",
    "attribution": "attribution of the statements found",
    "found_direct": "direct statements found",
    "found_reported": "reported statements found",
    "found_mixed": "mixed statements found",
    "found_continuation": "continuations found",
}


def evaluation_object(evaluation: Evaluation) -> dict[str, Any]:
    """Every figure and count: the object `khobao evaluate --json` prints, without the faults."""
    return {
        "articles": evaluation.articles,
        "finds": {name: _find(tally) for name, tally in evaluation.score.finds.items()},
        "shares": {name: _share(share) for name, share in evaluation.score.shares.items()},
        "rules": {name: _share(share) for name, share in evaluation.score.rules.items()},
        "unjudged": list(evaluation.unjudged),
        "problems": [asdict(problem) for problem in evaluation.problems],
    }


def _find(tally: Tally) -> dict[str, float]:
    figures = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return asdict(tally) | {name: round(figure, 4) for name, figure in figures.items()}


def _share(share: Share) -> dict[str, float]:
    return asdict(share) | {"share": round(share.share, 4)}


def table_of(evaluation: Evaluation, day: date) -> str:
    """The figures as two tables of Markdown, in English, under what they were measured on, with what, and when."""
    finds = [
        f"| {_TITLES[name]} | {tally.gold:,} | {tally.found:,} | {tally.right:,} "
        f"| {tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} |"
        for name, tally in evaluation.score.finds.items()
    ]
    shares = [
        f"| {_TITLES[name]} | {share.asked:,} | {share.right:,} | {share.share:.3f} |"
        for name, share in evaluation.score.shares.items()
    ]
    return "\n".join(
        [
            f"{evaluation.articles} articles, rules version {RULES_VERSION}, {day}.",
            "",
            "| found or missed | annotated | found | right | precision | recall | F1 |",
            "|---|---:|---:|---:|---:|---:|---:|",
            *finds,
            "",
            "| right or wrong | asked | right | share |",
            "|---|---:|---:|---:|",
            *shares,
        ]
    )


def marks(name: str) -> tuple[str, str]:
    """The lines of a page between which the table of an annotated folder stands.

    Args:
        name: the name of the folder.
    """
    return _BEGINS.format(name=name), _ENDS


def table_in(page: str, name: str) -> str:
    """The table of an annotated folder that a page has.

    Raises:
        ValueError: the page has no place for it.
    """
    return _parts(page, name)[1].strip()


def with_table(page: str, name: str, table: str) -> str:
    """A page with the table of an annotated folder put into its place.

    Raises:
        ValueError: the page has no place for it.
    """
    before, _, after = _parts(page, name)
    begins, ends = marks(name)
    return f"{before}{begins}\n{table}\n{ends}{after}"


def _parts(page: str, name: str) -> tuple[str, str, str]:
    begins, ends = marks(name)
    before, found, rest = page.partition(begins)
    table, ended, after = rest.partition(ends)
    if not found or not ended:
        raise ValueError(begins)
    return before, table, after
