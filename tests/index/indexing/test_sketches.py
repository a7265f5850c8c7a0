"""Sketches of statements: equal for equal words, near for nearly equal ones."""

from __future__ import annotations

from hashlib import blake2b

import pytest

from index.indexing.sketches import Sketch, sketches_of
from index.indexing.statements import speeches
from tests.index.stored import said, stored

WORDS = "các sở, ngành rà soát toàn bộ quy trình tiếp nhận hồ sơ của người dân trong quý này"
NEARLY = "các sở, ngành khẩn trương rà soát toàn bộ quy trình tiếp nhận hồ sơ của người dân trong quý này"
OTHER = "Ủy ban nhân dân các huyện tập trung chống hạn cho lúa xuân và bảo đảm nước sinh hoạt cho bà con"


def sketch_of(words: str, speaker: str = "Nguyễn Văn An") -> Sketch:
    (found,) = sketches_of(speeches(stored("a", said(speaker, words))))
    return found


def simhash(shingles: list[str]) -> int:
    """The definition: each bit is that of most hashes."""
    hashes = [int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) for text in shingles]
    ones = [sum(one >> place & 1 for one in hashes) for place in range(64)]
    return sum(1 << place for place in range(64) if 2 * ones[place] > len(hashes))


def test_an_article_in_which_nobody_speaks_has_none() -> None:
    assert sketches_of([]) == []


def test_case_and_signs_do_not_count() -> None:
    assert sketch_of(WORDS) == sketch_of(WORDS.upper().replace(",", " –"), "NGUYỄN VĂN AN")


def test_syllables_are_counted() -> None:
    assert sketch_of(WORDS).syllables == len(WORDS.split())


@pytest.mark.parametrize(
    ("words", "shingles"),
    [("rà soát hồ sơ", ["ra` soat'", "soat' hô`", "hô` sơ"]), ("Vâng", ["vâng"]), ("…", [])],
)
def test_bits_are_those_of_most_pairs_of_syllables(words: str, shingles: list[str]) -> None:
    assert sketch_of(words).bits == simhash(shingles)


def test_each_statement_of_an_article_has_its_own_bits() -> None:
    texts = (WORDS, "Vâng", OTHER)
    article = stored("a", *(said("Nguyễn Văn An", text) for text in texts))
    assert [one.bits for one in sketches_of(speeches(article))] == [sketch_of(text).bits for text in texts]


def test_nearly_equal_words_differ_in_few_bits_and_others_in_many() -> None:
    bits = sketch_of(WORDS).bits
    assert (bits ^ sketch_of(NEARLY).bits).bit_count() <= 16
    assert (bits ^ sketch_of(OTHER).bits).bit_count() > 16
