"""What every backend must do, one behaviour a test. Each backend's tests subclass `BackendContract`."""

from __future__ import annotations

from datetime import date

import pytest

from archive.errors import SearchError
from index.backend import Backend
from index.fields import SCHEMA_VERSION
from index.query import (
    UNKNOWN,
    And,
    AtLeast,
    DateRange,
    Everything,
    FacetFilter,
    FacetRequest,
    Fuzzy,
    Keyword,
    Named,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    SameSentence,
    Variants,
    Wildcard,
)
from index.results import IndexDocument
from tests.index.documents import document, exact, phrase, unmarked

EARLY, MIDDLE, LATE = date(2020, 3, 1), date(2020, 3, 15), date(2020, 3, 31)


def fill(backend: Backend, *documents: IndexDocument) -> None:
    with backend.writer() as writer:
        for each in documents:
            writer.put(each)


def ids(backend: Backend, clause: Node, **query: object) -> list[str]:
    return list(backend.iter_ids(Query(clause, **query)))  # type: ignore[arg-type]


def order(backend: Backend, query: Query) -> list[str]:
    return [hit.id for hit in backend.search(query).hits]


def counts(backend: Backend, query: Query) -> list[tuple[str, int]]:
    [facet] = backend.search(query).facets
    return [(value.value, value.count) for value in facet.values]


class WritingContract:
    """Transactions."""

    def test_changes_are_seen_after_the_block(self, backend: Backend) -> None:
        with backend.writer() as writer:
            writer.put(document("a", "chuyển đổi số"))
            assert ids(backend, Everything()) == []
        assert ids(backend, Everything()) == ["a"]

    def test_an_error_undoes_the_whole_block(self, backend: Backend) -> None:
        fill(backend, document("a", "hạ tầng"))
        with pytest.raises(RuntimeError), backend.writer() as writer:
            writer.put(document("b", "hạ tầng"))
            writer.delete("a")
            raise RuntimeError
        assert ids(backend, exact("hạ")) == ["a"]

    def test_after_an_error_one_can_write_again(self, backend: Backend) -> None:
        with pytest.raises(RuntimeError), backend.writer():
            raise RuntimeError
        fill(backend, document("a"))
        assert ids(backend, Everything()) == ["a"]

    def test_put_replaces_the_document_of_the_same_id(self, backend: Backend) -> None:
        fill(backend, document("a", "đường cũ", revision=1))
        fill(backend, document("a", "đường mới", revision=2))
        results = backend.search(Query(exact("đường")))
        assert (results.total, results.hits[0].revision) == (1, 2)
        assert ids(backend, exact("cũ")) == []

    def test_the_last_of_two_puts_in_one_block_wins(self, backend: Backend) -> None:
        fill(backend, document("a", "một"), document("a", "hai"))
        assert (ids(backend, exact("một")), ids(backend, exact("hai"))) == ([], ["a"])

    def test_delete_removes(self, backend: Backend) -> None:
        fill(backend, document("a"), document("b"))
        with backend.writer() as writer:
            writer.delete("a")
        assert ids(backend, Everything()) == ["b"]

    def test_deleting_what_is_not_there_does_nothing(self, backend: Backend) -> None:
        fill(backend, document("a"))
        with backend.writer() as writer:
            writer.delete("b")
        assert ids(backend, Everything()) == ["a"]

    def test_delete_removes_what_the_same_block_put(self, backend: Backend) -> None:
        with backend.writer() as writer:
            writer.put(document("a"))
            writer.delete("a")
        assert ids(backend, Everything()) == []

    def test_put_brings_back_what_the_same_block_deleted(self, backend: Backend) -> None:
        fill(backend, document("a", "cũ"))
        with backend.writer() as writer:
            writer.delete("a")
            writer.put(document("a", "mới"))
        assert ids(backend, exact("mới")) == ["a"]

    def test_delete_having_removes_all_with_the_value(self, backend: Backend) -> None:
        fill(
            backend, *(document(name, keywords={"author": (author,)}) for name, author in ("aX", "bY", "cX"))
        )
        with backend.writer() as writer:
            writer.delete_having("author", "X")
        assert ids(backend, Everything()) == ["b"]

    def test_delete_having_leaves_what_the_same_block_puts(self, backend: Backend) -> None:
        fill(backend, document("a", keywords={"author": ("X",)}), document("b", keywords={"author": ("X",)}))
        with backend.writer() as writer:
            writer.put(document("a", "mới", keywords={"author": ("X",)}))
            writer.delete_having("author", "X")
            writer.put(document("c", keywords={"author": ("X",)}))
        assert ids(backend, Everything()) == ["a", "c"]
        assert ids(backend, exact("mới")) == ["a"]

    def test_closing_twice_is_closing_once(self, backend: Backend) -> None:
        fill(backend, document("a"))
        fill(backend, document("b"))
        backend.close()
        backend.close()

    def test_info_counts_living_documents(self, backend: Backend) -> None:
        fill(backend, document("a"), document("b"))
        with backend.writer() as writer:
            writer.delete("a")
        assert (backend.info().documents, backend.info().schema_version) == (1, SCHEMA_VERSION)


