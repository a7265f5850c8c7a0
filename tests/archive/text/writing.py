"""Texts written for these tests, in the manner of a provincial paper."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
VOWELS = "aăâeêioôơuưy"
SMALL_LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
"""The Vietnamese letters with a mark, and the plain vowels."""

MARKED_LETTERS = [
    letter for small in SMALL_LETTERS for letter in (small, small.upper()) if not letter.isascii()
]
"""The 134 letters with a mark, small and capital."""

VIETNAMESE = st.text(
    st.sampled_from([*MARKED_LETTERS, *"aeiouydghkmnAEIOUYDNT0123456789 .,;:?!'()\\@/+*^~`-\n"])
)

HEADLINE = "Hội nghị tổng kết công tác năm 2005"
ARTICLE = f"""{HEADLINE}

Sáng 19/3, tại thành phố Vĩnh Yên, Tỉnh ủy tổ chức hội nghị tổng kết công tác năm. Đồng chí Bí thư Tỉnh ủy chủ trì.
Phát biểu tại hội nghị, đồng chí đề nghị các cấp ủy, chính quyền tập trung tháo gỡ khó khăn cho người dân, đẩy nhanh
tiến độ xây dựng đường giao thông ở những xã còn nghèo. Năm qua, sản lượng lương thực đạt hơn 40 vạn tấn.
"""

SENTENCE = "Đồng chí đề nghị các cấp ủy tập trung tháo gỡ khó khăn cho người dân."

SYMBOLS = """5 µg/ml, 25 °C ± 0,5; § 12; © 2024; x² + y³ = ½; «Tin tức» ® ™; ¶ 1. ¹ 10 µm, 3 µg
µ ¶ ° © ® ± § ¹ ² ½ « »
30 m² 40 m² 50 m² 60 m³ 70 m³"""
