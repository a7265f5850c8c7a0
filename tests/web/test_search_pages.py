"""The search page and its JSON: the same answers as everywhere, safe to show, usable without a script."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from index.requests import SearchRequest
from index.searcher import Searcher
from index.showing.answers import answer_object, respelling_object


def soup_of(client: FlaskClient, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return BeautifulSoup(response.text, "lxml")


def test_the_first_page_shows_everything_there_is(client: FlaskClient) -> None:
    soup = soup_of(client, "/")
    assert len(soup.select(".hit")) == 5
    assert soup.html is not None
    assert soup.html["lang"] == "vi"


def test_words_found_are_marked(client: FlaskClient) -> None:
    soup = soup_of(client, "/search?q=" + quote('"hạ tầng đi trước một bước"'))
    assert [mark.text for mark in soup.select(".snippet mark")] == ["hạ tầng đi trước một bước"]


def test_the_reading_is_shown(client: FlaskClient) -> None:
    soup = soup_of(client, "/search?q=" + quote("chuyển đổi số -internet"))
    reading = soup.select_one(".reading code")
    assert reading is not None
    assert "-internet" in reading.text


def test_json_is_the_object_of_the_command(client: FlaskClient, searcher: Searcher) -> None:
    response = client.get("/search.json", query_string={"q": "chuyển đổi số", "limit": 3})
    answer = searcher.search(SearchRequest(text="chuyển đổi số", limit=3), with_receipt=True)
    expected = answer_object(answer) | respelling_object(searcher.respelt(answer))
    assert response.json == json.loads(json.dumps(expected))


def test_choosing_a_province_narrows_and_its_facet_keeps_its_counts(client: FlaskClient) -> None:
    whole = client.get("/search.json", query_string={"q": ""}).json
    value = whole["facets"]["province"][0]
    narrowed = client.get("/search.json", query_string={"q": "", "province": value["value"]}).json
    assert narrowed["total"] == value["count"]
    assert narrowed["facets"]["province"] == whole["facets"]["province"]


def test_two_values_of_a_facet_are_either_or(client: FlaskClient) -> None:
    values = client.get("/search.json", query_string={"q": ""}).json["facets"]["province"][:2]
    both = client.get(
        "/search.json", query_string=[("q", ""), *(("province", value["value"]) for value in values)]
    ).json
    assert both["total"] == sum(value["count"] for value in values)


def test_a_value_can_be_left_out(client: FlaskClient) -> None:
    value = client.get("/search.json", query_string={"q": ""}).json["facets"]["province"][0]
    rest = client.get("/search.json", query_string={"q": "", "not_province": value["value"]}).json
    assert rest["total"] == 5 - value["count"]


def test_facet_links_lead_where_they_say(client: FlaskClient) -> None:
    soup = soup_of(client, "/")
    link = soup.select_one(".facet li a")
    count = soup.select_one(".facet li .count")
    assert link is not None
    assert count is not None
    narrowed = soup_of(client, str(link["href"]))
    assert len(narrowed.select(".hit")) == int(count.text)
    assert narrowed.select_one(".facet li.chosen") is not None


def test_nothing_found_says_how_much_was_searched(client: FlaskClient) -> None:
    response = client.get("/search", query_string={"q": "khongcotunaynhuthe"})
    assert "đã tìm trong 5 bài" in response.text


@pytest.mark.parametrize("query", ['"abc', "(((", "*", "...", "date:2020-13"])
def test_a_query_that_cannot_be_read_is_explained_not_answered(client: FlaskClient, query: str) -> None:
    page = client.get("/search", query_string={"q": query})
    assert page.status_code == 400
    assert BeautifulSoup(page.text, "lxml").select_one(".failure p") is not None
    answer = client.get("/search.json", query_string={"q": query})
    assert answer.status_code == 400
    assert isinstance(answer.json["position"], int)


@pytest.mark.parametrize(
    "arguments", [{"limit": "many"}, {"limit": "5000"}, {"sort": "best"}, {"from": "hôm qua"}]
)
def test_arguments_that_cannot_be_used_are_refused(client: FlaskClient, arguments: dict[str, str]) -> None:
    assert client.get("/search.json", query_string={"q": "a"} | arguments).status_code == 400


def test_failures_and_notices_are_told_in_the_language_of_the_page(client: FlaskClient) -> None:
    failed = {"q": '"abc'}
    assert "chưa đóng: đóng lại hoặc xóa đi" in client.get("/search", query_string=failed).text
    assert "is not closed: close it" in client.get("/search", query_string=failed | {"lang": "en"}).text
    assert "is not closed: close it" in client.get("/search.json", query_string=failed).json["error"]
    unheard_of = {"official": "zzz"}
    assert "trong kho không có gì ứng với official" in client.get("/", query_string=unheard_of).text
    assert "no official called" in client.get("/", query_string=unheard_of | {"lang": "en"}).text


def test_a_query_cannot_inject_markup(client: FlaskClient) -> None:
    response = client.get("/search", query_string={"q": "<script>alert(1)</script> chuyển"})
    assert "<script>" not in response.text


def test_pages_have_one_script_which_is_a_file_of_the_site_and_no_other_is_allowed(
    client: FlaskClient,
) -> None:
    response = client.get("/")
    assert re.findall("<script.*", response.text) == ['<script src="/static/khobao.js" defer></script>']
    assert "style=" not in response.text
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self'; connect-src 'self';" in policy
    assert "unsafe" not in policy


def test_english_is_one_link_away_and_stays(client: FlaskClient) -> None:
    soup = soup_of(client, "/?lang=en")
    assert soup.html is not None
    assert soup.html["lang"] == "en"
    link = soup.select_one(".hit h3 a")
    assert link is not None
    assert "lang=en" in str(link["href"])


def test_pages_of_results_concatenate_to_the_whole(client: FlaskClient) -> None:
    pages = [
        client.get("/search.json", query_string={"q": "", "limit": 2, "offset": offset}).json["hits"]
        for offset in (0, 2, 4)
    ]
    ids = [hit["id"] for page in pages for hit in page]
    assert len(ids) == len(set(ids)) == 5
