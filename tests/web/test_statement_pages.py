"""Statements on the site: the tab, the marks in an article, the permanent addresses, the page of an official."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from archive.identity import short_hash
from archive.models import Rights, Source
from archive.settings import Settings
from archive.storage.amendments import CorrectionKind
from archive.storage.corrections import CorrectionRequest
from archive.storage.store import open_store
from index.indexing.indexer import update_index
from tests.conftest import ingest_into
from web.application import create_app

SPEAKER = "Hoàng Thị Thúy Lan"
DEMAND = "các sở hoàn thành đê biển Hòa Tâm trước mùa mưa lũ năm nay"
TEXT = (
    "Ngày 6/5/2020, đồng chí Lê Văn Minh, Chủ tịch UBND tỉnh Thái Bình kiểm tra đê biển.\n"
    "Phát biểu tại buổi kiểm tra, đồng chí Lê Văn Minh, Chủ tịch UBND tỉnh yêu cầu {demand}.\n"
)


def soup_of(client: FlaskClient, address: str, **query: str) -> BeautifulSoup:
    response = client.get(address, query_string=query or None)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "lxml")


def statements(client: FlaskClient, **query: str) -> list[dict[str, Any]]:
    hits: list[dict[str, Any]] = client.get("/statements.json", query_string={"q": "", **query}).json["hits"]
    return hits


def archive_of(
    settings: Settings, folder: Path, demand: str = DEMAND, rights: Rights = "full"
) -> FlaskClient:
    record = {
        "id": "bai-1",
        "title": "Kiểm tra đê biển",
        "date": "2020-05-06",
        "text": TEXT.format(demand=demand),
    }
    path = folder / "articles.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    ingest_into(settings, path, default=Source("Báo Mẫu", home="Thái Bình", rights=rights))
    return create_app(settings).test_client()


def test_the_tab_shows_who_said_what_in_which_post(client: FlaskClient) -> None:
    soup = soup_of(client, "/statements", q="hạ tầng", speaker=SPEAKER)
    hit = soup.select_one(".hit.statement")
    assert hit is not None
    assert SPEAKER in hit.select_one("h3").text  # type: ignore[union-attr]
    assert "Bí thư Tỉnh ủy" in hit.select_one(".post").text  # type: ignore[union-attr]
    assert hit.select_one(".form") is not None
    assert soup.select(".content mark")


def test_the_tab_counts_speakers_and_acts(client: FlaskClient) -> None:
    labels = " ".join(summary.text for summary in soup_of(client, "/statements").select(".facet summary"))
    assert "Người phát ngôn" in labels
    assert "Loại phát ngôn" in labels


def test_acts_are_called_in_the_language_of_the_reader(client: FlaskClient) -> None:
    facets = soup_of(client, "/statements", lang="en").select_one(".facets")
    assert facets is not None
    assert "Demands" in facets.text
    assert "Yêu cầu" not in facets.text


def test_choosing_a_facet_value_narrows_to_its_count(client: FlaskClient) -> None:
    soup = soup_of(client, "/statements")
    (facet,) = [box for box in soup.select(".facet") if "Loại phát ngôn" in box.text]
    link, count = facet.select_one("li a"), facet.select_one("li .count")
    assert link is not None
    assert count is not None
    found = soup_of(client, str(link["href"])).select_one("#count")
    assert found is not None
    assert found.text.startswith(count.text)


def test_tabs_keep_the_question(client: FlaskClient) -> None:
    tabs = soup_of(client, "/search", q="hạ tầng", year="2020").select(".tabs a")
    (statement_tab,) = [tab for tab in tabs if tab.text == "Phát ngôn"]
    assert str(statement_tab["href"]).startswith("/statements?q=")
    assert "year=2020" in str(statement_tab["href"])


def test_a_person_chosen_among_articles_is_the_speaker_among_statements(client: FlaskClient) -> None:
    person = next(one["id"] for hit in statements(client) for one in hit["speakers"] if one["id"])
    tabs = soup_of(client, "/search", official=person).select(".tabs a")
    assert any(f"speaker={person}" in str(tab["href"]) for tab in tabs)


def test_json_is_the_object_of_the_verb(client: FlaskClient) -> None:
    hit = statements(client)[0]
    assert {"speaker", "post", "act", "kind", "content", "article", "date", "permalink"} <= set(hit)


def test_json_without_a_query_is_refused(client: FlaskClient) -> None:
    assert client.get("/statements.json").status_code == 400


def test_an_article_marks_its_statements_in_place(client: FlaskClient) -> None:
    for hit in statements(client):
        soup = soup_of(client, f"/article/{short_hash(hit['article']['id'])}")
        marked = soup.find(id=hit["anchor"])
        assert marked is not None
        assert marked.text == hit["content"]
        assert hit["speaker"] in str(marked["title"])
        assert soup.select_one(f'.said-here a[href="#{hit["anchor"]}"]') is not None


def test_words_found_and_officials_are_marked_inside_a_statement(client: FlaskClient) -> None:
    hit = statements(client, q="hạ tầng")[0]
    soup = soup_of(client, f"/article/{short_hash(hit['article']['id'])}", q="hạ tầng")
    assert soup.select(".said mark")
    assert "hạ tầng" in " ".join(soup.select_one(".text").text.split())  # type: ignore[union-attr]


def test_a_permanent_address_leads_to_the_place_in_the_article(client: FlaskClient) -> None:
    hit = statements(client)[0]
    response = client.get(f"/statement/{hit['permalink']}")
    assert response.status_code == 302
    target = urlsplit(response.headers["Location"])
    assert (target.path, target.fragment) == (f"/article/{short_hash(hit['article']['id'])}", hit["anchor"])


def test_a_permanent_address_outlives_a_change_elsewhere_in_the_article(
    settings: Settings, tmp_path: Path
) -> None:
    (hit,) = statements(archive_of(settings, tmp_path))
    record = TEXT.format(demand=DEMAND) + "Cùng đi có lãnh đạo huyện.\n"
    path = tmp_path / "articles.jsonl"
    path.write_text(
        json.dumps({"id": "bai-1", "title": "Kiểm tra đê", "date": "2020-05-06", "text": record}), "utf-8"
    )
    ingest_into(settings, path, default=Source("Báo Mẫu", home="Thái Bình"))
    assert create_app(settings).test_client().get(f"/statement/{hit['permalink']}").status_code == 302


def test_a_sentence_no_longer_printed_is_shown_as_it_was(settings: Settings, tmp_path: Path) -> None:
    (hit,) = statements(archive_of(settings, tmp_path))
    changed = archive_of(
        settings, tmp_path, demand="các sở trồng rừng ngập mặn ven biển Hòa Tâm ngay năm nay"
    )
    page = changed.get(f"/statement/{hit['permalink']}")
    assert page.status_code == 200
    assert "Văn bản đã thay đổi" in page.text
    assert DEMAND in page.text


def test_a_statement_of_a_withdrawn_article_is_gone(settings: Settings, tmp_path: Path) -> None:
    client = archive_of(settings, tmp_path)
    (hit,) = statements(client)
    with open_store(settings.store_url) as store:
        store.withdraw("bai-1", "theo yêu cầu của báo")
        update_index(store, settings)
    page = client.get(f"/statement/{hit['permalink']}")
    assert page.status_code == 410
    assert "theo yêu cầu của báo" in page.text
    assert DEMAND not in page.text


@pytest.mark.parametrize("address", ["/statement/none", "/statement/none-3fa2b1c09d-1", "/statement/-"])
def test_an_address_that_never_was_is_a_404(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_anchor_an_article_never_had_is_a_404(client: FlaskClient) -> None:
    hit = statements(client)[0]
    assert client.get(f"/statement/{short_hash(hit['article']['id'])}-0000000000-1").status_code == 404


@pytest.mark.parametrize("rights", ["closed", "extract"])
def test_rights_hold_for_statements(settings: Settings, tmp_path: Path, rights: Rights) -> None:
    long = DEMAND + " và báo cáo kết quả từng tuần cho nhân dân biết" * 8 + ", hạn cuối là rằm tháng bảy"
    client = archive_of(settings, tmp_path, long, rights)
    end = "rằm tháng bảy"
    for address in ("/statements", "/statements.json?q=", f"/article/{short_hash('bai-1')}"):
        assert end not in client.get(address).text
    if rights == "closed":
        assert DEMAND not in client.get("/statements").text
        assert "Lê Văn Minh" in client.get("/statements").text


def test_a_reported_statement_is_cited_without_quotation_marks(settings: Settings, tmp_path: Path) -> None:
    soup = soup_of(archive_of(settings, tmp_path), "/statements")
    cited = soup.select_one(".citation")
    assert cited is not None
    assert cited.text.startswith("Theo Báo Mẫu (6/5/2020), Lê Văn Minh, Chủ tịch UBND tỉnh yêu cầu các sở")
    assert not set('“”"«»') & set(cited.text)


def test_the_page_of_an_official_has_posts_with_proof_and_statements(
    settings: Settings, tmp_path: Path
) -> None:
    client = archive_of(settings, tmp_path)
    (hit,) = statements(client)
    soup = soup_of(client, f"/official/{hit['speakers'][0]['id']}")
    proof = soup.select_one(".proof")
    assert proof is not None
    assert "Chủ tịch UBND tỉnh" in proof.select_one("mark").text  # type: ignore[union-attr]
    assert DEMAND in soup.select_one(".hit.statement").text  # type: ignore[union-attr]
    found = client.get(f"/official/{hit['speakers'][0]['id']}.json").json
    assert found["tenures"][0]["proofs"][0]["sentence"] in " ".join(
        proof.text for proof in soup.select(".proof")
    )


def test_no_page_has_a_style_or_script_of_its_own(client: FlaskClient) -> None:
    short = short_hash(statements(client)[0]["article"]["id"])
    for address in ("/statements", "/check?q=Tàu+vũ+trụ+đã+hạ+cánh", f"/article/{short}"):
        page = client.get(address).text
        assert "style=" not in page
        assert page.count("<script") == page.count('<script src="/static/khobao.js" defer></script>') == 1


def corrected(settings: Settings, kind: CorrectionKind, target: str, *given: str) -> FlaskClient:
    """The site after a correction."""
    with open_store(settings.store_url) as store:
        store.correct([CorrectionRequest(kind, target, given, "ghi nhầm khi biên tập", "2026-11-20")])
        update_index(store, settings)
    return create_app(settings).test_client()


def test_a_withdrawn_statement_is_gone_with_its_reason_and_leaves_a_trace(
    settings: Settings, tmp_path: Path
) -> None:
    (hit,) = statements(archive_of(settings, tmp_path))
    client = corrected(settings, "withdraw", hit["permalink"])
    page = client.get(f"/statement/{hit['permalink']}")
    assert page.status_code == 410
    assert "ghi nhầm khi biên tập" in page.text
    soup = soup_of(client, f"/article/{short_hash('bai-1')}")
    assert soup.find(id=hit["anchor"]) is None
    assert "ghi nhầm khi biên tập" in soup.select_one(".known").text  # type: ignore[union-attr]


def test_a_statement_given_to_another_shows_who_corrected_it_and_why(
    settings: Settings, tmp_path: Path
) -> None:
    (hit,) = statements(archive_of(settings, tmp_path))
    client = corrected(settings, "reattribute", hit["permalink"], "Trần Thị Bưởi")
    item = soup_of(client, "/statements").select_one(".hit.statement")
    assert item is not None
    assert "Trần Thị Bưởi" in item.select_one("h3").text  # type: ignore[union-attr]
    assert "ghi nhầm khi biên tập" in item.select_one(".correction").text  # type: ignore[union-attr]
