"""Words around a date that say whether it is the day an article reports from, as alternatives of patterns."""

from __future__ import annotations


def _alternatives(table: str) -> str:
    """The lines of a table as alternatives of one pattern; a blank within a line is any one blank."""
    return "|".join(
        line.strip().replace(" | ", "|").replace(" ", r"\s") for line in table.strip().splitlines()
    )


PARTS_OF_DAY = r"rạng\ssáng|sáng\ssớm|sáng|trưa|chiều\stối|chiều|tối|đêm|khuya"
"""Parts of a day, longer ones first."""

DOCUMENT_BEFORE = _alternatives(
    r"""
    số \S*\d\S* | \d+[\w-]* ?/ ?[\w-]+(?: ?- ?[\w-]+)* | ban hành | ký | cấp | phê duyệt
    (?:nghị quyết|quyết định|nghị định|thông tư|chỉ thị|công văn|văn bản|kế hoạch)(?: [^\s,.;:]+){0,4}
    (?:thông báo|công điện|tờ trình|luật|pháp lệnh)(?: [^\s,.;:]+){0,4}
    (?:kết luận|hướng dẫn|đề án|biên bản|giấy phép|báo cáo)(?: [^\s,.;:]+){0,4}
    """
)
"""Ends of what stands before `ngày D/M` when that is the date of a decree or a paper."""

NOT_REPORTED_BEFORE = _alternatives(
    r"""
    trước đó | trước đây | trước | cách đây | từ trước | đầu tiên | lần đầu | tại | trận | vào cuối
    kể từ | tính đến | tính từ | đến | đến hết | đến trước | cho đến | hết | hạn | chậm nhất | sắp tới
    áp dụng | hiệu lực(?: thi hành)?(?: từ| kể từ)? | (?:sẽ|dự kiến)(?: [^\s.;:]+){0,5}
    thành lập | tái lập | giải phóng | sinh | mất | qua đời | nhập ngũ | ra đời
    nhân | nhân dịp | dịp | mừng | chào mừng | kỷ niệm | hướng tới | tiến tới | truyền thống | quốc khánh | lễ
    """
)
"""Ends of what stands before a date of the past, a deadline, a birth, a memorial day."""

NOT_REPORTED_AFTER = _alternatives(
    "tới đây | tới | sắp tới | hằng năm | hàng năm | âm lịch | đến nay | trở đi | trở về trước"
)
"""Beginnings of what stands after a date that is not the day reported from."""

FUTURE_YEAR_BEFORE = _alternatives(
    r"""
    đến | tới | giai đoạn | hướng | tầm nhìn | mục tiêu | cuối | trước | sau | từ | nhiệm kỳ | khóa | khoá
    sinh | lập | tái lập
    """
)
"""Words before `năm Y` with which Y is not the year an article was written in."""

TO_COME_BEFORE = _alternatives(
    """
    sẽ | dự kiến | phấn đấu | mục tiêu | kế hoạch | quy hoạch | định hướng | dự toán | chỉ tiêu
    kỷ niệm | chào mừng | hướng tới | tiến tới | đại lễ
    """
)
"""Words that put what follows them in their clause into the time to come."""

OFFICIAL_WORDS = r"[Đđ]ồng\schí|Tỉnh\s[uủ][yỷ]|Huyện\s[uủ][yỷ]|(?:UBND|HĐND)\s(?:tỉnh|huyện)"
"""Words of provincial reports of official business."""
