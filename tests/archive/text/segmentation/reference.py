"""pyvi itself, and texts to compare with it."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from archive.text.normalization import normalize

SEEDS = sorted((Path(__file__).parents[4] / "seeds").glob("*.txt"))

PARAGRAPHS = [
    *(line for path in SEEDS for line in normalize(path.read_text("utf-8")).split("\n")),
    "THỦ TƯỚNG CHÍNH PHỦ LÀM VIỆC VỚI BAN THƯỜNG VỤ TỈNH ỦY",
    "Ông Trần Văn Bé (SN 1970, ngụ xã Tân Lợi) nói: “Bà con phấn khởi lắm!”...",
    "TP.HCM, Tp. Vinh, ThS. Hà, Mr. Lee -> GS.TS. Nam ==> T.Ư >> KH&ĐT",
    "Ngày 20/11/2019, giá 1.600.000 đồng/kg, tăng 3,5%; lúc 7 giờ 30 - 9h; 12_34; 5. Kết luận",
    "Thư về toasoan.bao-tinh@vi-du.com.vn hoặc https://vi.du/tin_tuc?a=1#b.\nĐiện thoại: 0123.456.789",
    "công  nghệ\tthông\u00a0tin\nvà truyền thông",
    "Κώστας nói chuyện với Ñandú và 中国 ở ﬁnale Ⅳ x² ½ 🎉🇻🇳 nghe\u200bnói İstanbul ẞ",
]

_parts = st.one_of(
    st.sampled_from([piece for paragraph in PARAGRAPHS for piece in paragraph.split(" ")]),
    st.sampled_from(
        [".", "...", "-", "->", ">>", "==>", "_", "\n", "\0", "@", "://", "1,5", "…", "”", "\u00a0"]
    ),
    st.text(max_size=6),
)
texts = (
    st.lists(st.tuples(_parts, st.sampled_from(["", " ", " ", " ", "  "])), max_size=30)
    .map(lambda parts: normalize("".join(text + blank for text, blank in parts)))
    # pyvi cannot label what is no Unicode.
    .filter(lambda text: text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text))
)
"""Real pieces glued and parted at random, among any characters there are."""


def pyvi() -> Any:
    """pyvi's tokenizer."""
    with warnings.catch_warnings():
        # pyvi 0.1.1 has invalid escapes in its patterns: Python says so when it first compiles them.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", SyntaxWarning)
        from pyvi.ViTokenizer import ViTokenizer
    return ViTokenizer


def pyvi_pieces(text: str) -> list[str]:
    return list(pyvi().sylabelize(text)[1])


def pyvi_labels(text: str) -> list[bool]:
    pieces = pyvi_pieces(text)
    if not pieces:
        return []
    (found,) = pyvi().model.predict([pyvi().sent2features(pieces, False)])
    return [label == "I_W" for label in found]


def pyvi_words(text: str) -> tuple[tuple[int, int], ...]:
    """The words pyvi's answer joins, walked by the lengths of its pieces, as places in the text."""
    pieces, answer = pyvi_pieces(text), pyvi().tokenize(text)
    found: list[list[int]] = []
    answered = end = 0
    for number, piece in enumerate(pieces):
        start = text.index(piece, end)
        end = start + len(piece)
        without_stop = end - 1 if len(piece) > 1 and piece.endswith(".") else end
        # pyvi keeps ASCII punctuation apart, but not “ ” – …
        is_joined = number > 0 and answer[answered - 1] == "_"
        if is_joined and all(any(map(str.isalnum, near)) for near in pieces[number - 1 : number + 1]):
            found[-1][1:] = [without_stop, found[-1][2] + 1]
        else:
            found.append([start, without_stop, 1])
        answered += len(piece) + 1
    return tuple((start, end) for start, end, pieces_joined in found if pieces_joined > 1)
