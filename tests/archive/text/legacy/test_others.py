"""VISCII, windows-1258 and character references."""

from __future__ import annotations

import unicodedata

from archive.text.charsets import read
from archive.text.legacy import entities, viscii, windows_1258
from tests.archive.text.writing import ARTICLE, MARKED_LETTERS


def test_viscii_has_every_letter_once() -> None:
    assert sorted(viscii.VISCII.values()) == sorted(MARKED_LETTERS)


def test_a_sentence_in_viscii() -> None:
    written = "Nguy\u00adn Vån Ð« · Vi®t Nam"
    assert viscii.convert(written) == "Nguyễn Văn Đề ở Việt Nam"
    assert viscii.restore("Nguyễn Văn Đề ở Việt Nam") == written


def test_windows_1258_has_its_tones_behind_the_letter() -> None:
    assert windows_1258.convert("Tiêìng Viêòt, nýõìc Ðýìc") == "Tiếng Việt, nước Đức"
    assert windows_1258.restore("Tiếng Việt") == "Tiêìng Viêòt"


def test_windows_1258_is_pythons_charset_read_in_the_other_one() -> None:
    written = "Tiếng Việt: quyết định đường Ủy"
    content = unicodedata.normalize("NFC", written)
    as_read = windows_1258.restore(content)
    assert unicodedata.normalize("NFC", read(as_read.encode("cp1252"), "cp1258")) == content


def test_references_to_letters_are_read() -> None:
    assert entities.convert("H&agrave; N&#7897;i &amp; Hu&#x1EBF;") == "Hà Nội & Huế"


def test_a_reference_to_a_line_end_is_a_blank() -> None:
    assert entities.convert("a&#10;b&#x0D;c&NewLine;d") == "a b c d"


def test_references_come_back() -> None:
    assert entities.convert(entities.restore(ARTICLE)) == ARTICLE
