"""`khobao suggest` and `khobao similar`, and what a search that finds little is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts.running import khobao, khobao_here, lines_of, record

FOSSIL = (
    "Sáng 19/3/2020, tại Phú Thọ, người dân tìm thấy trứng khủng long ở vườn quốc gia {place}.\n\n"
    "Trứng khủng long được đưa về bảo tàng. {more} Vườn quốc gia {place} sẽ mở cửa cho khách xem khủng long."
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of an archive of two articles about eggs and several about bridges."""
    folder = tmp_path_factory.mktemp("eggs")
    texts = {
        "a": FOSSIL.format(place="Xuân Sơn", more="Các nhà khoa học đo từng quả và chụp ảnh."),
        "b": FOSSIL.format(
            place="Ba Vì", more="Học sinh nhiều trường đã đăng ký đi xem vào dịp nghỉ hè năm nay."
        ),
    }
    texts |= {
        f"c{number}": f"Sáng 19/3/2020, tại Phú Thọ, huyện khởi công cầu số {number}. Cầu dài {number}00 mét."
        for number in range(1, 9)
    }
    path = folder / "in.jsonl"
    path.write_text("\n".join(record(name, text, date="2020-03-20") for name, text in texts.items()), "utf-8")
    data = folder / "archive"
    assert khobao_here(data, "ingest", str(path)).returncode == 0
    return data


def test_suggest_prints_what_may_be_meant(archive: Path) -> None:
    [answer] = lines_of(khobao(archive, "suggest", "khung l", "--json"))
    assert answer["query"] == "khung l"
    words = next(group for group in answer["groups"] if group["kind"] == "words")
    assert words["suggestions"][0] == {"text": "khủng long", "query": "khủng long", "documents": None}
    assert "khủng long" in khobao(archive, "suggest", "khung l").stdout
    assert "No suggestion" in khobao(archive, "suggest", "zzz").stdout


def test_a_filter_that_is_suggested_comes_with_its_count(archive: Path) -> None:
    [answer] = lines_of(khobao(archive, "suggest", "phu th", "--json"))
    [province] = next(group for group in answer["groups"] if group["kind"] == "province")["suggestions"]
    assert (province["field"], province["documents"], province["query"]) == ("province", 10, "")


def test_similar_prints_key_words_and_articles(archive: Path) -> None:
    [answer] = lines_of(khobao(archive, "similar", "a", "--json"))
    assert "khủng long" in [word["text"] for word in answer["key_words"]]
    assert [other["id"] for other in answer["similar"]] == ["b"]
    assert "Key words: " in khobao(archive, "similar", "a").stdout
    assert khobao(archive, "similar", "nobody").returncode == 3


def test_a_search_that_finds_nothing_asks_and_changes_nothing(archive: Path) -> None:
    done = khobao(archive, "search", "khũng long")
    assert "Did you mean: khủng long? (2 results)" in done.stdout
    [answer] = lines_of(khobao(archive, "search", "khũng long", "--json"))
    assert (answer["total"], answer["did_you_mean"]) == (0, {"query": "khủng long", "total": 2})