class WordsContract:
    """Terms, prefixes, phrases, nearness, sentences."""

    def test_an_exact_term_has_its_marks(self, backend: Backend) -> None:
        fill(backend, document("a", "Thúy Lan"), document("b", "Thúy Lân"))
        assert ids(backend, exact("Lân")) == ["b"]

    def test_an_unmarked_term_is_every_spelling(self, backend: Backend) -> None:
        fill(backend, document("a", "Thúy Lan"), document("b", "Thúy Lân"), document("c", "đi"))
        assert ids(backend, unmarked("lan")) == ["a", "b"]
        assert ids(backend, unmarked("di")) == ["c"]

    def test_a_term_without_a_field_is_sought_in_every_text_field(self, backend: Backend) -> None:
        fill(backend, document("a", title="xã"), document("b", body="xã"), document("c", caption="xã"))
        assert ids(backend, exact("xã")) == ["a", "b", "c"]
        assert ids(backend, exact("xã", "title")) == ["a"]

    def test_a_prefix_is_of_the_letters_whatever_the_tone(self, backend: Backend) -> None:
        fill(backend, document("a", "chuyển"), document("b", "chuyên"), document("c", "chùa"))
        assert ids(backend, Prefix("chuyê")) == ["a", "b"]

    def test_a_typed_tone_holds_for_a_prefix(self, backend: Backend) -> None:
        fill(backend, document("a", "chuyển"), document("b", "chuyện"))
        assert ids(backend, Prefix("chuyê", "?")) == ["a"]

    def test_an_unmarked_prefix_is_every_spelling(self, backend: Backend) -> None:
        fill(backend, document("a", "chuyển"), document("b", "đường"))
        assert ids(backend, Prefix("chuye", marks="any")) == ["a"]
        assert ids(backend, Prefix("duo", marks="any")) == ["b"]

    def test_a_phrase_is_words_side_by_side_in_order(self, backend: Backend) -> None:
        fill(
            backend,
            document("a", "hạ tầng giao thông"),
            document("b", "tầng hạ"),
            document("c", "hạ cả tầng"),
        )
        assert ids(backend, phrase("hạ tầng")) == ["a"]

    def test_a_phrase_may_repeat_a_word(self, backend: Backend) -> None:
        fill(backend, document("a", "ngày ngày"), document("b", "ngày"))
        assert ids(backend, phrase("ngày ngày")) == ["a"]

    def test_a_phrase_crosses_sentences_but_not_fields(self, backend: Backend) -> None:
        fill(backend, document("a", "đi trước. Một bước"), document("b", "một bước", title="đi trước"))
        assert ids(backend, phrase("trước một")) == ["a"]

    def test_words_of_a_phrase_may_be_unmarked(self, backend: Backend) -> None:
        fill(backend, document("a", "hạ tầng"), document("b", "ha tang"), document("c", "hạ tảng"))
        assert ids(backend, Phrase((exact("hạ"), unmarked("tang")))) == ["a", "c"]

    def test_near_words_share_a_window_in_any_order(self, backend: Backend) -> None:
        fill(
            backend,
            document("a", "cầu mới bắc qua sông"),
            document("b", "sông có cầu"),
            document("c", "cầu ở xa tít tắp bên sông"),
        )
        assert ids(backend, Near((exact("cầu"), exact("sông")), 3)) == ["a", "b"]

    def test_the_same_word_twice_is_near_only_where_it_stands_twice(self, backend: Backend) -> None:
        fill(backend, document("a", "cầu và cầu"), document("b", "cầu"))
        assert ids(backend, Near((exact("cầu"), exact("cầu")), 2)) == ["a"]

    def test_a_near_word_and_its_unmarked_form_need_two_places(self, backend: Backend) -> None:
        fill(backend, document("a", "cầu"), document("b", "cầu cau"))
        assert ids(backend, Near((exact("cầu"), unmarked("cau")), 5)) == ["b"]

    def test_same_sentence_wants_all_clauses_in_one_sentence(self, backend: Backend) -> None:
        fill(
            backend,
            document("a", "Tỉnh tạo đột phá về nhân lực. Hết."),
            document("b", "Tỉnh tạo đột phá. Nhân lực còn yếu."),
            document("c", "nhân lực", title="đột phá"),
        )
        assert ids(backend, SameSentence((phrase("đột phá"), phrase("nhân lực")))) == ["a"]

    def test_not_within_a_sentence_is_about_that_sentence(self, backend: Backend) -> None:
        fill(backend, document("a", "Cầu cũ. Cầu mới."), document("b", "Cầu cũ."))
        assert ids(backend, SameSentence((exact("cầu"), Not(exact("cũ"))))) == ["a"]

    def test_same_sentence_can_be_kept_to_a_field(self, backend: Backend) -> None:
        fill(backend, document("a", "một hai"), document("b", title="một hai"))
        assert ids(backend, SameSentence((exact("một"), exact("hai")), "title")) == ["b"]


