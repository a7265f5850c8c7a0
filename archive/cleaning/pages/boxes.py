"""The lines of a page and the boxes round them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(eq=False, slots=True)
class Box:
    """An element that holds lines.

    Attributes:
        frame: the kind of frame it is by its own name, or None.
        roles: what of an article it is by its own name.
        part: what of an article a site rule says it is, or one round it.
        heading: the heading element it is, or stands in.
        characters, prose: sums over the blocks inside; `prose` of those that read like sentences.
        first, last: positions of its first and last block.
    """

    tag: str
    names: str
    parent: Box | None
    depth: int
    frame: str | None = None
    roles: frozenset[str] = frozenset()
    part: str | None = None
    heading: str | None = None
    characters: int = 0
    prose: float = 0.0
    first: int = -1
    last: int = -1

    def chain(self) -> Iterator[Box]:
        """This box and those round it, the innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters in one face; `capitals`: in a face that draws small letters as capitals."""

    text: str
    capitals: bool = False


@dataclass(eq=False, slots=True)
class Block:
    """A line of a page: what stands between two breaks.

    Attributes:
        number: 1-based, in the order of the page.
        text: the words, white space collapsed; empty for a picture.
        linked: share of the characters inside links.
        bold, italic, centred, right: how all of it is printed.
        targets: addresses of its links; of a picture, what it is linked to.
        picture: it is a picture.
        kind: the frame it belongs to, or None; filled in when frames are judged.
    """

    number: int
    text: str
    box: Box
    pieces: tuple[Piece, ...] = ()
    linked: float = 0.0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    right: bool = False
    targets: tuple[str, ...] = ()
    picture: bool = False
    kind: str | None = None
    prose: float = 0.0

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1 if self.text else 0

    @property
    def heading(self) -> str | None:
        """The innermost heading element it stands in, if any."""
        return self.box.heading

    @property
    def part(self) -> str | None:
        """What a site rule says it is."""
        return self.box.part

    def has_role(self, role: str, most_characters: int) -> bool:
        """Whether it stands in a box named for a role, a box so small that the name means its contents."""
        for box in self.box.chain():
            if box.characters > most_characters + 20 or box.tag == "body":
                return False
            if role in box.roles:
                return True
        return False


def boxes_inward_out(blocks: Iterable[Block]) -> list[Box]:
    """Every box round a block once, inner ones before outer ones: for sums in one pass."""
    found: dict[int, Box] = {}
    for block in blocks:
        for box in block.box.chain():
            if id(box) in found:
                break
            found[id(box)] = box
    return sorted(found.values(), key=lambda box: -box.depth)
