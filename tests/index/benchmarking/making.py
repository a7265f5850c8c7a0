"""A few dozen articles, made of sentences of our own in the manner of a provincial paper, and an archive of them."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

PLACES = ("Nam Định", "Cà Mau", "Phú Yên", "Lào Cai")
NAMES = ("Trần Văn Lúa", "Lê Thị Sông", "Phạm Văn Rừng", "Đỗ Thị Đồng")
NEWS = (
    "Sáng nay, hội nghị về sản xuất vụ đông xuân đã diễn ra tại trung tâm văn hóa tỉnh.",
    "Các xã ven biển đã gieo cấy xong hơn hai nghìn héc-ta lúa, trong đó có nhiều giống mới.",
    "Ngành thủy lợi đã nạo vét kênh mương và sửa chữa các trạm bơm để lấy nước cho đồng ruộng.",
    "Nhiều hộ dân đã chuyển sang trồng rau sạch và nuôi tôm, thu nhập tăng rõ rệt so với năm trước.",
    "Đường liên thôn được bê tông hóa, trường học và trạm y tế được xây mới khang trang.",
    "Mưa lớn kéo dài làm ngập hàng trăm héc-ta hoa màu, chính quyền đã huy động máy bơm tiêu úng.",
    "Lễ hội đầu xuân thu hút đông đảo du khách, các nghề truyền thống được giới thiệu rộng rãi.",
    "Cán bộ và nhân dân cùng nhau giữ rừng, trồng cây gây rừng trên đồi trọc.",
)
SAID = (
    "các địa phương phải lấy nước đúng lịch và giữ nước trong kênh mương",
    "ngành nông nghiệp cần đưa giống mới về từng xã",
    "nhân dân đã đóng góp nhiều công sức làm đường và giữ rừng",
    "các trạm y tế phải có đủ thuốc trong mùa mưa",
)


def articles(count: int = 36) -> list[dict[str, str]]:
    """Records as `khobao ingest` reads them."""
    random = Random(7)
    made = []
    for number in range(count):
        place, name = random.choice(PLACES), random.choice(NAMES)
        sentences = random.sample(NEWS, 5)
        speech = f"Chủ tịch UBND tỉnh {place} {name} yêu cầu {random.choice(SAID)}."
        day = f"{random.choice((2018, 2019, 2020))}-0{random.randint(1, 9)}-1{random.randint(0, 9)}"
        text = "\n".join(
            [f"Tỉnh {place} có tin vui. " + " ".join(sentences[:3]), speech, " ".join(sentences[3:])]
        )
        made.append(
            {
                "id": f"bai-{number}",
                "title": f"Tin từ {place} số {number}",
                "date": day,
                "source": "Báo Mẫu",
                "text": text,
            }
        )
    return made


def write_articles(path: Path, count: int = 36) -> Path:
    """The records as a file."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in articles(count))
    path.write_text("".join(lines), "utf-8")
    return path
