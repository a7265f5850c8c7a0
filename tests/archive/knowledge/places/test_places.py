from __future__ import annotations

import pytest

from archive.knowledge.grammar.passages import read_passage
from archive.knowledge.places.gazetteer import find
from archive.knowledge.places.places import HOME_WEIGHT, locate
from archive.knowledge.places.units import UNDATED, named_on, read_table
from archive.models import Article, Caption, Source

FAR = "Hội nghị diễn ra trong một ngày với nhiều nội dung quan trọng. " * 12
"""More than an opening's length, without a place."""


def article(
    *paragraphs: str,
    title: str | None = None,
    day: str | None = None,
    home: str | None = None,
    captions: tuple[str, ...] = (),
) -> Article:
    return Article(
        id="a",
        source=Source("Báo thử", home=home),
        url=None,
        title=title,
        title_inferred=None,
        published=None,
        event=None,
        sort_date=day,
        byline=None,
        category=None,
        credits=(),
        captions=tuple(Caption(text) for text in captions),
        paragraphs=paragraphs,
    )


def subjects(*paragraphs: str, **given) -> list[str]:
    return [place.unit for place in locate(article(*paragraphs, **given)) if place.role == "subject"]


def mentioned(*paragraphs: str, **given) -> list[str]:
    return [place.unit for place in locate(article(*paragraphs, **given)) if place.role == "mentioned"]


def score(text: str, unit: str, **given) -> float:
    return next((place.score for place in locate(article(text, **given)) if place.unit == unit), 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh Vĩnh Phúc vừa ban hành kế hoạch trồng cây.",
        "Sở Thông tin và Truyền thông Vĩnh Phúc tổ chức hội nghị.",
        "Theo Công an Vĩnh Phúc, vụ việc đang được làm rõ.",
        "Bí thư Tỉnh ủy Vĩnh Phúc thăm một số trường học.",
    ],
)
def test_a_public_body_or_type_word_counts_three_times_a_bare_name(text: str) -> None:
    assert score(text, "vinh-phuc-1997") == 3 * score("Mùa xuân đã về với Vĩnh Phúc.", "vinh-phuc-1997")


def test_the_opening_counts_twice() -> None:
    assert score("Đoàn đến Sơn La.", "son-la-1976") == 2 * score(FAR + "Đoàn đến Sơn La.", "son-la-1976")


def test_a_name_in_the_title_counts_as_opening() -> None:
    assert subjects(FAR, title="Cà Mau đón mưa lớn") == ["ca-mau-1997"]


def test_a_caption_is_evidence_too() -> None:
    (place,) = locate(article(FAR, captions=("Lãnh đạo tỉnh Lào Cai trao quà.",)))
    assert [span.part for span in place.evidence] == ["caption"]


def test_the_rest_is_only_mentioned() -> None:
    text = "UBND tỉnh Nghệ An họp bàn. Sở Y tế tỉnh Nghệ An báo cáo. Đoàn sẽ thăm Hà Tĩnh."
    assert subjects(text) == ["nghe-an-1991"]
    assert mentioned(text) == ["ha-tinh-1991"]


def test_two_equal_provinces_are_both_subjects() -> None:
    text = "UBND tỉnh Long An và UBND tỉnh Tây Ninh ký chương trình phối hợp."
    assert sorted(subjects(text)) == ["long-an-1976", "tay-ninh-1976"]


def test_four_subjects_at_most() -> None:
    assert len(subjects("Mưa lớn ở Cao Bằng, Hà Giang, Lào Cai, Yên Bái và Lai Châu.")) == 4


def test_a_single_bare_name_far_down_is_no_subject() -> None:
    assert mentioned(FAR + "Trước đó, đoàn đã đến Gia Lai.") == ["gia-lai-1991"]


