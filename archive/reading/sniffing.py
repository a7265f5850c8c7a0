"""What bytes are, by their beginning, where nothing that can be believed says it.

The signs are those browsers go by: WHATWG, MIME Sniffing Standard, sections 3 and 7.1.
"""

from __future__ import annotations

import codecs
import re

SNIFFED_BYTES = 1445
"""So much of a file a browser looks at (ibidem, section 5.2)."""

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_PREAMBLE = re.compile(rb"(?:\s+|<\?xml[^>]*>|<!--(?:[^-]|-(?!->))*-->)*")
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s/>]",
    re.IGNORECASE,
)


def is_binary(content: bytes) -> bool:
    """Whether the beginning holds bytes that no text has; UTF-16 is text if its mark says so."""
    head = content[:SNIFFED_BYTES]
    return not head.startswith(_BOMS) and _BINARY.search(head) is not None


def is_page(content: bytes) -> bool:
    """Whether the beginning is that of an HTML page, in any charset that has ASCII in it, UTF-16 too."""
    head = content[:SNIFFED_BYTES]
    if is_binary(head):
        return False
    for bom in _BOMS:
        head = head.removeprefix(bom)
    head = head.replace(b"\0", b"")
    preamble = _PREAMBLE.match(head)
    return _PAGE.match(head, preamble.end() if preamble else 0) is not None
