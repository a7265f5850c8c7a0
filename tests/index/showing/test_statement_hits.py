"""Statements as they are shown: as far as rights go, with the words that were found."""

from __future__ import annotations

from archive.models import Rights
from index.indexing.statements import speeches
from index.language.parser import parse
from index.showing.rights import EXTRACT_CHARACTERS
from index.showing.statement_hits import StatementHit, statement_hit
from tests.index.stored import CHAIR, official, said, stored

LONG = "các sở rà soát lại quy trình " * 30


def hit(rights: Rights, query: str = "", content: str = "các sở rà soát lại") -> StatementHit:
    article = stored(
        "a",
        said("Nguyễn Văn An", content, post=CHAIR),
        said("Nguyễn Văn An", "Phải rà soát xong trước tháng Sáu.", after=0),
        officials=(official("Nguyễn Văn An", CHAIR),),
        rights=rights,
    )
    (speech,) = speeches(article)
    return statement_hit(article, speech, parse(query) if query else None)


def test_words_are_marked_in_every_part() -> None:
    found = [
        [part.content[start:end] for start, end in part.marks]
        for part in hit("full", '"rà soát" tháng').parts
        if part.content
    ]
    assert found == [["rà soát"], ["rà soát", "tháng"]]


def test_it_says_who_in_what_post_and_where_it_stands() -> None:
    shown = hit("full")
    assert (shown.speaker, shown.speakers[0].person, shown.post) == ("Nguyễn Văn An", "p1", CHAIR)
    assert shown.stored.article.body[shown.head.start : shown.head.end] == shown.head.content
    assert shown.permalink == f"sa-{shown.head.anchor}"


def test_of_an_extract_the_parts_share_the_words_that_may_be_shown() -> None:
    short, long = hit("extract"), hit("extract", content=LONG)
    assert [part.content for part in short.parts] == [part.content for part in hit("full").parts]
    assert long.head.content is not None
    assert len(long.head.content) <= EXTRACT_CHARACTERS + 2
    assert long.continuations[0].content is None


def test_of_a_closed_source_the_facts_are_left_and_not_a_word() -> None:
    shown = hit("closed", "rà soát")
    assert [(part.content, part.cue, part.marks) for part in shown.parts] == [(None, None, ())] * 2
    assert (shown.speaker, shown.post, shown.head.act) == ("Nguyễn Văn An", CHAIR, "demand")
    assert shown.stored.article.body == ""
