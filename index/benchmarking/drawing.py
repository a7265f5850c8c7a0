"""Queries drawn from a corpus, the same ones for the same seed: a recipe a class."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from archive.text.syllables import fold, split_tone
from index.benchmarking.corpus import Corpus
from index.query import (
    And,
    DateRange,
    FacetFilter,
    FacetRequest,
    Fuzzy,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    Query,
    SameSentence,
    Term,
)
from index.results import IndexDocument

MID_SHARE = 0.02
"""A word of middling frequency is in about this share of the documents."""
RARE_DOCUMENTS = 4
SELDOM_SHARE = 0.005
"""Words asked for together are each in at least this share."""
QUOTE_WORDS = (3, 8)
NEAR_DISTANCE = 5
FACET_VALUES = 20
PREFIX_LETTERS = 3
DEEP_OFFSET = 490
YEARS = 2

Recipe = Callable[["Drawer"], Query]


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws what recipes ask for."""

    corpus: Corpus
    random: Random

    def document(self) -> IndexDocument:
        """Any document of the sample."""
        return self.random.choice(self.corpus.sample)

    def having(self, field: str) -> IndexDocument:
        """Any document that has a value of a keyword field; any at all where none has."""
        return self.random.choice(
            [document for document in self.corpus.sample if document.keywords.get(field)]
            or self.corpus.sample
        )

    def words(self, count: int, document: IndexDocument) -> list[str]:
        """Different words of one document that are not rare, fewer if it has no more."""
        least = SELDOM_SHARE * self.corpus.size
        different = sorted(set(document.text[self.corpus.field]))
        usual = [word for word in different if self.corpus.frequencies.get(word, 0) >= least]
        return self.random.sample(usual or different, min(count, len(usual or different)))

    def sentence(self, least: int) -> Sequence[str]:
        """A sentence of at least so many words, the longest met in some draws if none has."""
        best: Sequence[str] = ()
        for _ in range(100):
            document = self.document()
            keys = document.text[self.corpus.field]
            starts = [*document.sentence_starts[self.corpus.field], len(keys)]
            place = self.random.randrange(len(starts) - 1)
            found = keys[starts[place] : starts[place + 1]]
            best = max(best, found, key=len)
            if len(best) >= least:
                break
        return best

    def term(self, word: str) -> Term:
        """An exact word in the field that is asked."""
        return Term(word, "exact", self.corpus.field)

    def terms(self, words: Sequence[str]) -> tuple[Term, ...]:
        """The same of several."""
        return tuple(map(self.term, words))

    def common(self) -> Term:
        """One of the most frequent words."""
        return self.term(self.random.choice(self.corpus.common))

    def phrase(self, words: Sequence[str]) -> Phrase:
        """A phrase in the field that is asked."""
        return Phrase(tuple(Term(word) for word in words), self.corpus.field)


def common_term(draw: Drawer) -> Query:
    """One of the most frequent words."""
    return Query(draw.common())


def mid_term(draw: Drawer) -> Query:
    """A word of middling frequency."""
    return Query(draw.term(draw.random.choice(draw.corpus.around(MID_SHARE * draw.corpus.size))))


def rare_term(draw: Drawer) -> Query:
    """A word of a handful of documents."""
    return Query(draw.term(draw.random.choice(draw.corpus.around(RARE_DOCUMENTS))))


def and_of(count: int) -> Recipe:
    """So many words of one document, all of them."""
    return lambda draw: Query(And(draw.terms(draw.words(count, draw.document()))))


def or_of(count: int) -> Recipe:
    """So many words of one document, any of them."""
    return lambda draw: Query(Or(draw.terms(draw.words(count, draw.document()))))


def quote(draw: Drawer) -> Query:
    """Some consecutive words of one sentence."""
    count = draw.random.randint(*QUOTE_WORDS)
    sentence = draw.sentence(count)
    start = draw.random.randint(0, max(0, len(sentence) - count))
    return Query(draw.phrase(sentence[start : start + count]))


