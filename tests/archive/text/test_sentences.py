"""Cutting a paragraph into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.sentences import sentences

pieces = st.lists(
    st.sampled_from(
        ["Ông An", "nói", ".", "...", "…", "?", "“", "”", "(", ")", " ", "TP.", "1.600", "-", "\n", "a", "A"]
    )
)


def cut(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentences(paragraph)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Hội nghị đã kết thúc. | Các đại biểu ra về.",
        "Ai sẽ làm? | Chúng ta! | Không ai khác.",
        "Trồng cam, bưởi, chè… | Huyện hỗ trợ giống.",
        "Còn đề xuất.... | Trao đổi thêm, lãnh đạo sở nhất trí.",
        "Đạt 90 máy/100 dân. | 100% số xã có mạng.",
        "Phương châm “đi trước một bước”. | Chủ động triển khai.",
        "Bà nói: “Tỉnh sẽ làm ngay.” | Ông gật đầu.",
        "Thu tăng (so với cùng kỳ). | Chi giảm.",
        "Ra chỉ thị. | - Về công tác cán bộ, tỉnh yêu cầu.",
        "Đã họp xong. | “Chúng tôi đồng ý”, ông An nói.",
        "Theo tinh thần Đại hội lần thứ XVII. | Các sở thực hiện.",
        "Thông qua nghị quyết khóa X. | Báo cáo nêu rõ hạn chế.",
        "Bản khai của chị T. | Sau đó tòa nghị án.",
        "Ngày 22. 4. 2019 họp. | Ngày 23 nghỉ.",
        "Hoàn thành nhiệm vụ.| Đồng chí Bí thư phát biểu.",
        "Phát triển CNTT. | Hạ tầng được đầu tư.",
    ],
)
def test_sentences_end_here(paragraph: str) -> None:
    assert cut(paragraph.replace("| ", "")) == [sentence.strip() for sentence in paragraph.split("|")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Triển khai một số công việc như : Xây dựng quy hoạch, kế hoạch.",
        "Cấp phép tập san, tạp chí... theo quy định.",
        "Bảo đảm an toàn thông tin…; tập trung triển khai hạ tầng.",
        "Phát triển CNTT của tỉnh Là nhịp cầu nối các cơ quan.",
        "Doanh thu đạt hơn 1.600 tỷ đồng và 13.5 điểm.",
        "Họp tại TP. Vĩnh Yên và TX. Phúc Yên.",
        "Ủy viên T.Ư Đảng dự họp.",
        "Các ông PGS.TS. Lê Văn An, Th.S Trần Bình, TS. Nguyễn Chi dự.",
        "Người dân ở Q. Thủ Đức và H. Phong Điền phản ánh.",
        "Tổng thống J. Biden đã đến.",
        "1. Tăng cường công tác lãnh đạo.",
        "“Bao giờ xong?” bà hỏi lại.",
        "Theo ông An (nguyên giám đốc. Nay đã nghỉ) thì khác.",
        "Cổng thông tin vinhphuc.gov.vn đăng tải.",
        "Bổ sung vốn... (trừ các dự án đặc biệt).",
        'Oan cho dân quá! ".',
    ],
)
def test_sentences_do_not_end_here(paragraph: str) -> None:
    assert cut(paragraph) == [paragraph]


def test_surrounding_blanks_are_left_out() -> None:
    assert sentences("  Một.  Hai. ") == [(2, 6), (8, 12)]


@pytest.mark.parametrize("paragraph", ["", "  ", "\n"])
def test_blank_paragraphs_have_no_sentences(paragraph: str) -> None:
    assert sentences(paragraph) == []


@given(st.one_of(pieces.map("".join), st.text()))
def test_sentences_cover_everything_but_blanks(paragraph: str) -> None:
    assert "".join("".join(cut(paragraph)).split()) == "".join(paragraph.split())
    assert all(sentence == sentence.strip() != "" for sentence in cut(paragraph))
