"""Bytes to text: which charset it is, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from archive.errors import ProcessingError
from archive.text.syllables import is_syllable, tokens

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\u0000-\u0008\u000e-\u001f\u007f]")

STRAY_CONTROLS_ALLOWED = 3
STRAY_CONTROLS_PER_CHARACTER = 0.001
"""A file that ends in Ctrl-Z, a list with a stray bullet code: text has few control characters."""

_UTF16_MIN_NUL_SHARE = 0.4
"""Every second byte of Latin letters in UTF-16 is NUL; of Vietnamese ones four in five."""

_UTF16_MAX_STRAY_SHARE = 0.01

_CONVINCING_SYLLABLE_SHARE = 0.5
"""A guessed charset must make half the tokens Vietnamese syllables: genuine articles have over 0.85, legacy
fonts and wrong charsets about 0.2."""

_GUESS_SAMPLE_BYTES = 100_000

_FAULTS_PER_ACCIDENT = 4
"""More valid UTF-8 sequences than one for each four faults are no accident."""


def decode(content: bytes) -> tuple[str, str]:
    """Read bytes as text without ever replacing a character.

    A byte order mark decides; else evident UTF-16; else UTF-8; else what charset-normalizer proposes, or
    windows-1258, if it turns the bytes into Vietnamese.

    Args:
        content: a whole file or record.

    Returns:
        The text, not yet normalised, and the name of the charset as Python knows it.

    Raises:
        ProcessingError: step `decode`: empty, binary, damaged, or in a charset that cannot be told.
    """
    if not content:
        raise ProcessingError("decode", "the file is empty")
    charset = _evident_charset(content)
    if charset is None and b"\0" in content:
        raise _binary(f"NUL byte at offset {content.index(0)}")
    try:
        text = content.decode(charset or "utf-8")
    except UnicodeDecodeError as error:
        guessed = None if charset else _guess(content)
        if guessed is None:
            raise _undecodable(content, charset or "utf-8", error) from error
        text, charset = guessed
    check_text(text)
    return text, charset or "utf-8"


def check_text(text: str) -> None:
    """Refuse what is not text, wherever it was decoded (a JSON escape can smuggle in anything).

    At most three control characters other than blanks, or one in a thousand, are let through: `normalize`
    removes them.

    Raises:
        ProcessingError: step `decode`: nothing but blanks; a lone surrogate or too many control characters,
            with the position.
    """
    if not text.strip("\ufeff \t\r\n"):
        raise ProcessingError("decode", "the file is empty")
    if surrogate := _SURROGATE.search(text):
        reason = f"lone surrogate U+{ord(surrogate[0]):04X} at character {surrogate.start()}; mend the source"
        raise ProcessingError("decode", reason)
    controls = [match.start() for match in _CONTROL.finditer(text)]
    if len(controls) > max(STRAY_CONTROLS_ALLOWED, len(text) * STRAY_CONTROLS_PER_CHARACTER):
        raise _binary(f"{len(controls)} control characters, the first at character {controls[0]}")


def _evident_charset(content: bytes) -> str | None:
    """The charset a byte order mark or the pattern of NUL bytes shows, if any."""
    for mark, charset in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return charset
    pairs = len(content) // 2
    if pairs == 0 or len(content) % 2:
        return None
    first, second = content[0::2].count(0) / pairs, content[1::2].count(0) / pairs
    if second >= _UTF16_MIN_NUL_SHARE and first <= _UTF16_MAX_STRAY_SHARE:
        return "utf-16-le"
    if first >= _UTF16_MIN_NUL_SHARE and second <= _UTF16_MAX_STRAY_SHARE:
        return "utf-16-be"
    return None


def _guess(content: bytes) -> tuple[str, str] | None:
    """Text and charset of bytes that are no UTF-8, or None where nothing convinces."""
    if _is_damaged_utf8(content):
        return None
    proposals = charset_normalizer.from_bytes(content[:_GUESS_SAMPLE_BYTES])
    best: tuple[float, str, str] | None = None
    for charset in dict.fromkeys([*(match.encoding for match in proposals), "cp1258"]):
        try:
            text = content.decode(charset)
        except UnicodeDecodeError:
            continue
        share = _syllable_share(text[:_GUESS_SAMPLE_BYTES])
        if best is None or share > best[0]:
            best = (share, text, charset)
    return best[1:] if best and best[0] >= _CONVINCING_SYLLABLE_SHARE else None


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with faults, so that no other charset may be guessed.

    In single-byte charsets valid sequences are accidents (in windows-1258 a tone mark before `”` is one).
    """
    lenient = content.decode("utf-8", errors="replace")
    faults = lenient.count("\ufffd")
    valid = sum(not char.isascii() for char in lenient) - faults
    return valid * _FAULTS_PER_ACCIDENT > faults


def _syllable_share(text: str) -> float:
    words = [text[token.start : token.end] for token in tokens(text)]
    return sum(is_syllable(word) for word in words) / len(words) if words else 0.0


def _binary(what: str) -> ProcessingError:
    return ProcessingError("decode", f"binary, not text ({what}); give text, JSON lines or CSV")


def _undecodable(content: bytes, charset: str, error: UnicodeDecodeError) -> ProcessingError:
    fault = f"byte 0x{content[error.start]:02x} at offset {error.start}"
    return ProcessingError(
        "decode", f"not {charset.upper()} ({fault}), nor another charset; save it as UTF-8"
    )
