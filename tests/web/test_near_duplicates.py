"""Near-duplicates on the site: the box of an article, the folded search, and what rights leave of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from archive.identity import short_hash
from archive.models import Source
from archive.settings import Settings
from archive.storage.store import open_store
from tests.conftest import ingest_into
from web.application import create_app

STORY = (
    "Mưa lớn kéo dài khiến nước sông lên nhanh. Từ chiều qua, chính quyền các xã ven sông đã đưa người già và trẻ nhỏ "
    "lên trường học trên đồi, cấp nước uống và mì gói cho từng nhà. Điện bị cắt ở ba thôn thấp nhất, đường vào chợ "
    "ngập quá gối, học sinh được nghỉ đến khi nước rút. Bà con đề nghị sớm nâng con đường bờ kè phía đông."
)


@pytest.fixture
def site(settings: Settings, tmp_path: Path) -> FlaskClient:
    """Three papers with one story, the third closed and without a title, and another article."""
    for paper, rights, row in (
        (
            "Báo Thượng Nguồn",
            "full",
            {"id": "a", "title": "Nước sông lên nhanh", "text": STORY, "date": "2020-05-06"},
        ),
        ("Báo Hạ Nguồn", "full", {"id": "b", "title": "Ngập ở ven sông", "text": "(BHN) " + STORY}),
        ("Báo Đóng", "closed", {"id": "c", "text": STORY}),
        ("Báo Đóng", "closed", {"id": "d", "title": "Lịch bắn pháo hoa", "text": "Pháo hoa bắn ở bờ sông."}),
    ):
        path = tmp_path / f"{row['id']}.jsonl"
        path.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
        ingest_into(settings, path, default=Source(paper, rights=rights))  # type: ignore[arg-type]
    return create_app(settings).test_client()


def soup_of(client: FlaskClient, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return BeautifulSoup(response.text, "lxml")


def box(client: FlaskClient, identity: str) -> list[str]:
    items = soup_of(client, f"/article/{short_hash(identity)}").select("#near-duplicates li")
    return [" ".join(item.text.split()) for item in items]


def test_an_article_lists_its_copies_earliest_first(site: FlaskClient) -> None:
    assert box(site, "b") == [
        "Nước sông lên nhanh Báo Thượng Nguồn · 6/5/2020 · trùng 100 %",
        "(bài không có tiêu đề) Báo Đóng · Không rõ ngày · trùng 100 %",
    ]
    assert box(site, "d") == []


def test_a_closed_copy_gives_no_word_away(site: FlaskClient) -> None:
    for address in (f"/article/{short_hash('d')}", f"/article/{short_hash('c')}.json"):
        assert "Mưa lớn" not in site.get(address).text
    copies = site.get(f"/article/{short_hash('a')}.json").json["near_duplicates"]["copies"]
    assert [(copy["id"], copy["title"], copy["title_inferred"]) for copy in copies] == [
        ("b", "Ngập ở ven sông", None),
        ("c", None, None),
    ]


def test_a_withdrawn_copy_is_gone(site: FlaskClient, settings: Settings) -> None:
    with open_store(settings.store_url) as store:
        store.withdraw("a", "theo yêu cầu")
    assert len(box(site, "b")) == 1


def test_a_folded_search_gives_both_totals_and_leads_to_the_copies(site: FlaskClient) -> None:
    plain = soup_of(site, "/search?q=sông")
    assert len(plain.select(".hit")) == 4
    link = plain.find("a", string="gộp bản gần giống")
    assert link is not None
    folded = soup_of(site, str(link["href"]))  # type: ignore[index]
    assert "4 bài" in folded.select_one("#count").text  # type: ignore[union-attr]
    assert "2 tin khác nhau" in folded.select_one("#count").text  # type: ignore[union-attr]
    assert len(folded.select(".hit")) == 2
    (copies,) = folded.select(".copies a")
    assert copies.text == "và 2 bản gần giống"
    assert str(copies["href"]).endswith("#near-duplicates")


def test_pages_of_a_folded_search_are_pages_of_stories(site: FlaskClient) -> None:
    first = soup_of(site, "/search?q=sông&group=cluster&limit=1")
    following = first.select_one("a[rel=next]")
    assert following is not None
    second = soup_of(site, str(following["href"]))
    assert second.select_one("a[rel=next]") is None
    assert len(second.select(".hit")) == 1


def test_json_has_articles_stories_and_near_duplicates(site: FlaskClient) -> None:
    asked = {"q": "sông", "group": "cluster"}
    answer = site.get("/search.json", query_string=asked).json
    assert (answer["total"], answer["stories"], answer["receipt"]["count"]) == (4, 2, 4)
    assert sorted(hit["near_duplicates"] for hit in answer["hits"]) == [0, 2]
    assert site.get("/search.json", query_string=asked | {"group": "all"}).status_code == 400
