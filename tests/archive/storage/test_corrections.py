"""Corrections: what they do to persons and statements, and that nothing but an undo takes them back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.errors import NotFound, StoreError
from archive.knowledge.persons.persons import person_id, split_id
from archive.models import Processed, Span, Statement
from archive.storage.corrections import CorrectionRequest
from archive.storage.store import Store
from tests.archive.storage.making import appearing, holder, ingest, read

UNIT, OTHER_UNIT = "vinh-phuc-1997", "phu-tho-1997"
NAME = "Khổng Hữu Lượng"
HERE = appearing("đây", "2019-03-04", holder(NAME, "Giám đốc Sở Nội vụ", UNIT))
THERE = appearing("kia", "2021-03-04", holder(NAME, "Giám đốc Sở Tư pháp", OTHER_UNIT))
HERE_ID, THERE_ID = person_id(NAME, UNIT), person_id(NAME, OTHER_UNIT)
DAY = "2026-11-22"


def merge(person: str, other: str, reason: str = "cùng một người") -> CorrectionRequest:
    return CorrectionRequest("merge", person, (other,), reason, DAY)


def split(person: str, *articles: str) -> CorrectionRequest:
    return CorrectionRequest("split", person, articles, "hai người", DAY)


def reattribute(statement: str, speaker: str) -> CorrectionRequest:
    return CorrectionRequest("reattribute", statement, (speaker,), "nhầm người nói", DAY)


def withdraw(statement: str) -> CorrectionRequest:
    return CorrectionRequest("withdraw", statement, (), "không phải phát ngôn", DAY)


def saying(*sentences: str, text: str = "") -> Processed:
    """A document in which one official says each sentence, the second going on with the first."""
    body = text or " ".join(sentences)
    document = appearing("nói", "2020-03-04", holder(NAME, "Giám đốc Sở Nội vụ", UNIT), text=body)
    found = tuple(
        Statement(
            speaker=NAME,
            speakers=(NAME,),
            speaker_kind="person",
            post="Giám đốc Sở Nội vụ",
            act="demand",
            kind="continuation" if place == 1 else "reported",
            attribution="name",
            cue="yêu cầu",
            content=sentence,
            span=Span("body", body.index(sentence), body.index(sentence) + len(sentence)),
            continues=0 if place == 1 else None,
            confidence=0.9,
            rule="reported",
        )
        for place, sentence in enumerate(sentences)
    )
    return replace(document, understanding=replace(document.understanding, statements=found))


SAID = saying("Ông yêu cầu các xã báo cáo.", "Đồng thời rà soát biên chế.", "Ông đề nghị làm sớm.")


def names(store: Store) -> list[str]:
    """The names of the statements of `SAID`."""
    stored = store.get(SAID.article.id)
    return [f"{stored.short}-{anchor}" for anchor in stored.anchors]


def people(store: Store, *documents: Processed) -> list[str]:
    return [store.get(document.article.id).people[0] for document in documents]


def test_a_merge_makes_two_persons_one(store: Store) -> None:
    ingest(store, HERE, THERE)
    ((correction, is_new),) = store.correct([merge(HERE_ID, THERE_ID)])
    assert is_new
    assert people(store, HERE, THERE) == [HERE_ID, HERE_ID]
    person = store.person(THERE_ID)
    assert (person.id, person.articles, person.corrections) == (HERE_ID, 2, (correction,))
    assert store.possibly_same(HERE_ID) == []


def test_a_merge_may_be_of_two_spellings(store: Store) -> None:
    other = appearing("sai", "2020-01-02", holder("Khổng Hữu Lương", "Giám đốc Sở Nội vụ", UNIT))
    ingest(store, HERE, other)
    store.correct([merge(HERE_ID, people(store, other)[0])])
    assert people(store, other) == [HERE_ID]
    assert [found.id for found in store.find_persons("Khổng Hữu Lương")] == [HERE_ID]


def test_a_split_takes_articles_out_of_a_person(store: Store) -> None:
    again = appearing("lại", "2020-05-06", holder(NAME, "Giám đốc Sở Nội vụ", UNIT))
    ingest(store, HERE, again)
    store.correct([split(HERE_ID, again.article.id)])
    apart = split_id(HERE_ID, [again.article.id])
    assert people(store, HERE, again) == [HERE_ID, apart]
    assert store.person(apart).articles == 1
    store.undo(1)
    assert people(store, HERE, again) == [HERE_ID, HERE_ID]
    assert store.person(apart).id == HERE_ID


def test_a_split_after_a_merge_takes_apart_what_was_merged(store: Store) -> None:
    ingest(store, HERE, THERE)
    store.correct([merge(HERE_ID, THERE_ID)])
    store.correct([split(HERE_ID, THERE.article.id)])
    assert people(store, HERE, THERE) == [HERE_ID, split_id(HERE_ID, [THERE.article.id])]


def test_the_articles_touched_are_logged_as_corrected(store: Store) -> None:
    ingest(store, HERE, THERE)
    before = store.state()
    store.correct([merge(HERE_ID, THERE_ID)])
    (change,) = store.changes(before.change_number)
    assert (change.article, change.kind, change.reason) == (THERE.article.id, "corrected", "cùng một người")
    then = store.state_at(THERE.article.id, before.change_number)
    assert then is not None and then.people == (THERE_ID,)


def test_the_generation_knows_corrections_and_an_undo_gives_the_former_one(store: Store) -> None:
    ingest(store, HERE, THERE, SAID)
    before = store.state().generation
    store.correct([merge(HERE_ID, THERE_ID), withdraw(names(store)[2])])
    assert store.state().generation != before
    assert store.verify() == []
    store.undo(1)
    store.undo(2)
    assert store.state().generation == before
    assert people(store, THERE) == [THERE_ID]
    assert [listed.state for listed in store.corrections()] == ["undone", "undone"]
    assert store.verify() == []


def test_a_statement_is_given_to_another_speaker_with_what_continues_it(store: Store) -> None:
    ingest(store, SAID, THERE)
    store.correct([reattribute(names(store)[0], "Sở Tư pháp")])
    stored = store.get(SAID.article.id)
    first, second, third = stored.understanding.statements
    assert (first.speaker, first.speaker_kind, first.post, first.rule) == (
        "Sở Tư pháp",
        "organisation",
        None,
        "correction",
    )
    assert (second.speaker, second.continues) == ("Sở Tư pháp", 0)
    assert third.speaker == NAME
    assert [one.kind for one in stored.corrections] == ["reattribute"]


def test_a_speaker_known_by_id_is_an_official_of_the_article_then(store: Store) -> None:
    speaker = appearing("khác", "2020-01-02", holder("Vi Thế Truyền", "Giám đốc Sở Y tế", UNIT))
    ingest(store, SAID, speaker)
    id = person_id("Vi Thế Truyền", UNIT)
    store.correct([reattribute(names(store)[2], id)])
    stored = store.get(SAID.article.id)
    assert stored.understanding.statements[2].speakers == ("Vi Thế Truyền",)
    assert stored.people == (HERE_ID, id)
    assert [official.name for official in stored.understanding.officials] == [NAME, "Vi Thế Truyền"]


def test_a_withdrawn_statement_goes_with_what_continues_it_and_others_keep_their_names(store: Store) -> None:
    ingest(store, SAID)
    before = names(store)
    store.correct([withdraw(before[0])])
    assert names(store) == [before[2]]
    store.undo(1)
    assert names(store) == before


def test_a_withdrawn_continuation_goes_alone(store: Store) -> None:
    ingest(store, SAID)
    before = names(store)
    store.correct([withdraw(before[1])])
    assert names(store) == [before[0], before[2]]


def test_corrections_survive_a_new_text_and_newer_rules(store: Store) -> None:
    ingest(store, HERE, THERE, SAID)
    kept = names(store)[1:]
    store.correct(
        [merge(HERE_ID, THERE_ID), withdraw(names(store)[0]), reattribute(names(store)[2], "Vi Thế Truyền")]
    )
    longer = saying(
        *(statement.content for statement in SAID.understanding.statements),
        text=f"{SAID.article.body} Hội nghị kết thúc.",
    )
    assert ingest(store, longer, HERE, rules_version=2)[0] == "updated"
    with store.begin_run([], 3, "refresh") as run:
        run.reread(read(longer, 3))
        run.reread(read(THERE, 3))
    assert names(store) == kept[1:]
    assert store.get(SAID.article.id).understanding.statements[0].speaker == "Vi Thế Truyền"
    assert people(store, HERE, THERE) == [HERE_ID, HERE_ID]
    assert [listed.state for listed in store.corrections()] == ["in force"] * 3


def test_a_correction_whose_statement_is_gone_stays_listed(store: Store) -> None:
    ingest(store, SAID)
    store.correct([withdraw(names(store)[2])])
    ingest(store, saying("Ông yêu cầu các huyện báo cáo."))
    assert [listed.state for listed in store.corrections()] == ["not applicable now"]


def test_the_same_corrections_again_change_nothing(store: Store) -> None:
    ingest(store, HERE, THERE, SAID)
    requests = [
        merge(HERE_ID, THERE_ID),
        withdraw(names(store)[0]),
        reattribute(names(store)[2], "Vi Thế Truyền"),
    ]
    store.correct(requests)
    before = store.state()
    assert [is_new for _, is_new in store.correct(requests)] == [False] * 3
    assert store.correct([merge(THERE_ID, HERE_ID)])[0][1] is False
    assert store.state() == before


def test_a_later_correction_of_a_statement_replaces_the_former(store: Store) -> None:
    ingest(store, SAID)
    third = names(store)[2]
    store.correct([withdraw(third), reattribute(third, "Vi Thế Truyền")])
    assert store.get(SAID.article.id).understanding.statements[2].speaker == "Vi Thế Truyền"
    assert [listed.state for listed in store.corrections()] == ["undone", "in force"]


def test_what_is_merged_may_be_merged_again(store: Store) -> None:
    third = appearing("ba", "2022-01-02", holder(NAME, "Giám đốc Sở Y tế", "hoa-binh-1991"))
    ingest(store, HERE, THERE, third)
    store.correct([merge(HERE_ID, THERE_ID), merge(THERE_ID, people(store, third)[0])])
    assert len(set(people(store, HERE, THERE, third))) == 1


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (merge("p000000000000", HERE_ID), "no official"),
        (merge(HERE_ID, "p000000000000"), "no official"),
        (merge(HERE_ID, HERE_ID), "named twice"),
        (split(HERE_ID, "không có"), "no article"),
        (split(HERE_ID, THERE.article.id), "does not name"),
        (split(HERE_ID, HERE.article.id), "must leave an article"),
        (withdraw("000000000000-0000000000-1"), "no statement"),
        (merge(HERE_ID, THERE_ID, reason=" "), "no reason"),
    ],
)
def test_what_cannot_be_corrected_is_said_and_nothing_changes(
    store: Store, request_: CorrectionRequest, message: str
) -> None:
    ingest(store, HERE, THERE)
    before = store.state()
    with pytest.raises((NotFound, StoreError), match=message):
        store.correct([merge(HERE_ID, THERE_ID), request_] if message == "no statement" else [request_])
    assert store.state() == before
    assert store.corrections() == []


def test_only_a_correction_in_force_can_be_undone(store: Store) -> None:
    with pytest.raises(NotFound, match="number 7"):
        store.undo(7)
