"""Affiliation: the full name of a body with its unit, from what is printed and what the article is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from archive.knowledge.grammar.areas import CITY, COMMUNES, PROVINCE, Area
from archive.knowledge.grammar.bodies import Organisation, display_spelling
from archive.knowledge.grammar.implied import MINISTRY
from archive.knowledge.grammar.passages import Match
from archive.knowledge.grammar.posts import PrintedPost
from archive.knowledge.places.units import in_force, unit
from archive.models import Article, PlaceAttribution, Unit

_SHORT_NAMES = {"đại biểu Quốc hội": "ĐBQH"}
"""What names of bodies abbreviate although posts do not."""

_ASSEMBLY = "Quốc hội"
ONCE_IN_FULL = ("Sở", "Ty", "Phòng")
"""Bodies of which the last one named is meant by the bare word; of others the only one named."""

REMEMBERED = (
    *ONCE_IN_FULL,
    "Bộ",
    "Trung tâm",
    "Chi cục",
    "Cục",
    "Ban Quản lý",
    "Quỹ",
    "Viện",
    "Bệnh viện",
    "Hội",
)
"""Bodies that articles name in full once, then by their first word alone."""


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
        self._confused: set[str] = set()
        self._heard: str | None = None
        self._visited: str | None = None
        self._district: Area | None = None
        self._commune: Area | None = None

    def settle(self, district: Area | None, commune: Area | None) -> None:
        """Keep the one district and commune that an article names, whose bodies are meant where none is named."""
        self._district, self._commune = district, commune

    def visit(self, province: str | None) -> None:
        """Keep the province where a sentence says that it happens (`Tại Đà Nẵng, …`); None where it ends."""
        self._visited = province

    def hear(self, province: Match[str] | None) -> None:
        """Keep the province last named: in an article with several subjects, the posts after it are its."""
        if province is not None:
            self._heard = province.value

    def remember(self, organisation: Organisation) -> None:
        """Keep a body named in full, for the bare word (`Sở`) that may follow."""
        is_bare_word = organisation.is_bare and organisation.opener_word in REMEMBERED
        if is_bare_word or organisation.within is not None:
            return
        opener = _bare_word(organisation.opener_word)
        if opener is None:
            return
        known = self._bodies.get(opener)
        is_other = known is not None and known.name != organisation.name
        if opener in ONCE_IN_FULL or not is_other:
            self._bodies[opener] = organisation
        else:
            self._confused.add(opener)

    def complete(self, post: PrintedPost, *, has_more: bool = False) -> PrintedPost:
        """A post with what it leaves unsaid: the sector of a bare `Sở`, the province if there are several.

        Args:
            has_more: whether another post of the holder follows (`Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ`).
        """
        organisation = post.organisation
        if organisation is None or (has_more and organisation.opener.name == MINISTRY.name):
            return post
        completed = self.complete_body(organisation)
        is_named_now = organisation.opener.name == MINISTRY.name and completed.name != organisation.name
        return post._replace(organisation=completed, is_complete=post.is_complete and not is_named_now)

    def complete_body(self, organisation: Organisation) -> Organisation:
        """A body with what is left unsaid of it."""
        named = self._bodies.get(organisation.opener_word)
        if organisation.is_bare and named is not None and organisation.opener_word not in self._confused:
            organisation = organisation._replace(name=named.name, area=named.area)
        where = self._visited or (self._heard if len(self._subjects) > 1 else None)
        if where is not None and organisation.opener.reach != "central":
            organisation = organisation.in_province(where)
        return self._in_its_city(self._in_its_area(organisation))

    def _in_its_area(self, organisation: Organisation) -> Organisation:
        """`UBND huyện`, `Huyện ủy`, `UBND xã` of the one district, or commune, of the article."""
        area = organisation.area
        if area is not None and area.place is not None:
            return organisation
        if area is not None and area.level in COMMUNES:
            commune = self._commune
            is_its = commune is not None and area.level == commune.level
            return (
                organisation._replace(area=area._replace(place=commune.place))
                if commune and is_its
                else organisation
            )
        district = self._district
        if district is None or district.level is None:
            return organisation
        if area is not None and area.level == district.level:
            return organisation._replace(area=area._replace(place=district.place))
        if area is None and organisation.opener.takes == "place" and _is_led_by(district.level, organisation):
            return organisation._replace(area=Area(organisation.end, None, place=district.place))
        return organisation

    def _in_its_city(self, organisation: Organisation) -> Organisation:
        """A city that bears the name of its province (`TP Quảng Ngãi`), or part of it (`TP Huế`), is no unit."""
        area = organisation.area
        if area is None or area.province is None or area.place is not None:
            return organisation
        owner = in_force(area.province, self._day) or in_force(area.province, None)
        is_city = area.level == CITY or (area.level is None and organisation.opener.reach == "city")
        if is_city and owner is not None and owner.kind != CITY:
            return organisation._replace(area=area._replace(place=area.province))
        if any(subject.name.endswith(f" {area.province}") for subject in self._subjects):
            return organisation._replace(area=area._replace(province=None, place=area.province))
        return organisation

    def affiliation(self, organisation: Organisation | None) -> Affiliation:
        """The full name of a body and its unit."""
        if organisation is None:
            subject = self._first()
            return Affiliation(None, subject.id if subject else None)
        if not organisation.name:
            return Affiliation(None, None)
        name = organisation.name
        if name == _ASSEMBLY:
            return Affiliation(name, self._constituency(organisation))
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

    def _constituency(self, organisation: Organisation) -> str | None:
        """The unit that a member of the National Assembly is printed to stand for."""
        province = organisation.area.province if organisation.area is not None else None
        found = in_force(province, self._day) or in_force(province, None) if province is not None else None
        return found.id if found is not None else None

    def _owner(self, organisation: Organisation) -> Unit | None:
        """The unit printed, else the subject that can own such a body."""
        area, reach = organisation.area, organisation.opener.reach
        province = (area.province if area is not None else None) or organisation.within
        if province is not None and reach != "central":
            return in_force(province, self._day) or in_force(province, None)
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


def _bare_word(opener: str) -> str | None:
    """What a body is called once it has been named: `Trung tâm` for `Trung tâm Y tế`, but no `Bộ` for all `Bộ …`."""
    if opener in REMEMBERED:
        return opener
    words = (word for word in REMEMBERED if word != MINISTRY.name and opener.startswith(f"{word} "))
    word = next(words, None)
    return word if word is not None and opener[len(word) + 1].isupper() else None


def _is_led_by(level: str, organisation: Organisation) -> bool:
    """Whether a body is that of a district of this kind (`Huyện ủy` of a `huyện`)."""
    return organisation.name.lower().split()[-2:-1] == level.split()[:1]


def _day(sort_date: str | None) -> date | None:
    """The first day of a period in ISO form."""
    if sort_date is None:
        return None
    year, month, day = (*map(int, sort_date.split("-")), 1, 1)[:3]
    return date(year, month, day)
