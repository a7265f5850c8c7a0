"""Affiliation: the full name of a body with its unit, from what is printed and what the article is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from archive.knowledge.areas import CITY, PROVINCE
from archive.knowledge.bodies import display_spelling
from archive.knowledge.organisations import Organisation
from archive.knowledge.passages import Match
from archive.knowledge.posts import PrintedPost
from archive.knowledge.units import in_force, unit
from archive.models import Article, PlaceAttribution, Unit

_SHORT_NAMES = {"đại biểu Quốc hội": "ĐBQH"}
"""What names of bodies abbreviate although posts do not."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A body in full, and the id of its unit (None: central, or not known)."""

    organisation: str | None
    unit: str | None


class Surroundings:
    """What an article says about bodies that a post leaves out.

    Args:
        places: as `archive.knowledge.places.locate` gives them.
    """

    def __init__(self, article: Article, places: Sequence[PlaceAttribution]) -> None:
        self._day = _day(article.sort_date)
        self._subjects = tuple(unit(place.unit) for place in places if place.role == "subject")
        self._bodies: dict[str, Organisation] = {}
        self._heard: str | None = None

    def hear(self, province: Match[str] | None) -> None:
        """Keep the province last named: in an article with several subjects, the posts after it are its."""
        if province is not None:
            self._heard = province.value

    def remember(self, organisation: Organisation) -> None:
        """Keep a body named in full, for the bare word (`Sở`) that may follow."""
        if not organisation.is_bare and organisation.opener.takes == "sector":
            self._bodies[organisation.opener.name] = organisation

    def complete(self, post: PrintedPost) -> PrintedPost:
        """A post with what it leaves unsaid: the sector of a bare `Sở`, the province if there are several."""
        organisation = post.organisation
        if organisation is None:
            return post
        if organisation.is_bare and organisation.opener.name in self._bodies:
            named = self._bodies[organisation.opener.name]
            organisation = replace(organisation, name=named.name, area=named.area)
        if self._heard is not None and len(self._subjects) > 1 and organisation.opener.reach != "central":
            organisation = organisation.in_province(self._heard)
        return replace(post, organisation=self._in_its_city(organisation))

    def _in_its_city(self, organisation: Organisation) -> Organisation:
        """`TP Huế` while it was a city of a subject (Thừa Thiên Huế), not a unit."""
        area = organisation.area
        if area is None or area.province is None or area.place is not None:
            return organisation
        if any(subject.name.endswith(f" {area.province}") for subject in self._subjects):
            return replace(organisation, area=replace(area, province=None, place=area.province))
        return organisation

    def affiliation(self, organisation: Organisation | None) -> Affiliation:
        """The full name of a body and its unit."""
        if organisation is None:
            subject = self._first()
            return Affiliation(None, subject.id if subject else None)
        if not organisation.name:
            return Affiliation(None, None)
        name = organisation.name
        for long, short in _SHORT_NAMES.items():
            name = name.replace(long, short)
        owner = self._owner(organisation)
        area, reach = organisation.area, organisation.opener.reach
        if area is not None and area.place is not None:
            full = display_spelling(f"{name} {organisation.place}")
            return Affiliation(full, owner.id if owner else None)
        if not self._is_of_province(organisation):
            level = f" {area.level}" if area is not None and area.level else ""
            is_central = reach == "central" and owner is None
            return Affiliation(f"{name}{level}", None if is_central or owner is None else owner.id)
        if owner is None:
            return Affiliation(name if area is None or not area.level else f"{name} {area.level}", None)
        kind = "" if organisation.opener.takes == "unit" else f" {owner.kind}"
        return Affiliation(f"{name}{kind} {owner.name}", owner.id)

    def _owner(self, organisation: Organisation) -> Unit | None:
        """The unit printed, else the subject that can own such a body."""
        area, reach = organisation.area, organisation.opener.reach
        if area is not None and area.province is not None:
            return in_force(area.province, self._day) or in_force(area.province, None)
        if area is not None and area.level == PROVINCE:
            return self._first(PROVINCE)
        if reach == "central":
            return None
        if reach == "province" and organisation.opener.takes == "unit":
            return self._first(PROVINCE)
        return self._first()

    def _is_of_province(self, organisation: Organisation) -> bool:
        """Whether the full name ends with a province-level unit."""
        area, reach = organisation.area, organisation.opener.reach
        if area is not None and (area.province is not None or area.level == PROVINCE):
            return True
        subject = self._first()
        if (area is not None and area.level == CITY) or reach == "city":
            return subject is not None and subject.kind == CITY
        return area is None and reach == "province"

    def _first(self, kind: str | None = None) -> Unit | None:
        return next((one for one in self._subjects if kind is None or one.kind == kind), None)


def _day(sort_date: str | None) -> date | None:
    """The first day of a period in ISO form."""
    if sort_date is None:
        return None
    year, month, day = (*map(int, sort_date.split("-")), 1, 1)[:3]
    return date(year, month, day)
