"""What is one statement of the index: a head with what continues it, its speakers, their posts and its day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.knowledge.places.units import keys
from archive.models import Repair, Span
from index.indexing.documents import index_document
from index.indexing.statement_documents import index_statements
from index.indexing.statements import Speaker, article_of, speeches
from tests.index.stored import CHAIR, official, said, stored

AN, BINH = official("Nguyễn Văn An", CHAIR), official("Trần Văn Bình", "Bí thư Tỉnh ủy")


def test_what_continues_a_head_is_inside_it() -> None:
    (first, second) = speeches(
        stored(
            "a",
            said("Nguyễn Văn An", "các sở rà soát lại"),
            said("Nguyễn Văn An", "Phải xong trước tháng Sáu.", "demand", after=0),
            said("Trần Văn Bình", "kết quả ấy", "praise"),
            said("Nguyễn Văn An", "Việc này không chậm được.", "assert", after=1),
        )
    )
    assert [part.statement.content for part in first.parts] == [
        "các sở rà soát lại",
        "Phải xong trước tháng Sáu.",
        "Việc này không chậm được.",
    ]
    assert first.values("act") == ("demand", "assert")
    assert first.values("kind") == ("reported", "continuation")
    assert len(second.parts) == 1


def test_those_asked_for_are_what_they_are_among_all() -> None:
    article = stored(
        "a",
        said("Nguyễn Văn An", "các sở rà soát lại"),
        said("Nguyễn Văn An", "kết quả ấy", "praise"),
        said("Nguyễn Văn An", "Phải xong trước tháng Sáu.", "demand", after=0),
        said("Trần Văn Bình", "tiến độ còn chậm", "criticise"),
    )
    everything = speeches(article)
    for one in everything:
        assert speeches(article, {one.id}) == (one,)
    assert speeches(article, {everything[0].id, everything[2].id}) == (everything[0], everything[2])
    assert speeches(article, {"a#none"}) == ()


def test_a_statement_is_named_by_its_article_and_anchor() -> None:
    (speech,) = speeches(stored("báo#1", said("An", "các sở rà soát lại")))
    anchor = speech.parts[0].anchor
    assert (speech.id, speech.permalink) == (f"báo#1#{anchor}", f"sbáo#1-{anchor}")
    assert article_of(speech.id) == "báo#1"


def test_a_speaker_is_a_person_if_they_are_an_official_of_the_article() -> None:
    statement = said("Nguyễn Văn An, Lê Thị Chi", "các sở rà soát lại")
    (speech,) = speeches(stored("a", statement, officials=(AN, BINH)))
    assert speech.speakers == (Speaker("Nguyễn Văn An", "p1"), Speaker("Lê Thị Chi", None))
    assert [speaker.value for speaker in speech.speakers] == ["p1", "Lê Thị Chi"]


def test_a_body_is_no_person_though_it_is_called_like_one() -> None:
    statement = said("Nguyễn Văn An", "số liệu", "report", speaker_kind="organisation")
    (speech,) = speeches(stored("a", statement, officials=(AN,)))
    assert speech.speakers == (Speaker("Nguyễn Văn An", None),)


def test_of_two_namesakes_it_is_the_one_whose_post_is_printed_with_the_statement() -> None:
    namesake = official("Nguyễn Văn An", "Giám đốc Sở Y tế", unit="ha-giang-1991")
    statement = said("Nguyễn Văn An", "các sở rà soát lại", post="Giám đốc Sở Y tế")
    (speech,) = speeches(stored("a", statement, officials=(AN, namesake)))
    assert speech.speakers == (Speaker("Nguyễn Văn An", "p2"),)


def test_posts_are_those_held_that_day_the_printed_one_first() -> None:
    held = official("Nguyễn Văn An", "Ủy viên Trung ương Đảng", CHAIR)
    statement = said("Nguyễn Văn An", "các sở rà soát lại", post=CHAIR)
    (speech,) = speeches(stored("a", statement, officials=(held,)))
    assert speech.posts == (CHAIR, "Ủy viên Trung ương Đảng")


def test_a_post_once_held_is_none_of_that_day() -> None:
    (speech,) = speeches(
        stored(
            "a",
            said("Nguyễn Văn An", "những ngày ấy", "assert"),
            officials=(official("Nguyễn Văn An", CHAIR, status="former"),),
        )
    )
    assert speech.posts == ()


@pytest.mark.parametrize(
    ("published", "event", "date"),
    [
        ("2020-03-20", "2020-03-19", "2020-03-19"),
        ("2020-03-20", None, "2020-03-20"),
        (None, "2020-03-19", "2020-03-19"),
        ("2020-03-20", "2020", "2020-03-20"),
        ("2020-03-20", "2020-03-25", "2020-03-20"),
        (None, None, None),
    ],
)
def test_it_was_said_on_the_day_of_the_event_unless_that_was_still_to_come(
    published: str | None, event: str | None, date: str | None
) -> None:
    (speech,) = speeches(stored("a", said("An", "rà soát lại"), published=published, event=event))
    assert speech.date == date


def test_the_document_of_a_statement_has_the_words_of_what_continues_it() -> None:
    article = stored(
        "a",
        said("Nguyễn Văn An", "các sở rà soát lại", post=CHAIR),
        said("Nguyễn Văn An", "Việc này gấp. Không chậm được.", "assert", after=0),
        officials=(AN,),
        event="2020-03-19",
    )
    (document,) = index_statements(article, speeches(article))
    assert document.sentence_starts["content"] == (0, 5, 8)
    assert document.keywords["speaker"] == ("p1",)
    assert document.keywords["act"] == ("demand", "assert")
    assert document.keywords["kind"] == ("reported", "continuation")
    assert document.keywords["post"] == (CHAIR,)
    assert document.keywords["cue"] == ("yêu cầu",)
    assert document.keywords["article"] == ("a",)
    assert document.keywords["province"] == ("phu-tho-1997",)
    assert document.keywords["day"] == ("2020-03-19",)
    assert document.periods["date"][0] == document.periods["date"][1]


def test_words_that_were_repaired_are_found_as_printed_too() -> None:
    whole = stored("a", said("An", "hiệu quả rõ rệt"), said("An", "Phải làm ngay.", after=0))
    repair = Repair("hiệuquả", "hiệu quả", "glued", True, Span("body", 0, len("hiệu quả")))
    article = replace(whole, article=replace(whole.article, repairs=(repair,)))
    (document,) = index_statements(article, speeches(article))
    assert document.text["printed"] == keys("hiệuquả rõ rệt")
    assert document.text["content"] == keys("hiệu quả rõ rệt Phải làm ngay")


def test_an_article_has_its_speakers_and_acts() -> None:
    article = stored(
        "a",
        said("Nguyễn Văn An", "các sở rà soát lại"),
        said("Lê Thị Chi", "kết quả ấy", "praise"),
        officials=(AN, BINH),
    )
    document = index_document(article, speeches(article))
    assert document.keywords["speaker"] == ("p1", "Lê Thị Chi")
    assert document.keywords["act"] == ("demand", "praise")
    assert document.keywords["official"] == ("p1", "p2")


# bodies


def test_the_bodies_of_a_statement_are_those_of_the_posts_of_its_speakers_that_day() -> None:
    an = official("Nguyễn Văn An", CHAIR, body="UBND tỉnh Phú Thọ")
    binh = official("Trần Văn Bình", "Bí thư Tỉnh ủy", body="Tỉnh ủy Phú Thọ", status="former")
    article = stored("a", said("Nguyễn Văn An, Trần Văn Bình", "các sở rà soát lại"), officials=(an, binh))
    (document,) = index_statements(article, speeches(article))
    assert document.keywords["organisation"] == ("UBND tỉnh Phú Thọ",)


@pytest.mark.parametrize("printed", ["Sở Y tế", "Sở Y tế tỉnh Phú Thọ", "sở y tế Phú Thọ", "SỞ Y TẾ PHÚ THỌ"])
def test_a_body_that_speaks_is_one_value_however_it_is_printed(printed: str) -> None:
    article = stored("a", said(printed, "số ca giảm", "report", speaker_kind="organisation"))
    (speech,) = speeches(article)
    assert speech.organisations == ("Sở Y tế tỉnh Phú Thọ",)
    assert [speaker.value for speaker in speech.speakers] == [printed]


def test_whoever_is_no_body_has_none() -> None:
    crowd = said("ngành chức năng", "số ca giảm", "report", speaker_kind="organisation")
    article = stored("a", crowd, said("người dân", "đường hỏng", speaker_kind="anonymous"))
    assert [speech.organisations for speech in speeches(article)] == [(), ()]


def test_an_article_has_the_bodies_of_its_officials_and_those_that_speak() -> None:
    an = official("Nguyễn Văn An", CHAIR, body="UBND tỉnh Phú Thọ")
    binh = official("Trần Văn Bình", "Bí thư Tỉnh ủy", body="Tỉnh ủy Phú Thọ", status="former")
    article = stored("a", said("Sở Y tế", "số ca giảm", speaker_kind="organisation"), officials=(an, binh))
    document = index_document(article, speeches(article))
    assert document.keywords["organisation"] == (
        "UBND tỉnh Phú Thọ",
        "Tỉnh ủy Phú Thọ",
        "Sở Y tế tỉnh Phú Thọ",
    )