def test_evidence_covers_the_name_with_its_type_word() -> None:
    source = article("Sáng nay.", "Lãnh đạo TP. Đà Nẵng và huyện Hòa Vang dự lễ.")
    (place,) = locate(source)
    assert [source.body[span.start : span.end] for span in place.evidence] == [
        "TP. Đà Nẵng",
        "huyện Hòa Vang",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch Hồ Chí Minh đã căn dặn cán bộ.",
        "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "Đoàn TNCS Hồ Chí Minh phát động thi đua.",
        "Khánh thành một đoạn đường Hồ Chí Minh.",
        "Học viện Chính trị quốc gia Hồ Chí Minh khai giảng.",
        "Người dân mong được sống trong hòa bình.",
        "Cuộc sống thái bình, ấm no.",
        "Bão hình thành trên Thái Bình Dương.",
        "Các nước Đông Nam Á tham gia diễn đàn.",
        "Ông Nguyễn Thái Bình nhận bằng khen.",
        "Chị Trần Thị Hà Giang kể lại.",
        "Vận động viên Lê Hà Nam về nhất.",
        "Bà Hà Giang cho biết sẽ nộp đơn.",
        "Xe dừng ở phố Hà Trung rồi rẽ vào đường Điện Biên Phủ.",
        "Người dân xã Vĩnh Phúc gặt lúa.",
        "Phường Thái Bình ra quân dọn vệ sinh.",
        "Đồng bằng sông Cửu Long thiếu nước ngọt.",
        "VÌ MỘT THẾ GIỚI HÒA BÌNH",
        "Anh Minh Hải là nông dân giỏi.",
        "Công ty Quang điện Phú Khánh tuyển người.",
        "Công ty cổ phần Xi măng Hà Tiên tuyển người.",
        "Nhà máy thủy... Nguyên nhân đang được làm rõ.",
    ],
)
def test_words_persons_streets_and_communes_are_no_provinces(text: str) -> None:
    assert locate(article(text)) == ()


@pytest.mark.parametrize(
    "text",
    ["TP.HCM mưa lớn.", "TPHCM mưa lớn.", "Thành phố Hồ Chí Minh mưa lớn.", "TP. Hồ Chí Minh mưa lớn."],
)
def test_the_city_of_ho_chi_minh_in_its_spellings(text: str) -> None:
    assert subjects(text) == ["ho-chi-minh-1976"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Công ty cổ phần Thái Bình Seed mở bán giống mới.", "thai-binh-1976"),
        ("Đội bóng Becamex Bình Dương thắng trận.", "binh-duong-1997"),
        ("Sinh viên Trường Đại học Thái Nguyên nhập học.", "thai-nguyen-1997"),
        ("Chàng trai quê xã An Bình, huyện Vũ Thư, tỉnh Thái Bình đoạt giải.", "thai-binh-1976"),
        ("Đại biểu Nguyễn Văn Mười (Bến Tre) đặt câu hỏi.", "ben-tre-1976"),
        ("Xe lao vào dải phân cách trên cao tốc Hà Nội - Hải Phòng.", "hai-phong-1976"),
    ],
)
def test_companies_schools_origins_and_routes_are_weak(text: str, unit: str) -> None:
    assert 0 < score(text, unit) < 2
    assert not subjects(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Mưa đá ở huyện Tam Dương.", "vinh-phuc-1997"),
        ("Lễ hội diễn ra tại Tam Dương (Vĩnh Phúc).", "vinh-phuc-1997"),
        ("Du khách đổ về Nha Trang dịp lễ.", "khanh-hoa-1989"),
        ("Mưa ngập ở huyện Quảng Ninh.", "quang-binh-1989"),
        ("Mưa ngập ở huyện Hòa Bình.", "bac-lieu-1997"),
        ("Mưa ngập ở thành phố Hòa Bình.", "hoa-binh-1991"),
        ("Thành ủy Hòa Bình họp.", "hoa-binh-1991"),
        ("Cháy nhà ở quận Hoàng Mai.", "ha-noi-2008"),
        ("Cháy nhà ở thị xã Hoàng Mai.", "nghe-an-1991"),
        ("Mưa ngập ở huyện Sơn Tây.", "quang-ngai-1989"),
        ("Đoàn công tác đến huyện Đăk Mil.", "dak-nong-2004"),
        ("Đoàn công tác đến huyện Cư M’gar.", "dak-lak-2004"),
        ("Đoàn công tác đến thành phố Huế.", "thua-thien-hue-1989"),
        ("Đoàn công tác đến H.Nhơn Trạch.", "dong-nai-1976"),
        ("Bí thư Huyện ủy Yên Dũng trả lời.", "bac-giang-1997"),
    ],
)
def test_a_district_leads_to_its_province(text: str, unit: str) -> None:
    assert subjects(text) == [unit]


def test_an_ambiguous_district_counts_only_with_its_province() -> None:
    assert locate(article("Mưa ngập ở huyện Châu Thành.")) == ()
    text = "Mưa ngập ở huyện Châu Thành. UBND tỉnh Trà Vinh chỉ đạo khắc phục."
    assert subjects(text) == ["tra-vinh-1991"]
    assert score(text, "tra-vinh-1991") > score("UBND tỉnh Trà Vinh chỉ đạo khắc phục.", "tra-vinh-1991")


def test_an_ambiguous_district_of_the_papers_home_counts() -> None:
    assert score("Mưa ngập ở huyện Châu Thành.", "kien-giang-1976", home="Kiên Giang") > HOME_WEIGHT


