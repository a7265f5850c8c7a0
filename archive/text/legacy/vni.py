"""VNI: the fonts VNI-Times and its kin, a plain letter and the code of its marks.

Source: the code table for Windows published by VNI Software Co. All codes lie from 0xC0 on, so none is among
the control characters of windows-1252.
"""

from __future__ import annotations

import re

_SMALL_LETTERS = """
    aøà aùá aûả aõã aïạ aââ aàầ aáấ aåẩ aãẫ aäậ aêă aèằ aéắ aúẳ aüẵ aëặ
    eøè eùé eûẻ eõẽ eïẹ eâê eàề eáế eåể eãễ eäệ
    ìì íí æỉ óĩ òị
    oøò oùó oûỏ oõõ oïọ oâô oàồ oáố oåổ oãỗ oäộ ôơ ôøờ ôùớ ôûở ôõỡ ôïợ
    uøù uùú uûủ uõũ uïụ öư öøừ öùứ öûử öõữ öïự
    yøỳ yùý yûỷ yõỹ îỵ ñđ
    """
"""For each letter its code, then the letter. Capitals have the capitals of the same codes."""

VNI = {entry[:-1]: entry[-1] for small in _SMALL_LETTERS.split() for entry in (small, small.upper())}
"""Code of one or two Latin-1 characters -> the letter VNI means by it."""

_CODES = {ord(letter): code for code, letter in VNI.items()}
_CAPITAL_BEFORE_SMALL = {
    code[0].upper() + code[1]: letter.upper() for code, letter in VNI.items() if len(code) == 2
}
_LETTERS = _CAPITAL_BEFORE_SMALL | VNI
_CODE = re.compile("|".join(sorted(map(re.escape, _LETTERS), key=len, reverse=True)))


def convert(text: str) -> str:
    """VNI text that was read as Latin-1, in Unicode; the plain letter tells small from capital."""
    return _CODE.sub(lambda code: _LETTERS[code[0]], text)


def restore(text: str) -> str:
    """Composed text in the codes of VNI."""
    return text.translate(_CODES)
