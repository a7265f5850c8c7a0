"""Labels decoded from pyvi's weights are the labels of pyvi."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from archive.text.segmentation.decoder import labels
from archive.text.segmentation.lexicon import known
from archive.text.segmentation.pieces import cut
from tests.archive.text.segmentation.reference import PARAGRAPHS, pyvi_labels, texts


def decoded(text: str) -> list[bool]:
    return labels([known[piece] for piece in cut(text)])


def test_nothing_has_no_labels() -> None:
    assert decoded("") == []


def test_the_second_syllable_of_a_word_goes_on() -> None:
    assert decoded("đẩy mạnh tuyên truyền") == [False, True, False, True]


@pytest.mark.parametrize("text", [*PARAGRAPHS, " ".join(PARAGRAPHS)])
def test_labels_are_those_of_pyvi(text: str) -> None:
    assert decoded(text) == pyvi_labels(text)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_labels_of_any_text_are_those_of_pyvi(text: str) -> None:
    assert decoded(text) == pyvi_labels(text)
