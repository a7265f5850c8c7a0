"""From the text of a query to its nodes.

Words side by side belong together before `OR` does. In `marks="auto"` a word with a Vietnamese mark makes the
whole query exact, and without any such word every word stands for all its accented spellings; a word signed
with `=` is exact for itself and decides nothing for the others. So the printer can always write down how each
word is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from archive.errors import QueryError
from archive.text.normalization import normalize
from archive.text.syllables import is_marked
from index.fields import ARTICLES, FieldTable
from index.language.characters import check_query_characters
from index.language.dates import read_range
from index.language.excerpts import excerpt
from index.language.joining import Part, all_parts, any_of, at_least, most_of, not_in_sentence, same_sentence
from index.language.lexing import Lexeme, lexemes, plain_lexemes
from index.language.nesting import balanced, with_operators
from index.language.patterns import Pattern
from index.language.syntax import EXACT, EXCLUDE, STAR, TILDE, is_unknown
from index.language.wording import words_node
from index.query import UNKNOWN, DateRange, Keyword, Marks, Named, Node, Not

MOST_FAULTS = 3
"""How many suggestions are followed until one mends the query: of parentheses and of quotation marks."""


def parse(
    text: str,
    *,
    fields: FieldTable = ARTICLES,
    syntax: Literal["query", "plain"] = "query",
    match: Literal["all", "most"] = "all",
    marks: Literal["auto", "exact", "any"] = "auto",
    characters: int = 20_000,
    clauses: int = 1024,
    patterns: int = 16,
) -> Node:
    """Read a query.

    Args:
        text: as typed; composed or not, from any page it was copied from.
        fields: those of the collection that is asked.
        syntax: `plain` reads everything as words.
        match: `most` asks for at least half of the distinct words of the outermost level, of more than four for
            a third, rounded up; phrases, fields, groups and exclusions stay required.
        marks: whether spellings must be exact; `auto` as described above.
        characters: longest text accepted.
        clauses: most words accepted, those of phrases included.
        patterns: most different words with `*` or `~` accepted.

    Raises:
        QueryError: it cannot be read; `position` is an offset into `text`, `suggestion` a whole query to type
            instead, or "".
    """
    _check_length(text, characters, clauses)
    check_query_characters(text)

    def read(typed: str) -> Node:
        normal = normalize(typed)
        found = plain_lexemes(normal) if syntax == "plain" else _structured(normal, fields)
        parser = _Parser(found, _are_marks_exact(found, marks), _Bounds(clauses, patterns))
        return parser.query(normal, most=match == "most")

    try:
        return read(text)
    except QueryError as error:
        if error.position is not None:
            error.position = typed_offset(text, error.position)
        error.suggestion = _readable(error.suggestion, read)
        raise


def _check_length(text: str, characters: int, words: int) -> None:
    if len(text) > characters:
        raise QueryError(
            "the query is longer than {characters} characters: shorten it, or raise KHOBAO_QUERY_CHARACTERS "
            "(and KHOBAO_QUERY_CLAUSES beyond {words} words)",
            characters,
            characters=characters,
            words=words,
        )


def typed_offset(text: str, position: int) -> int:
    """The offset in a query as typed of an offset in its normal form."""
    if text == normalize(text):
        return position
    return bisect_left(range(len(text)), position, key=lambda end: len(normalize(text[:end])))


def _readable(suggestion: str, read: Callable[[str], Node]) -> str:
    """A suggestion that mends all of a query, by way of what is suggested for it in turn; "" if there is none."""
    for _ in range(MOST_FAULTS):
        if not suggestion:
            break
        try:
            read(suggestion)
        except QueryError as error:
            suggestion = error.suggestion
        else:
            return suggestion
    return ""


class _Bounds(NamedTuple):
    """Most words, and most different patterns, of one query."""

    words: int
    patterns: int


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the parentheses around say about the words inside."""

    field: str | None = None
    sentence: bool = False


