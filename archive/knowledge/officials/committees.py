"""Committees: what a bare `Đảng ủy`, `HĐND` or `Ủy viên Ban Thường vụ` is of, by the posts printed after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.knowledge.grammar.areas import COMMUNES
from archive.knowledge.grammar.bodies import Organisation
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost

_STANDING = "Ban Thường vụ"
_COMMITTEES = frozenset(("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy"))
_SHORTEST_IN_COMMITTEE = 4
"""Words of the name of a body of a committee (`Ban Dân vận Tỉnh ủy`)."""

_OFFICE, _SPOKESMAN = "Văn phòng", "Người phát ngôn"
"""`Chánh Văn phòng, Người phát ngôn UBND tỉnh` heads the office of the UBND."""

_PARTY = ("Đảng ủy", "Chi bộ", "Đảng bộ")
_ELECTED = ("HĐND", "UBND")
_WITHOUT_PARTY = ("Hội đồng", "Ban Chấp hành", "Ban Chỉ đạo", "Ban Thường vụ")
"""Boards of a body, which have no committee of their own: who heads them heads that of the body."""

_JOINTS = (",", "-", "–", ", kiêm", "kiêm", "và")


def posts_after(passage: Passage, posts: Sequence[PrintedPost]) -> Mapping[int, Sequence[PrintedPost]]:
    """The posts that follow each in a chain (`Bí thư Đảng ủy, Chủ tịch HĐND, Chủ tịch UBND xã`), by its token."""
    later: dict[int, tuple[PrintedPost, ...]] = {}
    following: tuple[PrintedPost, ...] = ()
    for post in reversed(posts):
        is_joined = following and passage.between(post.next, following[0].start).strip() in _JOINTS
        later[post.first] = following = following if is_joined else ()
        following = (post, *following)
    return later


def with_committee(post: PrintedPost, later: Sequence[PrintedPost]) -> PrintedPost:
    """A post with the area, or the body, of the posts after it, where its own says none.

    `Bí thư Đảng ủy, Chủ tịch UBND xã Tân Lập` heads the committee of the commune, `Bí thư Đảng ủy, Giám đốc Công
    an tỉnh` that of the police; `Chánh Văn phòng, Người phát ngôn UBND tỉnh` heads the office of
    this; a bare `Ủy viên Ban Thường vụ` sits in the committee of the next post.
    """
    organisation = post.organisation
    if later and organisation is not None and organisation.is_bare and not post.is_complete:
        owner = next(
            (one.organisation for one in later if one.organisation and not one.organisation.is_bare), None
        )
        if owner is not None and organisation.name in (*_PARTY, *_ELECTED):
            return post._replace(organisation=_of_owner(organisation, owner))
        if owner is not None and organisation.name == _OFFICE and later[0].head == _SPOKESMAN:
            return post._replace(organisation=_part_of(organisation, owner))
    return _in_standing_committee(post, later[0] if later else None)


def _of_owner(organisation: Organisation, owner: Organisation) -> Organisation:
    """A bare committee in the area of an elected body, or of another body."""
    if owner.name in _ELECTED:
        is_of_commune = owner.area is not None and owner.area.level in COMMUNES
        if organisation.name in _PARTY and not is_of_commune:
            return organisation
        return organisation._replace(area=owner.area, is_bare=owner.area is None)
    if organisation.name not in _PARTY or owner.name in _COMMITTEES or owner.opener.takes == "unit":
        return organisation
    if owner.name.startswith(_WITHOUT_PARTY):
        return organisation
    return _part_of(organisation, owner)


def _part_of(organisation: Organisation, owner: Organisation) -> Organisation:
    """A bare body inside another."""
    return organisation._replace(
        opener=owner.opener._replace(sphere=organisation.opener.sphere),
        begins_with=organisation.name,
        name=f"{organisation.name} {owner.name}",
        area=owner.area,
        is_bare=False,
    )


def _in_standing_committee(post: PrintedPost, following: PrintedPost | None) -> PrintedPost:
    """A bare `Ủy viên Ban Thường vụ` in the committee of the post after it (`…, Trưởng Ban Dân vận Tỉnh ủy`)."""
    organisation = post.organisation
    is_bare = organisation is None or (organisation.is_bare and organisation.name == _STANDING)
    if following is None or following.organisation is None or not is_bare:
        return post
    if f"{post.head} {organisation.name if organisation else ''}".strip() != f"Ủy viên {_STANDING}":
        return post
    words = following.organisation.name.split()
    committee = " ".join(words[-2:])
    if len(words) < _SHORTEST_IN_COMMITTEE or committee not in _COMMITTEES:
        return post
    return post._replace(
        head=f"Ủy viên {_STANDING} {committee}",
        organisation=following.organisation._replace(name=committee),
        is_complete=True,
    )
