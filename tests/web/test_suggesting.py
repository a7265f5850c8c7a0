"""Suggestions, respelt queries, key words and similar articles: the same on pages, as JSON and on the command line."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from archive.identity import short_hash


def soup_of(client: FlaskClient, address: str, **query: str) -> BeautifulSoup:
    response = client.get(address, query_string=query or None)
    assert response.status_code == 200, response.text
    return BeautifulSoup(response.text, "lxml")


@pytest.mark.parametrize(("path", "collection"), [("/search", "articles"), ("/statements", "statements")])
@pytest.mark.parametrize("typed", ["chu", "chuyen d", "hoang", "phú th", "so"])
def test_every_address_suggested_leads_to_something(
    client: FlaskClient, path: str, collection: str, typed: str
) -> None:
    answer = client.get("/suggest.json", query_string={"q": typed, "collection": collection}).json
    for group in answer["groups"]:
        assert group["label"]
        for suggestion in group["suggestions"]:
            assert suggestion["url"].startswith(path)
            page = BeautifulSoup(client.get(suggestion["url"]).text, "lxml")
            assert page.select(".hit"), suggestion


def test_labels_and_addresses_keep_the_language(client: FlaskClient) -> None:
    answer = client.get("/suggest.json", query_string={"q": "chu tich", "lang": "en"}).json
    assert "Posts" in [group["label"] for group in answer["groups"]]
    assert answer["said"].endswith("suggestions")
    assert all("lang=en" in one["url"] for group in answer["groups"] for one in group["suggestions"])


@pytest.mark.parametrize(
    "query", [{}, {"q": ""}, {"q": '"'}, {"q": "zzzz"}, {"q": "số\0"}, {"q": "a" * 50_000}]
)
def test_nothing_to_suggest_is_no_fault(client: FlaskClient, query: dict[str, str]) -> None:
    response = client.get("/suggest.json", query_string=query)
    assert response.status_code == 200
    assert response.json["groups"] == []


def test_another_collection_is_refused(client: FlaskClient) -> None:
    assert client.get("/suggest.json", query_string={"q": "a", "collection": "x"}).status_code == 400


def test_a_query_that_finds_nothing_is_asked_about_and_never_changed(client: FlaskClient) -> None:
    soup = soup_of(client, "/search", q="chuyễn đỗi số")
    notice = soup.select_one(".respelling")
    assert notice is not None
    assert "Có phải bạn muốn tìm: chuyển đổi số?" in notice.text
    assert soup.select_one("#q")["value"] == "chuyễn đỗi số"  # type: ignore[index]
    assert not soup.select(".hit")
    link = notice.select_one("a")
    assert link is not None
    assert soup_of(client, str(link["href"])).select(".hit")
    told = client.get("/search.json", query_string={"q": "chuyễn đỗi số"}).json
    assert told["total"] == 0
    assert told["did_you_mean"]["query"] == "chuyển đổi số"
    assert str(told["did_you_mean"]["total"]) in notice.text
    found = client.get("/search.json", query_string={"q": "chuyển đổi số"}).json
    assert found["total"] == told["did_you_mean"]["total"]
    assert found["did_you_mean"] is None


def test_a_respelt_query_keeps_its_filters(client: FlaskClient) -> None:
    soup = soup_of(client, "/search", q="chuyễn đỗi số", sort="newest")
    assert "sort=newest" in str(soup.select_one(".respelling a")["href"])  # type: ignore[index]


def test_an_article_has_key_words_and_similar_articles(client: FlaskClient) -> None:
    for hit in client.get("/search.json", query_string={"q": ""}).json["hits"]:
        short = short_hash(hit["id"])
        known = client.get(f"/article/{short}.json").json
        soup = soup_of(client, f"/article/{short}")
        assert [link.text for link in soup.select(".key-words a")] == [
            word["text"] for word in known["key_words"]
        ]
        assert len(soup.select("#similar li")) == len(known["similar"])
        assert hit["id"] not in [other["id"] for other in known["similar"]]
        for link in soup.select(".key-words a, #similar a"):
            assert client.get(str(link["href"])).status_code == 200
        assert known["key_words"]
