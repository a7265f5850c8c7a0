"""The queries of one size: every class in every system that can answer it, and whether they answer alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass

from index.backends.whoosh import WhooshBackend
from index.benchmarking.agreement import differences
from index.benchmarking.classes import CLASSES, QueryClass
from index.benchmarking.copies import folder_of_copies
from index.benchmarking.corpus import Corpus, read_corpus
from index.benchmarking.measuring import answers, measure
from index.benchmarking.ours import Ours
from index.benchmarking.system import OURS, System, system_class
from index.benchmarking.workplace import Figures, Workplace
from index.fields import COLLECTIONS

ASKED_FIELDS = {"articles": "body", "statements": "content"}
"""The text field that compared queries ask, by collection."""


@dataclass(frozen=True, slots=True)
class Questions:
    """How queries are drawn and timed.

    Attributes:
        count: queries a class.
        rounds: how often each is timed.
        seed: the same seed draws the same queries from the same articles.
    """

    count: int
    rounds: int
    seed: str


def corpus_of(place: Workplace, collection: str, seed: str) -> Corpus:
    """What queries to a collection are drawn from."""
    field = ASKED_FIELDS[collection]
    with closing(Ours.open(place, collection)) as ours:
        return read_corpus(place.documents(collection), field, ours.frequencies(field), seed)


def ask_systems(place: Workplace, names: Sequence[str], questions: Questions) -> Iterator[Figures]:
    """Time every class in every system; yields the figures so far, class by class."""
    figures: Figures = {"classes": {}, "differences": {}}
    for collection in COLLECTIONS:
        corpus = corpus_of(place, collection, questions.seed)
        with ExitStack() as stack:
            systems: dict[str, System] = {
                name: stack.enter_context(closing(system_class(name).open(place, collection)))
                for name in names
            }
            for query_class in _classes_of(collection):
                able = {name: systems[name] for name in query_class.systems if name in systems}
                _ask_class(query_class, corpus, able, questions, figures)
                yield figures


def ask_copies(place: Workplace, copies: int, questions: Questions) -> Figures:
    """Time every class that needs no texts in the index of copies, by the queries of the originals."""
    figures: Figures = {"classes": {}, "differences": {}}
    for collection in COLLECTIONS:
        corpus = corpus_of(place, collection, questions.seed)
        backend = WhooshBackend.open(folder_of_copies(place, copies, collection))
        with closing(Ours(backend, place)) as ours:
            for query_class in _classes_of(collection):
                if not query_class.with_snippets:
                    _ask_class(query_class, corpus, {OURS: ours}, questions, figures)
    return figures


def _classes_of(collection: str) -> Iterator[QueryClass]:
    return (query_class for query_class in CLASSES if query_class.collection == collection)


def _ask_class(
    query_class: QueryClass,
    corpus: Corpus,
    systems: Mapping[str, System],
    questions: Questions,
    figures: Figures,
) -> None:
    queries = query_class.draw(corpus, questions.count, questions.seed)
    asks = {
        name: system.snippets if query_class.with_snippets else system.search
        for name, system in systems.items()
    }
    timings = measure(queries, asks, questions.rounds)
    figures["classes"][query_class.name] = {name: asdict(timing) for name, timing in timings.items()}
    if not query_class.with_snippets:
        given = {name: answers(queries, system.search) for name, system in systems.items()}
        ours = given.pop(OURS)
        found = [asdict(difference) for difference in differences(queries, ours, given)]
        figures["differences"][query_class.name] = found
