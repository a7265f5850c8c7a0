"""Epithets: words for what somebody is that mean the one who has just spoken (`Chuyên gia cho biết thêm`)."""

from __future__ import annotations

import re

from archive.knowledge.statements.speaker import Attribution, Speaker
from archive.knowledge.statements.vocabulary import alternatives

_CALLING = re.compile(rf"(?:{alternatives('epithet')})", re.IGNORECASE)
_AREA = r"(?:thành phố|tp\.?|thủ đô|tỉnh|huyện|quận|thị xã|xã|phường|địa phương|chính quyền|cơ quan|ngành|đơn vị|bộ|sở)"
_LEADER = re.compile(rf"(?:người đứng đầu (?:{_AREA})(?: .+)?|(?:vị )?lãnh đạo {_AREA})", re.IGNORECASE)
_LEADING = ("Chủ tịch", "Bí thư", "Giám đốc", "Bộ trưởng", "Cục trưởng", "Trưởng", "Thủ tướng", "Tổng")
"""Posts whose holders lead a territory or a body."""


def meant_by(words: str, speaker: Speaker) -> Attribution | None:
    """How words refer to the speaker before, as `post` or `pronoun`; None where they do not.

    Args:
        words: as printed.
        speaker: who alone spoke in this paragraph and the one before.
    """
    if speaker.kind != "person" or len(speaker.names) != 1:
        return None
    if _LEADER.fullmatch(words):
        return "post" if (speaker.post or "").startswith(_LEADING) else None
    return "pronoun" if _CALLING.fullmatch(words) and not (speaker.post or "").startswith(_RULING) else None


_RULING = ("Chủ tịch UBND", "Bí thư", "Phó Chủ tịch UBND", "Bộ trưởng", "Thủ tướng", "Phó Thủ tướng")
"""Posts whose holders nobody calls an expert."""
