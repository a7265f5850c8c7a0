"""Acts: what is done by saying it, where the cue alone does not tell."""

from __future__ import annotations

import re

from archive.knowledge.statements.vocabulary import alternatives

_UPWARDS = frozenset(("đề nghị", "mong muốn", "mong", "mong rằng", "mong mỏi"))
_FAULTS = re.compile(
    r"\b(?:tồn tại|hạn chế|khó khăn|yếu kém|khuyết điểm|sai phạm|vi phạm|thiếu sót|bất cập|chưa|sai|tiêu cực|"
    r"tình trạng|vướng mắc|lãng phí|yếu)\b"
)
_LEVELS = tuple(
    (level, re.compile(rf"\b(?:{alternatives(f'level {level}')})\b")) for level in ("4", "3", "2", "1")
)
"""Levels of the state, highest first, by words that name their bodies and posts."""

_MINISTRY = re.compile(r"(?<!Cán )(?<!Đội )\b(?:Bộ|Vụ|Tổng cục) (?=[A-ZĐÔ])")
_ASSOCIATION = re.compile(rf"(?:đại diện |lãnh đạo |chủ tịch )?(?:{alternatives('association')})\b(?! đồng)")
_ADDRESSEE_CHARACTERS = 60
_NOTED = re.compile(rf"(?:{alternatives('topic of note')})\b")
_WILL_ITSELF = re.compile(r"[“\"]?(?:[^\W\d_]+ ){0,3}sẽ ")
"""`Sở sẽ …`, `sẽ …` right at the beginning."""

_WILL_TRY = re.compile(rf"\bsẽ (?:{alternatives('promised')})\b")
_APOLOGY = re.compile(rf"\b(?:{alternatives('apology')})\b")
_GRATITUDE = re.compile(rf"(?:{alternatives('gratitude')})\b")
_NEUTRAL = ("assert", "assess")


def act_of(act: str, cue: str, content: str, speaker: str) -> str:
    """The act of a statement.

    Where the cue does not tell, or tells two things: `chỉ ra` and `chỉ rõ` criticise only where faults follow;
    a demand to somebody above, or by who gives no orders, is a proposal; `khẳng định sẽ …` promises.

    Args:
        act: what the cue table says.
        cue: the printed cue.
        content: what was said.
        speaker: name, post or body of the speaker, as far as known.
    """
    lower, words = cue.lower(), content.lower()
    last = lower.rpartition(" và ")[2].rpartition(", ")[2]
    if lower.endswith(("chỉ ra", "chỉ rõ", "nêu lên")) and act == "criticise" and not _FAULTS.search(words):
        return "assert"
    if last in _UPWARDS:
        return _asked(content, speaker)
    asked = (
        _I_ASK.search(words, 0, _ADDRESSEE_CHARACTERS)
        if act in _NEUTRAL and words.startswith(("“", '"'))
        else None
    )
    if asked is not None:
        return _asked(content[asked.end() :], speaker)
    if last == "lưu ý" and _NOTED.match(words):
        return "assert"
    if last == "bày tỏ" and _GRATITUDE.match(words):
        return "thank"
    if last == "cho rằng" and words.startswith("nên "):
        return "propose"
    return _plain(act, last, words) if act in _NEUTRAL and last else act


def _asked(content: str, speaker: str) -> str:
    """`propose` to somebody above, between equals, or by who gives no orders; `demand` to those below."""
    above, own = _level(content[:_ADDRESSEE_CHARACTERS]), _level(speaker)
    is_asking = above > own or own == 0 or _ASSOCIATION.match(speaker.lower().strip()) is not None
    return "propose" if is_asking else "demand"


_I_ASK = re.compile(r"\btôi (?:xin )?(?:đề nghị|kiến nghị|đề xuất)\b")


def _plain(act: str, cue: str, words: str) -> str:
    """The act of what a neutral cue introduces, where that is plain."""
    if cue.startswith("theo "):
        return act
    if words.startswith("sẽ ") or (cue in _ASSURING and _WILL_ITSELF.match(words)) or _WILL_TRY.search(words):
        return "promise"
    return "admit" if words.startswith(("“", '"')) and _APOLOGY.search(words) else act


_ASSURING = ("khẳng định", "cam đoan", "quả quyết")


def _level(text: str) -> int:
    """The highest level of the state that a text names, 0 where none is."""
    if _MINISTRY.search(text):
        return 4
    lower = text.lower()
    return next((int(level) for level, pattern in _LEVELS if pattern.search(lower)), 0)
