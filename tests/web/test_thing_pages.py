"""Pages of things: an article, an official, a province, the guide; and what rights leave of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from archive.identity import short_hash
from archive.models import Rights, Source
from archive.settings import Settings
from archive.storage.store import open_store
from index.indexing.indexer import update_index
from tests.conftest import ingest_into
from web.application import create_app


def first_hit(client: FlaskClient, query: str) -> dict[str, Any]:
    hit: dict[str, Any] = client.get("/search.json", query_string={"q": query}).json["hits"][0]
    return hit


def article_page(client: FlaskClient, query: str) -> BeautifulSoup:
    address = f"/article/{short_hash(first_hit(client, query)['id'])}"
    response = client.get(address, query_string={"q": query})
    assert response.status_code == 200
    return BeautifulSoup(response.text, "lxml")


def test_an_article_shows_its_date_as_read_and_the_reading_rejected(client: FlaskClient) -> None:
    known = article_page(client, "Doãn Mậu Diệp").select_one(".known")
    assert known is not None
    assert "6/12/2009 8:30:21 PM" in known.text
    assert "20:30 12/6/2009" in known.text
    assert "20:30 6/12/2009" in known.text


def test_an_article_shows_repairs_and_removals(client: FlaskClient) -> None:
    soup = article_page(client, "Doãn Mậu Diệp")
    assert "lµnh m¹nh" in " ".join(item.text for item in soup.select("del")) or any(
        "lµnh" in item.text for item in soup.select("del")
    )


def test_an_article_shows_the_evidence_of_its_province(client: FlaskClient) -> None:
    soup = article_page(client, "Vũ Chí Giang")
    assert "Vĩnh Tường" in " ".join(item.text for item in soup.select(".excerpt"))


def test_officials_lead_to_their_page(client: FlaskClient) -> None:
    soup = article_page(client, "Chẩu Văn Lâm")
    link = soup.select_one(".officials a")
    assert link is not None
    page = client.get(str(link["href"]))
    assert page.status_code == 200
    assert "Bí thư Tỉnh ủy" in page.text
    assert "27/9/2021" in page.text


def test_the_original_is_what_was_ingested(client: FlaskClient) -> None:
    hit = first_hit(client, "Chẩu Văn Lâm")
    original = client.get(f"/article/{short_hash(hit['id'])}/original")
    seed = next(Path(__file__).parent.parent.parent.joinpath("seeds").glob("003_*.txt"))
    assert original.data == seed.read_bytes()


def test_a_province_says_what_became_of_it(client: FlaskClient) -> None:
    page = client.get("/province/vinh-phuc-1997")
    assert page.status_code == 200
    assert "Phú Thọ" in page.text
    assert len(BeautifulSoup(page.text, "lxml").select(".hit")) == 2


def test_the_list_of_provinces_has_the_34(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/provinces").text, "lxml")
    assert len(soup.select(".grid")[0].select("li")) == 34


def test_every_example_of_the_guide_can_be_asked(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/help").text, "lxml")
    links = [str(link["href"]) for link in soup.select("td a")]
    assert links
    for link in links:
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("address", ["/article/none", "/official/none", "/province/none", "/none"])
def test_what_is_not_there_is_a_404_with_a_reason(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert BeautifulSoup(response.text, "lxml").select_one(".failure p") is not None


RECORD = {
    "id": "bai-1",
    "title": "Chủ tịch UBND tỉnh kiểm tra đê điều",
    "date": "2020-05-06",
    "url": "https://example.vn/bai-1",
    "text": "Ngày 6/5, đồng chí Lê Văn Minh, Chủ tịch UBND tỉnh Thái Bình kiểm tra đê.\nĐê an toàn <b>tuyệt đối</b>.",
}


def archive_of(settings: Settings, folder: Path, rights: Rights, **changes: str) -> FlaskClient:
    path = folder / "articles.jsonl"
    path.write_text(json.dumps(RECORD | changes, ensure_ascii=False) + "\n", "utf-8")
    ingest_into(settings, path, default=Source("Báo Mẫu", home="Thái Bình", rights=rights))
    return create_app(settings).test_client()


@pytest.mark.parametrize("rights", ["extract", "closed"])
def test_rights_hide_the_text_everywhere(settings: Settings, tmp_path: Path, rights: Rights) -> None:
    client = archive_of(settings, tmp_path, rights)
    address = f"/article/{short_hash('bai-1')}"
    assert "an toàn" not in client.get(address).text
    assert "https://example.vn/bai-1" in client.get(address).text
    assert "an toàn" not in client.get(address + ".json").text
    assert client.get(address + "/original").status_code == 404


def test_a_closed_source_without_a_title_gives_no_word_away(settings: Settings, tmp_path: Path) -> None:
    client = archive_of(settings, tmp_path, "closed", title="")
    for address in ("/", "/search.json?q=", f"/article/{short_hash('bai-1')}"):
        assert "kiểm tra đê" not in client.get(address).text


def test_a_closed_source_shows_no_snippet(settings: Settings, tmp_path: Path) -> None:
    client = archive_of(settings, tmp_path, "closed")
    hit = first_hit(client, "đê điều")
    assert hit["snippets"] == []


def test_markup_of_an_article_is_text_on_its_page(settings: Settings, tmp_path: Path) -> None:
    client = archive_of(settings, tmp_path, "full")
    page = client.get(f"/article/{short_hash('bai-1')}", query_string={"q": "tuyệt đối"})
    assert "<b>tuyệt" not in page.text
    assert "&lt;b&gt;" in page.text


def test_a_withdrawn_article_is_gone_with_its_reason(settings: Settings, tmp_path: Path) -> None:
    client = archive_of(settings, tmp_path, "full")
    with open_store(settings.store_url) as store:
        store.withdraw("bai-1", "theo yêu cầu của báo")
        update_index(store, settings)
    page = client.get(f"/article/{short_hash('bai-1')}")
    assert page.status_code == 410
    assert "theo yêu cầu của báo" in page.text
    assert "an toàn" not in page.text


def test_an_archive_without_an_index_says_what_to_do(settings: Settings) -> None:
    response = create_app(settings).test_client().get("/")
    assert response.status_code == 503
    assert "khobao ingest" in response.text