class LogicContract:
    """Combinations, keywords, dates."""

    @pytest.fixture
    def numbers(self, backend: Backend) -> Backend:
        fill(backend, document("a", "một"), document("b", "một hai"), document("c", "một hai ba"))
        return backend

    def test_and_or_not(self, numbers: Backend) -> None:
        one, two, three = exact("một"), exact("hai"), exact("ba")
        assert ids(numbers, And((one, two))) == ["b", "c"]
        assert ids(numbers, Or((two, three))) == ["b", "c"]
        assert ids(numbers, And((one, Not(two)))) == ["a"]
        assert ids(numbers, Not(three)) == ["a", "b"]

    def test_at_least(self, numbers: Backend) -> None:
        clauses = (exact("một"), exact("hai"), exact("ba"))
        assert ids(numbers, AtLeast(2, clauses)) == ["b", "c"]
        assert ids(numbers, AtLeast(4, clauses)) == []

    def test_all_of_nothing_is_everything_and_any_of_nothing_is_nothing(self, numbers: Backend) -> None:
        assert ids(numbers, And(())) == ids(numbers, Everything()) == ["a", "b", "c"]
        assert ids(numbers, Or(())) == ids(numbers, Phrase(())) == ids(numbers, Near((), 1)) == []

    def test_keyword_is_any_of_its_values(self, backend: Backend) -> None:
        fill(backend, *(document(name, keywords={"act": (name,)}) for name in ("admit", "assess", "assert")))
        assert ids(backend, Keyword("act", ("admit", "assert"))) == ["admit", "assert"]

    def test_values_are_whole_whatever_they_contain(self, backend: Backend) -> None:
        names = ("Thu Hà, Lê Minh", "Lê Minh", "Báo|1", "dài " * 3000)
        fill(backend, *(document(str(n), keywords={"author": (name,)}) for n, name in enumerate(names)))
        assert [ids(backend, Keyword("author", (name,))) for name in names] == [["0"], ["1"], ["2"], ["3"]]

    def test_unknown_is_to_have_no_value(self, backend: Backend) -> None:
        fill(backend, document("a", keywords={"author": ("A",)}), document("b"), document("c", date=EARLY))
        assert ids(backend, Keyword("author", (UNKNOWN,))) == ["b", "c"]
        assert ids(backend, Keyword("author", (UNKNOWN, "A"))) == ["a", "b", "c"]
        assert ids(backend, Keyword("date", (UNKNOWN,))) == ["a", "b"]

    def test_a_range_includes_both_its_ends(self, backend: Backend) -> None:
        fill(backend, document("a", date=EARLY), document("b", date=MIDDLE), document("c", date=LATE))
        assert ids(backend, DateRange("date", EARLY, LATE)) == ["a", "b", "c"]
        assert ids(backend, DateRange("date", MIDDLE, MIDDLE)) == ["b"]

    def test_a_range_may_be_open(self, backend: Backend) -> None:
        fill(backend, document("a", date=EARLY), document("b", date=LATE), document("c"))
        assert ids(backend, DateRange("date", MIDDLE, None)) == ["b"]
        assert ids(backend, DateRange("date", None, MIDDLE)) == ["a"]
        assert ids(backend, DateRange("date", None, None)) == ["a", "b"]

    def test_a_certain_range_holds_the_whole_period_another_some_day(self, backend: Backend) -> None:
        fill(backend, document("a", date=(EARLY, LATE)), document("b", date=(MIDDLE, LATE)))
        assert ids(backend, DateRange("date", MIDDLE, LATE)) == ["b"]
        assert ids(backend, DateRange("date", MIDDLE, LATE, certain=False)) == ["a", "b"]

    def test_a_range_that_ends_before_it_begins_has_nothing(self, backend: Backend) -> None:
        fill(backend, document("a", date=(EARLY, LATE)))
        assert ids(backend, DateRange("date", LATE, EARLY, certain=False)) == []

    def test_ranges_of_the_query_narrow_it(self, backend: Backend) -> None:
        fill(backend, document("a", date=EARLY), document("b", date=LATE), document("c"))
        assert ids(backend, Everything(), dates=(DateRange("date", MIDDLE, LATE),)) == ["b"]

    @pytest.mark.parametrize("node", [Wildcard("a*"), Fuzzy("a"), Named("province", "Phú Thọ")])
    def test_what_is_for_people_only_is_refused(self, backend: Backend, node: Node) -> None:
        fill(backend, document("a"))
        with pytest.raises(SearchError, match="expand"):
            backend.search(Query(Or((Everything(), node))))
        with pytest.raises(SearchError, match="expand"):
            backend.iter_ids(Query(node))

    @pytest.mark.parametrize(
        "query",
        [
            Query(exact("a", "province")),
            Query(Keyword("body", ("a",))),
            Query(Keyword("date", ("2020",))),
            Query(DateRange("year", None, None)),
            Query(Everything(), filters=(FacetFilter("nowhere", ("a",)),)),
            Query(Everything(), facets=(FacetRequest("body"),)),
            Query(SameSentence((Keyword("act", ("admit",)),))),
        ],
    )
    def test_a_field_that_cannot_be_asked_so_is_refused(self, backend: Backend, query: Query) -> None:
        with pytest.raises(SearchError):
            backend.search(query)


