"""Checking a quote from the text typed to the verdict, on a small archive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.errors import LimitError, QueryError
from archive.models import Rights, Source
from archive.settings import Settings, read_settings
from index.checking.checking import MOST_PIECES, check
from index.checking.objects import check_object
from index.checking.results import Check
from index.requests import SearchRequest
from index.searcher import Searcher, open_searcher
from tests.conftest import ingest_into

QUOTE = "Chúng tôi sẽ ở lại cùng bà con Hòa Tâm cho đến khi 1.600 hộ có điện"
DEMAND = "khẩn trương đắp xong 12 km đê biển Hòa Tâm trước mùa mưa lũ năm nay"
OWN = "Xã Hòa Tâm có ba thôn nằm ngoài đê và hơn bốn trăm héc ta lúa chưa gặt"
BODY = (
    "Ngày 6/5, đồng chí Lê Văn Minh, Chủ tịch UBND tỉnh Phú Yên kiểm tra đê biển.\n"
    f"Đồng chí Lê Văn Minh yêu cầu huyện {DEMAND}.\n"
    f"“{QUOTE}”, đồng chí Lê Văn Minh nói.\n"
    f"{OWN}.\n"
)
RECORDS = (
    {"id": "later", "title": "Kiểm tra đê biển", "date": "2020-05-08", "text": BODY},
    {"id": "first", "title": "Chủ tịch tỉnh kiểm tra đê Hòa Tâm", "date": "2020-05-07", "text": BODY},
    {"id": "undated", "title": "Nông dân được mùa", "text": "Nông dân tỉnh Cà Mau được mùa tôm năm nay."},
)


def archive_of(settings: Settings, folder: Path, rights: Rights = "full") -> Settings:
    path = folder / "articles.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS), "utf-8")
    ingest_into(settings, path, default=Source("Báo Mẫu", rights=rights))
    return settings


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """Two near-duplicates about a dyke, and something else."""
    folder = tmp_path_factory.mktemp("coast")
    with open_searcher(archive_of(read_settings({}, folder / "archive"), folder)) as searcher:
        yield searcher


def checked(searcher: Searcher, text: str, **narrowed: Any) -> Check:
    return check(searcher, SearchRequest(text=text, **narrowed))


def differences(answer: Check) -> list[tuple[str, str]]:
    return [(pair.typed, pair.printed) for pair in answer.pieces[0].matches[0].differences]


def test_a_quote_printed_so_is_the_same(coast: Searcher) -> None:
    answer = checked(coast, QUOTE)
    assert answer.verdict == "same"
    assert answer.pieces[0].matches[0].speech == "direct"


@pytest.mark.parametrize(
    "typed",
    [
        f"“{QUOTE}.”",
        QUOTE.upper(),
        QUOTE.replace("1.600", "1600").replace("Hòa", "Hoà"),
        "chung toi se o lai cung ba con hoa tam cho den khi 1600 ho co dien",
    ],
)
def test_marks_case_and_missing_accents_do_not_matter(coast: Searcher, typed: str) -> None:
    assert checked(coast, typed).verdict == "same"


def test_typed_without_accents_is_compared_so_and_says_so(coast: Searcher) -> None:
    answer = checked(coast, "chung toi se o lai cung ba con hoa tam")
    assert answer.folded
    assert "without accents" in str(answer.notices[0])


@pytest.mark.parametrize(
    ("printed", "typed", "pair"),
    [
        ("1.600", "1.900", ("1.900", "1.600")),
        ("1.600", "1900", ("1900", "1.600")),
        ("Tâm", "Thịnh", ("Thịnh", "Tâm")),
        (" cùng", "", ("", "cùng")),
    ],
)
def test_a_changed_number_name_or_word_differs(
    coast: Searcher, printed: str, typed: str, pair: tuple[str, str]
) -> None:
    answer = checked(coast, QUOTE.replace(printed, typed))
    assert answer.verdict == "differs"
    assert differences(answer) == [pair]


def test_what_is_only_reported_is_no_quote_even_word_for_word(coast: Searcher) -> None:
    answer = checked(coast, f"“Huyện {DEMAND}.”")
    assert answer.verdict == "reported"
    assert differences(answer) == []


def test_the_papers_own_words_are_reported_too_and_said_to_be_its_own(coast: Searcher) -> None:
    answer = checked(coast, OWN)
    assert (answer.verdict, answer.pieces[0].matches[0].speech) == ("reported", "own")


def test_a_title_is_the_papers_own(coast: Searcher) -> None:
    match = checked(coast, "Chủ tịch tỉnh kiểm tra đê Hòa Tâm").pieces[0].matches[0]
    assert (match.part, match.speech) == ("title", "own")


def test_a_changed_caption_is_found_too(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "page.jsonl"
    caption = "Dân quân xã Hòa Tâm gia cố đoạn đê sạt lở sau bão số 9"
    record = {"id": "a", "title": "Gia cố đê", "text": f"{OWN}.\n{caption}. Ảnh: Minh Tân\n{OWN}."}
    path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    ingest_into(settings, path)
    with open_searcher(settings) as searcher:
        match = checked(searcher, caption.replace("9", "8")).pieces[0].matches[0]
    assert (match.part, match.speech, len(match.differences)) == ("caption", "own", 1)


def test_damage_that_was_mended_is_no_difference(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "damaged.txt"
    path.write_text(BODY.replace("ba thôn nằm", "ba thônnằm"), "utf-8")
    ingest_into(settings, path)
    with open_searcher(settings) as searcher:
        assert differences(checked(searcher, OWN.replace("ba thôn nằm", "ba thônnằm"))) == []


def test_what_nobody_printed_is_absent(coast: Searcher) -> None:
    answer = checked(coast, "Chúng tôi sẽ trồng hoa hướng dương trên tám ngọn núi lửa")
    assert (answer.verdict, answer.pieces[0].matches) == ("absent", ())


def test_every_article_that_has_it_is_listed_the_earliest_first(coast: Searcher) -> None:
    matches = checked(coast, QUOTE).pieces[0].matches
    assert [match.stored.article.id for match in matches] == ["first", "later"]
    assert matches[0].cluster == matches[1].cluster is not None


def test_offsets_are_those_of_the_body(coast: Searcher) -> None:
    match = checked(coast, QUOTE.replace("1.600", "1.900")).pieces[0].matches[0]
    body = match.stored.article.body
    assert body[match.start : match.end] == match.printed == QUOTE
    (pair,) = match.differences
    assert body[pair.start : pair.end] == "1.600"


def test_a_paragraph_is_as_good_as_its_weakest_piece(coast: Searcher) -> None:
    answer = checked(coast, f"{OWN}. Tàu vũ trụ đã hạ cánh xuống bãi biển này.")
    assert [one.verdict for one in answer.pieces] == ["reported", "absent"]
    assert answer.verdict == "absent"


def test_the_sentence_around_a_quote_does_not_decide(coast: Searcher) -> None:
    answer = checked(coast, f"Trước bà con có mặt, ông Lê Văn Minh hứa như sau: “{QUOTE}”.")
    assert [(one.piece.frames, one.verdict) for one in answer.pieces] == [(True, "absent"), (False, "same")]
    assert answer.verdict == "same"


def test_no_more_pieces_than_stated_are_checked_and_that_is_said(coast: Searcher) -> None:
    answer = checked(coast, "Nông dân Cà Mau được mùa. " * (MOST_PIECES + 1))
    assert len(answer.pieces) == MOST_PIECES
    assert any(str(MOST_PIECES) in str(notice) for notice in answer.notices)


def test_what_was_looked_through_is_counted(coast: Searcher) -> None:
    searched = checked(coast, "Đê biển tỉnh Phú Yên sẽ dài tới tận mặt trăng").searched
    assert (searched.articles, searched.province, searched.articles_of_province) == (3, "Phú Yên", 2)
    assert searched.undated == 1


def test_a_province_and_a_period_narrow_what_is_looked_through(coast: Searcher) -> None:
    narrowed = checked(coast, QUOTE, include={"province": ("Cà Mau",)})
    assert (narrowed.verdict, narrowed.searched.articles) == ("absent", 1)
    later = checked(coast, QUOTE, first="2020-05-08")
    assert [match.stored.article.id for match in later.pieces[0].matches] == ["later"]
    assert (later.searched.articles_of_period, later.searched.period) == (1, "2020-05-08..")


def test_a_name_that_nobody_bears_is_said_to_be_unknown(coast: Searcher) -> None:
    answer = checked(coast, QUOTE, include={"official": ("Không Ai Cả",)})
    assert (answer.verdict, answer.searched.articles) == ("absent", 0)
    assert "Không Ai Cả" in str(answer.notices[0])


def test_an_official_named_in_the_text_is_counted(coast: Searcher) -> None:
    searched = checked(coast, "Chủ tịch UBND tỉnh Phú Yên Lê Văn Minh hứa xây cầu vượt biển").searched
    assert (searched.official, searched.articles_of_official) == ("Lê Văn Minh", 2)


def test_the_object_has_the_keys_it_is_known_for(coast: Searcher) -> None:
    found = check_object(checked(coast, QUOTE))
    assert {"verdict", "matches", "searched"} <= set(found)
    keys = {"article", "statement", "speech", "score", "start", "end", "differences"}
    assert keys <= set(found["matches"][0])
    assert found["pieces"][0]["matches"] == found["matches"]


@pytest.mark.parametrize("text", ["", "  ", "ba chữ thôi", "?!…"])
def test_there_must_be_something_to_check(coast: Searcher, text: str) -> None:
    with pytest.raises(QueryError, match="type more"):
        checked(coast, text)


def test_a_text_has_a_longest_length(coast: Searcher) -> None:
    with pytest.raises(LimitError, match="KHOBAO_QUERY_CHARACTERS"):
        check(coast, SearchRequest(text="đê " * 10), characters=20)


def test_a_closed_source_answers_without_a_word_of_its_text(settings: Settings, tmp_path: Path) -> None:
    with open_searcher(archive_of(settings, tmp_path, "closed")) as searcher:
        answer = checked(searcher, QUOTE.replace("1.600", "1.900"))
    assert answer.verdict == "differs"
    assert "1.600" not in json.dumps(check_object(answer), ensure_ascii=False)
