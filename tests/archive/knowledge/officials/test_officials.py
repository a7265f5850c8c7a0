from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.knowledge.grammar.posts import post_id
from archive.knowledge.officials.officials import find_officials
from archive.knowledge.places.units import unit
from archive.models import Article, Caption, Official, PlaceAttribution, Processed, Source
from archive.pipeline import Guidance, process
from archive.reading.reader import read
from archive.settings import read_settings

ROOT = Path(__file__).parents[4]
EXPECTED = json.loads((ROOT / "tests/data/seeds_officials.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 21)


def article(*paragraphs: str, title: str | None = None, captions: tuple[str, ...] = ()) -> Article:
    return Article(
        id="a",
        source=Source("Báo thử"),
        url=None,
        title=title,
        title_inferred=None,
        published=None,
        event=None,
        sort_date="2019-05-06",
        byline="Bích Phượng",
        category=None,
        credits=("Thành Công",),
        captions=tuple(Caption(text) for text in captions),
        paragraphs=paragraphs,
    )


def subject(*units: str) -> tuple[PlaceAttribution, ...]:
    return tuple(PlaceAttribution(unit, "subject", 1.0, ()) for unit in units)


def officials(
    *paragraphs: str, units: tuple[str, ...] = ("bac-ninh-1997",), **given: Any
) -> tuple[Official, ...]:
    return find_officials(article(*paragraphs, **given), subject(*units))


def held(*paragraphs: str, **given: Any) -> dict[str, list[str]]:
    """Name -> canonical posts."""
    return {one.name: [post.canonical for post in one.posts] for one in officials(*paragraphs, **given)}


def statuses(*paragraphs: str) -> dict[str, str]:
    """Canonical post -> status, for texts with one official."""
    (official,) = officials(*paragraphs)
    return {post.canonical: post.status for post in official.posts}


@pytest.fixture(scope="module")
def seeds() -> dict[str, Processed]:
    found = {}
    for raw in read([str(ROOT / "seeds")], read_settings({}).reading_limits):
        if hasattr(raw, "content"):
            processed = process(raw, Guidance(TODAY), segment=False)
            assert isinstance(processed, Processed)
            found[raw.relative_path] = processed
    return found


each_seed = pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected["file"][:3])


@each_seed
def test_the_officials_of_the_seeds_are_exact(expected: dict[str, Any], seeds: dict[str, Processed]) -> None:
    found = seeds[expected["file"]].understanding.officials
    assert [one.name for one in found] == [one["name"] for one in expected["officials"]]
    for one, wanted in zip(found, expected["officials"], strict=True):
        assert one.status == "current"
        assert one.unit is not None and unit(one.unit).name == wanted["province"]
        assert [(post.surface, post.organisation, post_id(post.canonical)) for post in one.posts] == [
            (post["surface"], post["organisation"], post_id(as_we_name_it(post["canonical"])))
            for post in wanted["posts"]
        ]


def as_we_name_it(canonical: str) -> str:
    """Of the two names of this post the shorter is ours."""
    return canonical.replace("Ban Chấp hành Trung ương Đảng", "Trung ương Đảng")


@each_seed
def test_posts_alone_in_the_seeds_lead_to_their_holder(
    expected: dict[str, Any], seeds: dict[str, Processed]
) -> None:
    for one, wanted in zip(
        seeds[expected["file"]].understanding.officials, expected["officials"], strict=True
    ):
        printed = [mention.surface for mention in one.mentions if mention.kind == "post"]
        assert printed == wanted["posts_alone"]


def test_every_span_cuts_out_what_it_says(seeds: dict[str, Processed]) -> None:
    for processed in seeds.values():
        for one in processed.understanding.officials:
            for printed in (*one.posts, *one.mentions):
                text = processed.article.part(printed.span.part)
                assert text[printed.span.start : printed.span.end] == printed.surface


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Lê Văn Bình, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dự hội nghị.",
        "Ông Lê Văn Bình (Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh) dự hội nghị.",
        "Ông Lê Văn Bình – Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh – dự hội nghị.",
        "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lê Văn Bình dự hội nghị.",
        "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, đồng chí Lê Văn Bình dự hội nghị.",
        "Lê Văn Bình Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dự hội nghị.",
        "Ông Lê Văn Bình, sinh năm 1966, Phó Bí thư Tỉnh ủy kiêm Chủ tịch UBND tỉnh dự hội nghị.",
        "Ông Lê Văn Bình là Phó Bí thư Tỉnh ủy, đồng thời là Chủ tịch UBND tỉnh.",
    ],
)
def test_posts_stand_before_or_after_the_name(text: str) -> None:
    assert held(text) == {"Lê Văn Bình": ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]}


