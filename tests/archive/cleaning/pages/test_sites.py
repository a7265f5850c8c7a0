"""Site rules: tables a librarian extends, checked when read, and never followed where they find no text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from archive.cleaning.pages.site_tables import COLUMNS, site_rules
from archive.cleaning.pages.sites import SiteRules
from archive.errors import SettingsError
from archive.models import Source
from archive.settings import read_settings

PAGE = """<h1 class="tieu-de">Khánh thành cầu</h1><span class="ngay">12/6/2019</span>
<div class="noi-dung"><p>Sáng 12/6, cầu Hòn Chén được khánh thành.</p><div class="noi-dung">Ngày mai thông xe.</div>
<ul class="tin-khac"><li>Tin khác</li></ul></div><p class="but-danh"> </p>"""
SOUP = BeautifulSoup(PAGE, "lxml")
HEADER = "domain,valid_from,valid_to,source,home,title,date,body,byline,remove\n"


def table(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "trang.csv"
    path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def own(folder: Path, *rows: str, header: str = HEADER) -> SiteRules:
    return site_rules(table(folder, *rows, header=header))


def test_a_rule_finds_the_parts_it_tells(tmp_path: Path) -> None:
    rules = own(tmp_path, "baohonchen.vn,,,,,h1.tieu-de,.ngay,.noi-dung,,.tin-khac")
    rule = rules.rule_for("baohonchen.vn", SOUP)
    assert rule is not None
    assert [element.get_text() for element in rule.find("title", SOUP)] == ["Khánh thành cầu"]
    assert [element.name for element in rule.find("remove", SOUP)] == ["ul"]
    assert rule.find("lead", SOUP) == []


def test_an_element_inside_another_is_found_once(tmp_path: Path) -> None:
    rule = own(tmp_path, "baohonchen.vn,,,,,,,.noi-dung,,").rule_for("baohonchen.vn", SOUP)
    assert rule is not None
    assert len(rule.find("body", SOUP)) == 1


def test_a_selector_that_finds_no_text_is_ignored(tmp_path: Path) -> None:
    rules = own(tmp_path, "baohonchen.vn,,,,,,,.but-danh,,", "baohonchen.vn,,,,,,,.noi-dung,.but-danh,")
    rule = rules.rule_for("baohonchen.vn", SOUP)
    assert rule is not None
    assert rule.find("body", SOUP)
    assert rule.find("byline", SOUP) == []


def test_a_row_stands_for_all_domains_below_it(tmp_path: Path) -> None:
    rules = own(tmp_path, "honchen.gov.vn,,,,,,,.noi-dung,,")
    assert rules.rule_for("xa.honchen.gov.vn", SOUP) is not None
    assert rules.rule_for("giahonchen.gov.vn", SOUP) is None
    assert rules.rule_for(None, SOUP) is None


def test_designs_of_one_site_are_told_apart_by_day_and_by_the_page(tmp_path: Path) -> None:
    rules = own(
        tmp_path,
        "baohonchen.vn,2021-01-01,,,,.moi,,.noi-dung,,",
        "baohonchen.vn,,2020-12-31,,,.cu,,.noi-dung,,",
        "baohonchen.vn,,,,,,,.khac,,",
    )
    old = rules.rule_for("baohonchen.vn", SOUP, date(2019, 6, 12))
    new = rules.rule_for("baohonchen.vn", SOUP)
    assert old is not None and old.valid_to == date(2020, 12, 31)
    assert new is not None and new.valid_from == date(2021, 1, 1)


def test_a_row_without_a_domain_is_for_any_site_but_comes_last(tmp_path: Path) -> None:
    rules = own(tmp_path, ",,,,,,,.noi-dung,,", "baohonchen.vn,,,,,,,.noi-dung,,")
    named = rules.rule_for("baohonchen.vn", SOUP)
    unnamed = rules.rule_for(None, SOUP)
    assert named is not None and named.domain == "baohonchen.vn"
    assert unnamed is not None and unnamed.domain == ""


def test_a_librarians_rows_go_before_the_bundled_ones(tmp_path: Path) -> None:
    soup = BeautifulSoup('<article class="fck_detail"><p>Sáng 12/6…</p></article>', "lxml")
    mine = own(tmp_path, "vnexpress.net,,,,,,,p,,").rule_for("vnexpress.net", soup)
    bundled = site_rules().rule_for("vnexpress.net", soup)
    assert mine is not None and bundled is not None
    assert mine.seen_in != bundled.seen_in


def test_a_librarians_table_may_name_publishers(tmp_path: Path) -> None:
    rules = own(tmp_path, "www.BaoHonChen.vn,,,Báo Hòn Chén,tỉnh Bình Định,,,,,", "a.vn,,,,,,,p,,")
    assert rules.publishers == {"baohonchen.vn": Source("Báo Hòn Chén", "baohonchen.vn", "Bình Định")}


def test_columns_may_be_left_out_and_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "trang.csv"
    path.write_bytes("body,domain\r\n.noi-dung,baohonchen.vn\r\n\r\n".encode("utf-8-sig"))
    assert site_rules(path).rule_for("baohonchen.vn", SOUP) is not None


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("https://baohonchen.vn/tin,,,,,,,p,,", "domain"),
        ("không phải,,,,,,,p,,", "domain"),
        ("a.vn,12/6/2019,,,,,,p,,", "valid_from"),
        ("a.vn,2020-01-01,2019-01-01,,,,,p,,", "valid_to"),
        (",,,Báo Hòn Chén,,,,p,,", "source"),
        ("a.vn,,,,Bình Định,,,p,,", "home"),
        ("a.vn,,,Báo Hòn Chén,Hòn Chén,,,p,,", "home"),
        ("a.vn,,,,,h1[,,p,,", "title"),
        ("a.vn,,,,,,,p:khong-co,,", "body"),
        ("a.vn,,,,,h1,,,,", "body"),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_by_file_line_and_column(
    tmp_path: Path, row: str, column: str
) -> None:
    with pytest.raises(SettingsError) as error:
        own(tmp_path, "b.vn,,,,,,,p,,", row)
    assert str(error.value).startswith(f"{tmp_path / 'trang.csv'}, line 3, column {column}: ")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("header", "row", "told"),
    [
        ("domain,noi_dung\n", "a.vn,p", "line 1, column 'noi_dung'"),
        ("domain;body\n", "a.vn;p", "line 1, column 'domain;body'"),
        ("body\n", "p", "line 1, column ''"),
        ("", "", "line 1, column ''"),
        ("domain,body\n", "a.vn,p,.x", "line 2: 3 cells, 2 in line 1"),
        ("domain,body\n", 'a.vn,"p"x', "line 2: not CSV"),
    ],
)
def test_a_table_that_is_not_one_is_told(tmp_path: Path, header: str, row: str, told: str) -> None:
    with pytest.raises(SettingsError) as error:
        own(tmp_path, row, header=header)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_table_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="KHOBAO_SITES"):
        site_rules(tmp_path / "missing.csv")
    (tmp_path / "cu.csv").write_bytes(HEADER.encode() + "a.vn,,,Báo,,,,p,,".encode("utf-16"))
    with pytest.raises(SettingsError, match="not UTF-8"):
        site_rules(tmp_path / "cu.csv")


def test_the_bundled_table_says_what_each_row_was_seen_in_and_leaves_publishers_to_their_table() -> None:
    rows = site_rules().rows
    assert rows
    assert all(row.seen_in and row.publisher is None and "body" in row.selectors for row in rows)


def test_the_columns_are_documented() -> None:
    page = (Path(__file__).parents[4] / "docs" / "sites.md").read_text("utf-8")
    assert [column for column in COLUMNS if f"| `{column}` |" not in page] == []


def test_the_setting_names_the_table() -> None:
    assert read_settings({}).sites is None
    assert read_settings({"KHOBAO_SITES": "trang.csv"}).sites == Path("trang.csv")
