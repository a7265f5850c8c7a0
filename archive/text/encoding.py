"""Bytes to text: which charset it is, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import charset_normalizer

from archive.errors import ProcessingError
from archive.text.charsets import charset_of, read
from archive.text.conversion import modernize
from archive.text.evidence import count, without_markup
from archive.text.prescan import declared_charsets

REPLACEMENT = "\ufffd"
"""Stands in a text for bytes that could not be decoded, here or before us."""

_UTF_8 = "utf-8"
_UTF_8_WITH_MARK = "utf-8-sig"

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, _UTF_8_WITH_MARK),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_BLANK = re.compile("[^\\s\ufeff]")
_HALF_PAIR = re.compile(b"\xed[\xa0-\xbf]")
_CONTROL = re.compile("[\u0000-\u0008\u000e-\u001f\u007f]")

STRAY_CONTROLS_ALLOWED = 3
STRAY_CONTROLS_PER_CHARACTER = 0.001
"""A file that ends in Ctrl-Z, a list with a stray bullet code: text has few control characters."""

LETTERS_PER_FAULT = 100
"""UTF-8 may have one fault for so many whole characters beyond ASCII: each is replaced by U+FFFD and counted."""

_UTF16_MIN_NUL_SHARE = 0.4
"""Every second byte of Latin letters in UTF-16 is NUL; of Vietnamese ones four in five."""

_UTF16_MAX_STRAY_SHARE = 0.01

_MIN_SYLLABLE_SHARE = 0.5
"""A charset must make half the words Vietnamese syllables: genuine articles have over 0.85, legacy encodings
and wrong charsets about 0.2."""

_SURE_SYLLABLE_SHARE = 0.8
"""Enough to look no further."""

_MIN_SYLLABLES = 3
"""Fewer may be an accident."""

_CONVERSION_MALUS = 0.01
"""Of two readings equally Vietnamese the one that needs no conversion is meant."""

_LEGACY = "cp1252"
"""The charset that bytes in the legacy tables are read in: none is lost, and restoring gives them back."""

_JUDGED_CHARACTERS = 50_000

_GUESS_SAMPLE_BYTES = 100_000

_FAULTS_PER_ACCIDENT = 4
"""More valid UTF-8 sequences than one for each four faults are no accident."""

Words = Callable[[str], str]


def decode(content: bytes, declared: Iterable[str] = ()) -> tuple[str, str]:
    """Read bytes as text.

    In this order: a byte order mark; evident UTF-16; UTF-8; then, of the charsets declared, windows-1258,
    windows-1252 (which the bytes of TCVN3 and VNI fonts survive) and those charset-normalizer proposes, the
    one that makes most Vietnamese, after conversion if need be. What is declared never wins over valid UTF-8.

    Args:
        content: a whole file or record.
        declared: labels of charsets by those who handed it over, the most trusted first.

    Returns:
        The text, neither converted nor normalised, and the name of the charset as Python knows it. Faults of
        a long UTF-8 text (one in `LETTERS_PER_FAULT`) are `REPLACEMENT` in it.

    Raises:
        ProcessingError: step `decode`: empty, binary, damaged, or in a charset that cannot be told.
    """
    return _decode(content, _charsets(declared), lambda text: text)


def decode_markup(content: bytes, declared: str | None = None) -> tuple[str, str]:
    """Read the bytes of a page as text, as `decode` does.

    What the page itself declares is asked after its carrier. Where nothing makes Vietnamese, a declared
    charset is believed.

    Args:
        content: a whole page.
        declared: the label its carrier gives (an HTTP header).

    Returns:
        The markup, and the name of the charset as Python knows it.

    Raises:
        ProcessingError: as for `decode`.
    """
    labels = [declared] if declared else []
    charsets = _charsets([*labels, *declared_charsets(content)])
    return _decode(content, charsets, without_markup, believed=charsets)


def _charsets(labels: Iterable[str]) -> list[str]:
    """The charsets that labels mean; UTF-8 and UTF-16 show themselves, declared or not."""
    charsets = dict.fromkeys(charset for label in labels if (charset := charset_of(label)))
    return [charset for charset in charsets if not charset.startswith("utf")]


def _decode(
    content: bytes, declared: Sequence[str], words: Words, believed: Sequence[str] = ()
) -> tuple[str, str]:
    """Text and charset of bytes.

    Args:
        declared: charsets to try first.
        words: takes the words out of a text, to be judged.
        believed: charsets to take if nothing convinces.
    """
    if not content:
        raise ProcessingError("decode", "the file is empty")
    charset = _evident_charset(content)
    if charset is None and b"\0" in content:
        raise ProcessingError(
            "decode",
            "binary, not text (NUL byte at offset {offset}): give text, pages, JSON lines or CSV",
            offset=content.index(0),
        )
    try:
        text = content.decode(charset or _UTF_8)
    except UnicodeDecodeError as fault:
        found = _mended_utf8(content) if charset in (None, _UTF_8_WITH_MARK) else None
        if found is None and (charset or _is_damaged_utf8(content)):
            raise _damaged(content, charset or _UTF_8, fault) from None
        found = found or _guess(content, declared, words, believed)
        if found is None:
            raise _unknown(content, fault) from None
        text, charset = found
    check_text(text)
    return text, charset or _UTF_8


def check_text(text: str) -> None:
    """Refuse what is not text, wherever it was decoded (a JSON escape can smuggle in anything).

    At most three control characters other than blanks, or one in a thousand, are let through: `normalize`
    removes them.

    Raises:
        ProcessingError: step `decode`: nothing but blanks; a lone surrogate or too many control characters,
            with the position.
    """
    if not _NOT_BLANK.search(text):
        raise ProcessingError("decode", "the file is empty")
    if surrogate := _SURROGATE.search(text):
        raise ProcessingError(
            "decode",
            "lone surrogate (U+{code} at character {character}): mend the source",
            code=f"{ord(surrogate[0]):04X}",
            character=surrogate.start(),
        )
    controls = [match.start() for match in _CONTROL.finditer(text)]
    if len(controls) > max(STRAY_CONTROLS_ALLOWED, len(text) * STRAY_CONTROLS_PER_CHARACTER):
        raise ProcessingError(
            "decode",
            "binary, not text ({count} control characters, the first at character {character}): "
            "give text, pages, JSON lines or CSV",
            count=len(controls),
            character=controls[0],
        )


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


def _guess(
    content: bytes, declared: Sequence[str], words: Words, believed: Sequence[str]
) -> tuple[str, str] | None:
    """Text and charset of bytes that are no UTF-8, or None where nothing convinces."""
    best: tuple[float, str, str] | None = None
    for charset in _candidates(content, declared):
        try:
            text = read(content, charset)
        except UnicodeDecodeError:
            continue
        share = _share(words(text)[:_JUDGED_CHARACTERS], charset)
        if best is None or share > best[0]:
            best = (share, text, charset)
        if charset == _LEGACY and best[0] >= _SURE_SYLLABLE_SHARE:
            break
    if best and best[0] >= _MIN_SYLLABLE_SHARE:
        return best[1:]
    return (read(content, believed[0]), believed[0]) if believed else None


def _candidates(content: bytes, declared: Sequence[str]) -> Iterator[str]:
    ours = dict.fromkeys([*(charset for charset in declared if charset != _LEGACY), "cp1258", _LEGACY])
    yield from ours
    for match in charset_normalizer.from_bytes(content[:_GUESS_SAMPLE_BYTES]):
        if match.encoding not in ours:
            yield match.encoding


def _share(text: str, charset: str) -> float:
    """Share of Vietnamese syllables in a text, or in what it can be converted into.

    Only the bytes of windows-1252 look like those of the legacy tables.
    """
    modern, kind = modernize(text) if charset == _LEGACY else (text, None)
    found = count(modern)
    if found.syllables < _MIN_SYLLABLES:
        return 0.0
    return found.share - (_CONVERSION_MALUS if kind else 0.0)


def _mended_utf8(content: bytes) -> tuple[str, str] | None:
    """UTF-8 with few faults, each replaced, and its name; None where there are too many.

    Half a surrogate pair is no fault of single bytes: another program has cut the text, and marked the cut.
    """
    if _HALF_PAIR.search(content):
        return None
    text = content.decode(_UTF_8_WITH_MARK, errors="replace")
    faults = text.count(REPLACEMENT) - content.count(REPLACEMENT.encode())
    letters = sum(not char.isascii() for char in text) - faults
    return (text, _UTF_8) if faults * LETTERS_PER_FAULT <= letters else None


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with faults, so that no other charset may be guessed.

    In single-byte charsets valid sequences are accidents (in windows-1258 a tone mark before `”` is one).
    """
    lenient = content.decode("utf-8", errors="replace")
    faults = lenient.count(REPLACEMENT)
    valid = sum(not char.isascii() for char in lenient) - faults
    return valid * _FAULTS_PER_ACCIDENT > faults


def _damaged(content: bytes, charset: str, fault: UnicodeDecodeError) -> ProcessingError:
    return ProcessingError(
        "decode",
        "damaged (as {charset}, byte {byte} at offset {offset} is wrong): save it again from its source",
        charset=charset.upper(),
        byte=f"0x{content[fault.start]:02x}",
        offset=fault.start,
    )


def _unknown(content: bytes, fault: UnicodeDecodeError) -> ProcessingError:
    return ProcessingError(
        "decode",
        "in no charset that can be told (as UTF-8, byte {byte} at offset {offset} is wrong): save it as UTF-8",
        byte=f"0x{content[fault.start]:02x}",
        offset=fault.start,
    )