def test_in_a_list_each_has_the_posts_after_the_name() -> None:
    text = (
        "Cùng dự có các đồng chí: Lê Văn Bình, Phó Bí thư Tỉnh ủy; Trần Thị Mai, Tỉnh ủy viên, Giám đốc Sở Y tế; "
        "lãnh đạo các sở, ngành."
    )
    assert held(text) == {
        "Lê Văn Bình": ["Phó Bí thư Tỉnh ủy"],
        "Trần Thị Mai": ["Tỉnh ủy viên", "Giám đốc Sở Y tế"],
    }


def test_in_a_list_of_posts_before_names_each_has_the_ones_before() -> None:
    text = "Tham dự có Bí thư Tỉnh ủy Lê Văn Bình, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Trần Thị Mai."
    assert held(text) == {
        "Lê Văn Bình": ["Bí thư Tỉnh ủy"],
        "Trần Thị Mai": ["Phó Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"],
    }


def test_a_plural_post_is_held_by_all_who_follow() -> None:
    text = "Dự họp có các Phó Chủ tịch UBND tỉnh: Lê Văn Bình, Trần Thị Mai và Ngô Văn Tư."
    assert held(text) == dict.fromkeys(
        ("Lê Văn Bình", "Trần Thị Mai", "Ngô Văn Tư"), ["Phó Chủ tịch UBND tỉnh"]
    )


def test_a_plural_post_before_another_is_not_the_holders() -> None:
    text = "Sau ý kiến của 4 đồng chí Phó Chủ tịch UBND tỉnh, Chủ tịch UBND tỉnh Lê Văn Bình kết luận."
    assert held(text) == {"Lê Văn Bình": ["Chủ tịch UBND tỉnh"]}


def test_what_a_person_says_about_a_post_is_not_their_post() -> None:
    text = "Theo ông Ngô Văn Tư, Chủ tịch UBND huyện đã biết việc này."
    assert held(text) == {}


def test_who_is_quoted_by_the_word_theo_keeps_their_post() -> None:
    text = "Theo ông Ngô Văn Tư, Giám đốc Sở Y tế, TP Từ Sơn có hai ca bệnh."
    assert held(text) == {"Ngô Văn Tư": ["Giám đốc Sở Y tế"]}


def test_names_without_a_post_are_no_officials() -> None:
    text = "Bà Trần Thị Mai ở thôn Đông cho biết, đường Lê Văn Bình đã xuống cấp."
    assert held(text, title="Bích Phượng", captions=("Ảnh: Thành Công",)) == {}


def test_historical_persons_are_no_officials() -> None:
    assert held("Kỷ niệm ngày Chủ tịch Hồ Chí Minh về thăm; Đại tướng Võ Nguyên Giáp viết thư.") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Lê Văn Bình, nguyên Giám đốc Sở Y tế, qua đời.", {"Giám đốc Sở Y tế": "former"}),
        ("Ông Lê Văn Bình từng là Giám đốc Sở Y tế.", {"Giám đốc Sở Y tế": "former"}),
        ("Ông Lê Văn Bình thôi giữ chức Giám đốc Sở Y tế.", {"Giám đốc Sở Y tế": "former"}),
        ("Quyền Giám đốc Sở Y tế Lê Văn Bình phát biểu.", {"Quyền Giám đốc Sở Y tế": "current"}),
        ("HĐND tỉnh bầu ông Lê Văn Bình giữ chức Chủ tịch UBND tỉnh.", {"Chủ tịch UBND tỉnh": "appointed"}),
        (
            "Tỉnh bổ nhiệm bà Lê Thị Bình, Phó Giám đốc Sở Y tế, giữ chức Giám đốc Sở Y tế.",
            {"Phó Giám đốc Sở Y tế": "former", "Giám đốc Sở Y tế": "appointed"},
        ),
        (
            "Ông Lê Văn Bình thôi giữ chức Bí thư Huyện ủy Lương Tài để giữ chức Giám đốc Sở Nội vụ.",
            {"Bí thư Huyện ủy Lương Tài": "former", "Giám đốc Sở Nội vụ": "appointed"},
        ),
        (
            "Trao quyết định miễn nhiệm chức vụ Giám đốc Sở Y tế đối với ông Lê Văn Bình.",
            {"Giám đốc Sở Y tế": "former"},
        ),
    ],
)
def test_status_is_what_the_words_before_the_post_say(text: str, expected: dict[str, str]) -> None:
    assert statuses(text) == expected