class CountingContract:
    """Filters and facets."""

    @pytest.fixture
    def papers(self, backend: Backend) -> Backend:
        fill(
            backend,
            document("a", "lũ", keywords={"source": ("Báo A",), "act": ("assert", "demand")}),
            document("b", "lũ", keywords={"source": ("Báo A",), "act": ("demand",)}),
            document("c", "lũ", keywords={"source": ("Báo B",)}),
            document("d", "nắng", keywords={"source": ("Báo C",), "act": ("demand",)}),
        )
        return backend

    def test_a_filter_takes_any_of_its_values(self, papers: Backend) -> None:
        chosen = FacetFilter("source", include=("Báo A", "Báo C"))
        assert ids(papers, Everything(), filters=(chosen,)) == ["a", "b", "d"]

    def test_a_filter_excludes(self, papers: Backend) -> None:
        chosen = FacetFilter("act", exclude=("assert", UNKNOWN))
        assert ids(papers, Everything(), filters=(chosen,)) == ["b", "d"]

    def test_filters_of_several_fields_all_hold(self, papers: Backend) -> None:
        chosen = (FacetFilter("source", ("Báo A",)), FacetFilter("act", ("assert",)))
        assert ids(papers, Everything(), filters=chosen) == ["a"]

    def test_a_facet_counts_the_documents_found(self, papers: Backend) -> None:
        query = Query(exact("lũ"), facets=(FacetRequest("source"),))
        assert counts(papers, query) == [("Báo A", 2), ("Báo B", 1)]

    def test_a_document_counts_once_for_each_of_its_values(self, papers: Backend) -> None:
        query = Query(exact("lũ"), facets=(FacetRequest("act"),))
        assert counts(papers, query) == [("demand", 2), ("assert", 1), (UNKNOWN, 1)]

    def test_a_facet_ignores_the_filter_of_its_own_field(self, papers: Backend) -> None:
        chosen = (FacetFilter("source", ("Báo A",)), FacetFilter("act", ("demand",)))
        query = Query(Everything(), filters=chosen, facets=(FacetRequest("source"),))
        assert papers.search(query).total == 2
        assert counts(papers, query) == [("Báo A", 2), ("Báo C", 1)]

    def test_a_facet_says_how_many_values_there_are(self, papers: Backend) -> None:
        [facet] = papers.search(Query(Everything(), facets=(FacetRequest("source", limit=1),))).facets
        assert ([value.value for value in facet.values], facet.distinct) == (["Báo A"], 3)

    def test_the_page_does_not_change_the_counts(self, papers: Backend) -> None:
        query = Query(Everything(), facets=(FacetRequest("source"),), offset=3, limit=0)
        assert counts(papers, query) == [("Báo A", 2), ("Báo B", 1), ("Báo C", 1)]

    def test_a_replaced_document_is_counted_anew(self, papers: Backend) -> None:
        fill(papers, document("c", "lũ", keywords={"source": ("Báo A",)}))
        assert counts(papers, Query(exact("lũ"), facets=(FacetRequest("source"),))) == [("Báo A", 3)]

    def test_terms_of_a_text_field_with_their_frequencies(self, backend: Backend) -> None:
        fill(backend, document("a", "lũ lũ lụt"), document("b", "lũ quét"))
        assert list(backend.terms("body")) == [("lut.", 1), ("lu~", 2), ("quet'", 1)]
        assert list(backend.terms("body", "q")) == [("quet'", 1)]

    def test_terms_of_a_keyword_field_with_their_frequencies(self, papers: Backend) -> None:
        assert list(papers.terms("source", "Báo ")) == [("Báo A", 2), ("Báo B", 1), ("Báo C", 1)]

    def test_terms_only_deleted_documents_had_are_gone(self, backend: Backend) -> None:
        fill(backend, document("a", "lũ"), document("b", "lũ lụt"))
        with backend.writer() as writer:
            writer.delete("b")
        assert list(backend.terms("body")) == [("lu~", 1)]

    def test_terms_of_a_field_without_terms_are_refused(self, backend: Backend) -> None:
        with pytest.raises(SearchError):
            backend.terms("date")


