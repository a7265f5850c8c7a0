"""Whether words are speech where they stand."""

from __future__ import annotations

from typing import Any

import pytest

from archive.models import Article, Source, Span, Statement
from index.checking.speech import Speaking, Spoken

PARAGRAPHS = (
    "Sáng 6/5, ông Lê Văn Tám kiểm tra đê Hòa Tâm. Ông yêu cầu huyện đắp xong đê trước ngày 15/8, "
    "coi đây là “mệnh lệnh của lòng dân” trong năm nay.",
    "“Chúng tôi sẽ ở lại cùng bà con cho đến khi nước rút”, ông Tám nói.",
    "Xã có ba thôn nằm ngoài đê.",
)


def article(*paragraphs: str) -> Article:
    return Article(
        id="a",
        source=Source("Báo Mẫu"),
        url=None,
        title=None,
        title_inferred=None,
        published=None,
        event=None,
        sort_date=None,
        byline=None,
        category=None,
        credits=(),
        captions=(),
        paragraphs=paragraphs,
    )


def statement(body: str, content: str, kind: Any, continues: int | None = None) -> Statement:
    start = body.index(content)
    return Statement(
        speaker="Lê Văn Tám",
        speakers=("Lê Văn Tám",),
        speaker_kind="person",
        post=None,
        act="demand",
        kind=kind,
        attribution="name",
        cue="yêu cầu",
        content=content,
        span=Span("body", start, start + len(content)),
        continues=continues,
        confidence=0.9,
        rule="made by hand",
    )


ARTICLE = article(*PARAGRAPHS)
STATEMENTS = (
    statement(ARTICLE.body, PARAGRAPHS[0][PARAGRAPHS[0].index("huyện đắp") : -1], "mixed"),
    statement(ARTICLE.body, "“Chúng tôi sẽ ở lại cùng bà con cho đến khi nước rút”", "direct"),
)


def spoken(words: str, statements: tuple[Statement, ...] = STATEMENTS, of: Article = ARTICLE) -> Spoken:
    start = of.body.index(words)
    return Speaking(of, statements).of(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "speech", "place"),
    [
        ("Chúng tôi sẽ ở lại cùng bà con", "direct", 1),
        ("huyện đắp xong đê trước ngày 15/8", "reported", 0),
        ("mệnh lệnh của lòng dân", "direct", 0),
        ("coi đây là “mệnh lệnh của lòng dân” trong năm nay", "mixed", 0),
        ("Xã có ba thôn nằm ngoài đê.", "own", None),
    ],
)
def test_words_are_what_the_statement_around_them_is(words: str, speech: str, place: int | None) -> None:
    assert spoken(words)[:2] == (speech, place)


def test_a_sentence_half_of_which_is_quoted_is_mixed_and_a_quote() -> None:
    found = spoken("“Chúng tôi sẽ ở lại cùng bà con cho đến khi nước rút”, ông Tám nói.")
    assert (found.speech, found.is_quote) == ("mixed", True)


def test_a_few_quoted_words_make_no_quote_of_a_sentence() -> None:
    assert not spoken(
        "yêu cầu huyện đắp xong đê trước ngày 15/8, coi đây là “mệnh lệnh của lòng dân”"
    ).is_quote


def test_speech_between_marks_is_direct_even_if_nobody_is_known_to_say_it() -> None:
    assert spoken("Chúng tôi sẽ ở lại cùng bà con", ()) == Spoken("direct", None, is_quote=True)


def test_what_goes_on_after_an_answer_in_an_interview_is_direct_too() -> None:
    interview = article("Ông Lê Văn Tám: Đê phải xong trước lũ.", "Huyện đã đủ tiền và người.")
    answer = statement(interview.body, "Đê phải xong trước lũ.", "direct")
    more = statement(interview.body, "Huyện đã đủ tiền và người.", "continuation", continues=0)
    assert spoken("Huyện đã đủ tiền và người.", (answer, more), interview).speech == "direct"


def test_what_goes_on_after_a_quote_is_the_papers_account() -> None:
    after = statement(ARTICLE.body, "Xã có ba thôn nằm ngoài đê.", "continuation", continues=1)
    assert spoken("Xã có ba thôn nằm ngoài đê.", (*STATEMENTS, after)).speech == "reported"


@pytest.mark.parametrize(
    "words", ["bốn tại chỗ, ba sẵn sàng", "mưa chưa tới đê đã xong", "mệnh lệnh của lòng dân"]
)
def test_quoted_terms_and_mottos_in_an_account_are_no_speech(words: str) -> None:
    told = article(
        f"Ông Lê Văn Tám yêu cầu huyện đắp đê theo phương châm “{words}”, xong trước lũ.",
        f"Bên cạnh đó, cần coi đê là “{words}” và giao cho từng xã.",
    )
    first = statement(told.body, told.paragraphs[0][told.body.index("huyện") : -1], "reported")
    more = statement(told.body, told.paragraphs[1], "continuation", continues=0)
    for start in (told.body.index(words), told.body.rindex(words)):
        assert Speaking(told, (first, more)).of(start, start + len(words)).speech == "reported"


def test_a_motto_in_a_statement_that_quotes_is_no_speech() -> None:
    told = article("Ông Lê Văn Tám cho rằng đê “rất chậm”, làm theo phương châm “bốn tại chỗ, ba sẵn sàng”.")
    mixed = statement(told.body, told.body[told.body.index("đê “") : -1], "mixed")
    assert spoken("rất chậm", (mixed,), told).speech == "direct"
    assert spoken("bốn tại chỗ, ba sẵn sàng", (mixed,), told).speech == "reported"
