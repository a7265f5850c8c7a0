"""Whole documents in legacy encodings: recognised by their syllables, converted, put back."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given

from archive.text.conversion import convert, is_mixed, modernize, modernize_as, restore
from archive.text.legacy.encodings import ENCODINGS
from tests.archive.text.writing import ARTICLE, HEADLINE, MARKED_LETTERS, SENTENCE, SYMBOLS, VIETNAMESE

WITH_CAPITALS = [kind for kind in ENCODINGS if kind not in ("tcvn3", "tcvn3-without-soft-hyphens")]
HONEST = {
    "symbols": SYMBOLS,
    "symbols in Vietnamese": ARTICLE + SYMBOLS,
    "French": "Le président était très préoccupé par la santé des élèves à l'école. Où êtes-vous? Ça va, garçon.",
    "German": "Die Bürger müssen für die Straße größere Beiträge leisten; Köln, München, Österreich, übermäßig.",
    "Nordic": "Når vi går på skøyter i Tromsø og Bodø så går åra: æ ø å; Malmö, Åbo, blåbær, søndag, høyre. Søn på ås",
    "Spanish": "El niño pequeño mañana año España señor Muñoz, corazón, acción, ¿qué? ¡Hola! Ñandú.",
    "Portuguese": "A educação não é só informação; mãe, pão, coração, à tarde, você está; São Paulo, ações.",
    "Icelandic": "Það er gott að þú ert hér; maður, óður, þýðing, við.",
    "Rade and Bahnar": "Buôn Ma Thuột, Êa H'leo, Čư̆ M'gar, Krông Ƀuk, Mnông, Đăk Gơ̆, ƀuôn sang mnuih, klei bhiăn Êđê",
    "names of players": "Müller, Özil, Sørensen, Håland, Agüero, Guðjohnsen, Muñoz, Björn, Ødegaard, Schürrle",
    "English": "Who? The sea, the tree. Add the address: he said 'no', I'm a (big) fan. www.abc.com.vn a.b@c.com",
    "Vietnamese without marks": "Chung toi di hoc. Toi la ai? Ban ten gi? Di dau ve. Me oi, con da ve.",
    "code": "for (i=0;i<10;i++) { a[i] = a(i)+b*c; o+=u+1; u++; o*=2; e^=a^b; } dd if=x; add(a(b), o+(u*a))",
    "formulas": "f(a)=a^2+b^2; e^x; o(n); a(i)+a(j); u+v; o+o; e^(-x); a^b^c u*v* a(1) o+ u+ e^ a^",
    "a table": "STT\t1\t2\n2019\t1.234,5\t±0,5\n2020\t2.345\t°C\n2021\t 12\t‰",
    "a lesson in HTML": "Dùng thẻ &lt;b&gt; và &amp;nbsp; để viết; ký tự &eacute; là é. Bài cho người mới học.",
    "the other Đ": "Ðiện Biên Phủ, Ðà Nẵng, Ðồng Nai, các ðồng chí, ðại hội, gia ðình",
    "capitals": "ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH\n© BÁO BÌNH ĐỊNH",
    "only letters of Latin-1": "Bà Hà, ông Lâm, cô Lê câu cá và có ba con gà; cà chua, cà phê, bí, xô",
}


def written(text: str, kind: str) -> str:
    return restore(unicodedata.normalize("NFC", text), kind)


@pytest.mark.parametrize("text", [ARTICLE, SENTENCE], ids=["article", "sentence"])
@pytest.mark.parametrize("kind", WITH_CAPITALS)
def test_a_text_is_recognised_and_comes_back_letter_by_letter(kind: str, text: str) -> None:
    assert modernize(written(text, kind)) == (text, kind)


@pytest.mark.parametrize("text", [ARTICLE, SENTENCE], ids=["article", "sentence"])
def test_tcvn3_comes_back_but_for_capitals_it_has_not(text: str) -> None:
    modern, kind = modernize(written(text, "tcvn3"))
    assert kind == "tcvn3"
    assert modern == text


@pytest.mark.parametrize("kind", ENCODINGS)
@pytest.mark.parametrize("name", HONEST)
def test_honest_text_is_left_alone_in_the_face_of_every_encoding(name: str, kind: str) -> None:
    assert modernize(HONEST[name]) == (HONEST[name], None)
    assert modernize(f"{HONEST[name]}\n{ARTICLE}") == (f"{HONEST[name]}\n{ARTICLE}", None)


def test_decomposed_text_is_modern() -> None:
    decomposed = unicodedata.normalize("NFD", ARTICLE)
    assert modernize(decomposed) == (decomposed, None)


@pytest.mark.parametrize("kind", WITH_CAPITALS)
@given(text=VIETNAMESE)
def test_converting_undoes_restoring(kind: str, text: str) -> None:
    assert convert(restore(text, kind), kind) == text


@given(text=VIETNAMESE)
def test_converting_undoes_restoring_in_tcvn3_but_for_capitals(text: str) -> None:
    assert convert(restore(text, "tcvn3"), "tcvn3").lower() == text.lower()


@pytest.mark.parametrize("kind", [kind for kind in ENCODINGS if kind != "tcvn3-without-soft-hyphens"])
def test_all_letters_round_trip(kind: str) -> None:
    assert len(MARKED_LETTERS) == 134
    for letter in MARKED_LETTERS:
        back = convert(restore(letter, kind), kind)
        assert back == letter or (kind == "tcvn3" and back == letter.lower())


def test_small_letters_of_tcvn3_round_trip_exactly_and_capitals_in_the_capital_font() -> None:
    small = [letter for letter in MARKED_LETTERS if letter.islower()]
    for letter in small:
        assert convert(restore(letter, "tcvn3"), "tcvn3") == letter
        assert convert(restore(letter.upper(), "tcvn3"), "tcvn3", capitals=True) == letter.upper()


@pytest.mark.parametrize("kind", ["tcvn3", "vni", "windows-1258", "utf-8-as-latin-1"])
def test_a_headline_in_a_legacy_encoding_over_a_modern_text_is_converted_alone(kind: str) -> None:
    body = ARTICLE.removeprefix(HEADLINE)
    assert modernize(written(HEADLINE, kind) + body) == (ARTICLE, kind)


@pytest.mark.parametrize("kind", ["tcvn3", "vni", "viscii", "viqr", "windows-1258", "utf-8-as-latin-1"])
def test_a_modern_line_in_a_legacy_document_stays(kind: str) -> None:
    modern = "Cán bộ, chiến sĩ và nhân dân cả nước: ý kiến bạn đọc. Xe đi Hà Nội, ba bà đi xe."
    assert modernize(f"{modern}\n{written(ARTICLE, kind)}")[0] == f"{modern}\n{ARTICLE}"


def test_a_part_that_may_be_in_either_way_is_modern_in_a_mixed_document() -> None:
    assert is_mixed(f"Thông tin\nVăn hóa\n{written(ARTICLE, 'tcvn3')}")
    assert modernize_as("Thông tin", "tcvn3", mixed=True) == "Thông tin"
    assert modernize_as("Thoâng tin", "vni", mixed=True) == "Thông tin"
    assert modernize_as(written("Thụng lưới", "tcvn3"), "tcvn3", mixed=False) == "Thụng lưới"


@pytest.mark.parametrize("kind", ENCODINGS)
def test_line_feeds_stay_where_they_are(kind: str) -> None:
    text = f"\n\n{written(ARTICLE, kind)}&#10;\n \n"
    assert modernize_as(text, kind).count("\n") == text.count("\n")


def test_a_headline_in_the_capital_font_is_in_capitals() -> None:
    document = f"{written(HEADLINE, 'tcvn3').replace('Héi nghÞ tæng kÕt', 'HéI NGHÞ TæNG KÕT')}\n" + written(
        ARTICLE, "tcvn3"
    )
    assert modernize(document)[0].startswith("HỘI NGHỊ TỔNG KẾT công tác năm 2005\n")


def test_tcvn3_without_its_soft_hyphens_gets_most_of_them_back() -> None:
    damaged = written(ARTICLE, "tcvn3").replace("\u00ad", "")
    modern, kind = modernize(damaged)
    assert kind == "tcvn3-without-soft-hyphens"
    assert modern == ARTICLE


def test_one_damaged_word_is_no_legacy_document() -> None:
    text = f"{ARTICLE}Nền kinh tế phát triển lµnh m¹nh."
    assert modernize(text) == (text, None)


def test_texts_in_two_wrong_ways_keep_their_order_whatever_the_lines() -> None:
    lines = ARTICLE.split("\n")
    random.Random(3).shuffle(lines)
    shuffled = "\n".join(lines)
    assert modernize(written(shuffled, "vni")) == (shuffled, "vni")
