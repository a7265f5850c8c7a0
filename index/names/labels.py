"""What values of statements are called, in Vietnamese; queries may use any of the words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "act": MappingProxyType(
            {
                "assert": "Khẳng định / Nêu",
                "assess": "Đánh giá",
                "demand": "Yêu cầu",
                "propose": "Đề nghị / Kiến nghị",
                "praise": "Biểu dương",
                "criticise": "Phê bình",
                "promise": "Hứa / Cam kết",
                "agree": "Đồng tình",
                "admit": "Thừa nhận",
                "report": "Báo cáo",
                "thank": "Cảm ơn",
                "other": "Khác",
            }
        ),
        "kind": MappingProxyType(
            {
                "direct": "Nguyên văn",
                "reported": "Thuật lại",
                "mixed": "Thuật lại, có nguyên văn",
                "continuation": "Nói tiếp",
            }
        ),
        "attribution": MappingProxyType(
            {
                "name": "Nêu tên",
                "post": "Chỉ nêu chức vụ",
                "pronoun": "Đại từ",
                "context": "Suy từ ngữ cảnh",
            }
        ),
    }
)
"""Labels of the values of a field. A slash stands between names that are as good as each other."""

NAME_SIGN = "/"
"""Stands between the names in one label."""
