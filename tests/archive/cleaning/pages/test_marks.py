"""Class names and ids: what they say of an element, and what they do not."""

from __future__ import annotations

import pytest

from archive.cleaning.pages.marks import frame_kind, role_words


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("box-tin-lien-quan", "related"),
        ("boxTinKhac", "related"),
        ("main-menu", "menu"),
        ("ThongKeTruyCap", "view_counter"),
        ("comment-list", "comments"),
        ("Footer-Text", "footer"),
        ("wm-ipp", "web_archive"),
    ],
)
def test_names_of_frame_are_read_however_they_are_joined(names: str, kind: str) -> None:
    assert frame_kind(names) == kind


@pytest.mark.parametrize(
    "names", ["Title allowMenuPost", "post category-tin-khac hentry", "has-comments", "loads"]
)
def test_a_word_inside_another_name_makes_no_frame(names: str) -> None:
    assert frame_kind(names) is None


@pytest.mark.parametrize(
    ("names", "role"),
    [
        ("article__title", "title"),
        ("tieu-de", "title"),
        ("p.sapo", "lead"),
        ("post-time", "date"),
        ("tacgia", "author"),
        ("PhotoCMS_Caption", "caption"),
        ("ExternalClassD44D9F977", "body"),
    ],
)
def test_names_of_the_parts_of_an_article_are_read(names: str, role: str) -> None:
    assert role in role_words(names)


def test_the_title_of_a_list_is_no_title() -> None:
    assert role_words("related-title") == frozenset()
