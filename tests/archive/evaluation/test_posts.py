"""When posts are the same, strictly and leniently."""

from __future__ import annotations

from archive.evaluation.gold import GoldPost
from archive.evaluation.posts import like_post, same_post
from tests.archive.evaluation.making import post

FOUND = post("Giám đốc Sở Y tế", "Sở Y tế tỉnh Bắc Ninh", "giám đốc Sở Y tế")


def test_head_and_body_may_be_divided_otherwise() -> None:
    gold = GoldPost("Chủ tịch UBND huyện", "UBND huyện Yên Châu")
    assert same_post(gold, post("Chủ tịch UBND huyện Yên Châu", "UBND huyện Yên Châu"))
    assert not same_post(gold, post("Chủ tịch UBND huyện Mai Sơn", "UBND huyện Mai Sơn"))


def test_canonical_form_and_body_must_be_equal() -> None:
    assert same_post(GoldPost("Giám đốc Sở Y tế", "Sở Y tế tỉnh Bắc Ninh"), FOUND)
    assert not same_post(GoldPost("Giám đốc Sở Y tế", "Sở Y tế"), FOUND)
    assert not same_post(GoldPost("Giám đốc Sở Y tế", ""), FOUND)


def test_a_body_that_is_not_annotated_is_not_asked() -> None:
    assert same_post(GoldPost("Giám đốc Sở Y tế"), FOUND)


def test_another_name_of_the_post_is_the_same_post() -> None:
    assert same_post(GoldPost("Ủy viên Ban Chấp hành Trung ương Đảng"), post("Ủy viên Trung ương Đảng"))


def test_a_name_our_grammar_reads_in_part_is_no_other_name() -> None:
    assert not same_post(GoldPost("Giám đốc Sở Y tế Trẻ em Xanh"), FOUND)


def test_printed_words_may_have_the_body_in_full_or_not() -> None:
    for surface in ("Giám đốc Sở Y tế", "Giám đốc Sở Y tế tỉnh Bắc Ninh"):
        assert same_post(GoldPost(surface=surface), FOUND)
    assert not same_post(GoldPost(surface="Giám đốc Sở Y tế và Dân số"), FOUND)


def test_leniently_a_post_may_say_less_or_more_of_its_body() -> None:
    assert like_post(GoldPost("Giám đốc Sở"), FOUND)
    assert like_post(GoldPost("Giám đốc Sở Y tế và Dân số tỉnh"), FOUND)


def test_leniently_too_a_deputy_is_not_the_head() -> None:
    assert not like_post(GoldPost("Phó Giám đốc Sở Y tế"), FOUND)
    assert not like_post(GoldPost(surface=""), FOUND)
