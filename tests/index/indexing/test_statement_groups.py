"""The same statement in several places: equal words of equal speakers, or nearly equal ones in one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from archive.storage.articles import StoredArticle
from index.indexing.sketch_table import Sketches
from index.indexing.sketches import Sketch, sketches_of
from index.indexing.statement_groups import LEAST_SYLLABLES, MOST_DIFFERENT_BITS, same_statements
from index.indexing.statements import speeches
from tests.index.stored import said, stored

WORDS = "các sở, ngành rà soát toàn bộ quy trình tiếp nhận hồ sơ của người dân trong quý này"
NEARLY = "các sở, ngành khẩn trương rà soát toàn bộ quy trình tiếp nhận hồ sơ của người dân trong quý này"
OTHER = "Ủy ban nhân dân các huyện tập trung chống hạn cho lúa xuân và bảo đảm nước sinh hoạt cho bà con"


def groups(*articles: StoredArticle, clusters: dict[str, str] | None = None) -> dict[str, str]:
    """Groups of articles, statements named by their articles alone."""
    sketches = {stored.article.id: sketches_of(speeches(stored)) for stored in articles}
    found = grouped(sketches, clusters or {})
    return {one.partition("#")[0]: group.partition("#")[0] for one, group in found.items()}


def grouped(held: Mapping[str, Sequence[Sketch]], clusters: Mapping[str, str]) -> dict[str, str]:
    sketches = Sketches()
    for article, rows in held.items():
        sketches.put(article, rows)
    return same_statements(sketches.table(), clusters)


def reference(held: Mapping[str, Sequence[Sketch]], clusters: Mapping[str, str]) -> dict[str, str]:
    """Each statement compared with each, and named by the smallest that can be reached."""
    all_held = {f"{article}#{one.anchor}": (article, one) for article, rows in held.items() for one in rows}
    names = {identity: identity for identity in all_held}
    pairs = [
        (one, other) for one, other in combinations(all_held, 2)
        if are_same(*all_held[one], *all_held[other], clusters)
    ]  # fmt: skip
    for _ in all_held:
        for one, other in pairs:
            names[one] = names[other] = min(names[one], names[other])
    return {identity: name for identity, name in names.items() if any(identity in pair for pair in pairs)}


def are_same(one: str, a: Sketch, other: str, b: Sketch, clusters: Mapping[str, str]) -> bool:
    are_long = min(a.syllables, b.syllables) >= LEAST_SYLLABLES
    in_one_story = one in clusters and clusters[one] == clusters.get(other)
    are_near = are_long and (a.bits ^ b.bits).bit_count() <= MOST_DIFFERENT_BITS
    return a.speakers == b.speakers and (
        (a.words == b.words and (are_long or in_one_story)) or (in_one_story and are_near)
    )


def test_equal_words_of_one_speaker_are_one_statement_wherever_they_stand() -> None:
    first, second = (
        stored("a", said("Nguyễn Văn An", WORDS)),
        stored("b", said("NGUYỄN VĂN AN", WORDS.upper())),
    )
    assert groups(second, first) == {"a": "a", "b": "a"}


def test_equal_words_of_others_are_another_statement() -> None:
    assert groups(stored("a", said("Nguyễn Văn An", WORDS)), stored("b", said("Nguyễn Văn Ân", WORDS))) == {}


def test_a_few_words_are_said_on_many_occasions() -> None:
    first, second = (stored(name, said("Nguyễn Văn An", "những kết quả ấy")) for name in "ab")
    assert groups(first, second) == {}
    assert groups(first, second, clusters={"a": "a", "b": "a"}) == {"a": "a", "b": "a"}


def test_nearly_equal_words_are_one_statement_only_in_one_story() -> None:
    first, second = stored("a", said("Nguyễn Văn An", WORDS)), stored("b", said("Nguyễn Văn An", NEARLY))
    assert groups(first, second) == {}
    assert groups(first, second, clusters={"a": "a", "b": "a"}) == {"a": "a", "b": "a"}
    assert groups(first, second, clusters={"a": "a", "b": "b"}) == {}


def test_other_words_in_one_story_are_other_statements() -> None:
    first, second = stored("a", said("Nguyễn Văn An", WORDS)), stored("b", said("Nguyễn Văn An", OTHER))
    assert groups(first, second, clusters={"a": "a", "b": "a"}) == {}


def test_copies_of_copies_are_one_group() -> None:
    articles = [
        stored("a", said("Nguyễn Văn An", WORDS)),
        stored("b", said("Nguyễn Văn An", NEARLY)),
        stored("c", said("Nguyễn Văn An", NEARLY)),
    ]
    for order in permutations(articles):
        assert groups(*order, clusters={"a": "a", "b": "a"}) == {"a": "a", "b": "a", "c": "a"}


sketched = st.builds(
    Sketch,
    st.sampled_from(("h-1", "h-2", "i-1", "i-10")),
    st.sampled_from((1, 2**64 - 1)),
    st.sampled_from((5, 2**63, 7)),
    st.sampled_from((0, 0xFFFF, 0xFFFFFFFF, 2**64 - 1)),
    st.sampled_from((3, 20)),
)
held = st.dictionaries(
    st.sampled_from(("a", "a!b", "b", "c", "d")),
    # Equal words have as many syllables.
    st.lists(sketched.map(lambda one: one._replace(syllables=3 if one.words == 7 else 20)), max_size=4)
    .map(lambda rows: list({row.anchor: row for row in rows}.values())),
)  # fmt: skip
clustered = st.dictionaries(st.sampled_from(("a", "a!b", "b", "c", "d")), st.sampled_from("ab"))


@given(held, clustered)
def test_groups_are_those_of_comparing_each_with_each(
    sketches: dict[str, list[Sketch]], clusters: dict[str, str]
) -> None:
    assert grouped(sketches, clusters) == reference(sketches, clusters)


@given(held, clustered)
def test_groups_are_a_function_of_the_set(
    sketches: dict[str, list[Sketch]], clusters: dict[str, str]
) -> None:
    found = grouped(sketches, clusters)
    backwards = {article: list(reversed(sketches[article])) for article in reversed(sketches)}
    assert grouped(backwards, clusters) == found
    members = [{one for one, group in found.items() if group == name} for name in set(found.values())]
    assert all(len(group) > 1 and min(group) in found.values() for group in members)
