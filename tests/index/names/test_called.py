"""Values by the words of what they are called, against going through all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.text.syllables import fold, is_marked, keys
from index.names.called import Called

NAMES = st.lists(st.sampled_from(["Thúy", "Lan", "Lân", "Thuý", "Sơn", "lan"]), min_size=1, max_size=4)
LABELS = st.lists(NAMES.map(" ".join), max_size=8)
TYPED = st.one_of(NAMES.map(" ".join), st.sampled_from(["thuy lan", "lan", "son lan", "", "–", "v1"]))


def called(labels: list[str]) -> Called:
    return Called({f"v{place}": label for place, label in enumerate(labels)}, {})


def spelt(words: list[str], typed: str) -> list[str]:
    return words if is_marked(typed) else [fold(word) for word in words]


@given(LABELS, TYPED)
def test_a_label_is_found_by_any_words_that_stand_in_it_in_a_row(labels: list[str], typed: str) -> None:
    wanted = keys(typed)
    expected = []
    for place, label in enumerate(labels):
        words = spelt(keys(label), typed)
        starts = range(len(words) - len(wanted) + 1)
        if f"v{place}" == typed or (wanted and any(words[s : s + len(wanted)] == wanted for s in starts)):
            expected.append(f"v{place}")
    assert called(labels).holding(typed) == tuple(expected)


@given(LABELS, TYPED)
def test_a_label_is_named_by_all_of_its_words(labels: list[str], typed: str) -> None:
    wanted = keys(typed)
    expected = [f"v{n}" for n, label in enumerate(labels) if wanted and spelt(keys(label), typed) == wanted]
    assert called(labels).named(typed) == tuple(expected)


def test_a_name_within_a_label_stands_for_it() -> None:
    found = Called({"p1": "Lê Lan – Phú Thọ", "p2": "Lê Lan Phú"}, {"p1": ("Lê Lan",)})
    assert found.named("lê lan") == ("p1",)
    assert found.holding("lê lan") == ("p1", "p2")
    assert found.named("lan") == ()
    assert "p1" in found
    assert "Lê Lan" not in found
