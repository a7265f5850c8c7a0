"""Cues: the words that say that something is said, alone or in groups (`ghi nhận và đánh giá cao`)."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from archive.knowledge.grammar.passages import Lexicon, Match, Passage
from archive.knowledge.places.units import read_table
from archive.knowledge.statements.vocabulary import alternatives, words_for
from archive.text.syllables import key

Use = Literal["speech", "object", "noun", "opening", "late", "none"]


class Word(NamedTuple):
    """A row of `data/cues.csv`."""

    act: str
    use: Use


class Cue(NamedTuple):
    """A cue as printed: tokens `[start, end)`.

    Attributes:
        words: what the table says of each word of the group.
        after: the token at which what was said may begin, after `thêm`, `rằng`, `là`, `với phóng viên …`.
        is_announced: whether `rằng`, `là`, a colon or a quotation mark says that words follow.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    after: int
    is_announced: bool

    @property
    def act(self) -> str:
        """The act of the group: praise wins over its neighbours, else the last word decides."""
        acts = [word.act for word in self.words]
        return "praise" if "praise" in acts else acts[-1]

    @property
    def use(self) -> Use:
        """How sure a sign the group is: that of its surest word."""
        if len(self.words) == 1:
            return self.words[0].use
        return min((word.use for word in self.words), key=_SUREST.index)


_SUREST: tuple[Use, ...] = ("speech", "object", "noun", "opening", "late", "none")


def _read_cues(of_one_syllable: bool = False) -> Lexicon[Word]:
    found: Lexicon[Word] = Lexicon()
    for row in read_table("cues.csv"):
        if not of_one_syllable or " " not in row["cue"]:
            found.add(row["cue"], Word(row["act"], cast(Use, row["use"])))
    return found


_CUES = _read_cues()
_ALONE = _read_cues(of_one_syllable=True)
"""A capital behind such a cue begins a name: `giao | Ban Quản lý`, though `giao ban` is no cue."""

CUE_BEGINNINGS = frozenset(key(row["cue"].split()[0]) for row in read_table("cues.csv"))
"""The syllables that cues begin with, by their keys."""

_AND = key("và")
_THAT = frozenset(map(key, ("rằng", "là")))
_THAT_ALONE = key("rằng")
_ADDED = frozenset(map(key, ("thêm", "rõ", "lại", "luôn", "tiếp")))
_WITH = key("với")
_LETS = key("cho")
_KNOW = key("biết")
_LONGEST_TOLD = 9
"""Tokens of `cho phóng viên báo X biết`."""

_MORE = key("thêm")
_STRESSES = (key("nhấn"), key("mạnh"))
_THOSE = key("các")
"""Behind two cues in a row it begins who is told to do something (`nhấn mạnh yêu cầu | các sở`)."""

_HEARERS = words_for("hearer")
_LONGEST_HEARER = 12
_IS_DONE = key("được")
_PASSIVE = frozenset((_IS_DONE, key("bị")))
_NEGATIONS = frozenset(map(key, ("không", "chưa", "chẳng", "chả", "sẽ")))
"""What somebody does not say, or only will say."""

_DENIALS = _PASSIVE | _NEGATIONS

_NOUN_BEFORE = re.compile(rf"(?:^|[\s(“\"])(?:{alternatives('noun before')}) $")
"""Words directly before which a cue is a noun, or names what somebody ought to do."""


def cue_at(passage: Passage, index: int, end: int) -> Cue | None:
    """The group of cues that begins at a token and ends before token `end`, or None."""
    match = _CUES.match(passage, index) or _told_at(passage, index)
    if match is None or _is_part_of_name(passage, index):
        return None
    if match.value.use == "none" and passage.is_capitalised(match.end - 1):
        match = _ALONE.match(passage, index)
    if match is None or match.end > end or match.value.use == "none":
        return None
    if match.value.use == "opening" and is_noun(
        passage, Cue(index, match.end, (match.value,), match.end, False)
    ):
        return None
    words = [match.value]
    last = match.end
    while (joined := _joined_at(passage, last, end, words[-1])) is not None:
        words.append(joined.value)
        last = joined.end
    announced = _announced_after(passage, last, end) if words[-1].use == "opening" else None
    after, is_announced = (announced, True) if announced else _content_begins(passage, last, end)
    return Cue(index, last, tuple(words), after, is_announced)


def speaks_at(passage: Passage, index: int, *, is_sure: bool = False) -> bool:
    """Whether a cue that only persons and bodies can be the subject of begins at a token.

    Args:
        is_sure: whether what stands before is sure to be a name, so that a verb of asking is enough.
    """
    if index >= len(passage) or not passage.is_spaced(index) or passage.keys[index] not in CUE_BEGINNINGS:
        return False
    match = _CUES.match(passage, index)
    if match is None:
        return False
    return match.value.use == "speech" or (
        is_sure and match.value.act in _WANTING and match.value.use == "noun"
    )


_WANTING = ("demand", "propose")


def _is_part_of_name(passage: Passage, index: int) -> bool:
    """Whether a capital inside a sentence makes a word part of a name (`Sở Thông tin`, `Ban Chỉ đạo`)."""
    return (
        passage.is_capitalised(index)
        and index > 0
        and passage.gaps[index].strip() in ("", ",", "-", "–", "&")
    )


def is_denied(passage: Passage, index: int) -> bool:
    """Whether a cue is passive or negated by the word before it, or by the one after (`khẳng định được`)."""
    return index > 0 and passage.is_spaced(index) and passage.keys[index - 1] in _DENIALS


