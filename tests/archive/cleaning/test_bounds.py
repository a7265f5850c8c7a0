"""Hostile documents end within bounds of time and memory, as an article or with one reason.

Each is read by another process, whose limits are many times what it needs but far below what anything needs that
grows with the square of the length: nothing here measures how fast the machine is.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from archive.cleaning.cleaning import clean
from archive.cleaning.layout import MAX_CHARACTERS
from archive.errors import ProcessingError
from archive.models import Source
from archive.reading.records import Record

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (90, 90))
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from datetime import date
from archive.documents import RawDocument, Rejection
from archive.pipeline import Guidance, process
document = RawDocument("x", "x", sys.argv[1], sys.stdin.buffer.read())
result = process(document, Guidance(date(2026, 1, 1)), segment=False)
print(result.reason if isinstance(result, Rejection) else f"article: {result.article.title}")
"""

TITLE = "Khánh thành cầu suối Đá"
SENTENCE = "Sáng 12/6, lãnh đạo tỉnh dự lễ khánh thành cây cầu mới bắc qua suối, nối hai thôn vùng cao. "
LENGTH = MAX_CHARACTERS - 10_000


def ended(media: str, text: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, media], input=text.encode(), capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode()[-500:]
    return run.stdout.decode().strip()


@pytest.mark.parametrize(
    "repeated",
    ["a", "1.", "(", "x. (", "Ông Nguyễn Văn A (sinh năm 1970), trú tại xã Tân Lập, huyện An Lão. "],
)
def test_a_paragraph_of_the_longest_length_is_read_in_linear_time(repeated: str) -> None:
    paragraph = repeated * (LENGTH // len(repeated))
    assert ended("text", f"{TITLE}\n\n{SENTENCE}\n\n{paragraph}") == f"article: {TITLE}"


@pytest.mark.parametrize(
    "line",
    ["và\n", "Xem thêm\n", "12/12/2012\n", "Nguyễn Văn An\n", "Đại biểu dự lễ số {}. Ảnh: Văn Bình\n"],
)
def test_as_many_lines_as_an_article_may_have_are_read_in_linear_time(line: str) -> None:
    lines = "".join(line.format(number) for number in range(LENGTH // (len(line) + 6)))
    assert ended("text", f"{TITLE}\n\n{SENTENCE}\n{lines}{SENTENCE}").startswith("article: ")


@pytest.mark.parametrize(
    "repeated",
    [
        '<a href="/1">Tin số một hai ba</a><br><img src=a.jpg>',
        '<h3><a href="/1">Tin số một hai ba</a></h3>x<br>',
        "<p class='a b c d e f g h title-menu'>x",
        "<p style='text-align:center;font-family:.VnTime'>x",
    ],
)
def test_as_many_elements_as_a_page_may_have_are_read_in_linear_time(repeated: str) -> None:
    bulk = repeated * (30_000 // repeated.count("<"))
    assert ended("html", f"<h1>{TITLE}</h1>{f'<p>{SENTENCE}</p>' * 6}<div>{bulk}") == f"article: {TITLE}"


def test_a_line_of_ten_million_characters_is_refused_by_its_length() -> None:
    text = SENTENCE * (10_000_000 // len(SENTENCE))
    assert f"{len(text)} characters of text are too many" in ended("text", text)


@pytest.mark.parametrize("field", ["title", "author", "category"])
def test_a_field_as_long_as_many_articles_is_refused(field: str) -> None:
    with pytest.raises(ProcessingError, match="too many for one article"):
        clean(
            Record(SENTENCE, {field: "a - " * MAX_CHARACTERS}), "x", Source("Báo thử"), None, date(2026, 1, 1)
        )
