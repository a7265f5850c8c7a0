"""The charset a page declares in its own markup, read from bytes before anything can be decoded."""

from __future__ import annotations

import re

PRESCANNED_BYTES = 1 << 16
"""The HTML standard looks at 1,024 bytes; web archives and portals write scripts before the declaration."""

_COMMENT = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(?P<name>script|style)\b.*?(?:</(?P=name)|\Z)", re.DOTALL | re.IGNORECASE
)
_XML_DECLARATION = re.compile(rb"\s*<\?xml\s[^<>]*?\bencoding\s*=\s*[\"']([^\"'<>]+)[\"']")
_META = re.compile(rb"<meta[\s/]([^<>]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"""(?P<name>[a-z-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_CHARSET_IN_CONTENT = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s;\"']+)", re.IGNORECASE)


def declared_charsets(markup: bytes) -> list[str]:
    """The labels in the XML declaration, `<meta charset>` and `<meta http-equiv="Content-Type">`, in order.

    Comments, scripts and styles declare nothing.
    """
    head = markup[:PRESCANNED_BYTES]
    xml = _XML_DECLARATION.match(head.removeprefix(b"\xef\xbb\xbf"))
    labels = [xml[1]] if xml else []
    labels += (label for meta in _META.finditer(_COMMENT.sub(b"", head)) if (label := _label(meta[1])))
    return [label.decode("ascii", "replace") for label in labels]


def _label(attributes: bytes) -> bytes | None:
    values = {
        found["name"].lower(): found["double"] or found["single"] or found["bare"] or b""
        for found in _ATTRIBUTE.finditer(attributes)
    }
    if charset := values.get(b"charset"):
        return charset
    if values.get(b"http-equiv", b"").strip().lower() != b"content-type":
        return None
    named = _CHARSET_IN_CONTENT.search(values.get(b"content", b""))
    return named[1] if named else None
