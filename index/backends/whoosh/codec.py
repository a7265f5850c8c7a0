"""Whoosh's own codec, told not to look up a field length for every posting: lengths are in our own rows."""

from __future__ import annotations

from whoosh.codec.whoosh3 import W3Codec


class PlainCodec(W3Codec):  # type: ignore[misc]  # whoosh is untyped
    """The stock format on disk."""

    length_stats = False
