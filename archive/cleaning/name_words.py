"""Words of names: of persons, posts and institutions, and words that no name holds. Facts of Vietnamese usage."""

from __future__ import annotations

from archive.cleaning.vocabulary import phrases


def _syllables(table: str) -> frozenset[str]:
    return frozenset(table.split())


POST_WORDS = phrases(
    """
    bí thư | phó bí thư | chủ tịch | phó chủ tịch | giám đốc | phó giám đốc | chánh văn phòng | trưởng ban
    phó trưởng ban | trưởng đoàn | bộ trưởng | thứ trưởng | thủ tướng | phó thủ tướng | tổng bí thư
    chủ nhiệm | trưởng phòng | phó trưởng phòng | ủy viên | uỷ viên | đại tá | thượng tá | trung tá
    thiếu tướng | trung tướng | chỉ huy trưởng | chính ủy | chính uỷ | viện trưởng | chánh án | hiệu trưởng
    cục trưởng | chi cục trưởng | tổng giám đốc | thường trực | quyền chủ tịch | phó trưởng đoàn
    tổng cục trưởng | đại tướng | thượng tướng
    """
)
"""Beginnings of posts, lower case."""

SURNAMES = _syllables(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lâm trịnh mai đào cao hà tô tạ
    lương trương châu quách lưu thái tống phùng vương đàm nghiêm chu bạch la từ tăng kiều hứa doãn khổng khuất thân
    giáp ninh tôn giàng lò vàng sùng hạng nông ma triệu thạch danh quàng cầm lường vì vi lù thào mùa tráng chảo tẩn
    bàn hầu
    """
)
"""Surnames of the Vietnamese and of the peoples of the mountains and the delta, lower case."""

DOCUMENT_NAMES = frozenset(
    phrases(
        """
        công điện | thông báo | quyết định | nghị quyết | nghị định | kế hoạch | chỉ thị | thông tư
        hướng dẫn | báo cáo | tờ trình | công văn | giấy mời | thư mời | thư ngỏ | lời kêu gọi | thư kêu gọi
        biên bản | quy chế | quy định | danh sách | chương trình | đề án | thể lệ | lịch tiếp công dân
        điều lệ | kết luận | phụ lục | đề cương
        """
    )
)
"""Names of documents that stand alone over their text, lower case."""

NAMELESS_WORDS = _syllables(
    """
    các những cùng bài mục của được không trong với tại ngày tháng về khác xem đọc
    email print facebook zalo twitter google share tweet like home pdf rss
    """
)
"""Words that lists, headings and buttons have and no person's name, lower case."""

INSTITUTION_OPENERS = phrases(
    """
    vp | ban | báo | bộ | bộ chỉ huy | chi cục | công an | công đoàn | cổng | cộng tác viên | cục | đài
    đảng ủy | đoàn | đội | hội | khoa | liên đoàn | mặt trận | nhóm | phòng | sở | thành đoàn | tỉnh đoàn
    tỉnh ủy | tổ | trạm | trung tâm | trường | ubnd | ủy ban | uỷ ban | văn phòng | viện | huyện đoàn
    huyện ủy | hạt kiểm lâm | ban biên tập | tòa soạn | hđnd | tạp chí | trang thông tin
    """
)
"""Beginnings of the names of institutions that sign a text, lower case."""

ORGANISATION_OPENERS = frozenset(
    phrases(
        """
        ban | báo | bộ | cục | đảng | đội | hội | huyện | hđnd | khối | mặt | nhà | phòng
        phường | quận | sở | tỉnh | tổng | ttxvn | ubnd | ủy | uỷ | viện | xã
        """
    )
)
"""First syllables of organisations and places: no person's name begins so, lower case."""

ORGANISATION_WORDS = frozenset(("tỉnh", "huyện", "ubnd", "hđnd", "ủy", "uỷ"))
"""Syllables that no person's name holds, lower case."""
