"""From characters to lexemes: words, phrases, values and parentheses, with the signs before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from archive.errors import QueryError
from archive.text.normalization import squeeze
from archive.text.syllables import Token, tokens
from index.fields import Field, FieldTable
from index.language.excerpts import excerpt
from index.language.mistakes import foreign_field, two_fields, unclosed_quote
from index.language.syntax import (
    AT_LEAST_NAMES,
    CLOSE,
    COLON,
    EXACT,
    EXCLUDE,
    OPEN,
    OR_WORDS,
    QUOTES,
    RANGE,
    SINGLE_QUOTES,
    STRAY_QUOTES,
    TILDE,
    field_named,
    is_elsewhere,
    plain_name,
)

MOST_DISTANCE = 1000

Kind = Literal["word", "phrase", "value", "or", "open", "close"]

_BREAKS = re.escape(OPEN + CLOSE + "".join(QUOTES))
_CHUNK = re.compile(rf"[^\s{_BREAKS}]+")
_NAME = re.compile(rf"([^\s{_BREAKS}{COLON}]{{1,24}}){COLON}(?=\S)")
_AT_LEAST = re.compile(rf"([^\s\d{_BREAKS}{COLON}]{{1,16}}?)-?(\d{{1,4}}){COLON}(?=\{OPEN})", re.ASCII)
_DISTANCE = re.compile(rf"{TILDE}(\d*)", re.ASCII)
_SINGLE_CLOSE = re.compile(rf"{SINGLE_QUOTES[1]}(?![^\W_])")
_ANY_QUOTE = re.compile(f"[{re.escape(''.join(QUOTES))}]")
_SENTENCE_END = re.compile(rf"[.!?…][\s{_BREAKS}]*\Z")
_TRAILING = ",;:!?…"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a query.

    Attributes:
        position: offset of the piece itself, behind its signs.
        text: the characters of a word, inside of a phrase, or a field's value.
        words: its tokens, offsets into `text`.
        field: the field named before it.
        at_least: the number of `atleast-2:(`, else None.
        distance: the number of `"…"~5`, else None.
    """

    kind: Kind
    position: int
    text: str = ""
    words: tuple[Token, ...] = ()
    negated: bool = False
    exact: bool = False
    field: Field | None = None
    sentence: bool = False
    at_least: int | None = None
    distance: int | None = None

    @property
    def is_signed(self) -> bool:
        """Whether a parenthesis is more than a way to group."""
        return self.negated or self.field is not None or self.sentence or self.at_least is not None


def lexemes(text: str, fields: FieldTable) -> list[Lexeme]:
    """Cut a normalised query to a collection into lexemes; what carries no word and no meaning is left out.

    Raises:
        QueryError: a quotation mark without its partner, a field without a value or inside another.
    """
    return _Lexer(text, fields).lexemes()


