"""From a record to an article: fields win, nothing vanishes, what cannot be an article is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.cleaning.cleaning import clean
from archive.errors import ProcessingError
from archive.models import Article, Source
from archive.reading.records import Record
from archive.text.normalization import normalize

TODAY = date(2026, 11, 21)
TITLE = "Sơ kết công tác sáu tháng đầu năm của tỉnh"
LEDE = "Sáng 19/3, đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy làm việc với Sở Tài chính về dự toán."
END = "Hội nghị đã thống nhất nhiều giải pháp cho sáu tháng cuối năm."
PARTS = (
    TITLE,
    LEDE,
    END,
    "19/03/2020 14:58 Số lượt xem: 3072",
    "Quang cảnh hội nghị.",
    "Đồng chí Trần Văn Bình phát biểu. Ảnh: Thu Hà",
    "Sở trao Bằng khen cho xã Hạ vì",
    "có thành tích xuất sắc trong năm.",
    "- Giữ gìn vệ sinh chung.",
    "Tin cùng chuyên mục",
    "Tin, ảnh: Văn Hải",
    "Chính trị",
    "(HBĐT) - Ngày 12/3, huyện Hạ ra quân trồng cây.",
    "Ảnh: Minh Đức",
)


def article(text: str, **fields: str) -> Article:
    return clean(Record(text, fields), "id", Source("Báo tỉnh"), None, TODAY)


def test_fields_win_over_the_text() -> None:
    fields = {"title": "Tên khác", "author": "Thu Hà", "date": "2020-03-20", "category": "Kinh tế"}
    found = article(f"{LEDE}\n{END}\nVăn Hải", **fields)
    assert (found.title, found.byline, found.category) == ("Tên khác", "Thu Hà", "Kinh tế")
    assert found.published is not None
    assert (found.published.value, found.published.provenance) == ("2020-03-20", "field")
    assert found.paragraphs == (LEDE, END)


def test_paragraphs_of_records_stand_on_lines() -> None:
    assert article(f"{LEDE}\n{END}", title=TITLE).paragraphs == (LEDE, END)


@pytest.mark.parametrize("text", ["", " \n\t\n", "19/03/2020", "Số lượt xem: 3072"])
def test_text_without_a_body_is_refused(text: str) -> None:
    with pytest.raises(ProcessingError, match="no body is left") as caught:
        article(text)
    assert caught.value.step == "clean"


def test_undated_stays_undated() -> None:
    found = article(f"{TITLE}\n\n{END}")
    assert (found.published, found.event, found.sort_date) == (None, None, None)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=9))
def test_nothing_vanishes_unrecorded(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    try:
        found = article(text)
    except ProcessingError:
        return
    kept = [found.title or "", *found.paragraphs, *(removal.text for removal in found.removals)]
    kept += [f"{caption.text} {caption.credit or ''}" for caption in found.captions]
    everything = set(" ".join(kept).split())
    missing = {word for word in normalize(text).split() if word not in everything}
    assert missing <= {"Ảnh:", "|", "-"}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_cleaned_or_refused(text: str) -> None:
    try:
        found = article(text)
    except ProcessingError:
        return
    assert all(found.paragraphs)


def test_bytes_that_could_not_be_decoded_are_on_record() -> None:
    found = article(
        "Hội nghị tổng kết năm\n\nÔng Nguyễn Văn An, Chủ t\ufffdch UBND xã, phát biểu tại hội nghị.\n"
    )
    lost = [repair for repair in found.repairs if repair.kind == "undecodable"]
    assert [(repair.before, repair.certain) for repair in lost] == [("t\ufffdch", False)]
    assert lost[0].span is not None
    assert found.body[lost[0].span.start : lost[0].span.end] == "t\ufffdch"
