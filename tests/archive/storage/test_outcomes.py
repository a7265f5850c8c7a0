"""What becomes of a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.documents import RawDocument
from archive.errors import ProcessingError
from archive.models import Processed, Source, Understanding
from archive.storage.store import Store
from tests.archive.storage.making import PAPER, ingest, official, processed, read, record

PAGE = ("url", "https://songlo.example/tin/1")


def test_an_unknown_article_is_new(store: Store) -> None:
    assert ingest(store, processed("Một tin.")) == ("new",)


def test_a_second_run_over_the_same_files_changes_nothing(store: Store) -> None:
    documents = [processed(f"Tin số {number}.", path=f"{number}.txt") for number in range(3)]
    ingest(store, *documents)
    before = store.state()
    assert ingest(store, *documents) == ("unchanged",) * 3
    assert store.state() == before


def test_the_same_file_named_twice_in_one_run_is_unchanged(store: Store) -> None:
    assert ingest(store, processed("Một tin."), processed("Một tin.")) == ("new", "unchanged")


def test_new_content_of_a_known_article_is_a_new_revision(store: Store) -> None:
    ingest(store, record("a", "Tin cũ."))
    assert ingest(store, record("a", "Tin mới.")) == ("updated",)
    assert store.get("a").revision == 2
    assert store.get("a").article.paragraphs == ("Tin mới.",)


def test_several_revisions_in_one_batch_are_all_kept(store: Store) -> None:
    texts = ("Tin thứ nhất.", "Tin thứ hai.", "Tin thứ ba.")
    assert ingest(store, *(record("a", text) for text in texts)) == ("new", "updated", "updated")
    assert [store.original("a", number)[0].decode() for number in (1, 2, 3)] == list(texts)


def test_the_same_content_under_a_second_path_of_one_source_is_a_duplicate(store: Store) -> None:
    first, copy = processed("Một tin.", path="a.txt"), processed("Một tin.", path="copy/a.txt")
    assert ingest(store, first, copy) == ("new", "duplicate")
    assert ingest(store, first, copy) == ("unchanged", "duplicate")
    assert store.state().articles == 1


def test_the_same_content_of_another_source_is_an_article_of_its_own(store: Store) -> None:
    other = Source("Báo Sông Đà")
    assert ingest(store, processed("Một tin."), processed("Một tin.", source=other)) == ("new", "new")


def test_the_same_text_under_another_id_is_an_article_of_its_own(store: Store) -> None:
    assert ingest(store, record("a", "Một tin."), record("b", "Một tin.")) == ("new", "new")


def test_the_same_article_met_twice_in_one_run_is_a_duplicate(store: Store) -> None:
    first, again = record("a", "Một tin."), record("a", "Một tin.", line=2)
    assert ingest(store, first, again) == ("new", "duplicate")
    assert ingest(store, first, again) == ("unchanged", "duplicate")


def test_two_places_that_disagree_do_not_make_a_revision_in_every_run(store: Store) -> None:
    old, new = record("a", "Tin cũ."), record("a", "Tin mới.", line=2)
    assert ingest(store, old, new) == ("new", "updated")
    assert ingest(store, old, new) == ("unchanged", "unchanged")
    assert store.get("a").article.paragraphs == ("Tin mới.",)


def test_a_place_that_goes_back_to_older_content_makes_a_revision(store: Store) -> None:
    for text, outcome in (("Tin cũ.", "new"), ("Tin mới.", "updated"), ("Tin cũ.", "updated")):
        assert ingest(store, record("a", text)) == (outcome,)
    assert store.get("a").revision == 3


def test_a_withdrawn_article_stays_withdrawn(store: Store) -> None:
    ingest(store, record("a", "Tin cũ."))
    store.withdraw("a", "đăng nhầm")
    assert ingest(store, record("a", "Tin cũ."), record("a", "Tin mới.")) == ("unchanged", "unchanged")
    assert store.get("a").withdrawn == "đăng nhầm"


def test_a_copy_under_another_path_does_not_bring_a_withdrawn_text_back(store: Store) -> None:
    ingest(store, processed("Một tin.", path="a.txt"))
    store.withdraw(processed("Một tin.", path="a.txt").article.id, "đăng nhầm")
    assert ingest(store, processed("Một tin.", path="b.txt")) == ("duplicate",)
    assert store.state().articles == 0


@pytest.mark.parametrize(
    "taken",
    [
        record("a", "Tin khác.", url="https://songlo.example/tin/2"),
        processed("Tin khác.", identity=("id", "a"), source=Source("Báo Sông Đà"), url=PAGE[1]),
    ],
    ids=["another url", "another source"],
)
def test_an_id_given_again_for_something_else_is_refused(store: Store, taken: object) -> None:
    ingest(store, record("a", "Một tin.", url=PAGE[1]))
    before = store.state()
    with store.begin_run([], 1) as run:
        with pytest.raises(ProcessingError, match="id taken: a is") as caught:
            run.save(read(taken))  # type: ignore[arg-type]
        assert caught.value.step == "store"
    assert store.state() == before


def at(folder: str, text: str) -> Processed:
    """A file `001.txt` in a folder that was named on the command line."""
    document = processed(text, path="001.txt")
    return replace(document, raw=replace(document.raw, path=f"{folder}/001.txt"))


def test_two_texts_of_one_path_in_one_run_are_not_mixed_up(store: Store) -> None:
    for outcome in ("new", "unchanged"):
        with store.begin_run(["A", "B", "C"], 1) as run:
            assert run.save(read(at("A", "Tin của A."))) == outcome
            with pytest.raises(ProcessingError, match="path taken: 001.txt .* also at A/001.txt.*--source"):
                run.save(read(at("B", "Tin của B.")))
            assert run.save(read(at("C", "Tin của A."))) == "duplicate"
    assert store.get(at("A", "").article.id).article.paragraphs == ("Tin của A.",)


def test_a_corrected_file_from_elsewhere_is_taken_in_by_a_later_run(store: Store) -> None:
    assert ingest(store, at("A", "Tin cũ.")) == ("new",)
    assert ingest(store, at("B", "Tin mới.")) == ("updated",)


def test_a_page_read_under_another_source_name_is_the_same_page(store: Store) -> None:
    ingest(store, processed("Một tin.", identity=PAGE, url=PAGE[1]))
    again = processed("Một tin.", identity=PAGE, url=PAGE[1], source=Source("Báo Sông Đà"))
    assert ingest(store, again) == ("unchanged",)


def test_half_a_surrogate_pair_is_refused_before_anything_is_written(store: Store) -> None:
    broken = processed("Một tin.", title="\ud83d")
    with store.begin_run([], 1) as run:
        with pytest.raises(ProcessingError, match=r"surrogate pair \(U\+D83D\)"):
            run.save(read(broken))
        assert run.save(read(processed("Một tin."))) == "new"
    assert store.verify() == []


def test_a_file_name_that_is_not_text_is_kept_in_printable_form(store: Store) -> None:
    odd = processed("Một tin.", identity=("id", "a"), path="tin-\udce9.txt")
    assert ingest(store, odd) == ("new",)
    assert ingest(store, odd) == ("unchanged",)


def test_a_source_named_anew_keeps_what_was_known_of_it(store: Store) -> None:
    ingest(store, processed("Một.", path="1.txt", source=Source("Báo A", "a.example", "Phú Thọ", "closed")))
    ingest(store, processed("Hai.", path="2.txt", source=Source("Báo A", None, "Hòa Bình", "full")))
    assert store.sources() == (Source("Báo A", "a.example", "Hòa Bình", "closed"),)


class TestReread:
    """An article read again by newer rules."""

    def test_the_same_reading_only_takes_the_new_rules_version(self, store: Store) -> None:
        document = processed("Một tin.")
        ingest(store, document)
        with store.begin_run(["refresh"], 2) as run:
            assert run.reread(read(document, 2)) == "unchanged"
        state = store.state()
        assert (state.change_number, state.revisions, state.rules_versions) == (1, 1, (2,))
        assert store.verify() == []

    def test_another_reading_is_a_new_revision_with_the_rules_as_its_reason(self, store: Store) -> None:
        document = processed("Lê Thị Hòa phát biểu.")
        ingest(store, document)
        newer = replace(document, understanding=Understanding(officials=(official("Lê Thị Hòa"),)))
        with store.begin_run(["refresh"], 2) as run:
            assert run.reread(read(newer, 2)) == "changed"
        change = list(store.changes(1))[0]
        assert (change.kind, change.revision, change.reason) == ("reread", 2, "rules 1 to 2")
        assert store.get(document.article.id).understanding == newer.understanding
        assert store.original(document.article.id, 2) == store.original(document.article.id, 1)

    def test_only_live_articles_of_older_rules_are_read_again(self, store: Store) -> None:
        old, gone, new = (record(id, f"Tin {id}.", line=number) for number, id in enumerate("abc", start=1))
        ingest(store, old, gone)
        ingest(store, new, rules_version=2)
        store.withdraw("b", "đăng nhầm")
        assert list(store.originals_to_refresh(2)) == [(old.raw, PAPER, "a")]

    def test_an_original_comes_back_exactly_as_it_was_met(self, store: Store) -> None:
        page = b"<p>M\xc3\xb4\xcc\xa3t tin.</p>"
        carried = [
            RawDocument("k.warc.gz", "k.warc.gz", "html", page, None, 7, "https://songlo.example/7", "utf-8"),
            RawDocument("tin/a.zip", "a.zip", "html", page, "b.zip!/c.html", None, None, None),
            RawDocument("tin/a.txt", "a.txt", "text", page, None, None, None, None),
        ]
        for number, raw in enumerate(carried):
            document = record(f"{number}", "Một tin.")
            ingest(store, replace(document, raw=raw))
        assert [raw for raw, *_ in store.originals_to_refresh(2)] == carried
