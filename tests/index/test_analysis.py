"""Text to keys, and that every quote of a text is found by its phrase."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.sentences import sentences
from archive.text.syllables import fold, is_syllable
from index.analysis import analyse, analyse_parts
from index.backends.memory import MemoryBackend
from index.language.parser import parse
from index.query import Query
from index.results import IndexDocument

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_keys_come_with_their_places_in_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "Tỉnh uỷ (T.Ư)")
    keys, spans = analyse(text)
    assert keys == ("tinh?", "uy?", "t", "ư")
    assert [unicodedata.normalize("NFC", text[start:end]) for start, end in spans] == ["Tỉnh", "uỷ", "T", "Ư"]


def test_positions_run_on_over_paragraphs_and_each_begins_a_sentence() -> None:
    keys, starts = analyse_parts(["Một hai. Ba bốn!", "năm", "…", "Sáu. Bảy"])
    assert keys == ("môt.", "hai", "ba", "bôn'", "năm", "sau'", "bay?")
    assert starts == (0, 2, 4, 5, 6)


def test_no_text_has_no_positions() -> None:
    assert analyse_parts([]) == analyse_parts([""]) == analyse_parts(["— …"]) == ((), ())


@given(st.lists(st.text(alphabet='aÂbB .!?…"“”(1,', max_size=30), max_size=4))
def test_sentence_starts_ascend_from_zero_and_stay_inside(paragraphs: list[str]) -> None:
    keys, starts = analyse_parts(paragraphs)
    assert list(starts) == sorted(set(starts))
    assert (starts[0] == 0 and starts[-1] < len(keys)) if keys else starts == ()
    assert keys == tuple(key for paragraph in paragraphs for key in analyse(paragraph).keys)


@given(st.text(alphabet='aÂbB .!?…"“”(1,e\u0302-', max_size=60))
def test_a_sentence_begins_at_its_first_token(paragraph: str) -> None:
    keys, starts = analyse_parts([paragraph])
    spans = analyse(paragraph).spans
    firsts = [
        next((place for place, (start, _) in enumerate(spans) if begin <= start < end), None)
        for begin, end in sentences(paragraph)
    ]
    assert list(starts) == [first for first in firsts if first is not None]


def other_place_of_tone(text: str) -> str:
    """`hòa` as `hoà`, `thuỷ` as `thủy`: the mark of each syllable on another vowel, if there is one."""
    return re.sub(r"\w+", lambda word: _moved(word[0]) if is_syllable(word[0]) else word[0], text)


def _moved(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    for mark in "\u0300\u0301\u0303\u0309\u0323":
        for first, second in ("oa", "oe", "uy", "ua", "ia"):
            if f"{first}{mark}{second}" in decomposed:
                return decomposed.replace(f"{first}{mark}{second}", f"{first}{second}{mark}", 1)
            if f"{first}{second}{mark}" in decomposed:
                return decomposed.replace(f"{first}{second}{mark}", f"{first}{mark}{second}", 1)
    return syllable


def without_marks(text: str) -> str:
    return " ".join(fold(key) for key in analyse(text).keys)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_quote_of_a_seed_is_found_however_it_is_typed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    keys, starts = analyse_parts([text])
    backend = MemoryBackend([IndexDocument("a", 1, {"body": keys}, {"body": starts})])
    spans = analyse(text).spans
    chooser = random.Random(path.stem)
    for _ in range(40):
        length = chooser.randint(3, 8)
        first = chooser.randrange(len(spans) - length)
        printed = text[spans[first][0] : spans[first + length - 1][1]]
        quote = " ".join(printed.translate(str.maketrans("", "", '“”"‘’«»')).split())
        for typed in (quote, without_marks(quote), other_place_of_tone(quote), quote.upper()):
            assert backend.search(Query(parse(f'"{typed}"'))).total == 1, typed
            assert backend.search(Query(parse(f"“{typed}”", marks="any"))).total == 1, typed


@pytest.mark.parametrize(
    "typed", ['"đạt 1600 tỷ"', '"dat 1600 ty"', '"đạt 1.600"', '"600 tỷ đồng"', "1600", '"năm 2020 đạt 1600"']
)
def test_a_number_is_found_as_printed_as_typed_and_cut(typed: str) -> None:
    keys, starts = analyse_parts(["Doanh thu năm 2020 đạt 1.600 tỷ đồng."])
    backend = MemoryBackend([IndexDocument("a", 1, {"body": keys}, {"body": starts})])
    assert backend.search(Query(parse(typed))).total == 1


def test_marked_queries_are_exact_and_unmarked_ones_are_not() -> None:
    keys, starts = analyse_parts(["Hoàng Thị Thúy Lan"])
    backend = MemoryBackend([IndexDocument("a", 1, {"body": keys}, {"body": starts})])
    found = {
        typed: backend.search(Query(parse(typed))).total for typed in ("Thúy Lan", "Thúy Lân", "thuy lan")
    }
    assert found == {"Thúy Lan": 1, "Thúy Lân": 0, "thuy lan": 1}
