"""Bodies on the site: a facet of both tabs, notices about what came before and after them, rows of the help."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from index.fields import COLLECTIONS


def soup_of(client: FlaskClient, address: str, **arguments: str) -> BeautifulSoup:
    response = client.get(address, query_string=arguments or None)
    assert response.status_code == 200, response.text
    return BeautifulSoup(response.text, "lxml")


@pytest.mark.parametrize("address", ["/search", "/statements"])
def test_choosing_a_body_narrows_to_its_count(client: FlaskClient, address: str) -> None:
    (box,) = [box for box in soup_of(client, address).select(".facet") if "Cơ quan" in box.text]
    link, count = box.select_one("li a"), box.select_one("li .count")
    assert link is not None
    assert count is not None
    narrowed = soup_of(client, str(link["href"])).select_one("#count")
    assert narrowed is not None
    assert narrowed.text.startswith(count.text)


@pytest.mark.parametrize("address", ["/search", "/statements"])
def test_a_line_of_bodies_is_told(client: FlaskClient, address: str) -> None:
    soup = soup_of(client, address, q='dòng-cơ-quan:"Sở Kế hoạch và Đầu tư"')
    assert "Sở Tài chính (2025-03-01 → …)" in " ".join(notice.text for notice in soup.select(".notice"))


def test_the_help_tells_both_ways_to_ask_for_a_body(client: FlaskClient) -> None:
    help_page = soup_of(client, "/help").text
    for table in COLLECTIONS.values():
        assert {"organisation", "lineage"} <= set(table.by_name)
    assert "organisation:" in help_page
    assert "dòng-cơ-quan:" in help_page
