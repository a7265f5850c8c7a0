"""A judged set of our own, written as the real ones are."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Mapping
from pathlib import Path

TEXTS = {
    "nguồn-nước": (
        "Nước mặn vào sâu trên sông Cái Mây",
        "Mùa khô năm nay nước mặn vào sâu hơn bốn mươi cây số. Người trồng lúa phải đắp đập giữ nước ngọt.",
    ),
    "cầu-mới": (
        "Thông xe cây cầu qua sông Cái Mây",
        "Sáng 5/6, huyện thông xe cây cầu mới. Bà con hai bờ không còn phải qua phà khi trời mưa.",
    ),
    "trường": (
        "Học sinh vùng cao trở lại lớp sau Tết",
        "Thầy giáo đến từng nhà vận động học sinh. Đến nay cả trường chỉ còn ba em chưa đến lớp.",
    ),
}


def lines(objects: Iterable[Mapping[str, object]]) -> str:
    """JSON lines."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)


def corpus() -> str:
    """The texts as a corpus."""
    return lines({"_id": name, "title": title, "text": text} for name, (title, text) in TEXTS.items())


def write_set(folder: Path, questions: Mapping[str, str], qrels: str, *, packed: bool = False) -> Path:
    """A folder in BEIR form.

    Args:
        questions: by id.
        qrels: its lines, cells parted by blanks.
        packed: whether the files of JSON lines are packed.
    """
    asked = lines({"_id": name, "text": text} for name, text in questions.items())
    for name, content in (("corpus", corpus()), ("queries", asked)):
        if packed:
            (folder / f"{name}.jsonl.xz").write_bytes(lzma.compress(content.encode()))
        else:
            (folder / f"{name}.jsonl").write_text(content, "utf-8")
    rows = ["query-id\tcorpus-id\tscore", *("\t".join(line.split()) for line in qrels.splitlines())]
    (folder / "qrels.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    return folder
