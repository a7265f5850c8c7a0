"""Pages and texts are known by their beginning where nothing says what they are."""

from __future__ import annotations

import codecs

import pytest

from archive.reading.sniffing import is_binary, is_page


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html>",
        b" \r\n<HTML>",
        b"<head\n>",
        b'<?xml version="1.0"?>\n<!doctype html PUBLIC "-//W3C//DTD XHTML 1.0">',
        b'<!-- saved from url=(0025)http://baophutho.vn/ -->\n<html lang="vi">',
        codecs.BOM_UTF8 + b"<p>Tin</p>",
        "\ufeff<html>".encode("utf-16-le"),
        "<html><body>Héi nghÞ".encode("latin-1"),
    ],
)
def test_pages_are_known(content: bytes) -> None:
    assert is_page(content)


@pytest.mark.parametrize(
    "content",
    [b"", b"Tin <html>", b"<paper>", b"<rss>", b"<?xml version='1.0'?><rss>", b"%PDF-1.4 <html>", b"{}"],
)
def test_what_is_no_page_is_not_taken_for_one(content: bytes) -> None:
    assert not is_page(content)


def test_an_endless_comment_is_looked_at_once() -> None:
    assert not is_page(b"<!--" * 100_000)


def test_bytes_that_no_text_has_are_binary_but_utf_16_is_a_text() -> None:
    assert is_binary(b"\x89PNG\r\n\x1a\n\0\0")
    assert not is_binary("Héi nghÞ\t\r\n\x1b".encode("latin-1"))
    assert not is_binary("Hội nghị".encode("utf-16"))
