"""What a page says of its own charset."""

from __future__ import annotations

import pytest

from archive.text.prescan import PRESCANNED_BYTES, declared_charsets


@pytest.mark.parametrize(
    ("markup", "charsets"),
    [
        (b'<meta charset="utf-8">', ["utf-8"]),
        (b"<META CHARSET=UTF-8 />", ["UTF-8"]),
        (b"<meta charset = 'windows-1258'>", ["windows-1258"]),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', ["iso-8859-1"]),
        (b"<meta content='text/html;charset=utf-8' http-equiv=content-type>", ["utf-8"]),
        (b'<?xml version="1.0" encoding="utf-8"?><html>', ["utf-8"]),
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?>', ["utf-8"]),
        (b'<meta charset="a"><meta charset="b">', ["a", "b"]),
        (b'<meta name="description" content="charset=utf-8">', []),
        (b'<!-- <meta charset="utf-8"> --><meta charset="b">', ["b"]),
        (b'<!-- never closed <meta charset="utf-8">', []),
        (b"<script>var a = '<meta charset=\"utf-8\">';</script>", []),
        (b"<metadata charset=x>", []),
        (b"no page", []),
        (b"", []),
    ],
)
def test_declarations_are_found_where_the_standard_looks(markup: bytes, charsets: list[str]) -> None:
    assert declared_charsets(markup) == charsets


def test_a_declaration_behind_the_scripts_of_a_web_archive_is_found() -> None:
    assert declared_charsets(b"<script>" + b"x" * 20_000 + b"</script><meta charset=utf-8>") == ["utf-8"]
    assert declared_charsets(b" " * PRESCANNED_BYTES + b"<meta charset=utf-8>") == []
