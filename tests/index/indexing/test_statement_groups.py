"""The same statement in several places: equal words of equal speakers, or nearly equal ones in one story."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from archive.storage.articles import StoredArticle
from index.statement_groups import Sketch, same_statements, sketch
from index.statements import speeches
from tests.index.stored import said, stored

WORDS = "các sở, ngành rà soát toàn bộ quy trình tiếp nhận hồ sơ của người dân trong quý này"
NEARLY = "các sở, ngành khẩn trương rà soát toàn bộ quy trình tiếp nhận hồ sơ của người dân trong quý này"
OTHER = "Ủy ban nhân dân các huyện tập trung chống hạn cho lúa xuân và bảo đảm nước sinh hoạt cho bà con"


def groups(*articles: StoredArticle, clusters: dict[str, str] | None = None) -> dict[str, str]:
    """Groups of articles, statements named by their articles alone."""
    sketches = {stored.article.id: [sketch(speech) for speech in speeches(stored)] for stored in articles}
    found = same_statements(sketches, clusters or {})
    return {one.partition("#")[0]: group.partition("#")[0] for one, group in found.items()}


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
    st.sampled_from(("h-1", "h-2", "i-1")),
    st.sampled_from(("An", "Bình")),
    st.sampled_from(("x", "y", "z")),
    st.sampled_from((0, 0xFFFF, 0xFFFFFFFF)),
    st.sampled_from((3, 20)),
)
held = st.dictionaries(st.sampled_from("abcd"), st.lists(sketched, max_size=3, unique_by=lambda s: s.anchor))


@given(held, st.dictionaries(st.sampled_from("abcd"), st.sampled_from("ab")))
def test_groups_are_a_function_of_the_set(
    sketches: dict[str, list[Sketch]], clusters: dict[str, str]
) -> None:
    found = same_statements(sketches, clusters)
    backwards = {article: list(reversed(sketches[article])) for article in reversed(sketches)}
    assert same_statements(backwards, clusters) == found
    members = [{one for one, group in found.items() if group == name} for name in set(found.values())]
    assert all(len(group) > 1 and min(group) in found.values() for group in members)
