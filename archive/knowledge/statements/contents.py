"""Contents: whether what follows a cue is something said, or the thing that was done, or only how it was said."""

from __future__ import annotations

import re

from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.cues import Cue
from archive.knowledge.statements.units import Unit
from archive.knowledge.statements.vocabulary import alternatives, phrases_for

_NARRATION = re.compile(rf"(?:{alternatives('narration')})\b")
_SHARED = ("thông tin", "kinh nghiệm", "khó khăn", "niềm vui", "gánh nặng", "nỗi", "yêu thương", "ngọt bùi")
"""What is shared without a word: `chia sẻ kinh nghiệm với các bạn`."""

_LEAST_WORDS = 2
_MANNER = re.compile(
    r"(?:thêm|như vậy|như thế|vậy|với (?:pv|phóng viên|báo|chúng tôi|tuổi trẻ|vnexpress|zing)[^,.;:]{0,40}|"
    r"(?:tại|trong|khi) [^,.;:]{3,90}|(?:sáng|chiều|tối|hôm) [\d/\w]+)?\s*[\"”]?"
)
_MARKED_ALWAYS = ("xác định", "trao đổi")
_MARKED_FOR_BODIES = ("báo cáo", "trình bày", "phân tích")


def is_content(unit: Unit, actor: Actor, cue: Cue, begin: int, end: int) -> bool:
    """Whether the characters `[begin, end)` of a paragraph, after a cue, are something said."""
    content = unit.passage.text[begin:end].lower()
    if len(content.split()) < _LEAST_WORDS:
        return False
    last = unit.passage.surface(max(cue.start, cue.end - 2), cue.end).lower()
    is_marked = cue.is_announced or unit.passage.gaps[cue.after].strip() in (",", ":")
    own = _by_cue(unit, actor, cue, last, content, is_marked)
    if own is not None:
        return own
    if content.startswith("với ") and not is_marked:
        return cue.act in ("agree", "praise") or last not in _TO_SOMEBODY
    return not content.startswith(("của ", "hoặc ", "nhưng ")) and (
        cue.use == "object" or not content.startswith("và ")
    )


def _by_cue(unit: Unit, actor: Actor, cue: Cue, last: str, content: str, is_marked: bool) -> bool | None:
    """What is asked of what follows one cue and no other; None where nothing is."""
    if last == "chỉ đạo":
        between = unit.passage.between(actor.end, cue.start).lower()
        is_done = "từng" in between or (actor.form == "organisation" and " đã" in between)
        return not (_NARRATION.match(content) or is_done)
    if cue.act == "praise" and content.startswith("khen thưởng"):
        return False
    if content.startswith((*_ASKED, *_AS_SAID)) or (last == "phát biểu" and not cue.is_announced):
        return False
    if last == "phát động":
        return "“" in content or '"' in content
    if is_marked:
        return None
    if last == "hỏi":
        return _QUESTION.match(content) is not None
    if last == "góp ý":
        return content.startswith(("nên ", "cần ", "phải "))
    if last == "ủng hộ":
        return _SUPPORTED.match(content) is not None
    if last in _TOLD:
        return len(content.split()) >= _LEAST_TOLD_WORDS and _ABOUT.match(content) is None
    if last in _MARKED_ALWAYS or (last in _MARKED_FOR_BODIES and actor.form in ("anonymous", "organisation")):
        return False
    is_deed = (
        (cue.act == "praise" and _DEED.match(content))
        or (last == "đánh giá" and _EXAMINED.match(content))
        or (last == "chia sẻ" and content.startswith(_SHARED))
    )
    return False if is_deed else None


_TO_SOMEBODY = phrases_for("with somebody")
_EXAMINED = re.compile(rf"(?:{alternatives('examined')})\b")
_SUPPORTED = re.compile(rf"(?:{alternatives('supported')})\b")
_QUESTION = re.compile(rf"(?:{alternatives('question')})\b")
_ASKED = ("thế nào", "như thế nào", "ra sao", "gì ", "sao về")
"""With them begins what a journalist asks (`Ông giải thích thế nào …`)."""
_AS_SAID = tuple(
    f"{word} {when} " for word in ("như vậy", "như thế") for when in ("khi", "tại", "trong", "sau", "về")
)
"""What was said stands above: `chia sẻ như vậy khi nhận vốn`."""

_TOLD = ("thông tin", "thông báo")
_LEAST_TOLD_WORDS = 6
_ABOUT = re.compile(rf"(?:{alternatives('about')})\b")
_DEED = re.compile(rf"(?:\d+ |{alternatives('deed')})")


def is_manner(unit: Unit, begin: int, end: int) -> bool:
    """Whether only how, where or to whom it was said follows a cue."""
    return _MANNER.fullmatch(unit.passage.text[begin:end].lower().strip()) is not None
