"""A page as a list of blocks: its lines of text in the order of the page, each knowing the boxes round it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bs4 import BeautifulSoup, CData, NavigableString, Tag

from archive.cleaning.pages.boxes import Block, Box, Piece, boxes_inward_out
from archive.cleaning.pages.marks import frame_kind, named, role_words
from archive.cleaning.pages.seams import seams
from archive.cleaning.pages.words import (
    BLOCK_TAGS,
    CAPITAL_FACES,
    HEADING_TAGS,
    HIDING_STYLES,
    TAG_FRAMES,
    UNSEEN_TAGS,
)

MAX_DEPTH = 100
"""Boxes nested deeper count as the box at this depth: no page that people read is so deep."""

MIN_PICTURE_PIXELS = 80
"""Smaller pictures are icons."""

LINE_ROLES = frozenset({"date", "author", "caption", "title", "lead"})
"""An inline element of such a role is a line of its own."""

_HIDING = re.compile(HIDING_STYLES, re.IGNORECASE)
_CAPITALS = re.compile(CAPITAL_FACES, re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_PIXELS = re.compile(r"\s*(\d{1,6})(?:px)?\s*")
_ICON = re.compile(
    r"icon|spacer|pixel|blank\.|transparent|logo|bullet|arrow|/rss|print|mail|avatar|\.svg|button", re.I
)


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for all text inside an element."""

    box: Box
    link: str | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    right: bool = False
    capitals: bool = False
    preformatted: bool = False


@dataclass(slots=True)
class _Run:
    """The pieces of the block under way."""

    pieces: list[tuple[str, _Context]] = field(default_factory=list)
    box: Box | None = None
    pictures: list[_Context] = field(default_factory=list)


class _Builder:
    """Walks the tree without recursion and collects blocks."""

    def __init__(self, parts: Mapping[int, str]) -> None:
        self.parts = parts
        self.blocks: list[Block] = []
        self.run = _Run()

    def walk(self, root: Tag) -> None:
        box = Box(root.name, "", None, 0)
        stack: list[tuple[Iterator[object], _Context, bool]] = [(iter(root.contents), _Context(box), True)]
        while stack:
            children, context, breaks = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if breaks:
                    self.flush()
            elif isinstance(child, Tag):
                if (inner := self.enter(child, context)) is not None:
                    stack.append((iter(child.contents), inner, inner.box is not context.box))
            elif type(child) in (NavigableString, CData):
                self.add(str(child), context)
        self.flush()

    def enter(self, element: Tag, context: _Context) -> _Context | None:
        """What holds inside an element; None where there is nothing to read."""
        if element.name == "br":
            self.flush()
            return None
        if element.name == "img":
            if _is_picture(element):
                self.run.pictures.append(context)
                if not self.run.pieces:
                    self.flush()
            return None
        if element.name in UNSEEN_TAGS:
            return None
        names = named(element)
        roles = role_words(names)
        style = str(element.get("style") or "")
        frame = _own_frame(element, names, style)
        box = context.box
        part = self.parts.get(id(element))
        if part or frame or element.name in BLOCK_TAGS or roles & LINE_ROLES:
            self.flush()
            if box.depth < MAX_DEPTH:
                heading = element.name if element.name in HEADING_TAGS else box.heading
                box = Box(element.name, names, box, box.depth + 1, frame, roles, part or box.part, heading)
        return replace(
            context,
            box=box,
            link=str(element["href"]) if element.name == "a" and element.has_attr("href") else context.link,
            bold=context.bold or element.name in ("b", "strong", *HEADING_TAGS, "th") or "bold" in style,
            italic=context.italic or element.name in ("i", "em") or "italic" in style,
            centred=context.centred
            or element.name == "center"
            or str(element.get("align") or "").lower() == "center"
            or bool(_CENTRED.search(style)),
            right=context.right
            or str(element.get("align") or "").lower() == "right"
            or bool(_RIGHT.search(style)),
            capitals=_in_capitals(element, style, context.capitals),
            preformatted=context.preformatted or element.name == "pre",
        )

    def add(self, text: str, context: _Context) -> None:
        if context.preformatted and "\n" in text:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.flush()
                self.add(line, context)
            return
        if self.run.pieces or not text.isspace():
            if self.run.box is not None and self.run.box is not context.box:
                self.flush()
            self.run.box = context.box
            self.run.pieces.append((text, context))

    def flush(self) -> None:
        """End the block under way."""
        run, self.run = self.run, _Run()
        if run.box is not None:
            edges = [0, *seams([text for text, _ in run.pieces]), len(run.pieces)]
            for start, end in pairwise(edges):
                self.close(run.box, run.pieces[start:end])
        for context in run.pictures:
            targets = (context.link,) if context.link else ()
            self.blocks.append(Block(len(self.blocks) + 1, "", context.box, targets=targets, picture=True))

    def close(self, box: Box, texts: list[tuple[str, _Context]]) -> None:
        """Make a block of texts."""
        pieces = _collapsed(texts)
        if pieces:
            inside = [(text, context) for text, context in texts if not text.isspace()]
            letters = sum(len(text) for text, _ in inside) or 1
            self.blocks.append(
                Block(
                    number=len(self.blocks) + 1,
                    text="".join(piece.text for piece in pieces),
                    box=box,
                    pieces=pieces,
                    linked=sum(len(text) for text, context in inside if context.link is not None) / letters,
                    bold=all(context.bold for _, context in inside),
                    italic=all(context.italic for _, context in inside),
                    centred=all(context.centred for _, context in inside),
                    right=all(context.right for _, context in inside),
                    targets=tuple(dict.fromkeys(context.link for _, context in inside if context.link)),
                )
            )


