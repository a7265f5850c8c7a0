"""Articles for a test that needs many: they name officials, let them speak, and are now and then printed twice."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

_PLACES = ("Vĩnh Phúc", "Cà Mau", "Nam Định", "Quảng Trị", "Lào Cai")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ")
_GIVEN = ("Văn Bình", "Thị Hòa", "Đức Thuận", "Minh Lượng", "Quang Vinh")
_MATTERS = ("thủy lợi", "nghề cá", "trồng rừng", "trường học", "đường liên xã", "chợ đầu mối", "nước sạch")
_ENDINGS = ("trước mùa mưa", "trong quý tới", "ở vùng sâu", "cùng với người dân", "theo đúng kế hoạch")


def write_articles(path: Path, count: int, seed: int = 5) -> Path:
    """Articles that name officials, let them speak, and are now and then printed twice."""
    random = Random(seed)
    told: list[str] = []
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = random.choice(told) if told and number % 9 == 0 else _story(random)
            told.append(text)
            title, day = (
                f"Tin {random.choice(_MATTERS)}",
                f"20{random.randint(10, 24)}-0{random.randint(1, 9)}",
            )
            row = {
                "id": f"tin-{number}",
                "title": title,
                "date": day,
                "text": text,
                "source": f"Báo {number % 4}",
            }
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def _story(random: Random) -> str:
    place, name = random.choice(_PLACES), f"{random.choice(_FAMILIES)} {random.choice(_GIVEN)}"
    sentences = [f"Đồng chí {name}, Chủ tịch UBND tỉnh {place}, dự hội nghị về {random.choice(_MATTERS)}."]
    sentences += [
        f"Đồng chí {name} đề nghị các xã làm {random.choice(_MATTERS)} {random.choice(_ENDINGS)}, "
        f"{random.choice(_MATTERS)} {random.randint(2, 90)} điểm {random.choice(_ENDINGS)}."
        for _ in range(random.randint(2, 8))
    ]
    return "\n".join(sentences)
