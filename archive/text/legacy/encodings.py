"""The wrong ways to write Vietnamese by name: what each is known by, and how it is converted."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from archive.text.legacy import entities, mojibake, tcvn3, viqr, viscii, vni, windows_1258

_PLAIN = frozenset(string.ascii_letters)

Converter = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Encoding:
    """One wrong way to write Vietnamese.

    Attributes:
        signs: characters of which any sentence in it has some; modern text has few of them.
        evidence: how such a sign stands in it; a line without is no witness.
        convert: a line of it in modern letters, in small letters where it cannot tell.
        restore: the opposite.
        convert_line: as `convert`, with all that can be told from the words of the line; None: nothing more.
        prepare: puts the lines of a whole document in order before they are converted.
        marks: characters that belong to the words of this encoding though they are no letters.
        is_exact: whether its codes can hardly be meant as anything else.
    """

    signs: frozenset[str]
    evidence: re.Pattern[str]
    convert: Converter
    restore: Converter
    convert_line: Converter | None = None
    prepare: Converter | None = None
    marks: str = ""
    is_exact: bool = False

    def converted(self, line: str) -> str:
        """A line in modern letters, as well as it can be told."""
        return (self.convert_line or self.convert)(line)


_MODERN_SIGNS = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÐð“”‘’–—…•")
"""What modern text has of windows-1252: its letters and its punctuation."""


def _single_byte(
    table: Iterable[str], convert: Converter, restore: Converter, convert_line: Converter | None = None
) -> Encoding:
    """An encoding known by characters that modern text hardly has, beside a plain letter."""
    signs = frozenset("".join(table)) - _MODERN_SIGNS - _PLAIN
    sign = f"[{re.escape(''.join(sorted(signs)))}]"
    evidence = re.compile(f"{sign}(?:(?<=[a-zA-Z].)|(?=[a-zA-Z]))")
    return Encoding(signs, evidence, convert, restore, convert_line)


def _exact(
    signs: Iterable[str],
    evidence: re.Pattern[str],
    convert: Converter,
    restore: Converter,
    convert_line: Converter | None = None,
) -> Encoding:
    return Encoding(frozenset(signs), evidence, convert, restore, convert_line, is_exact=True)


def _without_soft_hyphens(encoding: Encoding) -> Encoding:
    """TCVN3 whose soft hyphens, which are ư, some program has dropped: there is not one in the text."""
    return replace(
        encoding,
        evidence=re.compile(rf"\A(?!.*{tcvn3.TCVN3_U_HORN}).*?{encoding.evidence.pattern}", re.DOTALL),
        convert=lambda text: tcvn3.with_u_horn(tcvn3.convert(text)),
        restore=lambda text: tcvn3.restore(text).replace(tcvn3.TCVN3_U_HORN, ""),
        convert_line=lambda line: tcvn3.with_u_horn(tcvn3.decode_tcvn3(line)),
    )


def _twice(function: Converter) -> Converter:
    return lambda text: function(function(text))


_TCVN3 = _single_byte(map(chr, tcvn3.TCVN3), tcvn3.convert, tcvn3.restore, tcvn3.decode_tcvn3)

ENCODINGS: Final = {
    "tcvn3": _TCVN3,
    "tcvn3-without-soft-hyphens": _without_soft_hyphens(_TCVN3),
    "vni": _single_byte(vni.VNI, vni.convert, vni.restore),
    "windows-1258": Encoding(
        frozenset("ÞþÌìÒò"),
        re.compile("[ÞþÌìÒò](?<=[aeiouyâãêôõýAEIOUYÂÃÊÔÕÝ].)"),
        windows_1258.convert,
        windows_1258.restore,
    ),
    "viscii": _single_byte(viscii.VISCII, viscii.convert, viscii.restore),
    "viqr": Encoding(
        frozenset("^(+*"),
        re.compile(r"[\^(+*](?:(?<=[aeoAEO]\^)|(?<=[aA]\()|(?<=[ouOU][+*]))"),
        viqr.convert,
        viqr.restore,
        prepare=viqr.escape_punctuation,
        marks="^+*`~",
    ),
    "utf-8-as-latin-1": _exact(
        mojibake.SIGNS, mojibake.EVIDENCE, mojibake.convert, mojibake.restore, mojibake.convert_damaged
    ),
    "utf-8-as-latin-1-twice": _exact(
        mojibake.SIGNS,
        mojibake.EVIDENCE,
        _twice(mojibake.convert),
        _twice(mojibake.restore),
        lambda line: mojibake.convert_damaged(mojibake.convert(line)),
    ),
    "entities": _exact("&", entities.EVIDENCE, entities.convert, entities.restore),
    "entities-twice": _exact("&", entities.EVIDENCE, _twice(entities.convert), _twice(entities.restore)),
}
"""Kind -> encoding. Of two that read a text equally well the first is meant."""
