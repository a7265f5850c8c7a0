"""Captions: the words under pictures, told from the sentences of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.cleaning.layout import Cut, Line
from archive.cleaning.name_words import POST_WORDS
from archive.cleaning.names import are_names
from archive.cleaning.vocabulary import (
    BYLINE_LABELS,
    CREDIT_LABELS,
    PREDICATES,
    SCENE_OPENERS,
    SCENE_VERBS,
    STORY_WORDS,
    SUBJECT_OPENERS,
)
from archive.models import Caption

MAX_WORDS = 35
MAX_CREDITED_WORDS = 60
MAX_CREDIT_WORDS = 8
PICTURE_LABELS = tuple(label for label in CREDIT_LABELS if label.startswith("ảnh"))
IMAGE_MARKERS = frozenset(("[img]", "[image]", "[ảnh]"))

_CREDIT_LABEL = "|".join(re.escape(label) for label in CREDIT_LABELS)
_CREDITED = re.compile(
    rf"(?P<text>.*?)(?:^|(?<=[\s(.,;–-]))\(?\s?(?P<label>(?i:{_CREDIT_LABEL}))\s?:\s?(?P<credit>[^:]+)"
)
_LABEL_LAST = re.compile(rf"(?:{_CREDIT_LABEL})\s?$", re.IGNORECASE)
_LONGEST_LABEL = max(map(len, CREDIT_LABELS)) + 1
_BARE_CREDIT = re.compile(r"(?P<text>.*[.)])\s\(?(?P<label>Ảnh)\s(?P<credit>[^:.()]+?)\)?\.?")
_SUBJECTS = "|".join(
    re.escape(opener) for opener in sorted((*SUBJECT_OPENERS, *POST_WORDS), key=len, reverse=True)
)
_SUBJECT = re.compile(rf"(?:{_SUBJECTS})(?!\w)", re.IGNORECASE)
_SCENE = re.compile(rf"(?:{'|'.join(SCENE_OPENERS)})(?!\w)(?!\svụ\s)", re.IGNORECASE)
_VERB = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(SCENE_VERBS, key=len, reverse=True))})(?!\w)")
_STORY = re.compile(rf"(?<!\w)(?:{'|'.join(STORY_WORDS)})(?!\w)", re.IGNORECASE)
_PREDICATE = re.compile(rf"(?<!\w)(?:{'|'.join(PREDICATES)})(?!\w)")
_INNER_STOP = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zà-ỹ])|[;:“”\"]")
_DAY_PRINTED = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)|(?<!\w)(?:nay|qua|hôm)(?!\w)")


def take_captions(lines: list[Line]) -> tuple[list[Line], list[Caption], list[Cut]]:
    """Take captions and lone photo credits out of the text.

    Args:
        lines: the text without header, byline and tail.

    Returns:
        The lines left, the captions in order (one that is printed twice once), and the cuts.
    """
    kept: list[Line] = []
    captions: list[Caption] = []
    printed: set[Caption] = set()
    cuts: list[Cut] = []
    after_marker = False
    for position, line in enumerate(lines):
        found = credited_caption(line.text)
        if line.role == "caption":
            found = found or Caption(line.text)
        if line.text.startswith("[") and line.text.lower() in IMAGE_MARKERS:
            cuts.append(Cut(line.number, line.text, "image_marker"))
            after_marker = True
            continue
        if found is None and (after_marker or _is_uncredited(position, line, lines)):
            found = Caption(line.text)
        if found is None and captions and _is_lone_credit(line, lines, position, captions):
            captions[-1] = Caption(captions[-1].text, line.text)
            cuts.append(Cut(line.number, line.text, "credit"))
        elif found is None:
            kept.append(line)
        elif not found.text:
            cuts.append(Cut(line.number, line.text, "credit"))
            _credit_last(captions, found.credit, lines, position)
        elif found in printed:
            cuts.append(Cut(line.number, line.text, "repeated_caption"))
        else:
            captions.append(found)
            printed.add(found)
        after_marker = False
    return kept, captions, cuts


def credited_caption(text: str) -> Caption | None:
    """The caption a line is when it ends in `Ảnh: X`; its text is empty where the credit stands alone."""
    if not _may_be_credited(text):
        return None
    bare = _BARE_CREDIT.fullmatch(text)
    match = bare or _CREDITED.fullmatch(text)
    if match is None or len(text.split()) > MAX_CREDITED_WORDS:
        return None
    if bare and bare["credit"] != "NVCC" and not are_names(bare["credit"]):
        return None
    if match["label"].lower() not in PICTURE_LABELS and not are_names(match["credit"].strip(" .)"), 1):
        return None
    words = match["text"].rstrip(" -–,(").strip()
    credit = _without_closers(match["credit"])
    readable = any(letter.isalpha() for letter in credit) and len(credit.split()) <= MAX_CREDIT_WORDS
    if not readable or (words and not any(letter.isalpha() for letter in words)):
        return None
    # `Tin, ảnh: X` is a label and a name, wherever it stands: nobody's words under a picture.
    return Caption("" if words.lower().rstrip(",; ") in BYLINE_LABELS else words, credit)


def _may_be_credited(text: str) -> bool:
    """Whether a label stands right before the last colon of a line, or a bare `Ảnh` in it.

    The whole patterns try their labels at every character of a paragraph: that was a tenth of all cleaning.
    """
    colon = text.rfind(":")
    is_labelled = colon >= 0 and _LABEL_LAST.search(text, max(0, colon - _LONGEST_LABEL), colon) is not None
    return is_labelled or "Ảnh" in text


def _without_closers(credit: str) -> str:
    """A credit without the bracket and the full stop that close its sentence; initials keep theirs."""
    credit = credit.strip().removesuffix(").").removesuffix(")").strip()
    bare = credit.rstrip(".")
    return credit if "." in bare else bare


def photo_credits(
    captions: Iterable[Caption], cuts: Iterable[Cut], byline_credit: str | None
) -> tuple[str, ...]:
    """Everyone who took a picture, each once, in the order of the page."""
    lone = (found.credit for cut in cuts if cut.kind == "credit" and (found := credited_caption(cut.text)))
    names = [*(caption.credit for caption in captions), *lone, byline_credit]
    return tuple(dict.fromkeys(name for name in names if name))


def _is_uncredited(position: int, line: Line, lines: list[Line]) -> bool:
    """One sentence in the present tense about people in a picture, standing alone after the lede."""
    text = line.text
    if (
        line.role not in (None, "beside_picture")
        or position == 0
        or text.count(" ") >= MAX_WORDS
        or _INNER_STOP.search(text)
    ):
        return False
    if _SCENE.match(text):
        return not _STORY.search(text)
    subject = _SUBJECT.match(text)
    if subject is None or text.endswith("?") or _STORY.search(text) or _DAY_PRINTED.search(text):
        return False
    scene = _VERB.search(text, subject.end())
    return (
        scene is not None
        and not _PREDICATE.search(text, subject.end(), scene.start())
        and position + 1 < len(lines)
    )


def _is_lone_credit(line: Line, lines: list[Line], position: int, captions: list[Caption]) -> bool:
    """A bare name right under a caption, no blank line between."""
    under = position > 0 and lines[position - 1].text == captions[-1].text and not line.spaced
    return under and captions[-1].credit is None and (are_names(line.text) or are_names(line.text.title()))


def _credit_last(captions: list[Caption], credit: str | None, lines: list[Line], position: int) -> None:
    """Give a credit on a line of its own to the caption directly above it."""
    if (
        captions
        and position > 0
        and lines[position - 1].text == captions[-1].text
        and captions[-1].credit is None
    ):
        captions[-1] = Caption(captions[-1].text, credit)
