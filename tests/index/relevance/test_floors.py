"""What ranking must do at least, on a small collection of our own: a change that makes it worse is seen here."""

from __future__ import annotations

import pytest

from archive.settings import read_settings
from index.relevance.evaluation import RelevanceEvaluation, evaluate, indexed
from index.relevance.judgements import Question, Text, title_questions

TEXTS = [
    Text(
        "đập-mới",
        "Đắp đập ngăn mặn trên kênh Bà Rừng",
        "Xã Đồi Mây vừa đắp xong đập ngăn mặn dài 30 mét. Nước ngọt đã về ruộng của 400 hộ trồng lúa.",
    ),
    Text(
        "hạn-mặn",
        "Hạn mặn đến sớm ở vùng ven biển",
        "Mùa khô năm nay nước mặn vào sâu bốn mươi cây số. Tỉnh khuyên dân không xuống giống vụ lúa thứ ba.",
    ),
    Text(
        "muối",
        "Giá muối tăng, người làm muối phấn khởi",
        "Trời nắng hạn, ruộng muối được mùa. Nhiều hộ ven biển thu lãi gấp đôi, dù đồng lúa bên cạnh bị mặn.",
    ),
    Text(
        "đường-sắt",
        "Tàu hỏa chậm giờ vì sạt lở đường sắt",
        "Mưa lớn làm sạt lở hai đoạn đường sắt qua đèo Lá Thông. Ngành đường sắt đưa khách sang xe buýt.",
    ),
    Text(
        "sắt-thép",
        "Giá sắt thép giảm, đường làng nhanh xong",
        "Sắt rẻ hơn hai nghìn đồng một cân. Nhờ sắt rẻ, đường thôn, đường bản xong sớm, đường nào cũng cốt sắt.",
    ),
    Text(
        "học-sinh",
        "Học sinh bản Cao trở lại lớp sau Tết",
        "Thầy giáo đến từng nhà vận động. Năm nay chỉ còn ba học sinh bỏ học vì nhà xa và phải trông em.",
    ),
    Text(
        "sinh-học",
        "Phân bón sinh học giúp vườn chè xanh lại",
        "Học viên sinh năm nào cũng học ủ phân sinh học. Học xong, họ bỏ hẳn phân hóa học vì chè tốt hơn.",
    ),
    Text(
        "trạm-y-tế",
        "Trạm y tế Đồi Mây có bác sĩ",
        "Người dân bản Cao không phải ra huyện khám bệnh. Bác sĩ trực cả ngày nghỉ, thuốc được cấp đủ.",
    ),
    Text(
        "xe-buýt",
        "Thêm tuyến xe buýt về huyện",
        "Xe buýt chạy từ năm giờ sáng. Học sinh và người đi khám bệnh được giảm nửa giá vé.",
    ),
]

QUESTIONS = [
    Question("hạn mặn", "hạn mặn", {"hạn-mặn": 2, "đập-mới": 1}),
    Question("đập", "đập ngăn mặn", {"đập-mới": 2}),
    Question("muối", "giá muối", {"muối": 2}),
    Question("đường sắt", "đường sắt", {"đường-sắt": 2}),
    Question("sắt thép", "giá sắt thép", {"sắt-thép": 2}),
    Question("bỏ học", "vì sao học sinh bỏ học?", {"học-sinh": 2}),
    Question("phân bón", "phân bón sinh học", {"sinh-học": 2}),
    Question("bác sĩ", "bản nào không phải ra huyện khám bệnh nữa?", {"trạm-y-tế": 2, "xe-buýt": 1}),
    Question("xe buýt", "tuyến xe buýt mới chạy từ mấy giờ", {"xe-buýt": 2}),
    Question("nước mặn", "nước mặn vào sâu bao nhiêu cây số?", {"hạn-mặn": 2}),
    Question("không dấu", "sat lo duong sat", {"đường-sắt": 2}),
    Question("không dấu, dài", "nuoc ngot ve ruong trong lua", {"đập-mới": 2}),
]


@pytest.fixture(scope="module")
def asked() -> RelevanceEvaluation:
    with indexed(TEXTS, read_settings({})) as ranking:
        return evaluate(QUESTIONS, ranking)


def test_the_best_answer_comes_first(asked: RelevanceEvaluation) -> None:
    first = {one.question.id: one.ranked[:1] for one in asked.judged}
    best = {one.id: (max(one.grades, key=lambda name: one.grades[name]),) for one in QUESTIONS}
    assert first == best


def test_the_means_are_above_their_floors(asked: RelevanceEvaluation) -> None:
    assert asked.means.ndcg >= 0.98
    assert asked.means.recall == 1


def test_every_title_finds_its_article_first() -> None:
    with indexed(TEXTS, read_settings({})) as ranking:
        assert evaluate(title_questions(TEXTS), ranking).means.first == 1
