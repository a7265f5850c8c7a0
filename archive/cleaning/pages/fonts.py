"""The words of a page in modern letters: judged on the whole page, converted line by line and face by face."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.cleaning.pages.boxes import Block
from archive.cleaning.pages.words import PRINTED_MARKUP
from archive.text.conversion import convert, is_mixed, modernize, modernize_as
from archive.text.normalization import normalize, squeeze

_PRINTED_MARKUP = re.compile(PRINTED_MARKUP, re.IGNORECASE | re.DOTALL)


def write_modern(blocks: Sequence[Block]) -> str | None:
    """Give every block its text in modern letters and the normal form.

    Args:
        blocks: of one page; changed in place.

    Returns:
        The legacy encoding the page was in, if it was in one.
    """
    written = "\n".join("".join(piece.text for piece in block.pieces) for block in blocks)
    _, kind = modernize(written)
    mixed = is_mixed(written)
    for block in blocks:
        text = "".join(_modern(piece.text, piece.capitals, kind, mixed) for piece in block.pieces)
        if "<" in text:
            text = _PRINTED_MARKUP.sub(" ", text)
        block.text = squeeze(normalize(text))
    return kind


def _modern(text: str, capitals: bool, kind: str | None, mixed: bool) -> str:
    if kind is None:
        return text
    # A capital face draws the plain small letters as capitals, too.
    return convert(text, kind, capitals=True).upper() if capitals else modernize_as(text, kind, mixed)
