"""Vietnamese in ASCII."""

from __future__ import annotations

import pytest

from archive.text.legacy.viqr import convert, escape_punctuation, restore


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("U?y ban nha^n da^n ti?nh DDo^`ng Tha'p", "Ủy ban nhân dân tỉnh Đồng Tháp"),
        ("ddu+o+`ng Ba('c - Nam, nu+o+'c ta", "đường Bắc - Nam, nước ta"),
        ("Co^ ta\\. Anh la` ai\\?", "Cô ta. Anh là ai?"),
    ],
)
def test_sentences_as_the_rfc_writes_them(written: str, meant: str) -> None:
    assert convert(written) == meant
    assert restore(meant) == written


@pytest.mark.parametrize(
    ("written", "meant"), [("nu*o*'c", "nước"), ("vie'^t", "viết"), ("Dda`i", "Đài"), ("qua'(n", "quá(n")]
)
def test_variants_are_read(written: str, meant: str) -> None:
    assert convert(written) == meant


@pytest.mark.parametrize(
    "address", ["toa.soan@bao.vn", "http://www.bao.vn/e?a=o+u", "www.bao.com.vn", "tea.com"]
)
def test_addresses_stay_as_they_are(address: str) -> None:
    assert convert(f"Gu+?i ve^` {address} nhe'") == f"Gửi về {address} nhé"


def test_what_looks_like_an_address_only_in_viqr_is_none() -> None:
    assert convert(restore("mạ@b.vn")) == "mạ@b.vn"


def test_a_stop_that_would_make_no_syllable_is_a_stop() -> None:
    assert convert(escape_punctuation("Tho+`i tie^?u. Vie^.c lo+'n o+. DDa^y la` loa. No'i")).startswith(
        "Thời tiểu."
    )
    assert convert(escape_punctuation("chi. Lan")) == "chị Lan"


def test_stops_that_end_paragraphs_are_stops_where_authors_wrote_no_backslash() -> None:
    assert (
        convert(escape_punctuation("Anh ddi xe.\n\nCo^ o+? nha.\n\nChi. Lan"))
        == "Anh đi xe.\n\nCô ở nha.\n\nChị Lan"
    )
    assert escape_punctuation("Anh\\. ddi xe.\n\nCo^ o+? nha.") == "Anh\\. ddi xe.\n\nCo^ o+? nha."
