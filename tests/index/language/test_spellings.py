"""Spellings are found without a look at all keys, and are those a look at all keys finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.text.syllables import fold, key
from index.language.patterns import matcher
from index.language.spellings import Spellings
from index.query import Fuzzy, Wildcard

WORDS = (
    "hòa",
    "hoa",
    "hoà",
    "hóa",
    "hao",
    "hoan",
    "hoãn",
    "đi",
    "di",
    "dị",
    "ma",
    "bá",
    "ơn",
    "2020",
    "việt",
    "çà",
)
SPELLINGS = Spellings(sorted((key(word), place) for place, word in enumerate(WORDS, 1)))


def test_a_fuzzy_word_is_one_letter_away_or_of_another_tone() -> None:
    assert set(SPELLINGS.fitting(Fuzzy("hoa"))) == {"hoa", "hoa`", "hoa'", "hoan"}


def test_a_fuzzy_word_without_marks_is_one_letter_away_from_the_folded_key() -> None:
    assert set(SPELLINGS.fitting(Fuzzy("di", "any"))) == {"di", "di.", "đi"}


def test_a_wildcard_finds_every_key_of_its_letters() -> None:
    assert set(SPELLINGS.fitting(Wildcard("h*n"))) == {"hoan", "hoan~"}
    assert set(SPELLINGS.fitting(Wildcard("v*t", "any"))) == {"viêt."}


def test_found_keys_have_their_frequencies() -> None:
    assert SPELLINGS.fitting(Wildcard("2*0")) == {"2020": WORDS.index("2020") + 1}


letters = st.text("aâđdohç", min_size=1, max_size=4)
keys = st.builds(str.__add__, letters, st.sampled_from(("", "'", ".")))
words = st.builds(Fuzzy, keys, st.just("exact")) | st.builds(Fuzzy, keys.map(fold), st.just("any"))
wildcards = st.lists(letters, min_size=2, max_size=3).map("*".join)
patterns = words | st.builds(Wildcard, wildcards) | st.builds(Wildcard, wildcards.map(fold), st.just("any"))


@given(st.sets(keys, max_size=30), patterns)
def test_the_keys_found_are_those_that_fit(held: set[str], word: Fuzzy | Wildcard) -> None:
    found = Spellings([(each, 3) for each in sorted(held)]).fitting(word)
    assert found == {each: 3 for each in held if matcher(word)(each)}