def test_who_is_replaced_does_not_take_the_post() -> None:
    assert held("Người thay ông Ngô Văn Tư làm Giám đốc Sở Y tế là bà Trần Thị Mai.") == {
        "Trần Thị Mai": ["Giám đốc Sở Y tế"]
    }


@pytest.mark.parametrize(
    ("text", "units", "organisation", "owner"),
    [
        ("Bí thư Tỉnh ủy", ("bac-ninh-1997",), "Tỉnh ủy Bắc Ninh", "bac-ninh-1997"),
        ("Chủ tịch UBND tỉnh Phú Thọ", ("bac-ninh-1997",), "UBND tỉnh Phú Thọ", "phu-tho-1997"),
        ("Trưởng Đoàn ĐBQH tỉnh", ("bac-ninh-1997",), "Đoàn ĐBQH tỉnh Bắc Ninh", "bac-ninh-1997"),
        ("Giám đốc Sở Y tế", ("bac-ninh-1997",), "Sở Y tế tỉnh Bắc Ninh", "bac-ninh-1997"),
        ("Chủ tịch UBND TP", ("da-nang-1997",), "UBND thành phố Đà Nẵng", "da-nang-1997"),
        ("Bí thư Thành uỷ", ("ha-noi-2008",), "Thành ủy Hà Nội", "ha-noi-2008"),
        ("Bí thư Thành ủy Từ Sơn", ("bac-ninh-1997",), "Thành ủy Từ Sơn", "bac-ninh-1997"),
        ("Bí thư Quận ủy quận Cầu Giấy", ("ha-noi-2008",), "Quận ủy Cầu Giấy", "ha-noi-2008"),
        ("Bí thư Quận uỷ quận 12", ("ho-chi-minh-1976",), "Quận ủy Quận 12", "ho-chi-minh-1976"),
        ("Chủ tịch UBND huyện Lương Tài", ("bac-ninh-1997",), "UBND huyện Lương Tài", "bac-ninh-1997"),
        ("Phó Chủ tịch UBND TP Huế", ("thua-thien-hue-1989",), "UBND thành phố Huế", "thua-thien-hue-1989"),
        ("Ủy viên T.Ư Đảng", ("bac-ninh-1997",), "Ban Chấp hành Trung ương Đảng", None),
        ("Bộ trưởng Bộ Y tế", ("bac-ninh-1997",), "Bộ Y tế", None),
        ("Bí thư Tỉnh ủy", (), "Tỉnh ủy", None),
    ],
)
def test_a_body_is_named_in_full_with_its_unit(
    text: str, units: tuple[str, ...], organisation: str, owner: str | None
) -> None:
    (official,) = officials(f"{text} Lê Văn Bình phát biểu.", units=units)
    assert (official.posts[0].organisation, official.posts[0].unit) == (organisation, owner)
    assert official.unit == owner


def test_with_several_subjects_a_body_is_of_the_province_named_last() -> None:
    text = (
        "Tại Quảng Nam, ông Lê Văn Bình, Chủ tịch UBND tỉnh, họp khẩn. "
        "Tại Phú Yên, bà Trần Thị Mai, Phó Chủ tịch UBND tỉnh, đi kiểm tra."
    )
    found = officials(text, units=("phu-yen-1989", "quang-nam-1997"))
    assert [one.unit for one in found] == ["quang-nam-1997", "phu-yen-1989"]


def test_a_bare_department_is_the_one_named_before() -> None:
    text = "Sở Nội vụ tổ chức hội nghị. Đồng chí Lê Văn Bình, Phó Giám đốc Sở, báo cáo."
    (official,) = officials(text)
    assert official.posts[0].surface == "Phó Giám đốc Sở"
    assert official.posts[0].canonical == "Phó Giám đốc Sở Nội vụ"
    assert official.posts[0].organisation == "Sở Nội vụ tỉnh Bắc Ninh"


def test_a_post_is_listed_once_however_often_and_briefly_it_is_printed() -> None:
    text = "Bí thư Lê Văn Bình chủ trì. Bí thư Tỉnh uỷ Lê Văn Bình kết luận."
    assert held(text, title="Bí thư Tỉnh ủy Bắc Ninh Lê Văn Bình chủ trì hội nghị") == {
        "Lê Văn Bình": ["Bí thư Tỉnh ủy"]
    }


