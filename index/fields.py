"""The tables of fields, one a collection: parser, backends, facets and the help page derive from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

SCHEMA_VERSION = 5
"""Stamped into every index; another number means: rebuild from the store."""

Kind = Literal["text", "keyword", "date", "scope", "lineage"]


class Field(NamedTuple):
    """One field of a collection.

    Attributes:
        name: English name, as typed before a colon and as used in results.
        kind: `text` (syllables with positions), `keyword` (whole values), `date` (periods), `scope` (not stored:
            changes how its argument is read, as `sentence:` does), `lineage` (not stored: values of the field `of`,
            asked for by all names that what bears one of them had).
        aliases: Vietnamese names, accepted without marks too.
        facet: whether counts of it may be asked for.
        boost: weight of a text field in ranking.
        help: Vietnamese label of the field.
        of: the keyword field that a field of kind `lineage` asks for.
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    facet: bool = False
    boost: float = 1.0
    help: str = ""
    of: str = ""


class FieldTable:
    """The fields of one collection.

    Attributes:
        name: name of the collection.
        fields: all of them, in the order in which they are shown.
        by_name: the same, by name.
        text, keyword, date: names of the fields of each kind.
        facets: names of those that can be counted.
    """

    def __init__(self, name: str, *fields: Field) -> None:
        self.name = name
        self.fields = fields
        self.by_name: Mapping[str, Field] = MappingProxyType({field.name: field for field in fields})
        self.text = self._of_kind("text")
        self.keyword = self._of_kind("keyword")
        self.date = self._of_kind("date")
        self.facets = tuple(field.name for field in fields if field.facet)

    def _of_kind(self, kind: Kind) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields if field.kind == kind)


_WHERE = (
    Field("province", "keyword", ("tỉnh",), facet=True, help="tỉnh, thành phố tại thời điểm bài viết"),
    Field("current", "keyword", ("địa-bàn",), facet=True, help="địa bàn hiện nay (34 tỉnh, thành phố)"),
)
_WHEN = (
    Field("year", "keyword", (), facet=True, help="năm"),
    Field("month", "keyword", (), facet=True, help="tháng"),
    Field("day", "keyword", (), facet=True, help="ngày"),
)
_SOURCE = Field("source", "keyword", ("nguồn", "báo"), facet=True, help="nguồn")
_SPEAKER = Field("speaker", "keyword", ("người-nói",), facet=True, help="người phát ngôn")
_ACT = Field("act", "keyword", ("loại",), facet=True, help="loại phát ngôn")
_BODY = ("cơ-quan", "organization")
_LINEAGE = Field(
    "lineage",
    "lineage",
    ("dòng-cơ-quan",),
    help="cơ quan, dưới mọi tên trước và sau khi đổi tên, sáp nhập",
    of="organisation",
)
_PRINTED = Field(
    "printed", "text", ("bản-in",), boost=0.1, help="câu chữ như đã in, ở những đoạn có chỗ được sửa"
)
_SENTENCE = Field("sentence", "scope", ("câu",), help="mọi điều kiện trong cùng một câu")

ARTICLES = FieldTable(
    "articles",
    Field("title", "text", ("tiêu-đề",), boost=2.0, help="tiêu đề"),
    Field("body", "text", (), help="thân bài"),
    Field("caption", "text", ("chú-thích",), boost=0.5, help="chú thích ảnh"),
    _PRINTED,
    *_WHERE,
    Field("official", "keyword", ("cán-bộ", "người"), facet=True, help="cán bộ"),
    Field("post", "keyword", ("chức-vụ", "chức"), facet=True, help="chức vụ"),
    Field(
        "organisation",
        "keyword",
        _BODY,
        facet=True,
        help="cơ quan của cán bộ, hoặc cơ quan phát ngôn trong bài",
    ),
    _LINEAGE,
    _SOURCE,
    Field("author", "keyword", ("tác-giả",), facet=True, help="tác giả"),
    *_WHEN,
    Field("date", "date", ("ngày",), help="ngày của bài (ngày đăng, nếu không có thì ngày diễn ra)"),
    Field("published", "date", ("đăng",), help="ngày đăng"),
    Field("event", "date", ("diễn-ra",), help="ngày diễn ra sự việc"),
    _SPEAKER,
    _ACT,
    _SENTENCE,
)
"""One document an article."""

STATEMENTS = FieldTable(
    "statements",
    Field("content", "text", ("nội-dung",), help="nội dung phát ngôn"),
    _PRINTED,
    _SPEAKER,
    Field("post", "keyword", ("chức-vụ", "chức"), facet=True, help="chức vụ của người nói vào ngày ấy"),
    Field("organisation", "keyword", _BODY, facet=True, help="cơ quan phát ngôn, hoặc cơ quan của người nói"),
    _LINEAGE,
    _ACT,
    Field("kind", "keyword", ("hình-thức",), facet=True, help="nguyên văn hay thuật lại"),
    Field("attribution", "keyword", ("cách-nêu",), facet=True, help="người nói được nêu bằng gì"),
    Field("cue", "keyword", ("từ-dẫn",), facet=True, help="từ dẫn lời, như đã in"),
    *_WHERE,
    _SOURCE,
    Field("article", "keyword", ("bài-viết",), help="mã bài viết"),
    *_WHEN,
    Field("date", "date", ("ngày",), help="ngày phát ngôn (ngày diễn ra, nếu không rõ thì ngày của bài)"),
    _SENTENCE,
)
"""One document a statement, what continues it inside."""

COLLECTIONS: Mapping[str, FieldTable] = MappingProxyType(
    {table.name: table for table in (ARTICLES, STATEMENTS)}
)
"""Every collection by its name."""
