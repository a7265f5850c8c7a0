"""Statuses: whether the words before a post say that its holder took it, left it, or once had it."""

from __future__ import annotations

import re

from archive.models import Status

OFFICE = re.compile(
    r"(?:giữ|làm|đắc cử|trúng cử|đảm nhiệm|đảm nhận|đảm đương|nhận|vào|chức danh|chức vụ|các chức vụ|"
    r"(?<!từ )chức|được bầu|được bổ nhiệm|được bổ nhiệm lại|kinh qua|trở thành|ngồi ghế|miễn nhiệm|bãi nhiệm|"
    r"vị trí(?: công tác| quan trọng| lãnh đạo| chủ chốt)*|cương vị(?: công tác)?)"
    r"(?: (?:chức vụ|chức danh|các chức vụ|chức|nhiệm vụ|cương vị|vị trí|quyền|bổ sung|lại|như|là|gồm))*:?$"
)
"""Words at the end of what stands before a post that make it the office somebody takes, holds or leaves."""

_LEFT_OFFICE = re.compile(
    r"thôi|miễn nhiệm|cách chức|bãi nhiệm|từng|trước khi|trước đây|nguyên là|kinh qua|trải qua|"
    r"cho từ chức|giáng chức|nghỉ hưu|cách tất cả|khi đó|lúc đó|khi ấy|lúc bấy giờ|thời điểm đó|^trước đó|"
    r"khi còn|lúc còn|thời còn"
)
_TOOK_OFFICE = re.compile(
    r"bổ nhiệm|bầu|đắc cử|trúng cử|điều động|luân chuyển|phân công|chỉ định|phê chuẩn|chuẩn y|"
    r"giới thiệu|tiếp nhận|giao quyền|(?:để|,) (?:giữ|nhận|đảm)|để (?:làm|tham gia|về)|"
    r"(?:về|lại|sang|lên) làm|nhận nhiệm vụ|trở thành"
)
_ELECTED = re.compile(
    r"\b(?:bầu|bổ nhiệm|phê chuẩn|chỉ định)(?: bổ sung)?(?: (?:các|hai|ba|bốn|\d+))?(?: chức danh| chức vụ)? ?$"
)
_HOLDS_NOW = re.compile(r"\b(?:hiện|hiện nay|nay|hiện tại|đương nhiệm)(?: đang)?(?: là| giữ| đảm)?")
_LONG_AGO = re.compile(r"\bgiai đoạn (?:19|20)\d\d|\b(?:tháng \d\d?[/ -]+(?:năm )?|năm )(?:19|20)\d\d\b")
_SINCE = re.compile(
    r"[\s,(]{0,2}(?:nhiệm kỳ [\d –-]+ )?(?:vào |từ |hồi |kể từ |từ giữa |từ đầu |từ cuối )?"
    r"(?:tháng \d\d?[/ -]+(?:năm )?|năm )(?:19|20)\d\d\b"
)
_BEFORE_THAT = re.compile(r"^\W*trước khi [^,]*, (?!.*(?:bổ nhiệm|bầu|điều động))")
_BIRTH = re.compile(r"\bsinh (?:năm|ngày|tháng)[^,;]*")
_RETIRED = re.compile(r"\bnghỉ hưu\b[^.]{0,40}\b(?:gồm|cho|đối với)\b")
_NOMINATED = re.compile(r"\b(?:đề cử|ứng cử|ứng viên|thi tuyển|sẽ được giới thiệu|dự kiến)\b")
_BEFORE_TAKING = re.compile(r"^\W*trước khi (?:được )?(?:bổ nhiệm|bầu|làm|giữ|trở thành|về|nhận)\b[^,]*$")
_AT_THAT_TIME = re.compile(
    r"[\s,(–-]{0,3}(?:vào )?(?:lúc bấy giờ|thời điểm đó|thời điểm ấy|khi đó|khi ấy|lúc đó|lúc ấy|thời đó|"
    r"tiền nhiệm)\b|"
    r"[\s,(]{0,2}(?:giai đoạn |từ |trong )*(?:tháng |năm )?(?:\d\d?/)?(?:19|20)\d\d ?(?:đến|-|–) ?"
    r"(?:tháng |năm )*(?:\d\d?/)?(?:19|20)\d\d\b"
)
_LEAVES = re.compile(r"\b(?:thôi|miễn nhiệm|cách chức|bãi nhiệm|cho từ chức)\b(?!.*\b(?:tháng \d|năm \d))")
_UNTIL_NOW = re.compile(r"đến nay|tới nay|cho đến nay")
SENTENCE_END = re.compile(r"[.!?…][\s”\")]+(?=[A-ZÀ-ỸĐ“\"])|\n")


def last_sentence(lead: str) -> str:
    """What stands in the last sentence of a text before a post, in lower case."""
    return lead[max((match.end() for match in SENTENCE_END.finditer(lead)), default=0) :].lower()


def said_status(sentence: str) -> Status | None:
    """The status that the last verb of a sentence before a post gives; None where none does.

    A month or year without a day tells of a career (`Tháng 3/2011, ông được bổ nhiệm …`), not of news.
    """
    left = [match.start() for match in _LEFT_OFFICE.finditer(sentence)]
    took = [match.start() for match in _TOOK_OFFICE.finditer(sentence)]
    sentence = _BIRTH.sub("", sentence)
    if _BEFORE_TAKING.search(sentence):
        return None
    if _BEFORE_THAT.search(sentence):
        return "former"
    if _LONG_AGO.search(sentence) and not _UNTIL_NOW.search(sentence):
        return "former"
    if not left and not took:
        return None
    return "former" if max(left, default=-1) > max(took, default=-1) else "appointed"


def are_retired(sentence: str) -> bool:
    """Whether a sentence opens a list of those who retire (`quyết định nghỉ hưu cho …`)."""
    return _RETIRED.search(sentence) is not None


def is_nominated(sentence: str) -> bool:
    """Whether somebody is only proposed for the post that a sentence ends before."""
    return _NOMINATED.search(sentence) is not None


def is_long_held(after: str) -> bool:
    """Whether the words after a post say in which month or year it was taken (`… từ tháng 5/2018`)."""
    return _SINCE.match(after) is not None


def names_the_elected(sentence: str) -> bool:
    """Whether a sentence ends with a verb whose object several posts are (`bầu hai | Phó Chủ tịch …`)."""
    return _ELECTED.search(sentence) is not None


def leaves(sentence: str) -> bool:
    """Whether the last verb of a sentence says that a post is left now, not in the course of a career."""
    return said_status(sentence) == "former" and _LEAVES.search(sentence) is not None


def was_then(after: str) -> bool:
    """Whether the words after a post say that it was held at the time told of (`… lúc bấy giờ`)."""
    return _AT_THAT_TIME.match(after) is not None


def holds_now(link: str) -> bool:
    """Whether the words that tie a post to its holder say that it is held today (`hiện là`)."""
    return _HOLDS_NOW.search(link) is not None
