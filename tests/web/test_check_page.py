"""The page that checks a quote."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient


def seed_sentence(client: FlaskClient) -> str:
    """A sentence of a seed that names a number, as printed."""
    hit = client.get("/search.json", query_string={"q": '"Chẩu Văn Lâm"'}).json["hits"][0]
    short = client.get("/check.json", query_string={"q": hit["snippets"][0]["text"]}).json
    match = short["matches"][0]
    assert match["article"] == hit["id"]
    return str(match["printed"])


def test_the_form_is_there_before_anything_is_asked(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/check").text, "lxml")
    assert soup.select_one("form.check textarea[name=q]") is not None


def test_the_answer_says_the_verdict_and_where(client: FlaskClient) -> None:
    page = client.get("/check", query_string={"q": seed_sentence(client)})
    soup = BeautifulSoup(page.text, "lxml")
    assert page.status_code == 200
    (verdict,) = {heading.text for heading in soup.select("section.verdict h2")}
    assert verdict in ("Trùng nguyên văn", "Chỉ được thuật lại")
    assert soup.select_one(".verdict .hit a") is not None


def test_words_that_differ_are_marked_and_listed(client: FlaskClient) -> None:
    first, *words = seed_sentence(client).split()
    words[len(words) // 2] = "xyz"
    soup = BeautifulSoup(client.get("/check", query_string={"q": " ".join([first, *words])}).text, "lxml")
    assert "xyz" in [cell.text for cell in soup.select(".differences del")]
    assert soup.select(".snippet mark.differs")


def test_what_is_absent_is_not_found_rather_than_not_there(client: FlaskClient) -> None:
    page = client.get("/check", query_string={"q": "Tàu vũ trụ đã hạ cánh xuống bãi biển này"})
    assert "Không thấy trong kho" in page.text
    assert "Đã xem 5 bài" in page.text


def test_the_same_as_json(client: FlaskClient) -> None:
    answer = client.get("/check.json", query_string={"q": "Tàu vũ trụ đã hạ cánh xuống bãi biển này"}).json
    assert answer["verdict"] == "absent"
    assert answer["searched"]["articles"] == 5


@pytest.mark.parametrize("asked", [{"q": "hai chữ"}, {"q": "bốn chữ là đủ", "province": "Atlantis"}])
def test_what_cannot_be_checked_stays_in_the_form_with_the_reason(
    client: FlaskClient, asked: dict[str, str]
) -> None:
    answer = client.get("/check", query_string=asked)
    soup = BeautifulSoup(answer.text, "lxml")
    assert answer.status_code == 400
    assert soup.select_one("form.check textarea").text == asked["q"]  # type: ignore[union-attr]
    assert soup.select_one("[role=alert]") is not None


def test_a_motto_of_a_reported_demand_is_nobodys_words(client: FlaskClient) -> None:
    answer = client.get("/check.json", query_string={"q": "hạ tầng đi trước một bước"}).json
    assert (answer["verdict"], answer["matches"][0]["speech"]) == ("reported", "reported")
    page = client.get("/check", query_string={"q": "hạ tầng đi trước một bước"}).text
    assert "Chỉ được thuật lại" in page
    assert "Trùng nguyên văn" not in page


def test_a_citation_begins_with_a_capital(client: FlaskClient) -> None:
    title = client.get("/search.json", query_string={"q": '"Chẩu Văn Lâm"'}).json["hits"][0]["title"]
    soup = BeautifulSoup(client.get("/check", query_string={"q": title}).text, "lxml")
    cited = [one.text for one in soup.select(".citation span:not(.note)")]
    assert cited
    assert all(one[0].isupper() for one in cited)


def test_the_address_in_a_citation_is_short_and_of_no_language(client: FlaskClient) -> None:
    title = client.get("/search.json", query_string={"q": '"Chẩu Văn Lâm"'}).json["hits"][0]["title"]
    for words in (title, "hạ tầng đi trước một bước"):
        page = client.get("/check", query_string={"q": words, "lang": "en"})
        cited = BeautifulSoup(page.text, "lxml").select_one(".citation span:not(.note)")
        assert cited is not None
        assert "/article/" in cited.text or "/statement/" in cited.text
        assert "?" not in cited.text


def test_json_without_a_text_is_refused(client: FlaskClient) -> None:
    assert client.get("/check.json").status_code == 400


def test_what_was_typed_is_text_on_the_page(client: FlaskClient) -> None:
    page = client.get("/check", query_string={"q": "<script>alert</script> bốn chữ nữa đây"})
    assert "<script>" not in page.text
