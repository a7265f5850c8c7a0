"""Statements of a whole archive: found, folded, kept in step with their articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.models import Source
from archive.settings import Settings
from archive.storage.store import open_store
from index.indexing.clusters import Clusters
from index.indexing.indexer import open_generation, rebuild_index, update_index
from index.indexing.statement_groups import GROUPS_FILE
from index.indexing.verification import verify
from index.query import Everything, Query
from index.requests import SearchRequest
from index.searcher import Searcher, open_searcher
from tests.conftest import ingest_into

CHAIR = "Chủ tịch UBND tỉnh Phú Thọ Nguyễn Văn An"
OPENING = (
    "Sáng 19/3/2020, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh Phú Thọ chủ trì cuộc họp về thủy lợi.\n\n"
)
DEMAND = f"{CHAIR} yêu cầu các huyện khẩn trương nạo vét kênh mương và kiểm tra các trạm bơm trước mùa mưa."
PRAISE = f"{CHAIR} đánh giá cao nỗ lực của ngành Nông nghiệp trong công tác chống hạn cho lúa xuân."


def write(folder: Path, name: str, *paragraphs: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(OPENING + "\n\n".join(paragraphs), "utf-8")
    return path


def everything(settings: Settings) -> tuple[list[str], dict[str, str]]:
    """The statements of the index, and their groups."""
    opened = open_generation(settings)
    found = list(opened.statements.iter_ids(Query(Everything()))), dict(opened.groups)
    opened.close()
    return found


def test_every_statement_of_the_seeds_is_found_by_its_own_words(searcher: Searcher) -> None:
    everything_said = searcher.search_statements(SearchRequest(limit=100))
    assert everything_said.total == len(everything_said.hits) > 10
    for hit in everything_said.hits:
        assert hit.head.content is not None
        assert hit.stored.article.body[hit.head.start : hit.head.end] == hit.head.content
        asked = SearchRequest(hit.head.content, syntax="plain", limit=100)
        assert hit.id in [found.id for found in searcher.search_statements(asked).hits]


def test_the_count_of_a_facet_value_is_the_total_after_choosing_it(searcher: Searcher) -> None:
    facets = dict.fromkeys(
        ("speaker", "post", "act", "kind", "attribution", "cue", "organisation", "province", "year"), 50
    )
    answer = searcher.search_statements(SearchRequest(facets=facets))
    for facet in answer.facets:
        for value in facet.values:
            chosen = SearchRequest(include={facet.field: (value.value,)})
            assert searcher.search_statements(chosen).total == value.count, (facet.field, value)


def test_an_article_is_found_by_who_speaks_in_it(searcher: Searcher) -> None:
    speaker = searcher.search_statements(SearchRequest(limit=1)).hits[0].speaker
    assert searcher.search(SearchRequest(f'người-nói:"{speaker}"')).total >= 1


@pytest.mark.parametrize(
    "typed",
    [
        "sentence:(nạo kênh)",
        '"mương nạo"~5',
        '"nạo vét kênh mương"',
        "nạo* -chống",
        "atleast-2:(nạo vét hạn)",
    ],
)
def test_the_whole_language_works_on_statements(settings: Settings, tmp_path: Path, typed: str) -> None:
    ingest_into(settings, write(tmp_path, "a", DEMAND, PRAISE))
    with open_searcher(settings) as searcher:
        answer = searcher.search_statements(SearchRequest(typed))
        assert [hit.head.act for hit in answer.hits] == ["demand"]
        assert answer.searched == 2


def test_what_is_written_bit_by_bit_is_what_is_built_anew(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path, "a", DEMAND, PRAISE), default=Source("Báo Mẫu"))
    ingest_into(settings, write(tmp_path, "b", DEMAND), default=Source("Báo Khác"))
    ingest_into(settings, write(tmp_path, "a", DEMAND), default=Source("Báo Mẫu"))
    bit_by_bit = everything(settings)
    with open_store(settings.store_url) as store:
        assert verify(store, settings) == []
        rebuild_index(store, settings)
    assert everything(settings) == bit_by_bit
    assert (len(bit_by_bit[0]), len(bit_by_bit[1])) == (2, 2)


def test_with_an_article_go_its_statements_and_their_groups(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path, "a", DEMAND), default=Source("Báo Mẫu"))
    ingest_into(settings, write(tmp_path, "b", DEMAND), default=Source("Báo Khác"))
    with open_store(settings.store_url) as store:
        store.withdraw(next(store.articles()).article.id, "trùng")
        update_index(store, settings)
        assert verify(store, settings) == []
    left, groups = everything(settings)
    assert (len(left), groups) == (1, {})


def test_an_old_generation_keeps_its_groups(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path, "a", DEMAND), default=Source("Báo Mẫu"))
    before = settings.index_folder / open_generation(settings).manifest.folder
    ingest_into(settings, write(tmp_path, "b", DEMAND), default=Source("Báo Khác"))
    assert len(Clusters.open(before, GROUPS_FILE)) == 0
    assert len(everything(settings)[1]) == 2


def test_what_may_not_be_shown_is_not_in_a_hit(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path, "a", DEMAND), default=Source("Báo Mẫu", rights="closed"))
    with open_searcher(settings) as searcher:
        (hit,) = searcher.search_statements(SearchRequest("nạo vét")).hits
    assert (hit.head.content, hit.speaker, hit.stored.article.body) == (None, "Nguyễn Văn An", "")