def is_result(passage: Passage, cue: Cue) -> bool:
    """Whether `được` after a cue makes it an achievement (`khẳng định được vai trò`), no speech."""
    return passage.is_spaced(cue.end) and passage.keys[cue.end] == _IS_DONE


def is_noun(passage: Passage, cue: Cue) -> bool:
    """Whether the word before makes a cue a noun (`Ban Chỉ đạo`, `nghe báo cáo`, `một số thông tin`)."""
    index = cue.start
    if index == 0 or not passage.is_spaced(index) or cue.words[0].use == "speech":
        before = passage.keys[index - 1] if index and passage.is_spaced(index) else ""
        is_counted = before == _PERSON and index > 1 and passage.keys[index - 2] in _COUNTS
        return before in _STRONG_NOUN_BEFORE and not is_counted
    is_counted = (
        passage.words[index - 1].isdigit() and index > 1 and passage.keys[index - 2] in _COUNTED_AFTER
    )
    if is_counted:
        return True
    is_plain = passage.words[index - 1].islower() or passage.keys[index - 1] == _BOARD
    return is_plain and _NOUN_BEFORE.search(passage.lead(index, 16).lower()) is not None


_PERSON = key("người")
_BOARD = key("ban")
"""`Ban chỉ đạo` is a body, in whatever letters."""

_COUNTS = words_for("count") | frozenset(map(key, ("mọi", "ít")))
_COUNTED_AFTER = frozenset(
    map(
        key,
        ["có", "với", "nguyên", "nhận", "hơn", "trên", "gần", "được", "gửi", "nêu"],
    )
)
_STRONG_NOUN_BEFORE = words_for("noun before any")


def _told_at(passage: Passage, index: int) -> Match[Word] | None:
    """`cho phóng viên … biết`: a cue with its hearers inside."""
    if (
        passage.keys[index] != _LETS
        or passage.keys[index + 1 : index + 2] == ()
        or passage.keys[index + 1] not in _HEARERS
    ):
        return None
    for place in range(index + 2, min(len(passage), index + _LONGEST_TOLD)):
        if not passage.is_spaced(place):
            return None
        if passage.keys[place] == _KNOW:
            return Match(place + 1, Word("assert", "speech"))
    return None


def _joined_at(passage: Passage, index: int, end: int, before: Word) -> Match[Word] | None:
    """A cue that goes on a group: after `và`, after a comma among their like, or directly after an opening."""
    if index >= end:
        return None
    gap = passage.gaps[index].strip()
    if gap in ("", ",") and passage.keys[index] == _AND:
        following = _CUES.match(passage, index + 1) if passage.is_spaced(index + 1) else None
        if following is None or following.end > end or following.value.use == "none":
            return None
        is_other_act = before.use in ("speech", "late") and following.value.act != before.act
        return None if is_other_act else following
    following = _CUES.match(passage, index) if gap in ("", ",") else None
    if following is None or following.end > end or following.value.use == "none":
        return None
    if gap == ",":
        is_list = before.use != "speech" and following.value.use != "late" and before.use != "opening"
        return following if is_list else None
    is_stressed = (
        passage.keys[index - len(_STRESSES) : index] == _STRESSES and following.value.act == "demand"
    )
    is_told = is_stressed and passage.keys[following.end : following.end + 1] == (_THOSE,)
    is_start = (
        is_told
        or before.use == "opening"
        or before.act == "agree"
        or (before.use == following.value.use == "object")
    )
    return following if is_start and following.value.use != "late" else None


def _announced_after(passage: Passage, index: int, end: int) -> int | None:
    """The token after `trả lời báo chí rằng`, `phát biểu tại hội nghị:`; None without such a sign."""
    for place in range(index, min(end, index + _LONGEST_HEARER) + 1):
        gap = passage.gaps[place].strip()
        if gap.startswith((":", ",")) and (
            ":" in gap or (place < end and passage.keys[place] == _THAT_ALONE)
        ):
            return place + (1 if place < end and passage.keys[place] == _THAT_ALONE else 0)
        if gap:
            return None
        if place < end and passage.keys[place] == _THAT_ALONE:
            return place + 1
    return None


def _content_begins(passage: Passage, index: int, end: int) -> tuple[int, bool]:
    """The token at which what was said can begin, and whether it is announced."""
    while index < end and passage.is_spaced(index):
        word = passage.keys[index]
        if word == _WITH and index + 1 < end and passage.keys[index + 1] in _HEARERS:
            beyond = _after_hearers(passage, index + 1, end)
            if beyond is None:
                break
            index = beyond
        elif word in _THAT:
            return index + 1, True
        elif word == _MORE or (word in _ADDED and not passage.is_spaced(index + 1)):
            index += 1
        else:
            break
    gap = passage.gaps[index]
    is_announced = any(sign in gap for sign in ':“"«')
    if not is_announced and gap.strip() == "," and index < end and passage.keys[index] in _THAT:
        return index + 1, True
    if gap.strip() in (",", ":") and index < end and passage.keys[index] == _THAT_ALONE:
        return index + 1, True
    return index, is_announced


def _after_hearers(passage: Passage, index: int, end: int) -> int | None:
    """The token after those that something was said to, if a sign or `rằng` parts them from it."""
    for place in range(index, min(end, index + _LONGEST_HEARER) + 1):
        if place > index and (not passage.gaps[place].isspace() and place <= end):
            return place if place < len(passage) or passage.gaps[place].strip() else None
        if place < end and passage.keys[place] in _THAT:
            return place
    return None
