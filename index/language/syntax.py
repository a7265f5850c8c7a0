"""The one table of the query language: the parser reads its signs here, the help page its rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from archive.text.syllables import fold, is_marked, key
from index.fields import COLLECTIONS, Field, FieldTable

EXCLUDE = "-"
EXACT = "="
STAR = "*"
TILDE = "~"
RANGE = ".."
OPEN = "("
CLOSE = ")"
COLON = ":"
OR_WORDS = ("OR", "HOẶC")
UNKNOWN_WORDS = ("unknown", "không-rõ")
AT_LEAST_WORDS = ("atleast", "ít-nhất")

QUOTES = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "″": "″",
    "”": "”",
}
"""Quotation mark -> the marks that properly close it; where none of them follows, any of the keys will do."""

STRAY_QUOTES = "”»"
"""Marks that usually close: they open only before a word, and without a partner they are punctuation."""

SINGLE_QUOTES = ("‘", "’")
"""A pair only where it encloses whole words; elsewhere `’` is an apostrophe."""

HYPHENS = "-‐‑_"


class Operator(NamedTuple):
    """One row: what can be typed and what it means.

    Attributes:
        name: stable name of the row.
        sign: what sets it apart, as typed.
        examples: queries that show it; every one can be read by the parser.
        vi, en: the meaning, for the help page.
    """

    name: str
    sign: str
    examples: tuple[str, ...]
    vi: str
    en: str


SYNTAX = (
    Operator(
        "words",
        "",
        ("chuyển đổi số", "chuyen doi so"),
        "Mọi từ đều phải có, thứ tự tùy ý. Gõ không dấu thì khớp mọi cách viết có dấu; chỉ cần một từ có dấu "
        "thì mọi từ phải đúng dấu.",
        "Every word, in any order. Without marks every accented spelling matches; one marked word makes all "
        "exact.",
    ),
    Operator(
        "phrase",
        '"…"',
        ('"hạ tầng đi trước một bước"', "“đột phá” «nhân lực»"),
        "Đúng cụm từ; dùng dấu ngoặc kép nào cũng được. Một từ có dấu câu bên trong (1.600, T.Ư) cũng là "
        "cụm từ.",
        "The exact phrase, in any quotation marks. A word with punctuation inside (1.600, T.Ư) is a phrase "
        "too.",
    ),
    Operator(
        "number",
        "",
        ("1600", '"hơn 1600 tỷ đồng"'),
        "Số có từ bốn chữ số trở lên cũng khớp với cách viết chia nhóm ba chữ số: 1.600, 1 600.",
        "A number of four or more digits also matches its digits grouped in threes: 1.600, 1 600.",
    ),
    Operator(
        "punctuation",
        "",
        ("Doanh thu đạt 1.600 tỷ đồng (tăng 5%).", "“Chúng tôi sẽ làm ngay."),
        "Mọi dấu khác chỉ là dấu câu: dán nguyên một câu vào cũng được. Trong câu dán vào (kết thúc bằng . ! ? …), "
        "dấu ngoặc lẻ cũng là dấu câu.",
        "Every other mark is punctuation: any sentence can be pasted. In a pasted sentence, one that ends with "
        ". ! ? or …, quotation marks and parentheses without a partner are punctuation too.",
    ),
    Operator(
        "exclude",
        EXCLUDE,
        ('chuyển đổi số -"an ninh"', "hạ tầng -title:bão"),
        "Không có từ này. Dấu trừ viết liền trước từ, sau dấu cách.",
        "Without this word. The minus stands directly before the word and after a space.",
    ),
    Operator(
        "or",
        "OR",
        ("hạ tầng OR nhân lực", "hạ tầng HOẶC nhân lực"),
        "Một trong hai vế; viết hoa. Các từ đứng cạnh nhau gắn với nhau trước.",
        "Either side; in capitals. Words side by side belong together first.",
    ),
    Operator(
        "group",
        "( )",
        ("(hạ tầng OR nhân lực) đột phá", "-(bão lũ)"),
        "Gom các điều kiện.",
        "Keeps conditions together.",
    ),
    Operator(
        "exact",
        EXACT,
        ("=ma", '="ha noi"', "=hòa binh"),
        "Đúng dấu như đã gõ, chỉ cho từ hay cụm từ này.",
        "Marks exactly as typed, for this word or phrase alone.",
    ),
    Operator(
        "prefix",
        STAR,
        ("chuyển*", "nghiê*"),
        "Mọi tiếng bắt đầu như vậy.",
        "Every syllable that begins so.",
    ),
    Operator(
        "wildcard",
        STAR,
        ("a*b", "ngh*n"),
        "Dấu sao trong một tiếng thay cho mọi chữ cái. Dấu sao đầu tiếng chỉ là dấu câu.",
        "A star inside a syllable stands for any letters. A star at its beginning is punctuation.",
    ),
    Operator(
        "fuzzy",
        TILDE,
        ("từ~", "nghien~"),
        "Mọi tiếng khác nhiều nhất một chữ cái hoặc một dấu thanh.",
        "Every syllable at most one letter or tone away.",
    ),
    Operator(
        "near",
        '"…"~5',
        ('"hạ tầng nhân lực"~5',),
        "Các từ gần nhau, thứ tự tùy ý, cách nhau nhiều nhất chừng ấy tiếng.",
        "The words close together in any order, with at most so many syllables between.",
    ),
    Operator(
        "sentence",
        "sentence:",
        ("sentence:(đột phá nhân lực)", 'câu:("chuyển đổi số" hạ tầng)', "title:sentence:(đột phá)"),
        "Mọi từ trong cùng một câu.",
        "All within one sentence.",
    ),
    Operator(
        "at least",
        "atleast-2:",
        ("atleast-2:(hạ tầng nhân lực thể chế)", 'ít-nhất-2:("hạ tầng" "nhân lực" "thể chế")'),
        "Ít nhất chừng ấy điều kiện trong ngoặc.",
        "At least so many of the conditions in the parentheses.",
    ),
    Operator(
        "field",
        "field:",
        (
            "title:số",
            'tiêu-đề:"chuyển đổi số"',
            "tieu-de:(hạ tầng OR nhân lực)",
            'province:"Phú Thọ"',
            "tỉnh:unknown",
            'cán-bộ:"Hoàng Thị Thúy Lan"',
            'chức-vụ:"Bí thư Tỉnh ủy"',
            "-nguồn:không-rõ",
        ),
        "Chỉ tìm trong một trường, viết liền sau dấu hai chấm. Tên trường bằng tiếng Việt hoặc tiếng Anh, có "
        "dấu hoặc không. unknown hoặc không-rõ: bài không có giá trị.",
        "In one field only, no space after the colon. Names in Vietnamese or English, with or without marks. "
        "unknown or không-rõ: articles that have none.",
    ),
    Operator(
        "organisation",
        "organisation:",
        ('cơ-quan:"UBND tỉnh Phú Thọ"', 'cơ-quan:"Sở Thông tin và Truyền thông"', 'cơ-quan:"Sở GTVT Hà Nội"'),
        "Mọi cơ quan có tên bắt đầu như vậy, viết tắt hay viết đủ; không ghi tỉnh thì lấy mọi tỉnh.",
        "Every body whose name begins so, abbreviated or in full; without a province, those of every province.",
    ),
    Operator(
        "lineage",
        "lineage:",
        ('dòng-cơ-quan:"Sở Thông tin và Truyền thông Phú Thọ"', 'lineage:"Bộ Kế hoạch và Đầu tư"'),
        "Cơ quan này cùng các cơ quan đã nhập thành nó và nó đã nhập vào, ở cùng địa bàn.",
        "The body with those it was made of and those it went into, in the same area.",
    ),
    Operator(
        "date",
        "date:",
        (
            "date:2020",
            "date:2020-03",
            "date:2020-03-19",
            "date:2020-03..2021-06",
            "published:..2020",
            "event:2019..",
            "ngày:19/3/2020",
            "ngày:3/2020",
            "date:unknown",
        ),
        "Năm, tháng, ngày hoặc khoảng thời gian; hai chấm để ngỏ một đầu.",
        "A year, month, day or range; a range may be open at one end.",
    ),
)


@lru_cache(maxsize=4096)
def field_named(name: str, fields: FieldTable) -> Field | None:
    """The field of a collection a typed name stands for, or None.

    English or Vietnamese names, in any case, with all marks or none, with any hyphen or none.
    """
    return _by_typed_name(fields).get(plain_name(name))


def is_elsewhere(name: str, fields: FieldTable) -> bool:
    """Whether a typed name is no field of this collection, but one of another."""
    others = [table for table in COLLECTIONS.values() if table is not fields]
    return field_named(name, fields) is None and any(field_named(name, other) for other in others)


def is_unknown(value: str) -> bool:
    """Whether a typed value asks for documents without one."""
    return plain_name(value.replace(" ", "-")) in _UNKNOWN_NAMES


def plain_name(name: str) -> str:
    """A typed name as names are compared: the keys of its parts, joined without hyphens."""
    for hyphen in HYPHENS[1:]:
        name = name.replace(hyphen, HYPHENS[0])
    return "".join(key(part) for part in name.split(HYPHENS[0]))


def _spellings(name: str) -> tuple[str, ...]:
    bare = "".join(fold(key(part)) for part in name.split(HYPHENS[0]))
    return (plain_name(name), bare) if is_marked(name) else (plain_name(name),)


@cache
def _by_typed_name(fields: FieldTable) -> Mapping[str, Field]:
    return {
        spelling: field
        for field in fields.fields
        for name in (field.name, *field.aliases)
        for spelling in _spellings(name)
    }


_UNKNOWN_NAMES = frozenset(spelling for word in UNKNOWN_WORDS for spelling in _spellings(word))
AT_LEAST_NAMES = frozenset(spelling for word in AT_LEAST_WORDS for spelling in _spellings(word))
"""Accepted spellings of `atleast`, as `plain_name` gives them."""
