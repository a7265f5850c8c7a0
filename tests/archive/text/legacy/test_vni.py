"""VNI read as Latin-1."""

from __future__ import annotations

import pytest

from archive.text.legacy.vni import VNI, convert, restore
from tests.archive.text.writing import MARKED_LETTERS


def test_the_table_has_every_letter_once() -> None:
    assert sorted(VNI.values()) == sorted(MARKED_LETTERS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UÛy ban nhaân daân tænh Ñoàng Thaùp", "Ủy ban nhân dân tỉnh Đồng Tháp"),
        ("OÂng Nguyeãn Vaên YÙ ôû xaõ Myõ Ñöùc", "Ông Nguyễn Văn Ý ở xã Mỹ Đức"),
        ("HOÄI NGHÒ TOÅNG KEÁT", "HỘI NGHỊ TỔNG KẾT"),
    ],
)
def test_sentences_in_a_vni_font(written: str, meant: str) -> None:
    assert convert(written) == meant
    assert restore(meant) == written


def test_a_small_code_behind_a_capital_is_read_too() -> None:
    assert convert("Uûy ban") == "Ủy ban"