class OrderContract:
    """Orders and pages."""

    def test_newest_first_with_ties_by_id_and_undated_last(self, backend: Backend) -> None:
        fill(
            backend,
            document("c", date=LATE),
            document("b"),
            document("e", date=EARLY),
            document("a", date=LATE),
        )
        assert order(backend, Query(Everything(), sort="newest")) == ["a", "c", "e", "b"]
        assert order(backend, Query(Everything(), sort="oldest")) == ["e", "a", "c", "b"]

    def test_a_period_is_ordered_by_its_first_day(self, backend: Backend) -> None:
        fill(backend, document("a", date=(EARLY, LATE)), document("b", date=MIDDLE))
        assert order(backend, Query(Everything(), sort="newest")) == ["b", "a"]

    def test_equal_scores_are_ordered_newest_first_then_by_id(self, backend: Backend) -> None:
        fill(
            backend,
            document("c", "xã"),
            document("b", "xã"),
            document("d", "xã", date=EARLY),
            document("a", "xã", date=LATE),
        )
        assert order(backend, Query(exact("xã"))) == ["a", "d", "b", "c"]

    def test_more_occurrences_score_higher(self, backend: Backend) -> None:
        fill(backend, document("a", "xã hội"), document("b", "xã xã"))
        hits = backend.search(Query(exact("xã"))).hits
        assert [hit.id for hit in hits] == ["b", "a"]
        assert hits[0].score > hits[1].score > 0

    def test_the_title_weighs_more_than_the_caption(self, backend: Backend) -> None:
        fill(backend, document("a", caption="lũ quét"), document("b", title="lũ quét"))
        assert order(backend, Query(exact("lũ"))) == ["b", "a"]

    def test_spellings_as_typed_come_first(self, backend: Backend) -> None:
        fill(backend, document("a", "lân lân lân lận"), document("b", "lan và những người bạn"))
        assert order(backend, Query(unmarked("lan"))) == ["b", "a"]
        assert order(backend, Query(Phrase((unmarked("lan"),)))) == ["b", "a"]

    def test_variants_are_ranked_as_one_word(self, backend: Backend) -> None:
        fill(backend, document("a", "cầu cầu"), document("b", "cấu cầu"), document("c", "chợ"))
        variants = Variants((exact("cầu"), exact("cấu")))
        one, other = backend.search(Query(variants)).hits
        assert one.score == other.score > 0

    def test_what_is_excluded_adds_nothing_to_the_score(self, backend: Backend) -> None:
        fill(backend, document("a", "lũ"))
        plain, excluding = Query(exact("lũ")), Query(And((exact("lũ"), Not(exact("nắng")))))
        assert backend.search(plain).hits == backend.search(excluding).hits

    @pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
    def test_pages_together_are_the_whole(self, backend: Backend, sort: str) -> None:
        fill(backend, *(document(f"{n:02}", "lũ " * (n % 3 + 1)) for n in range(25)))
        whole = order(backend, Query(exact("lũ"), sort=sort, limit=100))  # type: ignore[arg-type]
        pages = [
            order(backend, Query(exact("lũ"), sort=sort, offset=offset, limit=4))  # type: ignore[arg-type]
            for offset in range(0, 28, 4)
        ]
        assert [name for page in pages for name in page] == whole
        assert sorted(whole) == [f"{n:02}" for n in range(25)]

    def test_the_total_does_not_depend_on_the_page(self, backend: Backend) -> None:
        fill(backend, *(document(str(n)) for n in range(7)))
        results = backend.search(Query(Everything(), offset=5, limit=5))
        assert (results.total, len(results.hits)) == (7, 2)

    def test_ids_are_ascending_and_all_there(self, backend: Backend) -> None:
        fill(backend, *(document(name) for name in ("đ", "b", "a10", "a9", "Z")))
        assert ids(backend, Everything(), limit=1) == ["Z", "a10", "a9", "b", "đ"]

    def test_an_empty_collection_answers(self, backend: Backend) -> None:
        query = Query(Everything(), facets=(FacetRequest("year"),))
        results = backend.search(query)
        assert (results.total, results.hits, results.facets[0].values) == (0, (), ())
        assert list(backend.terms("body")) == []


