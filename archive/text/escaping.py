"""Text that can be shown anywhere on one line: what would steer a terminal or a parser is spelled out."""

from __future__ import annotations

import re

_STEERING = re.compile(
    # C0, DEL and C1; separators of lines; marks that change the direction of writing; halves of surrogate pairs.
    "[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def escape_controls(text: str) -> str:
    """The text with each control character as `\\xNN` or `\\uNNNN`; line ends are such characters too."""
    return _STEERING.sub(lambda found: _spelled(ord(found[0])), text)


def _spelled(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