def plain_lexemes(text: str) -> list[Lexeme]:
    """Every token as a word; all signs are punctuation."""
    return [
        Lexeme(
            "word",
            token.start,
            text[token.start : token.end],
            (Token(token.key, 0, token.end - token.start),),
        )
        for token in tokens(text)
    ]


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: then it was pasted, and marks that lack their partner, left behind
    where it was cut out, are punctuation."""
    return _SENTENCE_END.search(text) is not None


class _Lexer:
    """A walk through one query text; `at` is the offset of the next character."""

    def __init__(self, text: str, fields: FieldTable) -> None:
        self.text = text
        self.fields = fields
        self.at = 0

    def lexemes(self) -> list[Lexeme]:
        found = []
        while self.at < len(self.text):
            if self.text[self.at].isspace():
                self.at += 1
            elif lexeme := self._lexeme():
                found.append(lexeme)
        return found

    def _lexeme(self) -> Lexeme | None:
        signs = self._signs()
        char = self.text[self.at]
        signs = replace(signs, position=self.at)
        if signs.kind == "value":
            return self._value(signs)
        if char in (OPEN, CLOSE):
            self.at += 1
            return replace(signs, kind="open" if char == OPEN else "close")
        if (closer := self._closer(self.at)) is not None:
            return self._phrase(signs, closer)
        if char in QUOTES:
            if self._opens(self.at):
                raise unclosed_quote(self.text, self.at)
            self.at += 1
            return None
        return self._word(signs)

    def _signs(self) -> Lexeme:
        """All before the operand: `-`, `field:`, `sentence:`, `atleast-2:`, `=`. Moves on to the operand."""
        signs = Lexeme("word", self.at)
        if self._is_boundary(self.at):
            if self.text[self.at] == EXCLUDE and self._is_operand(self.at + 1, EXACT):
                signs = replace(signs, negated=True)
                self.at += 1
            signs = self._fields(signs)
        if self._is_exact(self.at):
            signs = replace(signs, exact=True)
            self.at += 1
        return signs

    def _fields(self, signs: Lexeme) -> Lexeme:
        while (match := _NAME.match(self.text, self.at)) and (field := self._field(match)):
            if field.kind in ("keyword", "lineage", "date"):
                value = self._value_at(match.end(), field)[0]
                if tokens(value) or (field.kind == "date" and value == RANGE):
                    signs = replace(signs, kind="value", field=_only_one(signs.field, field, self.at))
                    self.at = match.end()
                return signs
            if not (self._is_operand(match.end(), EXACT) or self._is_field(match.end())):
                return signs
            if field.kind == "scope":
                signs = replace(signs, sentence=True)
            else:
                signs = replace(signs, field=_only_one(signs.field, field, self.at))
            self.at = match.end()
        match = _AT_LEAST.match(self.text, self.at)
        if match and plain_name(match[1]) in AT_LEAST_NAMES:
            signs = replace(signs, at_least=int(match[2]))
            self.at = match.end()
        return signs

    def _field(self, match: re.Match[str]) -> Field | None:
        """The field a name before a colon stands for; one of another collection is a mistake worth telling."""
        field = field_named(match[1], self.fields)
        if field is None and is_elsewhere(match[1], self.fields) and self._is_operand(match.end(), EXACT):
            raise foreign_field(match[1], self.fields, match.start())
        return field

    def _value(self, signs: Lexeme) -> Lexeme:
        assert signs.field is not None
        value, self.at = self._value_at(self.at, signs.field)
        return replace(signs, text=value)

    def _value_at(self, start: int, field: Field) -> tuple[str, int]:
        """The value of a keyword or date field, and where it ends; no words: the colon was punctuation."""
        if self.text[start] == OPEN:
            raise QueryError('{field}: takes one value: write {field}:"…"', start, field=field.name)
        if (closer := self._closer(start)) is not None:
            value = squeeze(_ANY_QUOTE.sub(" ", self.text[start + 1 : closer]))
            if not tokens(value):
                raise QueryError(
                    '{field}: has no value: write it between the marks, or "unknown"', start, field=field.name
                )
            return value, closer + 1
        if self._opens(start):
            raise unclosed_quote(self.text, start)
        match = _CHUNK.match(self.text, start)
        if match is None:
            return "", start
        value = match[0].rstrip(_TRAILING)
        return (value if value.endswith(RANGE) else value.removesuffix(".")), match.end()

    def _phrase(self, signs: Lexeme, closer: int) -> Lexeme | None:
        text = self.text[self.at + 1 : closer]
        self.at = closer + 1
        distance = None
        if match := _DISTANCE.match(self.text, self.at):
            distance = _distance(match[1], self.at)
            self.at = match.end()
        words = tuple(tokens(text))
        if not words and (signs.field or signs.sentence):
            raise nothing_to_look_for(signs)
        return replace(signs, kind="phrase", text=text, words=words, distance=distance) if words else None

    def _word(self, signs: Lexeme) -> Lexeme | None:
        match = _CHUNK.match(self.text, self.at)
        assert match is not None
        self.at = match.end()
        words = tuple(tokens(match[0]))
        if match[0] in OR_WORDS and not (signs.is_signed or signs.exact):
            return replace(signs, kind="or", text=match[0], words=words)
        return replace(signs, text=match[0], words=words) if words else None

    def _is_boundary(self, at: int) -> bool:
        return at == 0 or self.text[at - 1].isspace() or self.text[at - 1] == OPEN

    def _is_behind_word(self, at: int) -> bool:
        return not self._is_boundary(at) and self.text[at - 1] not in (EXCLUDE, EXACT, COLON)

    def _is_operand(self, at: int, sign: str = "") -> bool:
        """Whether what a sign can stand before begins here, possibly behind one more `sign`."""
        if at >= len(self.text):
            return False
        char = self.text[at]
        return char.isalnum() or char == OPEN or self._opens(at) or (char == sign and self._is_exact(at))

    def _is_exact(self, at: int) -> bool:
        following = self.text[at + 1 : at + 2]
        return self.text[at] == EXACT and (following.isalnum() or (following != "" and self._opens(at + 1)))

    def _is_field(self, at: int) -> bool:
        match = _NAME.match(self.text, at)
        return match is not None and field_named(match[1], self.fields) is not None

    def _opens(self, at: int) -> bool:
        """Whether a quotation mark opens here, closed or not; in a pasted sentence only closed ones count."""
        must_close = self.text[at] in QUOTES and self.text[at] not in STRAY_QUOTES
        return self._closer(at) is not None or (must_close and not is_sentence(self.text))

    def _closer(self, at: int) -> int | None:
        """Where the quotation mark that opens here is closed; None: it is not, or it is no such mark."""
        char = self.text[at]
        if char == SINGLE_QUOTES[0]:
            match = _SINGLE_CLOSE.search(self.text, at + 1)
            return match.start() if match else None
        if char not in QUOTES or (char in STRAY_QUOTES and self._is_behind_word(at)):
            return None
        places = [place for mark in QUOTES[char] if (place := self.text.find(mark, at + 1)) >= 0]
        if places:
            return min(places)
        match = _ANY_QUOTE.search(self.text, at + 1)
        return match.start() if match else None


def _only_one(given: Field | None, field: Field, position: int) -> Field:
    if given is not None:
        raise two_fields(given, field, position)
    return field


def _distance(digits: str, position: int) -> int:
    if not digits:
        raise QueryError('"…"~ lacks a number of words: write "…"~5', position)
    number = digits.lstrip("0") or "0"
    if len(number) > len(str(MOST_DISTANCE)) or int(number) > MOST_DISTANCE:
        raise QueryError(
            "~{digits} is too far: write ~{most} or less",
            position,
            digits=excerpt(digits),
            most=MOST_DISTANCE,
        )
    return int(number)


def nothing_to_look_for(signs: Lexeme) -> QueryError:
    """The error of a field, `sentence:` or `atleast:` with nothing behind it."""
    name = signs.field.name if signs.field else "sentence" if signs.sentence else "atleast"
    return QueryError(
        "{name}: has nothing to look for: write words behind the colon", signs.position, name=name
    )