def test_a_short_name_belongs_to_the_full_one_it_ends() -> None:
    found = officials("Giám đốc Sở Y tế Trần Vũ Quỳnh Anh báo cáo. Bà Quỳnh Anh, Tỉnh ủy viên, cho biết.")
    assert [one.name for one in found] == ["Trần Vũ Quỳnh Anh"]
    assert [post.canonical for post in found[0].posts] == ["Giám đốc Sở Y tế", "Tỉnh ủy viên"]


def test_names_are_mentioned_in_title_body_and_captions() -> None:
    (official,) = officials(
        "Giám đốc Sở Y tế Lê Văn Bình báo cáo. Ông Lê Văn Bình cho biết.",
        title="Ông Lê Văn Bình trả lời",
        captions=("Ông Lê Văn Bình tại hội nghị.",),
    )
    assert [mention.span.part for mention in official.mentions] == ["title", "body", "body", "caption"]


def alone(text: str) -> list[str]:
    """The posts printed without a name that were found to mean somebody."""
    return [mention.surface for one in officials(text) for mention in one.mentions if mention.kind == "post"]


def test_a_post_alone_means_its_only_holder_with_the_honorific() -> None:
    text = "Bí thư Tỉnh ủy Lê Văn Bình chủ trì. Đồng chí Bí thư Tỉnh uỷ yêu cầu khẩn trương."
    assert alone(text) == ["Đồng chí Bí thư Tỉnh uỷ"]


def test_posts_in_a_plural_list_are_mentioned_without_the_honorific() -> None:
    text = (
        "Dự có Lê Văn Bình, Phó Bí thư Tỉnh ủy; Trần Thị Mai, Phó Chủ tịch UBND tỉnh. "
        "Các đồng chí Phó Bí thư Tỉnh ủy, Phó Chủ tịch UBND tỉnh đã nêu ý kiến."
    )
    assert alone(text) == ["Phó Bí thư Tỉnh ủy", "Phó Chủ tịch UBND tỉnh"]


@pytest.mark.parametrize(
    "text",
    [
        "Phó Chủ tịch UBND tỉnh Lê Văn Bình chủ trì. Ông được Chủ tịch UBND tỉnh giao việc.",
        "Các Phó Chủ tịch UBND tỉnh: Lê Văn Bình, Trần Thị Mai. Đồng chí Phó Chủ tịch UBND tỉnh kết luận.",
        "Chủ tịch UBND tỉnh Lê Văn Bình chủ trì. Tập thể nhận Bằng khen của Chủ tịch UBND tỉnh.",
        "Nguyên Bí thư Tỉnh ủy Lê Văn Bình dự. Đồng chí Bí thư Tỉnh ủy phát biểu.",
    ],
)
def test_a_post_alone_with_no_holder_two_holders_or_as_an_office_means_nobody(text: str) -> None:
    assert alone(text) == []


def test_case_and_tone_placement_do_not_make_two_officials() -> None:
    found = officials(
        "Ông Lê Văn Thuỷ, Giám đốc Sở Y tế, nói. Ông Lê Văn Thủy cho biết.", title="ÔNG LÊ VĂN THUỶ NÓI"
    )
    assert [(one.name, len(one.mentions)) for one in found] == [("Lê Văn Thuỷ", 3)]


FRAGMENTS = (
    *("đồng chí", "ông", "các", ",", ";", "(", ")", "–", ".", "và", "nguyên", "kiêm", "bầu", "giữ chức"),
    *(
        "Bí thư",
        "Tỉnh ủy",
        "Chủ tịch",
        "UBND tỉnh",
        "Phó Giám đốc",
        "Sở",
        "Sở Y tế",
        "Trưởng",
        "Phòng",
        "Ban",
    ),
    *("Lê Văn Bình", "Mai Anh", "Hà Nội", "huyện"),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(FRAGMENTS),
        max_size=14,
    )
)
def test_any_order_of_words_gives_posts_once_and_spans_that_fit(words: list[str]) -> None:
    text = " ".join(words)
    for one in officials(text):
        assert one.name and one.posts and one.mentions
        identities = [(post_id(post.canonical), post.organisation) for post in one.posts]
        assert len(set(identities)) == len(identities)
        for printed in (*one.posts, *one.mentions):
            assert text[printed.span.start : printed.span.end] == printed.surface
