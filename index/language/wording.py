"""The node of one word or phrase as typed: term, phrase, near, prefix, wildcard or fuzzy word."""

from __future__ import annotations

from dataclasses import replace

from archive.errors import QueryError
from archive.text.syllables import Token, fold, split_tone
from index.language.excerpts import excerpt
from index.language.lexing import Lexeme
from index.language.numerals import with_grouped
from index.language.syntax import STAR, TILDE
from index.query import Fuzzy, Marks, Near, Node, Phrase, Prefix, Term, Wildcard


def words_node(lexeme: Lexeme, marks: Marks, field: str | None) -> Node:
    """What the words of a lexeme ask for.

    A star or tilde counts where it stands in or directly behind a single word; elsewhere it is punctuation.

    Raises:
        QueryError: a pattern that cannot be.
    """
    if lexeme.kind == "word" and (pattern := _fuzzy(lexeme, marks, field) or _starred(lexeme, marks, field)):
        return pattern
    terms = tuple(Term(_key(token, marks), marks) for token in lexeme.words)
    if len(terms) == 1:
        return with_grouped(replace(terms[0], field=field))
    if lexeme.distance is None:
        return with_grouped(Phrase(terms, field))
    return with_grouped(Near(terms, lexeme.distance, field))


def _fuzzy(lexeme: Lexeme, marks: Marks, field: str | None) -> Fuzzy | None:
    word, *others = lexeme.words
    if not lexeme.text.startswith(TILDE, word.end):
        return None
    number = lexeme.text[word.end + 1 :]
    if others and (word.key.isdigit() or not number.isdigit()):
        return None
    if others and number != "1":
        written = excerpt(lexeme.text[: word.end]) + TILDE
        raise QueryError(
            "{text} asks for more than one letter: write {written} for words one letter or tone away",
            lexeme.position,
            text=excerpt(lexeme.text),
            written=written,
        )
    return Fuzzy(_key(word, marks), marks, field)


def _starred(lexeme: Lexeme, marks: Marks, field: str | None) -> Prefix | Wildcard | None:
    text, words = lexeme.text, lexeme.words
    gaps = [text[one.end : other.start] for one, other in zip(words, words[1:], strict=False)]
    is_open = text.startswith(STAR, words[-1].end)
    if any(gap.strip(STAR) for gap in gaps) or not (gaps or is_open):
        return None
    keys = [_key(word, marks) for word in words]
    if len({tone for _, tone in map(split_tone, keys) if tone}) > 1:
        raise QueryError(
            "{text} has two tone marks in one syllable: leave one out", lexeme.position, text=excerpt(text)
        )
    if not gaps:
        return Prefix(*split_tone(keys[0]), marks, field)
    return Wildcard(STAR.join(keys) + STAR * is_open, marks, field)


def _key(token: Token, marks: Marks) -> str:
    return token.key if marks == "exact" else fold(token.key)