class PairsContract:
    """Which key stands behind which."""

    def test_pairs_are_counted_over_the_living_documents(self, backend: Backend) -> None:
        fill(
            backend, document("a", "lan hoa. lan hoa đi"), document("b", "hoa lan"), document("c", "lan hoa")
        )
        fill(backend, document("d", "đi lan hoa", title="lan đi"))
        with backend.writer() as writer:
            writer.delete("c")
        pairs = backend.pairs("body", 100)
        assert pairs.sampled == 3
        assert (pairs.count("lan", "hoa"), pairs.count("hoa", "lan"), pairs.count("lan", "đi")) == (2, 2, 0)
        assert list(pairs.following("đi")) == [("lan", 1)]

    def test_a_sample_is_no_larger_than_asked_for(self, backend: Backend) -> None:
        fill(backend, *(document(identity, "lan hoa") for identity in "abcdefg"))
        pairs = backend.pairs("body", 3)
        assert 1 <= pairs.sampled == pairs.count("lan", "hoa") <= 3

    def test_only_texts_have_pairs(self, backend: Backend) -> None:
        with pytest.raises(SearchError):
            backend.pairs("province", 1)
        assert backend.pairs("body", 10).sampled == 0


class BackendContract(
    WritingContract, WordsContract, LogicContract, CountingContract, OrderContract, PairsContract
):
    """The whole contract. Subclasses give a fixture `backend`: an empty one."""


