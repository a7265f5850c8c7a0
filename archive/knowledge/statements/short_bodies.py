"""Short bodies: which body a bare word for one means (`Cục`), where the article has named one such before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.knowledge.grammar.bodies import Organisation
from archive.knowledge.grammar.organisations import organisation_at
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import is_head
from archive.knowledge.statements.actors import Actor
from archive.text.syllables import key

_LONGEST_BARE = 3
"""Tokens of a word for a body."""

_DEPARTMENT = key("sở")
"""The one kind of body that has its name after it in lower case too (`sở Y tế`)."""


def full_name(read: Sequence[Passage], passage: Passage, actor: Actor) -> str | None:
    """The full name, as first printed, of the body that a bare word means.

    Args:
        read: the passages of the article, in order.
        passage: the one in which the word stands.

    Returns:
        `Cục Quản lý đường bộ` for a later `Cục`; None of other actors, and where no body of that kind was named
        before, or more than one.
    """
    if actor.form != "organisation" or actor.end - actor.start > _LONGEST_BARE:
        return None
    body = organisation_at(passage, actor.start, is_head)
    if body is None or body.end != actor.end or not body.is_bare or _is_only_one(body):
        return None
    here = passage.offset + passage.starts[actor.start]
    named = {found.name: printed for printed, found in _named_before(read, passage, actor, body, here)}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_only_one(body: Organisation) -> bool:
    """Whether the word alone is the name of a body of the whole country (`Ban Bí thư`)."""
    opener = body.opener
    return opener.reach == "central" and not opener.takes and " " in body.name


def _named_before(
    read: Sequence[Passage], passage: Passage, actor: Actor, bare: Organisation, here: int
) -> Iterator[tuple[str, Organisation]]:
    """The bodies of a kind that are named in full before a character, the last first."""
    word = passage.keys[actor.start]
    for one in reversed(read):
        if one.offset > here or word not in one.keys:
            continue
        for index in reversed(range(len(one))):
            if one.keys[index] != word or one.offset + one.starts[index] >= here:
                continue
            body = organisation_at(one, index, is_head)
            is_named = one.is_capitalised(index) or word == _DEPARTMENT
            if (
                is_named
                and body is not None
                and body.opener_word == bare.opener_word
                and body.name != bare.name
            ):
                yield _closed(one.surface(index, body.end)), body


def _closed(printed: str) -> str:
    """A printed name without a parenthesis that it does not close."""
    return printed.rpartition("(")[0].rstrip() if printed.count("(") > printed.count(")") else printed
