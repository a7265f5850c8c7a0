"""What a statement is called within its article."""

from __future__ import annotations

from archive.knowledge.anchors import anchors
from archive.models import Article, Source, Span, Statement

SENTENCES = ("Ông An yêu cầu các sở khẩn trương.", "Bà Bình đề nghị làm rõ, đồng thời cảm ơn nhân dân.")


def article(*paragraphs: str) -> Article:
    return Article("a", Source("Báo thử"), None, "Đề", None, None, None, None, None, None, (), (), paragraphs)


def statement(body: str, content: str) -> Statement:
    start = body.index(content)
    return Statement(
        speaker="An",
        speakers=("An",),
        speaker_kind="person",
        post=None,
        act="demand",
        kind="reported",
        attribution="name",
        cue="yêu cầu",
        content=content,
        span=Span("body", start, start + len(content)),
        continues=None,
        confidence=0.9,
        rule="reported",
    )


def anchors_of(one: Article, *contents: str) -> tuple[str, ...]:
    return anchors(one, [statement(one.body, content) for content in contents])


def test_statements_of_one_sentence_are_numbered() -> None:
    first, second = anchors_of(article(" ".join(SENTENCES)), "làm rõ", "cảm ơn nhân dân")
    assert first.rsplit("-")[0] == second.rsplit("-")[0]
    assert (first[-2:], second[-2:]) == ("-1", "-2")


def test_a_sentence_moved_to_another_place_keeps_its_anchor() -> None:
    before = anchors_of(article(" ".join(SENTENCES)), "làm rõ")
    after = anchors_of(article("Tin mới.", SENTENCES[1], SENTENCES[0]), "làm rõ")
    assert before == after


def test_spelling_that_keys_ignore_changes_no_anchor() -> None:
    before = anchors_of(article("Ông An yêu cầu quản lý tốt hòa giải."), "quản lý tốt")
    after = anchors_of(article("Ông An yêu cầu quản lý tốt hoà giải!"), "quản lý tốt")
    assert before == after


def test_the_same_sentence_twice_gives_two_anchors() -> None:
    one = article(SENTENCES[0], SENTENCES[0])
    body = one.body
    first = statement(body, "các sở khẩn trương")
    offset = len(SENTENCES[0]) + 2
    second = Statement(
        **{name: getattr(first, name) for name in Statement.__slots__}
        | {"span": Span("body", first.span.start + offset, first.span.end + offset)}
    )
    found = anchors(one, [first, second])
    assert len(set(found)) == 2