class StatementsContract:
    """The same engine over the fields of statements. Subclasses give a fixture `statements`: an empty collection."""

    @pytest.fixture
    def said(self, statements: Backend) -> Backend:
        """Two demands of An, one a head with its continuation, and a promise of Bình."""
        fill(
            statements,
            statement("a#1", "hạ tầng phải đi trước. Nhân lực theo sau", speaker="An", act="demand"),
            statement("a#2", "nhân lực đi trước hạ tầng", speaker="An", act="demand"),
            statement("b#1", "sẽ làm ngay", speaker="Bình", act="promise"),
        )
        return statements

    def test_words_phrases_and_nearness_are_of_the_content(self, said: Backend) -> None:
        assert ids(said, And((exact("hạ"), exact("nhân")))) == ["a#1", "a#2"]
        assert ids(said, phrase("đi trước hạ tầng")) == ["a#2"]
        assert ids(said, phrase("sẽ làm", "content")) == ["b#1"]
        assert ids(said, Near((exact("tầng"), exact("phải")), 0)) == ["a#1"]

    def test_a_sentence_ends_within_a_statement(self, said: Backend) -> None:
        assert ids(said, SameSentence((phrase("hạ tầng"), phrase("nhân lực")))) == ["a#2"]

    def test_facets_count_statements(self, said: Backend) -> None:
        query = Query(Everything(), facets=(FacetRequest("speaker"),))
        assert counts(said, query) == [("An", 2), ("Bình", 1)]

    def test_statements_of_an_article_go_together(self, said: Backend) -> None:
        with said.writer() as writer:
            writer.delete_having("article", "a")
        assert ids(said, Everything()) == ["b#1"]

    def test_a_field_of_articles_is_refused(self, said: Backend) -> None:
        with pytest.raises(SearchError, match="title"):
            said.search(Query(exact("hạ", "title")))


def statement(identity: str, content: str, *, speaker: str, act: str) -> IndexDocument:
    """A statement from text; a full stop ends a sentence."""
    body = document(identity, content)
    return IndexDocument(
        identity,
        1,
        {"content": body.text["body"]},
        {"content": body.sentence_starts["body"]},
        {"speaker": (speaker,), "act": (act,), "article": (identity.partition("#")[0],)},
    )
