"""Tenures: posts held over a time, as dated articles show them, and where these contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from archive.knowledge.grammar.posts import post_id
from archive.knowledge.persons.lineage import is_one_line
from archive.knowledge.persons.seats import is_exclusive
from archive.knowledge.persons.sightings import PRINTED_SLACK, Atom, Interval, observed
from archive.models import PARAGRAPH_BREAK, Article, Span, Status
from archive.text.sentences import sentences


class Evidence(NamedTuple):
    """Where a post is printed: the article, its sort date, and the span of the post in it."""

    article: str
    day: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post held by a person, as observed in live articles.

    Attributes:
        post: canonical form, as printed most often.
        organisation: full name of the body, as printed most often.
        unit: id of the unit of the post, None when central.
        first_seen, last_seen: sort dates of the earliest and latest dated article, None when none is dated.
        articles: how many articles show it.
        evidence: one place in each of them, by day, undated last.
    """

    post: str
    organisation: str | None
    unit: str | None
    status: Status
    first_seen: str | None
    last_seen: str | None
    articles: int
    evidence: tuple[Evidence, ...]

    @property
    def interval(self) -> Interval | None:
        """When it was certainly held; None without a date, and of a post no longer held."""
        days = [proof.day for proof in self.evidence if proof.day is not None]
        return observed(days) if days and self.status != "former" else None


class Contradiction(NamedTuple):
    """Two tenures that cannot both be right.

    Attributes:
        kind: `two holders` of a post that one person holds, or one person in such posts of `two units`.
        person, other: ids of the holders; equal for `two units`.
        first, last: the days between which both were seen, ISO form.
    """

    kind: Literal["two holders", "two units"]
    person: str
    tenure: Tenure
    other: str
    rival: Tenure
    first: str
    last: str


def tenures_of(atoms: Iterable[Atom]) -> tuple[Tenure, ...]:
    """The tenures that these sightings of one person show, earliest first, undated last."""
    held: dict[tuple[str, str, Status], list[tuple[Evidence, str, str | None, str | None]]] = {}
    for atom in atoms:
        for post in atom.posts:
            proof = Evidence(atom.sighting.article, atom.sighting.day, post.span)
            key = (post_id(post.canonical), post.unit or "", post.status)
            held.setdefault(key, []).append((proof, post.canonical, post.organisation, post.unit))
    found = [_tenure(status, shown) for (_, _, status), shown in held.items()]
    return tuple(sorted(found, key=_order))


def _tenure(status: Status, shown: Sequence[tuple[Evidence, str, str | None, str | None]]) -> Tenure:
    proofs: dict[str, Evidence] = {}
    for proof in sorted((proof for proof, *_ in shown), key=lambda proof: (proof.day or "9999", *proof[::2])):
        proofs.setdefault(proof.article, proof)
    days = sorted(proof.day for proof in proofs.values() if proof.day is not None)
    return Tenure(
        post=_most(post for _, post, _, _ in shown) or "",
        organisation=_most(organisation for _, _, organisation, _ in shown),
        unit=shown[0][3],
        status=status,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        articles=len(proofs),
        evidence=tuple(proofs.values()),
    )


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _order(tenure: Tenure) -> tuple[str, str, str, str, str]:
    return (
        tenure.first_seen or "9999",
        tenure.last_seen or "9999",
        tenure.unit or "",
        tenure.post,
        tenure.status,
    )


def two_units(person: str, tenures: Sequence[Tenure]) -> list[Contradiction]:
    """The exclusive posts of units without a lineage in common that one person was seen in at one time."""
    held = [tenure for tenure in tenures if is_exclusive(tenure.post) and tenure.unit and tenure.interval]
    return [
        found
        for place, one in enumerate(held)
        for other in held[place + 1 :]
        if not is_one_line(one.unit or "", other.unit or "")
        and (found := _overlap("two units", person, one, person, other))
    ]


def two_holders(
    one: str, tenures: Sequence[Tenure], other: str, rivals: Sequence[Tenure]
) -> list[Contradiction]:
    """The exclusive posts that two persons were seen in at one time."""
    return [
        found
        for tenure in tenures
        for rival in rivals
        if tenure.unit == rival.unit
        and tenure.unit is not None
        and is_exclusive(tenure.post)
        and post_id(tenure.post) == post_id(rival.post)
        and (found := _overlap("two holders", one, tenure, other, rival))
    ]


def _overlap(
    kind: Literal["two holders", "two units"], person: str, one: Tenure, other_person: str, other: Tenure
) -> Contradiction | None:
    """The contradiction, if both were seen during one time longer than papers take to notice a change."""
    held, rival = one.interval, other.interval
    if held is None or rival is None or held.is_apart(rival, PRINTED_SLACK):
        return None
    first, last = max(held.first, rival.first), min(held.last, rival.last)
    return Contradiction(kind, person, one, other_person, other, first.isoformat(), last.isoformat())


def proof_sentence(article: Article, span: Span) -> Span:
    """The sentence that holds a span; of a title or caption the whole line."""
    text = article.part(span.part)
    begin = text.rfind(PARAGRAPH_BREAK, 0, span.start)
    start = 0 if begin < 0 else begin + len(PARAGRAPH_BREAK)
    end = text.find(PARAGRAPH_BREAK, span.start)
    paragraph = text[start : len(text) if end < 0 else end]
    if span.part == "body":
        for first, last in sentences(paragraph):
            if first <= span.start - start < last:
                return Span(span.part, start + first, start + last)
    return Span(span.part, start, start + len(paragraph))