def test_a_numbered_district_needs_its_city() -> None:
    assert locate(article("Mỗi quận 1 đội, mỗi huyện 2 đội.")) == ()
    text = "Cháy ở quận 1. TP.HCM điều xe."
    assert score(text, "ho-chi-minh-1976") > score("TP.HCM điều xe.", "ho-chi-minh-1976")


def test_a_list_of_provinces_is_not_about_its_first() -> None:
    text = "Đoàn làm việc với các tỉnh Hà Giang, Cao Bằng."
    assert score(text, "ha-giang-1991") == score(text, "cao-bang-1978")


@pytest.mark.parametrize(
    ("text", "day", "unit"),
    [
        ("UBND tỉnh Phú Thọ họp.", "2025-06-30", "phu-tho-1997"),
        ("UBND tỉnh Phú Thọ họp.", "2025-07-01", "phu-tho-2025"),
        ("UBND tỉnh Tuyên Quang (mới) họp.", "2025-06-30", "tuyen-quang-2025"),
        ("UBND tỉnh Tuyên Quang (cũ) họp.", "2025-06-30", "tuyen-quang-1991"),
        ("UBND tỉnh Bắc Ninh (cũ) họp.", "2025-08-01", "bac-ninh-1997"),
        ("UBND tỉnh Đắk Lắk (cũ) họp.", "2025-06-30", "dak-lak-2004"),
        ("UBND tỉnh Cần Thơ (cũ) họp.", "2015-06-30", "can-tho-1991"),
        ("UBND tỉnh Bắc Ninh (trước sáp nhập) họp.", "2025-08-01", "bac-ninh-1997"),
        ("UBND thành phố Bắc Ninh họp.", "2020-08-01", "bac-ninh-1997"),
        ("UBND thành phố Bắc Ninh họp.", "2026-10-01", "bac-ninh-2026"),
        ("Người Vĩnh Phúc nhớ mãi.", "2026-02-01", "vinh-phuc-1997"),
        ("Người Hà Tây nhớ mãi.", "2010-02-01", "ha-tay-1991"),
        ("Mưa ngập ở huyện Tam Dương.", "2026-02-01", "phu-tho-2025"),
        ("Mưa ngập ở thị xã Hà Đông.", "2005-02-01", "ha-tay-1991"),
        ("Mưa ngập ở quận Hà Đông.", "2015-02-01", "ha-noi-2008"),
        ("UBND thành phố Huế họp.", "2025-02-01", "hue-2025"),
        ("Festival ở Huế bắt đầu.", "2018-02-01", "thua-thien-hue-1989"),
        ("UBND tỉnh Hà Bắc họp.", "1995-02-01", "ha-bac-1976"),
        ("UBND tỉnh Cần Thơ họp.", "2003-12-31", "can-tho-1991"),
        ("UBND tỉnh Gia Lai - Kon Tum (cũ) từng họp.", "2019-02-01", "gia-lai-kon-tum-1976"),
        ("UBND tỉnh Phú Thọ họp.", "2020", "phu-tho-1997"),
    ],
)
def test_the_unit_is_that_of_the_day(text: str, day: str, unit: str) -> None:
    assert subjects(text, day=day) == [unit]


def test_a_dissolved_double_name_means_its_two_heirs() -> None:
    assert sorted(subjects("Mưa lớn ở Gia Lai - Kon Tum.", day="2019-02-01")) == [
        "gia-lai-1991",
        "kon-tum-1991",
    ]
    assert subjects("Mưa lớn ở Bà Rịa – Vũng Tàu.", day="2019-02-01") == ["ba-ria-vung-tau-1991"]
    assert sorted(subjects("Mưa lớn ở Gia Lai, Kon Tum.", day="1985")) == ["gia-lai-kon-tum-1976"]


def test_an_undated_text_means_the_unit_printed() -> None:
    assert subjects("UBND tỉnh Phú Thọ họp.") == ["phu-tho-1997"]
    assert subjects("UBND tỉnh Thừa Thiên Huế họp tại huyện A Lưới.") == ["thua-thien-hue-1989"]


def test_an_undated_old_province_is_that_of_before_the_merger() -> None:
    assert subjects("UBND tỉnh Đắk Lắk (cũ) họp.") == ["dak-lak-2004"]
    assert subjects("UBND thành phố Hà Nội (cũ) họp.") == ["ha-noi-1976"]


def test_an_undated_text_of_the_reform_means_the_new_unit() -> None:
    assert subjects("UBND tỉnh Phú Thọ vận hành chính quyền địa phương 2 cấp.") == ["phu-tho-2025"]


def test_the_home_of_the_paper_is_the_subject_of_its_unnamed_province() -> None:
    source = article("Bí thư Tỉnh ủy yêu cầu các ngành vào cuộc.", home="Hòa Bình", day="2015-03-02")
    (place,) = locate(source)
    assert (place.unit, place.role) == ("hoa-binh-1991", "subject")
    assert [source.body[span.start : span.end] for span in place.evidence] == ["Tỉnh ủy"]


