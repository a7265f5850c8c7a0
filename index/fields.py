"""The one table of fields: parser, backends, facets and the help page derive from it."""

from __future__ import annotations

from typing import Literal, NamedTuple

SCHEMA_VERSION = 2
"""Stamped into every index; another number means: rebuild from the store."""

Kind = Literal["text", "keyword", "date", "scope"]


class Field(NamedTuple):
    """One field of a collection.

    Attributes:
        name: English name, as typed before a colon and as used in results.
        kind: `text` (syllables with positions), `keyword` (whole values), `date` (periods), `scope` (not stored:
            changes how its argument is read, as `sentence:` does).
        aliases: Vietnamese names, accepted without marks too.
        facet: whether counts of it may be asked for.
        boost: weight of a text field in ranking.
        help: Vietnamese label of the field.
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    facet: bool = False
    boost: float = 1.0
    help: str = ""


ARTICLE_FIELDS = (
    Field("title", "text", ("tiêu-đề",), boost=1.5, help="tiêu đề"),
    Field("body", "text", (), help="thân bài"),
    Field("caption", "text", ("chú-thích",), boost=0.5, help="chú thích ảnh"),
    Field("printed", "text", ("bản-in",), boost=0.1, help="câu chữ như đã in, ở những đoạn có chỗ được sửa"),
    Field("province", "keyword", ("tỉnh",), facet=True, help="tỉnh, thành phố tại thời điểm bài viết"),
    Field("current", "keyword", ("địa-bàn",), facet=True, help="địa bàn hiện nay (34 tỉnh, thành phố)"),
    Field("official", "keyword", ("cán-bộ", "người"), facet=True, help="cán bộ"),
    Field("post", "keyword", ("chức-vụ", "chức"), facet=True, help="chức vụ"),
    Field("source", "keyword", ("nguồn", "báo"), facet=True, help="nguồn"),
    Field("author", "keyword", ("tác-giả",), facet=True, help="tác giả"),
    Field("year", "keyword", (), facet=True, help="năm"),
    Field("month", "keyword", (), facet=True, help="tháng"),
    Field("day", "keyword", (), facet=True, help="ngày"),
    Field("date", "date", ("ngày",), help="ngày của bài (ngày đăng, nếu không có thì ngày diễn ra)"),
    Field("published", "date", ("đăng",), help="ngày đăng"),
    Field("event", "date", ("diễn-ra",), help="ngày diễn ra sự việc"),
    Field("speaker", "keyword", ("người-nói",), facet=True, help="người phát ngôn"),
    Field("act", "keyword", ("loại",), facet=True, help="loại phát ngôn"),
    Field("sentence", "scope", ("câu",), help="mọi điều kiện trong cùng một câu"),
)

FIELDS = {field.name: field for field in ARTICLE_FIELDS}
TEXT_FIELDS = tuple(field.name for field in ARTICLE_FIELDS if field.kind == "text")
KEYWORD_FIELDS = tuple(field.name for field in ARTICLE_FIELDS if field.kind == "keyword")
DATE_FIELDS = tuple(field.name for field in ARTICLE_FIELDS if field.kind == "date")
