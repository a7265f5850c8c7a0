"""The counts of one article: dates, provinces, and only what is annotated."""

from __future__ import annotations

import pytest

from archive.evaluation.gold import GoldArticle, GoldOfficial, GoldStatement
from archive.evaluation.scoring import score_article
from archive.evaluation.tallies import FINDS, SHARES, Score, Share, Tally, total
from archive.models import PlaceAttribution, Understanding
from tests.archive.evaluation.making import DEMAND, article, dated, official, statement

UNDERSTOOD = Understanding(
    places=(
        PlaceAttribution("bac-ninh-1997", "subject", 1.0, ()),
        PlaceAttribution("hue-2025", "mentioned", 1.0, ()),
    ),
    officials=(official("Lê Văn Sóng"),),
    statements=(statement(DEMAND),),
)
DATED = article(published=dated("2020-06-06T08:30"), event=dated("2020-06-05"), sort_date="2020-06-06")


def scored(gold: GoldArticle) -> Score:
    return score_article(gold, DATED, UNDERSTOOD)[0]


def test_what_is_not_annotated_is_not_judged() -> None:
    assert scored(GoldArticle("a")) == Score()


def test_an_empty_list_says_that_there_is_none() -> None:
    score = scored(GoldArticle("a", subjects=(), officials=(), statements=()))
    assert score.finds["persons"] == score.finds["statements_exact"] == Tally(0, 1, 0)
    assert score.shares["provinces_exact"] == Share(0, 1)


def test_the_day_of_a_date_is_judged_not_its_time() -> None:
    score = scored(GoldArticle("a", dates={"published": "2020-06-06", "event": "2020-06-04"}))
    assert score.finds["published"] == Tally(1, 1, 1)
    assert score.finds["event"] == Tally(1, 1, 0)
    assert "sort_date" not in score.finds


def test_a_coarser_date_than_annotated_is_wrong() -> None:
    assert scored(GoldArticle("a", dates={"sort_date": "2020-06"})).shares["sort_date_exact"] == Share(0, 1)


def test_no_date_is_right_where_there_is_none() -> None:
    score = score_article(GoldArticle("a", dates={"event": None}), article(), Understanding())[0]
    assert (score.finds["event"], score.shares["event_exact"]) == (Tally(0, 0, 0), Share(1, 1))


def test_an_invented_date_is_a_false_find() -> None:
    assert scored(GoldArticle("a", dates={"event": None})).finds["event"] == Tally(0, 1, 0)


@pytest.mark.parametrize(
    ("subjects", "right"), [(("tỉnh Bắc Ninh",), 1), (("Bắc Ninh", "Huế"), 0), (("Huế",), 0)]
)
def test_all_subject_provinces_and_no_other_must_be_found(subjects: tuple[str, ...], right: int) -> None:
    assert scored(GoldArticle("a", subjects=subjects)).shares["provinces_exact"] == Share(right, 1)


def test_the_counts_of_articles_add_up_in_the_order_of_the_measures() -> None:
    one = scored(GoldArticle("a", statements=(GoldStatement(("Lê Văn Sóng",), content=DEMAND),)))
    other = scored(GoldArticle("b", dates={"event": None}, officials=(GoldOfficial("Trần Thị Khói"),)))
    both = total([one, other])
    assert list(both.finds) == [name for name in FINDS if name in both.finds]
    assert list(both.shares) == [name for name in SHARES if name in both.shares]
    assert both.finds["persons"] == Tally(1, 1, 0)
    assert total([other, one]).finds == both.finds
    assert len(both.faults) == len(one.faults) + len(other.faults)


def test_figures_are_those_of_the_field() -> None:
    tally = Tally(gold=4, found=5, right=3)
    assert (tally.precision, tally.recall, tally.f1) == (3 / 5, 3 / 4, 6 / 9)


def test_nothing_asked_is_nothing_wrong() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1, Share().share) == (1, 1, 1, 1)
