"""Articles, statements and officials as the rules would give them, for the tests of the scorer."""

from __future__ import annotations

from typing import Any

from archive.models import PARAGRAPH_BREAK, Article, DatedValue, Official, Post, Source, Span, Statement

PARAGRAPHS = (
    "Ngày 5/6, ông Lê Văn Sóng, Giám đốc Sở Y tế tỉnh Cửa Ròn kiểm tra trạm y tế xã Đồi Mây. "
    "Ông Sóng yêu cầu trạm bố trí đủ thuốc, trực cấp cứu 24/24 giờ. Trạm cần sửa lại phòng tiêm.",
    "“Chúng tôi thiếu một bác sĩ”, bà Trần Thị Khói nói. Theo Sở Y tế, toàn tỉnh còn thiếu 40 bác sĩ.",
)
BODY = PARAGRAPH_BREAK.join(PARAGRAPHS)
DEMAND = "trạm bố trí đủ thuốc, trực cấp cứu 24/24 giờ"
CONTINUED = "Trạm cần sửa lại phòng tiêm."
QUOTED = "“Chúng tôi thiếu một bác sĩ”"
REPORTED = "toàn tỉnh còn thiếu 40 bác sĩ"


def article(**given: Any) -> Article:
    """The article of these tests."""
    values: dict[str, Any] = {
        "id": "a",
        "source": Source("Báo thử"),
        "url": None,
        "title": None,
        "title_inferred": None,
        "published": None,
        "event": None,
        "sort_date": None,
        "byline": None,
        "category": None,
        "credits": (),
        "captions": (),
        "paragraphs": PARAGRAPHS,
    }
    return Article(**values | given)


def dated(value: str) -> DatedValue:
    """A date read from a header."""
    return DatedValue(value, "day", "header", value)


def statement(content: str, speaker: str = "Lê Văn Sóng", **given: Any) -> Statement:
    """A statement found at its words in the body."""
    start = BODY.index(content)
    values: dict[str, Any] = {
        "speaker": speaker,
        "speakers": (speaker,),
        "speaker_kind": "person",
        "post": None,
        "act": "demand",
        "kind": "reported",
        "attribution": "name",
        "cue": "yêu cầu",
        "content": content,
        "span": Span("body", start, start + len(content)),
        "continues": None,
        "confidence": 0.9,
        "rule": "cued",
    }
    return Statement(**values | given)


def post(canonical: str, organisation: str | None = None, surface: str = "", **given: Any) -> Post:
    """A post found."""
    values: dict[str, Any] = {"unit": None, "status": "current", "span": Span("body", 0, 1)}
    return Post(surface or canonical, canonical, organisation, **values | given)


def official(name: str, *posts: Post, **given: Any) -> Official:
    """An official found."""
    values: dict[str, Any] = {"unit": None, "status": "current", "mentions": ()}
    return Official(name=name, posts=posts, **values | given)
