"""One question in, one page of answers out: the path that page, API, batch and command line share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Generic, NamedTuple, Self, TypeVar

from archive.errors import NotFound
from archive.settings import Settings
from archive.storage.articles import StoredArticle
from archive.storage.clusters import Cluster
from archive.storage.extents import SHOWN, SPOKEN, WHOLE, Extent
from archive.storage.store import Store, open_store
from index.collection import Collection, Reading
from index.fields import ARTICLES
from index.indexing.indexer import OpenGeneration, open_generation
from index.indexing.statements import Speech, article_of, speeches
from index.names.vocabulary import KeptNames, official_labels
from index.query import Node
from index.receipts.receipts import Receipt, hash_ids
from index.requests import SearchRequest
from index.results import Facet, Hit
from index.showing.highlighting import Snippet, marks, snippets
from index.showing.rights import SNIPPETS, permitted, permitted_cluster
from index.showing.statement_hits import StatementHit, statement_hit
from index.suggesting.keywords import KeyWord, key_words
from index.suggesting.respelling import Respeller, Respelling
from index.suggesting.similar import similar_articles
from index.suggesting.suggestions import SUGGESTED, Suggester, SuggestionGroup
from index.suggesting.usage import Usage


@dataclass(frozen=True, slots=True)
class AnsweredHit:
    """One article found, with the words that were found in it.

    `near_duplicates` is how many more articles found tell its story; None where they are not folded.
    """

    stored: StoredArticle
    score: float
    title_marks: tuple[tuple[int, int], ...]
    snippets: tuple[Snippet, ...]
    near_duplicates: int | None


AnyHit = TypeVar("AnyHit")


@dataclass(frozen=True, slots=True)
class AnswerPage(Generic[AnyHit]):
    """One page of answers, of articles or of statements.

    Attributes:
        total: articles (statements) found.
        stories: hits there are with near-duplicates folded; None where they are not.
        uncertain: those that only overlap the dates asked for, not in `total`.
        searched: articles (statements) looked through.
        receipt: proof of the whole result set, or None when it was not asked for.
    """

    request: SearchRequest
    reading: Reading
    total: int
    stories: int | None
    uncertain: int
    searched: int
    generation: str
    hits: tuple[AnyHit, ...]
    facets: tuple[Facet, ...]
    receipt: Receipt | None


Answer = AnswerPage[AnsweredHit]
StatementAnswer = AnswerPage[StatementHit]


class Related(NamedTuple):
    """What an article is about in a few words, and the articles that say these too, best first."""

    key_words: tuple[KeyWord, ...]
    articles: tuple[StoredArticle, ...]


class Searcher:
    """Search over one generation of one archive; use as a context manager."""

    def __init__(self, store: Store, opened: OpenGeneration, settings: Settings) -> None:
        self.store = store
        self.manifest = opened.manifest
        self.clusters = opened.clusters
        self.groups = opened.groups
        labels = KeptNames(official_labels(store.labels))
        self.collections: Mapping[str, Collection] = {
            backend.fields.name: Collection(backend, labels, settings)
            for backend in (opened.articles, opened.statements)
        }
        usages = {name: Usage(held.backend, held.terms) for name, held in self.collections.items()}
        self._usage = usages[ARTICLES.name]
        self._suggesters = {name: Suggester(held, usages[name]) for name, held in self.collections.items()}
        self._respellers = {name: Respeller(held, usages[name]) for name, held in self.collections.items()}
        self._opened = opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the index and the store."""
        self._opened.close()
        self.store.close()

    def search(self, request: SearchRequest, *, with_receipt: bool = False) -> Answer:
        """Answer a request for articles.

        Raises:
            QueryError, LimitError: it cannot be read, or asks for too much.
        """
        return self._answer(replace(request, collection="articles"), self._article_hits, with_receipt)

    def search_statements(self, request: SearchRequest, *, with_receipt: bool = False) -> StatementAnswer:
        """Answer a request for statements.

        Raises:
            QueryError, LimitError: it cannot be read, or asks for too much.
        """
        return self._answer(replace(request, collection="statements"), self._statement_hits, with_receipt)

    def suggest(self, request: SearchRequest, limit: int = SUGGESTED) -> tuple[SuggestionGroup, ...]:
        """What somebody may mean who has typed so far; at most `limit` of each kind."""
        return self._suggesters[request.collection].suggest(request, limit)

    def respelt(self, answer: Answer | StatementAnswer) -> Respelling | None:
        """What a question that found little may have meant."""
        asked = answer.request
        return self._respellers[asked.collection].respelt(asked, answer.reading, answer.total)

    def related(self, identity: str) -> Related:
        """The key words of an article, as far as its rights go, and articles about the same.

        Raises:
            NotFound: there is no such article.
        """
        stored = self.store.get(identity)
        if stored.withdrawn is not None:
            return Related((), ())
        words = key_words(stored, self._usage)
        backend = self.collections[ARTICLES.name].backend
        hits = similar_articles(backend, stored.article.id, words, self.clusters)
        held = self.articles([hit.id for hit in hits], SHOWN)
        similar = tuple(permitted(held[hit.id]) for hit in hits if hit.id in held)
        return Related(words if SNIPPETS[stored.article.source.rights] else (), similar)

    def ids(self, request: SearchRequest) -> Iterator[str]:
        """Every id of the answer, ascending."""
        collection = self.collections[request.collection]
        return collection.ids(collection.read(request))

    def receipt(self, request: SearchRequest) -> Receipt:
        """Proof of the whole result set."""
        count, ids_hash = hash_ids(self.ids(request))
        return Receipt(request.question(), self.manifest.generation, self.manifest.change, count, ids_hash)

    def article(self, identity: str) -> StoredArticle:
        """One article by id or short hash as it is now, as far as its rights go; it may be withdrawn.

        Raises:
            NotFound: there is none.
        """
        return permitted(self.store.get(identity))

    def near_duplicates(self, identity: str) -> Cluster:
        """The near-duplicates of an article as they are now, each as far as its rights go.

        Raises:
            NotFound: there is no such article.
        """
        return permitted_cluster(self.store.cluster(identity))

    def original(self, identity: str) -> tuple[bytes, str]:
        """The bytes an article was read from, and their kind.

        Raises:
            NotFound: there is none, it was withdrawn, or its rights do not permit it.
        """
        stored = self.store.get(identity)
        if stored.withdrawn is not None or stored.article.source.rights != "full":
            raise NotFound("the original of {identity} may not be shown: see its source", identity=identity)
        return self.store.original(stored.article.id)

    def articles(self, ids: Sequence[str], extent: Extent = WHOLE) -> dict[str, StoredArticle]:
        """Articles by id, in the revision that is indexed; those withdrawn since are left out."""
        articles = {}
        for identity, stored in self.store.get_many(ids, extent).items():
            if stored.withdrawn is not None:
                continue
            indexed: StoredArticle | None = stored
            if stored.change_number > self.manifest.change:
                indexed = self.store.state_at(identity, self.manifest.change)
            if indexed is not None:
                articles[identity] = indexed
        return articles

    def speeches(self, ids: Iterable[str]) -> dict[str, tuple[StoredArticle, Speech]]:
        """Statements by id with their articles, in the revision that is indexed and to the extent shown."""
        wanted = list(ids)
        of_article: dict[str, set[str]] = {}
        for identity in wanted:
            of_article.setdefault(article_of(identity), set()).add(identity)
        held = {
            speech.id: (stored, speech)
            for article, stored in self.articles(tuple(of_article), SPOKEN).items()
            for speech in speeches(stored, of_article[article])
        }
        return {identity: held[identity] for identity in wanted if identity in held}

    def _answer(
        self,
        request: SearchRequest,
        hits: Callable[[Sequence[Hit], Node], Iterator[AnyHit]],
        with_receipt: bool,
    ) -> AnswerPage[AnyHit]:
        collection = self.collections[request.collection]
        reading = collection.read(request)
        folded = self.clusters if request.collection == ARTICLES.name else self.groups
        results, uncertain = collection.search(reading, folded if request.group == "cluster" else None)
        return AnswerPage(
            request=request,
            reading=reading,
            total=results.total,
            stories=results.stories,
            uncertain=uncertain,
            searched=collection.backend.info().documents,
            generation=self.manifest.generation,
            hits=tuple(hits(results.hits, reading.typed)),
            facets=results.facets,
            receipt=self.receipt(request) if with_receipt else None,
        )

    def _article_hits(self, hits: Sequence[Hit], clause: Node) -> Iterator[AnsweredHit]:
        articles = self.articles([hit.id for hit in hits], SHOWN)
        return (_answered(articles[hit.id], hit, clause) for hit in hits if hit.id in articles)

    def _statement_hits(self, hits: Sequence[Hit], clause: Node) -> Iterator[StatementHit]:
        held = self.speeches(hit.id for hit in hits)
        return (statement_hit(*held[hit.id], clause, hit) for hit in hits if hit.id in held)


def open_searcher(settings: Settings) -> Searcher:
    """Open the store and the current generation.

    Raises:
        StoreError: there is no archive; none is made.
        IndexUnavailable: nothing is indexed yet, or the index cannot be read.
    """
    with ExitStack() as stack:
        store = stack.enter_context(open_store(settings.store_url, create=False))
        opened = open_generation(settings)
        stack.pop_all()
    return Searcher(store, opened, settings)


def _answered(stored: StoredArticle, hit: Hit, clause: Node) -> AnsweredHit:
    shown, article = permitted(stored), stored.article
    parts = {"body": article.body, "caption": article.caption_text}
    return AnsweredHit(
        stored=shown,
        score=hit.score,
        title_marks=tuple(marks(shown.article.title or "", clause, "title")),
        snippets=snippets(parts, clause) if SNIPPETS[article.source.rights] else (),
        near_duplicates=hit.near_duplicates,
    )
