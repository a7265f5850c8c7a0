"""Strategies of query texts: every construct of the language, combined at random."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "chuyển",
        "đổi",
        "số",
        "doi",
        "so",
        "hoà",
        "quý",
        "thuỷ",
        "Đảng",
        "đang",
        "ma",
        "giữa",
        "người",
        "café",
        "Köln",
    ]
    + ["x", "1600", "12345678", "27-9", "1.600", "T.Ư", "R'Com", "TT-TT", "OR", "HOẶC"]
)
SIGNED_WORDS = st.builds(
    lambda word, sign: word + sign,
    st.sampled_from(["chuyển", "hoa", "tuyê", "giá", "16"]),
    st.sampled_from("*~"),
)
WILDCARDS = st.sampled_from(["ng*n", "ch*ển", "h*ò*a*", "qu*á", "d*n", "chuyển*đổi", "chuyển*đôi"])
PHRASES = st.builds(
    lambda words, quotes, end: quotes[0] + " ".join(words) + quotes[1] + end,
    st.lists(WORDS, min_size=1, max_size=4),
    st.sampled_from(["“”", '""', "«»", "„“"]),
    st.sampled_from(["", "", "~0", "~5"]),
)
SIMPLE_PHRASES = PHRASES.map(lambda text: text.partition("~")[0])
MAYBE_EXACT = st.sampled_from(["", "", "", "="])
TEXT_FIELDS = st.sampled_from(["", "", "", "title:", "thân-bài:", "chú-thích:", "body:"])
VALUES = st.sampled_from(
    [
        'province:"Phú Thọ"',
        "tỉnh:unknown",
        "nguồn:baovinhphuc.com.vn",
        'cơ-quan:"Sở TT&TT Phú Thọ"',
        'lineage:"Sở Tài chính"',
        "cán-bộ:“Nguyễn Văn A, B”",
        "date:2020",
        "ngày:1/3/2020..4/2020",
        "published:..2020",
        "event:2019-02-28..",
        "date:không-rõ",
    ]
)


def _join(parts: list[str]) -> str:
    return " ".join(parts)


SENTENCES = st.builds(
    lambda field, parts: f"{field}sentence:({_join(parts)})",
    st.sampled_from(["", "title:"]),
    st.lists(st.one_of(WORDS, SIGNED_WORDS, SIMPLE_PHRASES), min_size=1, max_size=3),
)
WORDY = st.builds(
    lambda exact, text: exact + text, MAYBE_EXACT, st.one_of(WORDS, WORDS, SIGNED_WORDS, WILDCARDS, PHRASES)
)
SCOPES = st.builds(
    lambda field, parts, separator: f"{field}({separator.join(parts)})",
    st.sampled_from(["title:", "body:", "caption:"]),
    st.lists(WORDY, min_size=1, max_size=3),
    st.sampled_from([" ", " OR "]),
)
CONDITIONS = st.one_of(
    st.builds(lambda field, text: field + text, TEXT_FIELDS, WORDY), VALUES, SENTENCES, SCOPES
)


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=2, max_size=4)
    return st.one_of(
        several.map(" ".join),
        several.map(" OR ".join),
        several.map(lambda parts: f"({' '.join(parts)})"),
        several.map(lambda parts: f"({' HOẶC '.join(parts)})"),
        several.map(lambda parts: f"atleast-1:({' '.join(parts)})"),
        inner.map(lambda text: f"-({text})"),
        inner.map(lambda text: "-" + text),
    )


QUERY_TEXTS = st.recursive(CONDITIONS, _combined, max_leaves=8)
"""Texts that are nearly always queries; a few ask for what cannot be."""