class _Parser:
    """A walk through balanced lexemes; `at` is the index of the next one."""

    def __init__(self, found: Sequence[Lexeme], exact: bool, bounds: _Bounds) -> None:
        self.found = found
        self.at = 0
        self.exact = exact
        self.bounds = bounds
        self.words = 0
        self.patterns: set[Pattern] = set()

    def query(self, text: str, *, most: bool) -> Node:
        """The node of the whole query."""
        alternatives = self._alternatives(_Scope())
        if not alternatives:
            raise _no_words(text)
        return any_of([most_of(parts) if most else all_parts(parts) for parts in alternatives])

    def _alternatives(self, scope: _Scope) -> list[list[Part]]:
        """The operands of `OR` up to the end of the group, each a list of conditions."""
        alternatives: list[list[Part]] = [[]]
        while self.at < len(self.found):
            lexeme = self.found[self.at]
            self.at += 1
            if lexeme.kind == "close":
                break
            if lexeme.kind == "or":
                alternatives.append([])
            else:
                alternatives[-1].extend(self._parts(lexeme, scope))
        return [parts for parts in alternatives if parts]

    def _parts(self, lexeme: Lexeme, scope: _Scope) -> list[Part]:
        _check_scope(lexeme, scope)
        if lexeme.kind == "open" and not lexeme.is_signed:
            alternatives = self._alternatives(scope)
            if len(alternatives) == 1:
                return alternatives[0]
            return [Part(any_of([all_parts(parts) for parts in alternatives]))]
        if lexeme.kind == "open":
            node = self._group(lexeme, scope)
        elif lexeme.kind == "value":
            node = self._value(lexeme)
        else:
            node = self._words(lexeme, scope)
        if lexeme.negated:
            return [Part(Not(node))]
        return [Part(node, bare=lexeme.kind == "word" and not lexeme.field and not lexeme.sentence)]

    def _group(self, lexeme: Lexeme, scope: _Scope) -> Node:
        field = lexeme.field.name if lexeme.field else scope.field
        sentence = lexeme.sentence
        alternatives = self._alternatives(_Scope(None if sentence else field, sentence or scope.sentence))
        if lexeme.at_least is not None:
            return at_least(lexeme.at_least, lexeme.position, alternatives)
        if sentence:
            return any_of(
                [same_sentence(lexeme, [part.node for part in parts], field) for parts in alternatives]
            )
        return any_of([all_parts(parts) for parts in alternatives])

    def _value(self, lexeme: Lexeme) -> Node:
        assert lexeme.field is not None
        self._count(lexeme)
        field = lexeme.field
        if is_unknown(lexeme.text):
            return Keyword(field.of or field.name, (UNKNOWN,))
        if field.kind == "date":
            first, last = read_range(lexeme.text, lexeme.position)
            return DateRange(field.name, first, last)
        return Named(field.name, lexeme.text, lexeme.position)

    def _words(self, lexeme: Lexeme, scope: _Scope) -> Node:
        self._count(lexeme)
        marks: Marks = "exact" if lexeme.exact or self.exact else "any"
        field = lexeme.field.name if lexeme.field else scope.field
        node = words_node(lexeme, marks, None if lexeme.sentence else field)
        if isinstance(node, Pattern):
            self._count_pattern(node, lexeme)
        return same_sentence(lexeme, [node], field) if lexeme.sentence else node

    def _count(self, lexeme: Lexeme) -> None:
        self.words += max(1, len(lexeme.words))
        if self.words > self.bounds.words:
            raise QueryError(
                "the query has more than {words} words: shorten it, or raise KHOBAO_QUERY_CLAUSES",
                lexeme.position,
                words=self.bounds.words,
            )

    def _count_pattern(self, pattern: Pattern, lexeme: Lexeme) -> None:
        self.patterns.add(pattern)
        if len(self.patterns) > self.bounds.patterns:
            raise QueryError(
                "the query has more than {patterns} different words with * or ~: "
                "use fewer, or raise KHOBAO_QUERY_PATTERNS",
                lexeme.position,
                patterns=self.bounds.patterns,
            )


def _structured(text: str, fields: FieldTable) -> list[Lexeme]:
    return with_operators(balanced(text, lexemes(text, fields)))


def _are_marks_exact(found: Sequence[Lexeme], marks: Literal["auto", "exact", "any"]) -> bool:
    if marks != "auto":
        return marks == "exact"
    return any(
        is_marked(lexeme.text) for lexeme in found if lexeme.kind in ("word", "phrase") and not lexeme.exact
    )


def _check_scope(lexeme: Lexeme, scope: _Scope) -> None:
    if (scope.sentence and lexeme.is_signed) or (lexeme.sentence and lexeme.at_least is not None):
        raise not_in_sentence(lexeme)
    if lexeme.field and (scope.field or (lexeme.kind == "value" and lexeme.sentence)):
        raise QueryError(
            "{field}: stands inside another field: put it before or behind the parentheses",
            lexeme.position,
            field=lexeme.field.name,
        )


def _no_words(text: str) -> QueryError:
    shown = excerpt(text)
    if not shown:
        return QueryError("the query is empty: type at least one word", 0)
    position = len(text) - len(text.lstrip())
    if shown in (STAR, TILDE, EXCLUDE, EXACT):
        return QueryError("{text} is only a sign: type at least one word", position, text=shown)
    return QueryError("{text} is only punctuation: type at least one word", position, text=shown)
