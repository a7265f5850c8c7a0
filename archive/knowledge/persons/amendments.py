"""Amendments: what reviewed corrections make of identities and of the statements of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from archive.knowledge.persons.identities import Identity
from archive.knowledge.persons.persons import name_key, split_id
from archive.knowledge.persons.strands import Strand, joined
from archive.models import Official, Statement, Understanding

AMENDED = "correction"
"""The name of the rule of a statement whose speaker was corrected."""


class Merge(NamedTuple):
    """Two persons that are one, by any of their ids; the first keeps the one it has."""

    person: str
    other: str


class Split(NamedTuple):
    """A person whose sightings in these articles are of somebody else."""

    person: str
    articles: tuple[str, ...]


class Speaker(NamedTuple):
    """Who said something, as a correction has it; `unit` is known of officials the archive knows by id."""

    name: str
    kind: Literal["person", "organisation"]
    person: str | None = None
    unit: str | None = None


def amend(identities: Sequence[Identity], merges: Sequence[Merge], splits: Sequence[Split]) -> list[Identity]:
    """Apply corrections to the persons of some names, in no order: merges, then splits.

    What is split off may be merged with others. A correction that names nobody changes nothing.
    """
    found = _merged({one.id: one for one in identities}, merges)
    new_ids = set()
    for split in sorted(set(splits)):
        target = resolve(found.values(), split.person)
        if target is None:
            continue
        moved = [atom for atom in target.atoms if atom.sighting.article in split.articles]
        kept = [atom for atom in target.atoms if atom.sighting.article not in split.articles]
        if any(atom.is_home for atom in moved) and any(atom.is_home for atom in kept):
            found[target.id] = Identity(target.id, Strand(tuple(kept)))
            new = split_id(split.person, split.articles)
            found[new] = Identity(new, Strand(tuple(moved)))
            new_ids.add(new)
    # Other merges are done: an old id may resolve to whoever was just split off, and undo the split.
    later = [merge for merge in merges if new_ids & set(merge)]
    return sorted(_merged(found, later).values(), key=lambda one: one.id)


def _merged(identities: Mapping[str, Identity], merges: Sequence[Merge]) -> dict[str, Identity]:
    found = dict(identities)
    heir: dict[str, Identity] = {}
    for merge in sorted(set(merges)):
        one, other = (heir.get(person) or resolve(found.values(), person) for person in merge)
        if one is None or other is None or one is other:
            continue
        both = Identity(one.id, joined((one.strand, other.strand)))
        del found[one.id], found[other.id]
        found[both.id] = both
        gone = {person for person, held in heir.items() if held in (one, other)}
        heir |= dict.fromkeys((*gone, one.id, other.id, *merge), both)
    return found


def resolve(identities: Iterable[Identity], person: str) -> Identity | None:
    """Who has this id, else whom most sightings with this local id are of."""
    best: tuple[int, str, Identity] | None = None
    for one in identities:
        if one.id == person:
            return one
        count = sum(sighting.local == person for sighting in one.sightings)
        if count and (best is None or (-count, one.id) < best[:2]):
            best = (-count, one.id, one)
    return best and best[2]


class Amended(NamedTuple):
    """What is left of an article's understanding.

    Attributes:
        anchors: those of its statements, in their order.
        added: person ids of the officials that were added at the end, "" where none is known.
    """

    understanding: Understanding
    anchors: tuple[str, ...]
    added: tuple[str, ...]


def amend_statements(
    understanding: Understanding, anchors: Sequence[str], speakers: Mapping[str, Speaker | None]
) -> Amended:
    """Give statements other speakers, and leave statements out.

    What continues a statement shares its fate; what is given a speaker of its own continues nothing any more.

    Args:
        anchors: of each statement.
        speakers: the speaker by anchor; None where the statement is withdrawn.
    """
    officials = list(understanding.officials)
    added: list[str] = []
    place: dict[int, int] = {}
    kept: list[Statement] = []
    names: list[str] = []
    for number, (statement, anchor) in enumerate(zip(understanding.statements, anchors, strict=True)):
        head = statement.continues
        if speakers.get(anchor, _UNCHANGED) is None or (head is not None and head not in place):
            continue
        place[number] = len(kept)
        speaker = speakers.get(anchor)
        if speaker is not None:
            official = _official(speaker, officials, added)
            kind = "reported" if statement.kind == "continuation" else statement.kind
            statement = replace(_spoken_by(statement, speaker, official), kind=kind, continues=None)
        elif head is not None:
            now = kept[place[head]]
            statement = replace(
                statement,
                speaker=now.speaker,
                speakers=now.speakers,
                speaker_kind=now.speaker_kind,
                post=now.post if now.rule == AMENDED else statement.post,
                continues=place[head],
            )
        kept.append(statement)
        names.append(anchor)
    changed = replace(understanding, officials=tuple(officials), statements=tuple(kept))
    return Amended(changed, tuple(names), tuple(added))


_UNCHANGED = Speaker("", "person")


def _official(speaker: Speaker, officials: list[Official], added: list[str]) -> Official | None:
    """The speaker among the officials of the article; who is known by id is added to them."""
    wanted = name_key(speaker.name)
    named = next((one for one in officials if name_key(one.name) == wanted), None)
    if named is None and speaker.person is not None:
        named = Official(speaker.name, speaker.unit, "current", (), ())
        officials.append(named)
        added.append(speaker.person)
    return named


def _spoken_by(statement: Statement, speaker: Speaker, official: Official | None) -> Statement:
    name = official.name if official is not None else speaker.name
    return replace(
        statement,
        speaker=name,
        speakers=(name,),
        speaker_kind="person" if official is not None else speaker.kind,
        post=official.posts[0].canonical if official is not None and official.posts else None,
        confidence=1.0,
        rule=AMENDED,
    )
