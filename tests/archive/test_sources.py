"""Who published a document: what the user says, else its address, else its source field, else its folder."""

from __future__ import annotations

import unicodedata

import pytest

from archive.documents import RawDocument
from archive.identity import canonical_url
from archive.knowledge.places.units import units_named
from archive.models import Source
from archive.sources import UNKNOWN, known_sources, resolve_source

BINH_DINH = Source("Báo Bình Định", "baobinhdinh.vn", "Bình Định")


def resolve(relative_path: str = "a.jsonl", default: Source | None = None, **fields: str) -> Source:
    return resolve_source(fields, RawDocument(relative_path, relative_path, "json", b"{}"), default)


def test_the_source_the_user_names_wins() -> None:
    default = Source("Sưu tập của tôi", home="Hòa Bình")
    assert resolve(default=default, url="https://baobinhdinh.vn/1", source="VnExpress") == default


def test_the_domain_of_the_address_comes_before_the_source_field() -> None:
    assert resolve(url="https://www.baobinhdinh.vn/tin/1", source="VnExpress") == BINH_DINH


def test_a_row_stands_for_every_domain_below_it() -> None:
    portal = resolve(url="https://krongno.daknong.gov.vn/tin/1")
    assert portal == Source("Cổng thông tin điện tử tỉnh Đắk Nông", "daknong.gov.vn", "Đắk Nông")
    assert resolve(source="dakrlap.daknong.gov.vn") == portal


def test_the_longest_domain_wins() -> None:
    assert resolve(url="https://news.zing.vn/1").name == "Znews"


def test_a_domain_that_only_ends_in_the_same_letters_is_another() -> None:
    assert resolve(url="https://giabaobinhdinh.vn/1") == Source("giabaobinhdinh.vn", "giabaobinhdinh.vn")


@pytest.mark.parametrize(
    "named",
    [
        "baobinhdinh.vn",
        "www.BaoBinhDinh.vn",
        "https://baobinhdinh.vn/rss",
        "Báo Bình Định",
        " BÁO  BÌNH ĐỊNH ",
        unicodedata.normalize("NFD", "Báo Bình Định"),
        "Báo điện tử Bình Định",
    ],
)
def test_a_source_field_is_known_by_domain_or_name(named: str) -> None:
    assert resolve(source=named) == BINH_DINH


def test_both_places_of_the_tone_mark_are_one_name() -> None:
    assert resolve(source="Báo Hoà Bình") == resolve(source="Báo Hòa Bình")
    assert resolve(source="Báo Hoà Bình").home == "Hòa Bình"


def test_a_national_paper_is_known_with_and_without_the_word_newspaper() -> None:
    assert resolve(source="Báo VietNamNet") == resolve(source="VietNamNet") == resolve(source="vietnamnet.vn")


def test_a_province_is_not_its_newspaper() -> None:
    assert resolve(source="Bình Định") == Source("Bình Định")


def test_a_name_the_table_does_not_have_is_kept_as_given() -> None:
    assert resolve(source="Bản tin  Đảng ủy xã", url="https://baomoi.com/1") == Source("Bản tin Đảng ủy xã")
    assert resolve(source="TP.HCM") == Source("TP.HCM")
    assert resolve(source="Báo") == Source("Báo")


def test_a_domain_the_table_does_not_have_is_a_source_of_that_name() -> None:
    assert (
        resolve(source="Baomoi.com")
        == resolve(url="https://baomoi.com/1")
        == Source("baomoi.com", "baomoi.com")
    )


def test_a_folder_named_by_a_domain_is_the_mirror_of_its_site() -> None:
    assert resolve("mirror/www.baobinhdinh.vn/2020/tin.txt") == BINH_DINH
    assert resolve("mirror/khác/baobinhdinh.vn") == UNKNOWN


@pytest.mark.parametrize("fields", [{}, {"url": "cafebiz"}, {"source": " "}])
def test_a_document_that_says_nothing_has_an_unknown_source(fields: dict[str, str]) -> None:
    assert resolve(**fields) == UNKNOWN
    assert UNKNOWN.name == "không rõ"


def test_every_row_has_a_domain_of_its_own_in_canonical_form() -> None:
    domains = [source.domain or "" for source in known_sources()]
    assert len(set(domains)) == len(domains)
    assert all(canonical_url(domain) == f"{domain}/" for domain in domains)


def test_every_row_has_a_name_and_known_rights() -> None:
    assert all(source.name == source.name.strip() != "" for source in known_sources())
    assert {source.rights for source in known_sources()} <= {"full", "extract", "closed"}


def test_every_home_is_a_unit_and_every_unit_before_the_merger_has_a_paper() -> None:
    homes = {source.home for source in known_sources() if source.home}
    assert all(units_named(home) for home in homes)
    papers = {source.home for source in known_sources() if not (source.domain or "").endswith(".gov.vn")}
    assert homes - papers == set()
    assert len(homes - {"Huế"}) == 63


def of_page(domain: str | None, relative_path: str = "a.html", **fields: str) -> Source:
    raw = RawDocument(relative_path, relative_path, "html", b"<p>")
    own = {"baohonchen.vn": Source("Báo Hòn Chén", "baohonchen.vn", "Bình Định")}
    return resolve_source(fields, raw, None, domain, own)


def test_the_domain_of_a_saved_page_is_the_last_evidence() -> None:
    assert of_page("baobinhdinh.vn") == BINH_DINH
    assert of_page("khongcotrongbang.vn") == Source("khongcotrongbang.vn", "khongcotrongbang.vn")
    assert of_page("vnexpress.net", "baobinhdinh.vn/a.html") == BINH_DINH
    assert of_page("vnexpress.net", url="https://khongcotrongbang.vn/1").name == "khongcotrongbang.vn"
    assert of_page(None) == UNKNOWN


def test_a_librarians_own_publishers_are_known_wherever_a_domain_is() -> None:
    assert of_page("xa.baohonchen.vn").name == "Báo Hòn Chén"
    assert of_page(None, url="https://baohonchen.vn/1").home == "Bình Định"
    assert of_page(None, source="baohonchen.vn").home == "Bình Định"