def test_home_alone_has_no_evidence_and_a_small_score() -> None:
    (place,) = locate(article("Vụ lúa năm nay được mùa.", home="Hòa Bình"))
    assert (place.role, place.score, place.evidence) == ("subject", HOME_WEIGHT, ())


def test_home_yields_to_a_strong_subject() -> None:
    text = "UBND tỉnh Sơn La họp. Chủ tịch UBND tỉnh Sơn La kết luận."
    assert subjects(text, home="Hòa Bình") == ["son-la-1976"]


def test_home_is_the_unit_that_holds_it_on_the_day() -> None:
    assert subjects("Vụ lúa năm nay được mùa.", home="Hòa Bình", day="2026-01-05") == ["phu-tho-2025"]


def test_a_province_named_after_the_body_is_not_the_papers_own() -> None:
    places = locate(article("Tỉnh ủy Sơn La họp.", home="Hòa Bình"))
    assert {place.unit: len(place.evidence) for place in places}["son-la-1976"] == 1
    assert all(not place.evidence for place in places if place.unit == "hoa-binh-1991")


def test_old_spellings_of_the_tone_and_of_highland_names_are_found() -> None:
    assert subjects("UBND tỉnh Khánh Hoà họp.") == ["khanh-hoa-1989"]
    assert subjects("UBND tỉnh Đắc Lắc họp.", day="2010-01-01") == ["dak-lak-2004"]


def test_nothing_comes_of_nothing() -> None:
    assert locate(article()) == ()


def test_every_district_of_the_table_stands_in_a_known_province() -> None:
    for row in read_table("districts.csv"):
        assert named_on(row["province"], UNDATED), row


def test_the_longest_name_is_found() -> None:
    (found,) = find(read_passage("Huyện Hàm Thuận Bắc"), UNDATED)
    assert found.name.districts[0].name == "Hàm Thuận Bắc"


def test_a_province_named_only_late_in_national_news_is_mentioned_not_its_subject() -> None:
    text = FAR + "Ông An từng công tác tại tỉnh Sơn La. Chị Bình sống ở Hà Tĩnh."
    assert subjects(text) == []
    assert mentioned(text) == ["son-la-1976", "ha-tinh-1991"]


def test_a_province_named_late_but_again_and_again_is_the_subject() -> None:
    text = (
        FAR
        + "Tỉnh Sơn La hát. UBND tỉnh Sơn La hỗ trợ. Sở Công Thương Sơn La xúc tiến. Xoài của tỉnh Sơn La tốt."
    )
    assert subjects(text) == ["son-la-1976"]


def test_a_paper_that_speaks_of_its_tỉnh_ủy_at_the_top_may_name_the_province_late() -> None:
    assert subjects("Chiều nay, Thường trực Tỉnh ủy họp. " + FAR + "Kinh tế tỉnh Sơn La phát triển.") == [
        "son-la-1976"
    ]


def test_somebodys_former_office_behind_the_opening_hardly_counts() -> None:
    text = FAR + "Ông An, nguyên Chủ tịch UBND tỉnh Sơn La, cho rằng cần đổi mới."
    assert score(text, "son-la-1976") == 0.2
    assert score(FAR + "Tài nguyên tỉnh Sơn La phong phú.", "son-la-1976") == 3.0
    assert score("Nguyên Chủ tịch UBND tỉnh Sơn La bị bắt.", "son-la-1976") == 6.0


def test_national_news_in_a_papers_pages_is_not_of_its_province() -> None:
    text = "Theo thông tư mới của Bộ Tài chính, mức phí tên miền được điều chỉnh từ tháng 5."
    assert subjects(text, home="Hòa Bình") == []
    assert subjects(text + " Công an tỉnh khuyến cáo người dân.", home="Hòa Bình") == ["hoa-binh-1991"]


def test_a_unit_that_is_no_more_gives_its_weight_to_its_heir_where_that_is_named() -> None:
    text = "TP.HCM: nhiều phường thuộc tỉnh Bình Dương cũ làm thủ tục trực tuyến."
    assert subjects(text, day="2025-11-11") == ["ho-chi-minh-2025"]
    assert mentioned(text, day="2025-11-11") == ["binh-duong-1997"]
    assert subjects("Các xã của tỉnh Bình Dương cũ đón Tết.", day="2025-11-11") == ["binh-duong-1997"]


def test_where_somebody_comes_from_hardly_counts() -> None:
    assert score("Cô gái đến từ Tiền Giang đoạt giải.", "tien-giang-1976") < 1