def read_blocks(soup: BeautifulSoup, parts: Mapping[int, str] | None = None) -> list[Block]:
    """The lines and pictures of a page, in its order; what no reader sees is left out.

    Args:
        soup: the page as parsed; left as it is.
        parts: what a site rule says of elements, by their `id()`.

    Returns:
        Blocks whose boxes know how many characters, and how many linked ones, they hold.
    """
    builder = _Builder(parts or {})
    builder.walk(soup)
    for position, block in enumerate(builder.blocks):
        box = block.box
        box.characters += len(block.text)
        box.first = position if box.first < 0 else box.first
        box.last = position
    for box in boxes_inward_out(builder.blocks):
        if box.parent is not None:
            box.parent.characters += box.characters
            box.parent.first = box.first if box.parent.first < 0 else min(box.first, box.parent.first)
            box.parent.last = max(box.last, box.parent.last)
    return builder.blocks


def _own_frame(element: Tag, names: str, style: str) -> str | None:
    if _HIDING.search(style) or element.has_attr("hidden") or element.get("aria-hidden") == "true":
        return "hidden"
    return TAG_FRAMES.get(element.name) or frame_kind(names)


def _in_capitals(element: Tag, style: str, before: bool) -> bool:
    face = str(element.get("face") or "")
    if not face and "font-family" in style.lower():
        face = style.lower().split("font-family", 1)[1].split(";", 1)[0]
    if not face:
        return before
    return bool(_CAPITALS.match(face.split(",", 1)[0].strip(" :'\"")))


def _is_picture(element: Tag) -> bool:
    sizes = [_PIXELS.fullmatch(str(element.get(side) or "")) for side in ("width", "height")]
    if any(size and int(size[1]) < MIN_PICTURE_PIXELS for size in sizes):
        return False
    source = str(element.get("src") or element.get("data-src") or "")
    return source.startswith("data:") or not _ICON.search(source[-80:])


def _collapsed(pieces: list[tuple[str, _Context]]) -> tuple[Piece, ...]:
    """Pieces of equal face joined, white space collapsed within and across them, none at the ends."""
    joined: list[Piece] = []
    for text, context in pieces:
        if joined and joined[-1].capitals == context.capitals:
            joined[-1] = Piece(joined[-1].text + text, context.capitals)
        else:
            joined.append(Piece(text, context.capitals))
    collapsed: list[Piece] = []
    open_blank = True
    for piece in joined:
        text = _BLANKS.sub(" ", piece.text)
        text = text[1:] if open_blank and text.startswith(" ") else text
        if text:
            collapsed.append(Piece(text, piece.capitals))
            open_blank = text.endswith(" ")
    if collapsed and collapsed[-1].text.endswith(" "):
        last = collapsed.pop()
        if last.text.rstrip(" "):
            collapsed.append(Piece(last.text.rstrip(" "), last.capitals))
    return tuple(collapsed) if any(piece.text.strip("\u00a0\u200b\ufeff ") for piece in collapsed) else ()
