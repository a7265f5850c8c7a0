"""What counts as a person found, and as a post."""

from __future__ import annotations

from archive.evaluation.gold import GoldArticle, GoldOfficial, GoldPost
from archive.evaluation.officials import score_officials
from archive.evaluation.tallies import Score, Share, Tally
from archive.models import Official
from tests.archive.evaluation.making import official, post

DIRECTOR = GoldPost("Giám đốc Sở Y tế", "Sở Y tế tỉnh Bắc Ninh")
FOUND = post("Giám đốc Sở Y tế", "Sở Y tế tỉnh Bắc Ninh")


def scored(gold: list[GoldOfficial], *found: Official) -> Score:
    return score_officials(GoldArticle("a", officials=tuple(gold)), found)


def test_persons_are_counted_by_name() -> None:
    score = scored([GoldOfficial("Lê Văn Sóng"), GoldOfficial("Trần Thị Khói")], official("LÊ VĂN SÓNG"))
    assert score.finds["persons"] == Tally(2, 1, 1)


def test_two_persons_of_one_name_are_two() -> None:
    score = scored([GoldOfficial("Lê Văn Sóng"), GoldOfficial("Lê Văn Sóng")], official("Lê Văn Sóng"))
    assert score.finds["persons"] == Tally(2, 1, 1)


def test_a_post_of_a_person_who_was_missed_is_missed_and_one_of_nobody_is_false() -> None:
    score = scored([GoldOfficial("Lê Văn Sóng", posts=(DIRECTOR,))], official("Trần Thị Khói", FOUND))
    assert score.finds["posts"] == score.finds["posts_lenient"] == Tally(1, 1, 0)


def test_a_post_cut_short_is_right_leniently_alone() -> None:
    score = scored(
        [GoldOfficial("Lê Văn Sóng", posts=(DIRECTOR,))], official("Lê Văn Sóng", post("Giám đốc Sở"))
    )
    assert (score.finds["posts"].right, score.finds["posts_lenient"].right) == (0, 1)


def test_of_the_canonical_form_the_body_is_not_asked() -> None:
    found = post("Giám đốc Sở Y tế", "Sở Y tế")
    score = scored([GoldOfficial("Lê Văn Sóng", posts=(DIRECTOR,))], official("Lê Văn Sóng", found))
    assert (score.finds["posts"].right, score.finds["posts_canonical"].right) == (0, 1)


def test_leniently_too_each_post_goes_with_its_own_first() -> None:
    gold = GoldOfficial("Lê Văn Sóng", posts=(GoldPost("Phó Bí thư"), GoldPost("Phó Bí thư Tỉnh ủy")))
    found = official("Lê Văn Sóng", post("Phó Bí thư Tỉnh ủy"), post("Phó Bí thư"))
    assert scored([gold], found).finds["posts_lenient"] == Tally(2, 2, 2)


def test_posts_that_are_not_annotated_are_not_judged() -> None:
    assert "posts" not in scored([GoldOfficial("Lê Văn Sóng")], official("Lê Văn Sóng", FOUND)).finds


def test_who_is_not_required_may_be_found_or_not() -> None:
    gold = GoldOfficial("Lê Văn Sóng", posts=(DIRECTOR,), required=False)
    for found in ((official("Lê Văn Sóng", FOUND),), ()):
        assert scored([gold], *found).finds["persons"] == Tally(0, 0, 0)


def test_status_and_province_are_asked_of_who_was_found() -> None:
    gold = GoldOfficial("Lê Văn Sóng", province="tỉnh Bắc Ninh", status="former", posts=(DIRECTOR,))
    score = scored(
        [gold, GoldOfficial("Trần Thị Khói", status="former")],
        official("Lê Văn Sóng", FOUND, unit="bac-ninh-1997"),
    )
    assert score.shares == {"status": Share(0, 1), "official_province": Share(1, 1)}


def test_the_status_of_a_post_is_asked_of_posts_found() -> None:
    former = GoldPost("Giám đốc Sở Y tế", status="former")
    score = scored([GoldOfficial("Lê Văn Sóng", posts=(former,))], official("Lê Văn Sóng", FOUND))
    assert score.shares == {"post_status": Share(0, 1)}
