"""How well the officials of an article were found: persons by name, posts of each person.

A post is right if the person is, and the post is the one annotated, strictly, but for its body, or leniently (`posts`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from archive.evaluation.gold import GoldArticle, GoldOfficial, GoldPost
from archive.evaluation.names import same_name, unit_name
from archive.evaluation.posts import like_post, same_canonical, same_post
from archive.evaluation.tallies import Fault, Score, Share, Tally
from archive.knowledge.places.units import unit
from archive.models import Official, Post
from archive.text.syllables import keys

_POSTS: Mapping[str, Callable[[GoldPost, Post], bool]] = MappingProxyType(
    {"posts": same_post, "posts_canonical": same_canonical, "posts_lenient": like_post}
)


def score_officials(gold: GoldArticle, found: Sequence[Official]) -> Score:
    """The counts of one article."""
    pairs, unknown = _paired(gold.officials or (), found)
    counted = [(one, other) for one, other in pairs if one.required]
    faults = [
        Fault(gold.name, "persons", "missed", one.name, "") for one, other in counted if other is None
    ] + [Fault(gold.name, "persons", "false", "", official.name) for official in unknown]
    met = [(one, other) for one, other in counted if other is not None]
    finds = {"persons": Tally(len(counted), len(met) + len(unknown), len(met))}
    if any(one.posts is not None for one, _ in counted) or unknown:
        for name, same in _POSTS.items():
            finds[name], wrong = _posts(gold.name, name, counted, unknown, same)
            faults += wrong
    shares, wrong = _attributes(gold.name, met)
    return Score(finds, shares, faults=tuple(faults + wrong))


def _paired(
    gold: Sequence[GoldOfficial], found: Sequence[Official]
) -> tuple[list[tuple[GoldOfficial, Official | None]], list[Official]]:
    """Each annotated official with the one found of that name, and those found that nobody annotated."""
    left = list(found)
    pairs: list[tuple[GoldOfficial, Official | None]] = []
    for wanted in gold:
        same = next((one for one in left if same_name(wanted.name, one.name)), None)
        if same is not None:
            left.remove(same)
        pairs.append((wanted, same))
    return pairs, left


def _posts(
    article: str,
    measure: str,
    counted: Sequence[tuple[GoldOfficial, Official | None]],
    unknown: Sequence[Official],
    same: Callable[[GoldPost, Post], bool],
) -> tuple[Tally, list[Fault]]:
    faults: list[Fault] = []
    tally = Tally()
    for gold, found in counted:
        if gold.posts is None:
            continue
        held = found.posts if found else ()
        pairs, left = _paired_posts(gold.posts, held, same)
        met = [wanted for wanted, _ in pairs]
        missed = [post for post in gold.posts if all(post is not wanted for wanted in met)]
        tally += Tally(len(gold.posts), len(held), len(pairs))
        faults += [Fault(article, measure, "missed", f"{gold.name}: {_printed(post)}", "") for post in missed]
        faults += [Fault(article, measure, "false", "", f"{gold.name}: {_found(post)}") for post in left]
    for official in unknown:
        tally += Tally(found=len(official.posts))
        faults += [
            Fault(article, measure, "false", "", f"{official.name}: {_found(post)}")
            for post in official.posts
        ]
    return tally, faults


def _paired_posts(
    gold: Sequence[GoldPost], found: Sequence[Post], same: Callable[[GoldPost, Post], bool]
) -> tuple[list[tuple[GoldPost, Post]], list[Post]]:
    """Posts of one person put together, those strictly the same first, and the found ones that are left."""
    left = list(found)
    pairs: list[tuple[GoldPost, Post]] = []
    for test in (same_post, same):
        for wanted in gold:
            offered = next((one for one in left if test(wanted, one)), None)
            if offered is not None and all(wanted is not met for met, _ in pairs):
                left.remove(offered)
                pairs.append((wanted, offered))
    return pairs, left


def _printed(post: GoldPost) -> str:
    return " · ".join(filter(None, (post.canonical or post.surface, post.organisation)))


def _found(post: Post) -> str:
    return " · ".join(filter(None, (post.canonical, post.organisation)))


def _attributes(
    article: str, met: Sequence[tuple[GoldOfficial, Official]]
) -> tuple[dict[str, Share], list[Fault]]:
    """Status and province of the persons found, and status of their posts found, as far as annotated."""
    asked: dict[str, list[tuple[GoldOfficial, str, str]]] = {
        "status": [],
        "post_status": [],
        "official_province": [],
    }
    for gold, found in met:
        if gold.status is not None:
            asked["status"].append((gold, gold.status, found.status))
        if gold.province is not None:
            name = unit(found.unit).name if found.unit else ""
            asked["official_province"].append((gold, unit_name(gold.province), name))
        for wanted, post in _paired_posts(gold.posts or (), found.posts, like_post)[0]:
            if wanted.status is not None:
                asked["post_status"].append((gold, wanted.status, post.status))
    shares: dict[str, Share] = {}
    faults: list[Fault] = []
    for measure, answers in asked.items():
        wrong = [answer for answer in answers if keys(answer[1]) != keys(answer[2])]
        if answers:
            shares[measure] = Share(len(answers) - len(wrong), len(answers))
        faults += [
            Fault(article, measure, "wrong", f"{gold.name}: {expected}", given)
            for gold, expected, given in wrong
        ]
    return shares, faults