def common_phrase(draw: Drawer) -> Query:
    """Two neighbours among the most frequent words."""
    pairs = draw.corpus.common_pairs[: 2 * FACET_VALUES]
    return Query(draw.phrase(draw.random.choice(pairs)))


def prefix(draw: Drawer) -> Query:
    """The first letters of a word."""
    letters = [split_tone(word)[0] for word in draw.document().text[draw.corpus.field]]
    long = [word for word in letters if len(word) > PREFIX_LETTERS and word.isalpha()] or letters
    return Query(Prefix(draw.random.choice(long)[:PREFIX_LETTERS], field=draw.corpus.field))


def fuzzy(draw: Drawer) -> Query:
    """A word of middling frequency, or one a letter away."""
    words = draw.corpus.around(MID_SHARE * draw.corpus.size)
    long = [word for word in words if len(split_tone(word)[0]) > PREFIX_LETTERS] or words
    return Query(Fuzzy(draw.random.choice(long), "exact", draw.corpus.field))


def unmarked(recipe: Recipe) -> Recipe:
    """The queries of another recipe, typed without marks."""

    def drawn(draw: Drawer) -> Query:
        query = recipe(draw)
        return replace(query, clause=_folded(query.clause))

    return drawn


def in_years(draw: Drawer) -> Query:
    """A common word in some whole years."""
    year = int(draw.having("year").keywords.get("year", ("2000",))[0])
    period = DateRange("date", date(year, 1, 1), date(year + YEARS - 1, 12, 31))
    return Query(draw.common(), dates=(period,))


def in_province(draw: Drawer) -> Query:
    """A common word in articles about one province."""
    return Query(draw.common(), filters=(_chosen(draw, "province"),))


def counting(*fields: str) -> Recipe:
    """The facets of all documents with a common word, and no hits."""
    requests = tuple(FacetRequest(field, FACET_VALUES) for field in fields)
    return lambda draw: Query(draw.common(), sort="newest", facets=requests, limit=0)


def newest(draw: Drawer) -> Query:
    """The newest documents with a common word."""
    return Query(draw.common(), sort="newest")


def deep(draw: Drawer) -> Query:
    """The fiftieth page of a common word."""
    return Query(draw.common(), offset=DEEP_OFFSET)


def near(draw: Drawer) -> Query:
    """Two different words some places apart."""
    words = draw.document().text[draw.corpus.field]
    start = draw.random.randrange(len(words))
    window = list(dict.fromkeys(words[start : start + NEAR_DISTANCE])) or list(words[:1])
    chosen = draw.random.sample(window, min(2, len(window)))
    return Query(Near(tuple(Term(word) for word in chosen), NEAR_DISTANCE, draw.corpus.field))


def same_sentence(draw: Drawer) -> Query:
    """Two different words of one sentence."""
    words = sorted(set(draw.sentence(QUOTE_WORDS[1])))
    chosen = draw.random.sample(words, min(2, len(words)))
    return Query(SameSentence(tuple(Term(word) for word in chosen), draw.corpus.field))


def speaker_and_word(draw: Drawer) -> Query:
    """A speaker, and a word they used."""
    said = draw.having("speaker")
    (word,) = draw.words(1, said)
    return Query(draw.term(word), filters=(FacetFilter("speaker", said.keywords.get("speaker", ())[:1]),))


def years_of_province(draw: Drawer) -> Query:
    """In which years a common word was said in one province."""
    return replace(counting("year")(draw), filters=(_chosen(draw, "province"),))


def _chosen(draw: Drawer, field: str) -> FacetFilter:
    return FacetFilter(field, draw.having(field).keywords.get(field, ("",))[:1])


def _folded(node: Node) -> Node:
    match node:
        case Term(key, _, field):
            return Term(fold(key), "any", field)
        case And(clauses) | Or(clauses):
            return replace(node, clauses=tuple(map(_folded, clauses)))
        case Phrase(terms):
            return replace(node, terms=tuple(Term(fold(term.key), "any") for term in terms))
        case _:
            return node
