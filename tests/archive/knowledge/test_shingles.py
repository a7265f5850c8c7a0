"""What makes two texts one story: small edits do, a shared frame or template does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.knowledge.shingles import LEAST_SHINGLES, is_near_duplicate, overlap, shingled
from archive.sources import UNKNOWN

STORY = (
    "Sáng 12/3, tại xã Hòa Sơn, Hội Nông dân tỉnh tổ chức lễ bàn giao 15 căn nhà cho các hộ nghèo bị mất nhà "
    "trong trận lũ tháng 10 năm ngoái. Mỗi căn rộng 36 m2, trị giá 120 triệu đồng, do hội viên trong tỉnh và "
    "hai doanh nghiệp xây dựng cùng góp. Bà Trần Thị Mận, 67 tuổi, ở thôn Đông, nói rằng suốt 5 tháng qua bà "
    "phải ở nhờ nhà con gái. Chủ tịch hội cho biết từ nay đến cuối năm sẽ làm thêm 20 căn ở các xã ven sông, "
    "nơi nước còn lên cao mỗi mùa mưa và đường vào thôn vẫn chưa được đổ bê tông."
)
OTHER_STORY = (
    "Chiều cùng ngày, đoàn kiểm tra của Sở Y tế làm việc với bệnh viện huyện về việc mua thuốc. Bệnh viện thiếu "
    "41 loại thuốc thông thường, người bệnh phải tự mua ở ngoài. Giám đốc bệnh viện giải trình rằng hồ sơ mời "
    "thầu nộp từ quý trước vẫn chưa được duyệt, còn kho dự phòng chỉ đủ dùng trong hai tuần nữa mà thôi."
)
FRAME = (
    "Bạn đang xem tin trên trang của Đài Phát thanh và Truyền hình. Theo dõi chúng tôi trên các mạng xã hội để "
    "không bỏ lỡ tin mới. Mọi ý kiến đóng góp xin gửi về hộp thư bạn xem đài hoặc gọi đường dây nóng của ban biên "
    "tập trong giờ hành chính. Ghi rõ nguồn khi phát hành lại nội dung từ trang này, mọi sao chép không xin phép "
    "đều bị xử lý theo quy định của pháp luật về bản quyền tác giả và quyền liên quan đang có hiệu lực."
)
BULLETIN = (
    "Giá lúa hôm nay tại các chợ đầu mối trong tỉnh: lúa thơm {0} đồng một ký, lúa thường {1} đồng một ký, nếp {2} "
    "đồng một ký. Thương lái cho biết sức mua ổn định, nguồn hàng về đều, các kho trong vùng vẫn nhận lúa như mọi "
    "ngày và chưa có thay đổi nào về cách cân đo. Bà con theo dõi bản tin ngày mai trên trang này để biết giá mới "
    "nhất, hoặc hỏi trực tiếp ban quản lý chợ gần nhà trước khi chở lúa đi bán xa."
)


def same(one: str, other: str, *, sources: tuple[str, str] = ("Báo A", "Báo B")) -> bool:
    return is_near_duplicate(shingled(sources[0], one), shingled(sources[1], other))


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.upper(),
        STORY.replace("Hòa", "Hoà").replace(". ", ".\n\n"),
        STORY.replace("nói rằng", "kể rằng").replace("Chủ tịch hội", "Ông chủ tịch hội"),
        "Lan Anh đưa tin từ hiện trường. " + STORY,
        STORY.partition(" Chủ tịch hội")[0],
        f"{STORY} {OTHER_STORY}",
    ],
    ids=["verbatim", "capitals", "spelling", "small edits", "byline", "cut short", "added to"],
)
def test_a_story_is_known_again_in_another_paper(copy: str) -> None:
    assert same(STORY, copy)
    assert same(copy, STORY)


def test_different_stories_are_different() -> None:
    assert not same(STORY, OTHER_STORY)


def test_a_digest_does_not_tie_together_the_stories_it_holds() -> None:
    digest = f"{STORY} {OTHER_STORY} {FRAME}"
    assert not same(STORY, digest)
    assert not same(OTHER_STORY, digest)


def test_a_paper_that_repeats_its_frame_does_not_repeat_its_stories() -> None:
    first, second = (f"{news} {FRAME}" for news in (STORY[:120], OTHER_STORY[:100]))
    assert overlap(shingled("Đài", first), shingled("Đài", second)) > 0.75
    assert not same(first, second, sources=("Đài", "Đài"))


def test_papers_that_are_not_known_may_be_different_ones() -> None:
    edited = (
        STORY.replace("ngoái", "qua")
        .replace("trị giá", "giá")
        .replace("ở thôn", "người thôn")
        .replace("suốt", "")
    )
    assert same(STORY, edited, sources=(UNKNOWN.name, UNKNOWN.name))
    assert not same(STORY, edited, sources=("Báo A", "Báo A"))


@pytest.mark.parametrize("sources", [("Báo A", "Báo A"), ("Báo A", "Báo B")])
def test_a_bulletin_of_another_day_is_another_story(sources: tuple[str, str]) -> None:
    today, tomorrow = BULLETIN.format("7.200", "6.150", "8.900"), BULLETIN.format("7.350", "6.180", "8.750")
    assert overlap(shingled("", today), shingled("", tomorrow)) > 0.7
    assert not same(today, tomorrow, sources=sources)
    assert same(today, today + " Theo ban quản lý chợ.", sources=sources)


def test_texts_of_a_few_words_are_never_compared() -> None:
    short = " ".join(STORY.split()[: LEAST_SHINGLES - 1])
    assert not shingled("Báo A", short).is_comparable
    assert not same(short, short)
    assert not same("", "")


def test_a_text_has_one_name_in_a_source_however_it_is_spelt() -> None:
    spelt = STORY.replace("Hòa", "HOÀ").replace(" ", "\n")
    assert shingled("Báo A", STORY).id == shingled("Báo A", spelt).id
    assert shingled("Báo A", STORY).id != shingled("Báo B", STORY).id
    assert shingled("Báo A", STORY).id != shingled("Báo A", STORY + " Hết.").id


def test_hashes_are_the_same_on_every_machine() -> None:
    text = shingled("Báo A", "một hai ba bốn năm sáu")
    assert text.id == 4192761334815179043
    assert text.sketch == (4782701005353310765, 6895013821230741603)


WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "1", "02", "3")
words = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@given(words, words)
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    first, second = shingled("Báo A", one), shingled("Báo B", other)
    assert is_near_duplicate(first, second) == is_near_duplicate(second, first)
    assert 0 <= overlap(first, second) == overlap(second, first) <= 1
    assert is_near_duplicate(first, first) == first.is_comparable


@given(words)
def test_a_sketch_is_the_beginning_of_the_shingles(text: str) -> None:
    cut = shingled("Báo A", text)
    assert list(cut.sketch) == sorted(set(cut.shingles.tolist()))[:24]
    assert all(0 <= value < 2**63 for value in (cut.id, *cut.sketch))
