"""CSV: the header is understood, rows come out as they were written, a broken row takes no other with it."""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import ProcessingError
from archive.reading.lines import lines
from archive.reading.tabular import Header, Row, read_header, rows

COMMAS = Header(("id", "text"), ",")


def rows_of(content: str, header: Header = COMMAS, limit_bytes: int = 1_000) -> list[Row]:
    return list(rows(lines([content.encode()], limit_bytes), header, limit_bytes))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_that_cuts_the_header(delimiter: str) -> None:
    assert read_header(delimiter.join(["ID", ' "Title" ', "text\r\n"])) == Header(
        ("id", '"title"', "text"), delimiter
    )


def test_a_header_of_one_column_is_a_header() -> None:
    assert read_header("text\n").columns == ("text",)


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(ProcessingError, match="two columns are named text"):
        read_header("text,id,Text\n")


def test_rows_keep_their_bytes_and_know_their_first_line() -> None:
    content = '1,"Hội nghị ""Dân vận khéo"", 2020"\r\n2,"dòng một\r\ndòng hai"\r\n3,ba'
    assert rows_of(content) == [
        Row(1, '1,"Hội nghị ""Dân vận khéo"", 2020"\r\n'.encode()),
        Row(2, '2,"dòng một\r\ndòng hai"\r\n'.encode()),
        Row(4, b"3,ba"),
    ]


def test_rows_without_a_filled_cell_are_left_out() -> None:
    assert [row.number for row in rows_of("1,a\n\n,\n  , \n2,b\n")] == [1, 5]


def test_a_quotation_mark_left_open_costs_its_own_row_only() -> None:
    read = rows_of('1,a\n2,"mở mà không đóng\n3,b\n4,c\n')
    assert [(row.number, row.content) for row in read if row.error is None] == [
        (1, b"1,a\n"),
        (3, b"3,b\n"),
        (4, b"4,c\n"),
    ]
    [refused] = [row for row in read if row.error]
    assert refused.number == 2
    assert "invalid CSV" in str(refused.error)


def test_a_quotation_mark_not_doubled_is_refused_rather_than_guessed() -> None:
    read = rows_of('1,"Ông nói "được" rồi"\n2,b\n')
    assert [(row.number, row.error is None) for row in read] == [(1, False), (2, True)]


def test_a_row_longer_than_the_limit_is_refused_and_the_next_goes_on() -> None:
    long_row = '2,"' + "dòng\n" * 20 + '"\n'
    read = rows_of(f"1,a\n{long_row}3,b\n", limit_bytes=40)
    assert read[1].number == 2
    assert "longer than 40 bytes" in str(read[1].error)
    assert read[-1] == Row(23, b"3,b\n")


def test_a_line_too_long_inside_a_row_left_open_is_named_too() -> None:
    read = rows_of('1,"mở\n2,b\n3,' + "c" * 50 + "\n4,d\n", limit_bytes=40)
    assert [(row.number, row.error is None) for row in read] == [
        (1, False),
        (2, True),
        (3, False),
        (4, True),
    ]


def test_a_file_made_to_hurt_is_read_a_bounded_number_of_times_and_every_lost_line_is_named() -> None:
    always_open = 'x",y,"\n' * 100
    read = rows_of('1,"' + always_open, limit_bytes=len(always_open) // 2)
    named: set[int] = set()
    for row in read:
        lost = re.search(r"lines (\d+) to (\d+) are lost", str(row.error))
        named |= set(range(int(lost[1]), int(lost[2]) + 1)) if lost else {row.number}
    assert named == set(range(1, 101))
    assert len(read) < 20


def test_a_cell_may_be_larger_than_the_limit_of_the_csv_module() -> None:
    cell = "x" * 200_000
    assert rows_of(f"1,{cell}\n", limit_bytes=1_000_000) == [Row(1, f"1,{cell}\n".encode())]


@given(
    cells=st.lists(
        st.tuples(st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.text('ab\n\r",;')),
        max_size=6,
    ),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_whatever_csv_writes_is_read_row_by_row(cells: list[tuple[str, str]], delimiter: str) -> None:
    written = []
    for row in cells:
        out = StringIO()
        csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerow(row)
        written.append(out.getvalue().encode())
    read = list(rows(lines(written, 10_000), Header(("id", "text"), delimiter), 10_000))
    filled = [
        content for content, row in zip(written, cells, strict=True) if any(cell.strip() for cell in row)
    ]
    assert [row.content for row in read] == filled
    assert all(row.error is None for row in read)
