from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.knowledge.grammar.passages import Lexicon, passages, read_passage, whole_part
from archive.models import Article, Caption, Source
from archive.text.syllables import tokens

TEXTS = st.text(alphabet="aĐễ B1.,('-\u0301", min_size=1, max_size=20)


def article(paragraphs: tuple[str, ...], captions: tuple[str, ...] = ()) -> Article:
    return Article(
        id="a",
        source=Source("Báo thử"),
        url=None,
        title="Họp bàn chống hạn",
        title_inferred=None,
        published=None,
        event=None,
        sort_date=None,
        byline=None,
        category=None,
        credits=(),
        captions=tuple(Caption(text) for text in captions),
        paragraphs=paragraphs,
    )


@given(TEXTS)
def test_a_passage_has_the_tokens_of_its_text_and_all_that_stands_between(text: str) -> None:
    passage = read_passage(text)
    assert list(zip(passage.keys, passage.starts, passage.ends, strict=True)) == tokens(text)
    pieces = [piece for pair in zip(passage.gaps, (*passage.words, ""), strict=True) for piece in pair]
    assert "".join(pieces) == text


@given(st.lists(TEXTS, max_size=4).map(tuple))
def test_a_whole_part_is_what_its_joined_text_would_be_read_as(paragraphs: tuple[str, ...]) -> None:
    one = article(paragraphs, captions=paragraphs)
    assert whole_part(one, "body") == read_passage(one.body)
    assert whole_part(one, "caption") == read_passage(one.caption_text, "caption")


def test_passages_are_title_paragraphs_and_captions_where_spans_count_them() -> None:
    read = passages(article(("Ông Lan họp.", "Bà Hà dự."), ("Quang cảnh cuộc họp",)))
    assert [(passage.part, passage.offset) for passage in read] == [
        ("title", 0),
        ("body", 0),
        ("body", len("Ông Lan họp.") + 2),
        ("caption", 0),
    ]


def test_a_lexicon_finds_the_longest_term_and_falls_back_on_a_shorter_one() -> None:
    lexicon: Lexicon[str] = Lexicon()
    for term in ("ban", "ban chỉ đạo", "ban chỉ huy quân sự"):
        lexicon.add(term, term)
    found = [lexicon.match(read_passage(text), 0) for text in ("Ban chỉ đạo họp", "ban chỉ huy", "họp ban")]
    assert [match and match.value for match in found] == ["ban chỉ đạo", "ban", None]


def test_a_lexicon_tells_by_two_syllables_where_no_term_can_begin() -> None:
    lexicon: Lexicon[None] = Lexicon()
    lexicon.add("đồng chí", None)
    assert lexicon.may_begin("đông`", "chi'")
    assert not lexicon.may_begin("đông`", "lua'")
