"""Character references of HTML that stand in a text as they are written (`&agrave;`, `&#7879;`)."""

from __future__ import annotations

import html
import re

EVIDENCE = re.compile(
    "&(?:(?:amp|#38);)*(?:[aeiouyAEIOUY](?:grave|acute|circ|tilde)|ETH|eth|#[0-9]{3,4}|#[xX]0*[0-9a-fA-F]{2,4});"
)
"""References to letters; the others (`&amp;`, `&nbsp;`) also stand in texts that have theirs as letters."""


_LINE_END = re.compile("&(?:#0*1[03]|#[xX]0*[aAdD]|NewLine);")


def convert(text: str) -> str:
    """Text with its references read, once; one to a line end is a blank, as it is in a page."""
    return html.unescape(_LINE_END.sub(" ", text))


def restore(text: str) -> str:
    """Text with everything that is not ASCII, and `&`, as numbered references."""
    escaped = text.replace("&", "&#38;")
    return "".join(char if char.isascii() else f"&#{ord(char)};" for char in escaped)
