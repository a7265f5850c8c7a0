"""An article is known by the id given, else its address, else its path, else its content."""

from __future__ import annotations

import hashlib
import re
import string
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archive.documents import Media, RawDocument
from archive.errors import ProcessingError
from archive.identity import article_id, canonical_url, content_hash, identify, short_hash, web_link
from archive.models import Source

SOURCE = Source("Báo Vĩnh Phúc")


def raw(media: Media = "json", path: str = "2020/tin.txt", content: bytes = b"{}") -> RawDocument:
    return RawDocument(path, path, media, content)


def test_the_id_given_comes_first_as_it_is() -> None:
    fields = {"id": " Bài/7 ", "url": "https://baovinhphuc.com.vn/7"}
    identity = identify(raw(), fields, SOURCE)
    assert identity == ("id", "Bài/7")
    assert article_id(identity) == "Bài/7"


def test_the_address_comes_second() -> None:
    fields = {"url": "https://www.BaoVinhPhuc.com.vn/tin/7?utm_source=zalo"}
    assert identify(raw("text"), fields, SOURCE) == ("url", "baovinhphuc.com.vn/tin/7")


def test_a_text_file_is_its_source_and_its_path() -> None:
    assert identify(raw("text"), {}, SOURCE) == ("path", "Báo Vĩnh Phúc\n2020/tin.txt")


def test_a_path_is_the_same_composed_and_decomposed() -> None:
    composed, decomposed = (
        identify(raw("text", unicodedata.normalize(form, "báo/tỉnh ủy.txt")), {}, SOURCE)
        for form in ("NFC", "NFD")
    )
    assert composed == decomposed


def test_a_record_without_id_and_address_is_its_content() -> None:
    assert identify(raw(content=b"{1}"), {}, SOURCE) == ("content", hashlib.sha256(b"{1}").hexdigest())


def test_texts_on_standard_input_are_told_apart_by_their_content() -> None:
    first, second = (identify(raw("text", "-", text), {}, SOURCE) for text in (b"a", b"b"))
    assert first[0] == "content"
    assert first != second


def test_a_word_in_place_of_an_address_is_passed_over() -> None:
    assert identify(raw(), {"url": "cafebiz"}, SOURCE)[0] == "content"


@pytest.mark.parametrize("given_id", ["x" * 513, "a\nb", "a\x00b", "a\u2028b"])
def test_an_id_that_cannot_stand_on_one_line_is_refused(given_id: str) -> None:
    with pytest.raises(ProcessingError) as refused:
        identify(raw(), {"id": given_id}, SOURCE)
    assert refused.value.step == "identify"
    assert "\n" not in refused.value.reason


def test_the_longest_id_is_accepted() -> None:
    assert identify(raw(), {"id": "x" * 512}, SOURCE) == ("id", "x" * 512)


@pytest.mark.parametrize("kind", ["url", "path", "content"])
def test_a_computed_id_names_its_kind_and_is_the_same_everywhere(kind: str) -> None:
    digest = hashlib.sha256("giá trị".encode()).hexdigest()
    assert article_id((kind, "giá trị")) == f"{kind}-{digest[:20]}"


def test_the_short_hash_is_twelve_hex_digits() -> None:
    assert re.fullmatch("[0-9a-f]{12}", short_hash("Bài/7"))
    assert short_hash("Bài/7") == short_hash("Bài/7") != short_hash("Bài/8")


def test_the_content_hash_is_sha256() -> None:
    assert content_hash(b"abc") == hashlib.sha256(b"abc").hexdigest()


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://baobinhdinh.vn", "baobinhdinh.vn/"),
        ("https://baobinhdinh.vn/", "baobinhdinh.vn/"),
        ("//baobinhdinh.vn/a", "baobinhdinh.vn/a"),
        ("baobinhdinh.vn/a", "baobinhdinh.vn/a"),
        ("HTTPS://WWW.BaoBinhDinh.VN:443/Tin/A.aspx", "baobinhdinh.vn/Tin/A.aspx"),
        ("http://www.baobinhdinh.vn.:80/a/", "baobinhdinh.vn/a/"),
        ("http://baobinhdinh.vn:8080/a", "baobinhdinh.vn:8080/a"),
        ("http://ai:do@baobinhdinh.vn/a", "baobinhdinh.vn/a"),
        ("http://baobinhdinh.vn/a#binh-luan", "baobinhdinh.vn/a"),
        ("http://baobinhdinh.vn/a?b=2&a=1", "baobinhdinh.vn/a?b=2&a=1"),
        ("http://baobinhdinh.vn/a?utm_source=x&id=7&FBCLID=y&gclid=z&zarsrc=30", "baobinhdinh.vn/a?id=7"),
        ("http://baobinhdinh.vn/a?fbclid=y", "baobinhdinh.vn/a"),
        ("http://baobinhdinh.vn/a?u=http://b.vn/c", "baobinhdinh.vn/a?u=http://b.vn/c"),
        ("http://baobinhdinh.vn/tỉnh ủy", "baobinhdinh.vn/t%E1%BB%89nh%20%E1%BB%A7y"),
        ("http://baobinhdinh.vn/t%e1%bb%89nh%20%E1%BB%A7y", "baobinhdinh.vn/t%E1%BB%89nh%20%E1%BB%A7y"),
        ("http://baobinhdinh.vn/%7Etin/%41%2f100%", "baobinhdinh.vn/~tin/A%2F100%25"),
        ("http://www.vn/a", "www.vn/a"),
        ("http://báo.vn/a", "báo.vn/a"),
    ],
)
def test_addresses_of_one_page_are_one(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


NO_ADDRESSES = [
    "cafebiz",
    "n/a",
    "",
    "http://",
    "http:///a",
    "javascript:alert(1)",
    "javascript://a.vn/%0aalert(1)",
    "ftp://a.vn/b",
    "mailto:a@b",
    "http://a.vn:cổng/",
    "http://a.vn:99999/",
    "http://[::1/",
    "http://a b.vn/",
    "http://a.vn/b\nc",
    "http://a.vn/\ud800",
    "http://a..vn/",
]


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address_on_the_web_is_refused_and_never_a_link(url: str) -> None:
    with pytest.raises(ProcessingError, match="is not a web address") as refused:
        canonical_url(url)
    assert "\n" not in refused.value.reason
    assert web_link(url) is None


def test_a_link_keeps_what_was_written_and_has_a_scheme() -> None:
    assert web_link(" https://www.a.vn/b?utm_source=x#c ") == "https://www.a.vn/b?utm_source=x#c"
    assert web_link("a.vn/b") == web_link("//a.vn/b") == "http://a.vn/b"


URL_CHARACTERS = st.text(
    string.ascii_letters + string.digits + "%/?#&=:@.;+~[] -_" + "ủỦđ\u0323", max_size=40
)


@given(
    prefix=st.sampled_from(["", "//", "http://", "https://www.", "http://a.vn/", "a.vn/?"]),
    rest=URL_CHARACTERS,
)
def test_a_canonical_address_is_its_own_canonical_address(prefix: str, rest: str) -> None:
    try:
        canonical = canonical_url(prefix + rest)
    except ProcessingError:
        assume(False)
    assert canonical_url(canonical) == canonical


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(url: str) -> None:
    link = web_link(url)
    assert link is None or link.lower().startswith(("http://", "https://"))
