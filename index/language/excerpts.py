"""Pieces of a query as error messages show them."""

from __future__ import annotations

from archive.text.normalization import squeeze

SHOWN_CHARACTERS = 40


def excerpt(text: str) -> str:
    """One line of at most `SHOWN_CHARACTERS` characters, `…` standing for the rest."""
    line = squeeze(text)
    return line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 1] + "…"
