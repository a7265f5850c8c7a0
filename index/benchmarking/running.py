"""The whole benchmark: size by size, step by step; what earlier runs built is used again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from index.benchmarking.archives import Input
from index.benchmarking.asking import Questions, ask_copies, ask_systems, corpus_of
from index.benchmarking.building import (
    build_all_copies,
    build_archive,
    build_index,
    build_system,
    time_stages,
    write_documents,
)
from index.benchmarking.machine import describe_machine, digest_of
from index.benchmarking.pages import (
    ASKED,
    SAID,
    PageFacets,
    measure_pages,
    open_pages,
    page_requests,
    serve,
)
from index.benchmarking.processes import in_own_process
from index.benchmarking.system import OURS
from index.benchmarking.targets import judge
from index.benchmarking.workplace import Figures, Workplace
from index.requests import SearchRequest

STAGE_ARTICLES = 1_000
"""Articles the stages are timed on, one stage at a time."""
STATEMENT_SHARE = 4
"""One of so many mixed requests is for statements."""

Tell = Callable[[str, int], None]
"""Told the name of each step before it begins, and the number of articles it is about."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be measured.

    Attributes:
        articles: the input.
        folder: where everything is built, and found again by the next run.
        sizes: how many documents of the input, from the first, for each archive; 0: all.
        copies: about how many articles the archive of copies has; 0: there is none.
        peers: the other systems.
        mixed: how many different requests a fresh process answers.
        facets: those a page shows.
        today: no article is dated later.
    """

    articles: Path
    folder: Path
    sizes: Sequence[int]
    copies: int
    peers: Sequence[str]
    questions: Questions
    mixed: int
    facets: PageFacets
    today: date


def run(plan: Plan, tell: Tell) -> Iterator[Figures]:
    """Measure everything; yields all figures so far whenever there are new ones."""
    machine = describe_machine()
    digest = digest_of(plan.articles)
    figures: Figures = {
        "machine": machine,
        "input": {"name": plan.articles.name, "sha256": digest},
        "asked": asdict(plan.questions),
        "date": plan.today.isoformat(),
        "sizes": [],
        "copies": None,
    }
    versions = f"{machine['rules_version']} {machine['schema_version']}"
    tell("stages", STAGE_ARTICLES)
    place = Workplace(plan.folder, f"{digest} {versions}")
    figures["stages"] = time_stages(Input(plan.articles, STAGE_ARTICLES, plan.today), place)
    yield figures
    for size in plan.sizes:
        place = Workplace(plan.folder / (str(size) if size else "all"), f"{digest} {size} {versions}")
        figures["sizes"].append({})
        for found in _measure_size(plan, place, size, tell):
            figures["sizes"][-1] |= found
            yield figures
    if plan.copies:
        figures["copies"] = {}
        for found in _measure_copies(plan, place, figures["sizes"][-1]["articles"], tell):
            figures["copies"] |= found
            yield figures
    figures["targets"] = [verdict._asdict() for verdict in judge(figures["sizes"][-1], figures["copies"])]
    yield figures


def _measure_size(plan: Plan, place: Workplace, size: int, tell: Tell) -> Iterator[Figures]:
    given = Input(plan.articles, size or None, plan.today)
    tell("ingest", size)
    taken_in = build_archive(given, place)
    yield {"articles": taken_in["articles"], "ingest": taken_in}
    tell("index", size)
    indexed = build_index(place)
    whole = indexed["articles"] / (taken_in["seconds"] + indexed["seconds"])
    yield {"index": indexed, "whole": {"articles_per_second": whole}}
    tell("documents", size)
    yield write_documents(place)
    names = (OURS, *plan.peers)
    builds: Figures = {}
    for name in names:
        tell(f"build_{name}", size)
        builds[name] = build_system(name, place)
        yield {"builds": builds}
    tell("queries", size)
    yield from ask_systems(place, names, plan.questions)
    yield from _measure_answers(plan, place, 0, size, tell)


def _measure_copies(plan: Plan, place: Workplace, articles: int, tell: Tell) -> Iterator[Figures]:
    copies = max(1, round(plan.copies / articles))
    tell("copies", plan.copies)
    built = build_all_copies(place, copies)
    yield {"articles": built["articles"]["documents"], "copies": copies, "builds": {OURS: built}}
    tell("queries", plan.copies)
    yield ask_copies(place, copies, plan.questions)
    yield from _measure_answers(plan, place, copies, plan.copies, tell)


def _measure_answers(plan: Plan, place: Workplace, copies: int, size: int, tell: Tell) -> Iterator[Figures]:
    """Whole pages, and a process that serves them."""
    tell("pages", size)
    count, rounds = plan.questions.count, plan.questions.rounds
    articles = _requests(plan, place, "articles", 2 * count)
    statements = _requests(plan, place, "statements", 2 * count)
    with closing(open_pages(place, copies)) as searcher:
        yield {"page": measure_pages(searcher, articles, rounds)}
        yield {"statement_page": measure_pages(searcher, statements, rounds)}
    tell("server", size)
    of_statements = plan.mixed // STATEMENT_SHARE
    mixed = _requests(plan, place, "articles", plan.mixed - of_statements)
    mixed += _requests(plan, place, "statements", of_statements)
    spent = in_own_process(serve, place, copies, mixed)
    yield {"server": spent.answer | {"peak_bytes": spent.peak_bytes}}


def _requests(plan: Plan, place: Workplace, collection: str, count: int) -> list[SearchRequest]:
    corpus = corpus_of(place, collection, plan.questions.seed)
    names = ASKED if collection == "articles" else SAID
    # Not the words the systems were asked for: nothing of these is in a cache.
    return page_requests(names, corpus, count, f"{plan.questions.seed} {count}", plan.facets)
