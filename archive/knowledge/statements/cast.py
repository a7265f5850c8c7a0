"""The cast of an article: everybody who is named in it, and whom an actor means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from archive.knowledge.grammar.items import Item
from archive.knowledge.grammar.names import Name, Person, full_names
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost
from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.epithets import meant_by
from archive.knowledge.statements.recent import Recent
from archive.knowledge.statements.short_bodies import full_name
from archive.knowledge.statements.speaker import Speaker
from archive.knowledge.statements.vocabulary import phrases_for
from archive.models import Mention, Official
from archive.text.syllables import key, keys


class _Known(NamedTuple):
    """A person of the article: the name, the place among its officials, and the honorific last printed."""

    name: str
    official: int | None


_MALE = frozenset(map(key, ("ông", "anh")))
_FEMALE = frozenset(map(key, ("bà", "chị", "cô")))
_GENDERED = dict.fromkeys(_MALE, "male") | dict.fromkeys(_FEMALE, "female")


@dataclass(slots=True)
class Cast:
    """The persons of an article, and who was named last while it is read.

    Attributes:
        mentions: of each official, the references by `ông Lan`, `Đồng chí` that the cast resolved.
    """

    officials: Sequence[Official]
    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    _recent: Recent = field(default_factory=Recent)
    _passages: list[Passage] = field(default_factory=list)
    _here: Passage | None = None
    _full: dict[Name, Name] = field(default_factory=dict)
    _known: dict[Name, _Known] = field(default_factory=dict)
    _places: dict[Name, list[int]] = field(default_factory=dict)
    _genders: dict[Name, str] = field(default_factory=dict)
    _roles: dict[str, set[Name]] = field(default_factory=dict)
    _by_span: dict[int, int] = field(default_factory=dict)
    _post_spans: list[tuple[int, int, int]] = field(default_factory=list)

    def enrol(self, read: Sequence[tuple[Passage, Sequence[Item]]]) -> None:
        """Enter everybody who is named in the article."""
        self._passages = [passage for passage, _ in read]
        printed: dict[Name, str] = {}
        for passage, found in read:
            for item in found:
                if isinstance(item, Person):
                    name = passage.keys[item.start : item.end]
                    surface = passage.surface(*item)
                    if name not in printed or printed[name].isupper():
                        printed[name] = surface
                    self._place(passage, item)
        shouted = {name for name, surface in printed.items() if surface.isupper()}
        self._full = dict(full_names(set(printed) - shouted, shouted))
        for place, official in enumerate(self.officials):
            for mention in official.mentions:
                if mention.span.part == "body":
                    if mention.kind == "name":
                        self._by_span[mention.span.start] = place
                    else:
                        self._post_spans.append((mention.span.start, mention.span.end, place))
        for name in printed:
            full = self._full.get(name, name)
            self._known.setdefault(full, _Known(printed.get(full, printed[name]), None))
        self._enter_officials(read)

    def _place(self, passage: Passage, person: Person) -> None:
        """Remember where a name stands, and by which honorific its bearer is a man or a woman."""
        name = passage.keys[person.start : person.end]
        self._places.setdefault(name, []).append(passage.offset + passage.starts[person.start])
        gender = _GENDERED.get(passage.keys[person.start - 1]) if person.start else None
        if gender is not None:
            self._genders[name] = gender
        lead = passage.lead(person.start, 20).lower()
        for role in _ROLES if lead.endswith(_ROLES_BEFORE) else ():
            if lead.endswith(f"{role} "):
                self._roles.setdefault(role, set()).add(name)

    def _enter_officials(self, read: Sequence[tuple[Passage, Sequence[Item]]]) -> None:
        for passage, found in read:
            for item in found:
                if isinstance(item, Person) and passage.part == "body":
                    official = self._by_span.get(passage.offset + passage.starts[item.start])
                    if official is not None:
                        full = self._full[passage.keys[item.start : item.end]]
                        self._known[full] = _Known(self.officials[official].name, official)

    def resolve(self, passage: Passage, actor: Actor) -> Speaker | None:
        """Whom an actor means; None where a pronoun has nobody to stand for."""
        self._here = passage
        if actor.form == "name":
            return self._named(passage, actor)
        if actor.form == "post":
            return self._in_post(passage, actor)
        if actor.form == "given":
            return self._given(passage, actor)
        if actor.form == "pronoun":
            return self._meant(passage, actor)
        surface = passage.surface(actor.start, actor.end).rstrip(",;:- ")
        meant = self._by_epithet(passage, actor, surface)
        if meant is not None:
            return meant
        known = self._called(surface.lower())
        if known is not None:
            self._refer(passage, actor, known.official, "pronoun")
            post = self._post(known.official, actor)
            return Speaker((known.name,), "person", "pronoun", post, known.official)
        if surface.count("(") > surface.count(")"):
            surface = surface.rpartition("(")[0].rstrip()
        name = full_name(self._passages, passage, actor) or surface
        return Speaker((name,), actor.form, "name")

    def _by_epithet(self, passage: Passage, actor: Actor, surface: str) -> Speaker | None:
        """The one who alone spoke in this paragraph and those before, where words for somebody mean them."""
        speaker = self._recent.alone_near(self._passages, passage)
        attribution = meant_by(surface, speaker) if speaker is not None else None
        if speaker is None or attribution is None:
            return None
        self._refer(passage, actor, speaker.official, "pronoun")
        return speaker._replace(attribution=attribution)

    def _called(self, role: str) -> _Known | None:
        """The one person of the article whose name a word stood before (`bị cáo A`, later `bị cáo`)."""
        bearers = {self._full.get(name, name) for name in self._roles.get(role, ())}
        return self._known.get(bearers.pop()) if len(bearers) == 1 else None

    def notice(self, passage: Passage, actor: Actor) -> None:
        """Remember a person who is the subject of a sentence, though they said nothing in it."""
        is_one = actor.form == "anonymous" and passage.keys[actor.start] in _ONE
        if is_one or actor.form in ("name", "post", "given"):
            speaker = self.resolve(passage, actor)
            if speaker is not None:
                self.hear(speaker)

    def hear(self, speaker: Speaker) -> None:
        """Remember who spoke, for the pronouns after."""
        if speaker.kind != "organisation" and len(speaker.names) == 1:
            self._recent.hear(speaker, self._here)

    def referred(self) -> tuple[Official, ...]:
        """The officials, with the mentions that the cast resolved."""
        return tuple(
            replace(official, mentions=tuple(sorted((*official.mentions, *added), key=_in_order)))
            if (added := self.mentions.get(place))
            else official
            for place, official in enumerate(self.officials)
        )

    def _named(self, passage: Passage, actor: Actor) -> Speaker:
        people = []
        for person in actor.persons:
            name = passage.keys[person.start : person.end]
            full = self._full.get(name, name)
            people.append(self._known.get(full, _Known(passage.surface(*person), None)))
        official = people[0].official
        post = self._post(official, actor)
        only = official if len(people) == 1 else None
        return Speaker(tuple(known.name for known in people), "person", "name", post, only)

    def _post(self, official: int | None, actor: Actor) -> str | None:
        """The post of a speaker: the one printed with the name, else the first they are given."""
        printed = actor.posts[0].canonical if actor.posts else None
        if official is None:
            return printed
        held = [post.canonical for post in self.officials[official].posts]
        if printed is not None:
            return next((post for post in held if post.startswith(printed)), printed)
        return held[0] if held else None

    def _in_post(self, passage: Passage, actor: Actor) -> Speaker:
        start = passage.offset + passage.starts[actor.start]
        end = passage.offset + passage.ends[actor.end - 1]
        officials = []
        for first, last, official in self._post_spans:
            if first < end and last > start and official not in officials:
                officials.append(official)
        canonical = actor.posts[0].canonical
        if officials:
            names = tuple(self.officials[official].name for official in officials)
            only = officials[0] if len(officials) == 1 else None
            return Speaker(names, "person", "post", self._post(only, actor) or canonical, only)
        held = self._holders(actor.posts[0])
        if held:
            official = held[0]
            return Speaker(
                (self.officials[official].name,), "person", "post", self._post(official, actor), official
            )
        begin = min(post.first for post in actor.posts)
        return Speaker((passage.surface(begin, actor.end),), "person", "post", canonical)

    def _holders(self, printed: PrintedPost) -> list[int]:
        """The officials that a post without its modifier or body may mean, those who spoke last first."""
        organisation = printed.organisation.name if printed.organisation is not None else ""
        found = [
            place
            for place, official in enumerate(self.officials)
            if any(
                post.status != "former"
                and post.canonical.startswith(printed.head)
                and (organisation in post.canonical or printed.is_complete)
                for post in official.posts
            )
        ]
        heard = [speaker.official for speaker in reversed(self._recent.speakers)]
        if not organisation:
            return [place for place in heard[:1] if place in found]
        if len(found) > 1:
            found = [place for place in heard if place in found][:1]
        return found

    def _given(self, passage: Passage, actor: Actor) -> Speaker | None:
        person = actor.persons[0]
        given = passage.keys[person.start : person.end]
        title = _GENDERED.get(passage.keys[actor.start])
        fitting = [name for name in self._known if name[-len(given) :] == given and self._fits(name, title)]
        if not fitting and len(given) == 1:
            fitting = [name for name in self._known if name[-len(given) :] == given]
        if not fitting:
            is_addressed = actor.start < person.start
            return Speaker((passage.surface(*person),), "person", "name") if is_addressed else None
        here = passage.offset + passage.starts[person.start]
        name = max(fitting, key=lambda one: self._last_place(one, here))
        known = self._known[name]
        self._refer(passage, actor, known.official, "name")
        return Speaker((known.name,), "person", "name", self._post(known.official, actor), known.official)

    def _last_place(self, name: Name, here: int) -> int:
        """The character of the body where a name is printed last before another; -1 where it is not."""
        places = self._places.get(name, [])
        before = bisect_left(places, here)
        return places[before - 1] if before else -1

    def _gender(self, name: Name) -> str | None:
        """What the middle name (`Thị`, `Văn`) or an honorific somewhere in the article says."""
        middle = next((_MIDDLES[one] for one in name[1:-1] if one in _MIDDLES), None)
        return middle or self._genders.get(name)

    def _fits(self, name: Name, title: str | None) -> bool:
        """Whether a person is not of the other sex."""
        return title is None or self._gender(name) in (None, title)

    def _meant(self, passage: Passage, actor: Actor) -> Speaker | None:
        title = _GENDERED.get(passage.keys[actor.start])
        last = next((one for one in self._recent.last() if self._may_be(one, title)), None)
        if last is None:
            return None
        self._refer(passage, actor, last.official, "pronoun")
        return last._replace(attribution="pronoun")

    def _may_be(self, speaker: Speaker, title: str | None) -> bool:
        """Whether a speaker can be addressed so: a man as `ông`, a woman as `bà`."""
        if title is None or speaker.kind != "person":
            return True
        return self._fits(tuple(keys(speaker.names[0])), title)

    def _refer(
        self, passage: Passage, actor: Actor, official: int | None, kind: Literal["name", "pronoun"]
    ) -> None:
        """Enter a place where an official is referred to, unless it is known."""
        if official is None:
            return
        span = passage.span(actor.start, actor.end)
        known = [*self.officials[official].mentions, *self.mentions.get(official, ())]
        if any(mention.span.start < span.end and span.start < mention.span.end for mention in known):
            return
        surface = passage.surface(actor.start, actor.end)
        self.mentions.setdefault(official, []).append(Mention(span, surface, kind))


_PARTS = ("title", "body", "caption")


def _in_order(mention: Mention) -> tuple[int, int]:
    return _PARTS.index(mention.span.part), mention.span.start


_ONE = frozenset(map(key, ("một", "đại", "vị")))
"""First words of one who is not named but can be meant by a pronoun (`một lãnh đạo Sở`, `đại diện công ty`)."""

_ROLES = phrases_for("role")
"""Words before a name by which alone its bearer is meant later, where nobody else in the article is called so."""

_ROLES_BEFORE = tuple(f"{role} " for role in _ROLES)
_MIDDLES = {key("thị"): "female", key("văn"): "male"}
