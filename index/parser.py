"""From the text of a query to its nodes.

Words side by side belong together before `OR` does. In `marks="auto"` a word with a Vietnamese mark makes the
whole query exact, and without any such word every word stands for all its accented spellings; a word signed
with `=` is exact for itself and decides nothing for the others. So the printer can always write down how each
word is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from archive.errors import QueryError
from archive.text.normalization import normalize
from archive.text.syllables import is_marked
from index.dates import read_range
from index.excerpts import excerpt
from index.lexing import Lexeme, lexemes, plain_lexemes
from index.nesting import balanced, with_operators
from index.numerals import as_typed
from index.query import (
    UNKNOWN,
    And,
    AtLeast,
    DateRange,
    Fuzzy,
    Keyword,
    Marks,
    Named,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SameSentence,
    Term,
    Wildcard,
)
from index.syntax import EXACT, EXCLUDE, STAR, TILDE, is_unknown
from index.wording import words_node


def parse(
    text: str,
    *,
    syntax: Literal["query", "plain"] = "query",
    match: Literal["all", "most"] = "all",
    marks: Literal["auto", "exact", "any"] = "auto",
    characters: int = 20_000,
    clauses: int = 1024,
) -> Node:
    """Read a query.

    Args:
        text: as typed; composed or not, from any page it was copied from.
        syntax: `plain` reads everything as words.
        match: `most` asks for at least half of the distinct words of the outermost level, rounded up;
            phrases, fields, groups and exclusions stay required.
        marks: whether spellings must be exact; `auto` as described above.
        characters: longest text accepted.
        clauses: most words accepted, those of phrases included.

    Raises:
        QueryError: it cannot be read; `position` is an offset into `text`, `suggestion` a whole query to type
            instead, or "".
    """
    if len(text) > characters:
        raise QueryError(
            f"the query is longer than {characters} characters: shorten it, or raise KHOBAO_QUERY_CHARACTERS "
            f"(and KHOBAO_QUERY_CLAUSES beyond {clauses} words)",
            characters,
        )
    normal = normalize(text)
    try:
        found = plain_lexemes(normal) if syntax == "plain" else _structured(normal)
        return _Parser(found, _are_marks_exact(found, marks), clauses).query(normal, most=match == "most")
    except QueryError as error:
        error.position = _offset_in(text, normal, error.position)
        raise


@dataclass(frozen=True, slots=True)
class _Part:
    """One condition, and whether it is a bare word, which `match="most"` may leave out."""

    node: Node
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the parentheses around say about the words inside."""

    field: str | None = None
    sentence: bool = False


class _Parser:
    """A walk through balanced lexemes; `at` is the index of the next one."""

    def __init__(self, found: Sequence[Lexeme], exact: bool, clauses: int) -> None:
        self.found = found
        self.at = 0
        self.exact = exact
        self.clauses = clauses
        self.words = 0

    def query(self, text: str, *, most: bool) -> Node:
        """The node of the whole query."""
        alternatives = self._alternatives(_Scope())
        if not alternatives:
            raise _no_words(text)
        return any_of([_most_of(parts) if most else _all_parts(parts) for parts in alternatives])

    def _alternatives(self, scope: _Scope) -> list[list[_Part]]:
        """The operands of `OR` up to the end of the group, each a list of conditions."""
        alternatives: list[list[_Part]] = [[]]
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

    def _parts(self, lexeme: Lexeme, scope: _Scope) -> list[_Part]:
        _check_scope(lexeme, scope)
        if lexeme.kind == "open" and not lexeme.is_signed:
            alternatives = self._alternatives(scope)
            if len(alternatives) == 1:
                return alternatives[0]
            return [_Part(any_of([_all_parts(parts) for parts in alternatives]))]
        if lexeme.kind == "open":
            node = self._group(lexeme, scope)
        elif lexeme.kind == "value":
            node = self._value(lexeme)
        else:
            node = self._words(lexeme, scope)
        if lexeme.negated:
            return [_Part(Not(node))]
        return [_Part(node, bare=lexeme.kind == "word" and not lexeme.field and not lexeme.sentence)]

    def _group(self, lexeme: Lexeme, scope: _Scope) -> Node:
        field = lexeme.field.name if lexeme.field else scope.field
        sentence = lexeme.sentence
        alternatives = self._alternatives(_Scope(None if sentence else field, sentence or scope.sentence))
        if lexeme.at_least is not None:
            return _at_least(lexeme.at_least, lexeme.position, alternatives)
        if sentence:
            return any_of(
                [_same_sentence(lexeme, [part.node for part in parts], field) for parts in alternatives]
            )
        return any_of([_all_parts(parts) for parts in alternatives])

    def _value(self, lexeme: Lexeme) -> Node:
        assert lexeme.field is not None
        self._count(lexeme)
        field = lexeme.field
        if is_unknown(lexeme.text):
            return Keyword(field.name, (UNKNOWN,))
        if field.kind == "date":
            first, last = read_range(lexeme.text, lexeme.position)
            return DateRange(field.name, first, last)
        return Named(field.name, lexeme.text)

    def _words(self, lexeme: Lexeme, scope: _Scope) -> Node:
        self._count(lexeme)
        marks: Marks = "exact" if lexeme.exact or self.exact else "any"
        field = lexeme.field.name if lexeme.field else scope.field
        if lexeme.sentence:
            return _same_sentence(lexeme, [words_node(lexeme, marks, None)], field)
        return words_node(lexeme, marks, field)

    def _count(self, lexeme: Lexeme) -> None:
        self.words += max(1, len(lexeme.words))
        if self.words > self.clauses:
            raise QueryError(
                f"the query has more than {self.clauses} words: shorten it, or raise KHOBAO_QUERY_CLAUSES",
                lexeme.position,
            )


def all_of(nodes: Sequence[Node]) -> Node:
    """`And` without repeats and without `And` inside; of one node, the node."""
    flat = [inner for node in nodes for inner in (node.clauses if isinstance(node, And) else (node,))]
    distinct = tuple(dict.fromkeys(flat))
    return distinct[0] if len(distinct) == 1 else And(distinct)


def any_of(nodes: Sequence[Node]) -> Node:
    """`Or` without repeats and without `Or` inside (save the ways to print a number); of one, the node."""
    flat = [
        inner
        for node in nodes
        for inner in (node.clauses if isinstance(node, Or) and as_typed(node) is None else (node,))
    ]
    distinct = tuple(dict.fromkeys(flat))
    return distinct[0] if len(distinct) == 1 else Or(distinct)


def _all_parts(parts: Sequence[_Part]) -> Node:
    return all_of([part.node for part in parts])


def _most_of(parts: Sequence[_Part]) -> Node:
    words = tuple(dict.fromkeys(part.node for part in parts if part.bare))
    if len(words) < 2:
        return _all_parts(parts)
    half = AtLeast((len(words) + 1) // 2, words)
    return all_of([half, *(part.node for part in parts if not part.bare)])


def _at_least(count: int, position: int, alternatives: Sequence[Sequence[_Part]]) -> Node:
    only = (
        alternatives[0] if len(alternatives) == 1 else [_Part(any_of([_all_parts(p) for p in alternatives]))]
    )
    nodes = tuple(dict.fromkeys(part.node for part in only))
    if not 1 <= count <= len(nodes):
        raise QueryError(
            f"atleast-{count}: has {len(nodes)} different conditions: ask for 1 to {len(nodes)}",
            position,
        )
    return AtLeast(count, nodes)


def _same_sentence(lexeme: Lexeme, nodes: Sequence[Node], field: str | None) -> Node:
    if not all(map(_fits_in_sentence, nodes)):
        raise _not_in_sentence(lexeme)
    return SameSentence(tuple(dict.fromkeys(nodes)), field)


def _fits_in_sentence(node: Node) -> bool:
    if isinstance(node, Or):
        return all(map(_fits_in_sentence, node.clauses))
    return isinstance(node, Term | Prefix | Wildcard | Fuzzy | Phrase)


def _not_in_sentence(lexeme: Lexeme) -> QueryError:
    return QueryError(
        "inside sentence:( ) stand only words, phrases and choices between them: "
        "put other conditions before or behind it",
        lexeme.position,
    )


def _structured(text: str) -> list[Lexeme]:
    return with_operators(balanced(text, lexemes(text)))


def _are_marks_exact(found: Sequence[Lexeme], marks: Literal["auto", "exact", "any"]) -> bool:
    if marks != "auto":
        return marks == "exact"
    return any(
        is_marked(lexeme.text) for lexeme in found if lexeme.kind in ("word", "phrase") and not lexeme.exact
    )


def _check_scope(lexeme: Lexeme, scope: _Scope) -> None:
    if (scope.sentence and lexeme.is_signed) or (lexeme.sentence and lexeme.at_least is not None):
        raise _not_in_sentence(lexeme)
    if lexeme.field and (scope.field or (lexeme.kind == "value" and lexeme.sentence)):
        raise QueryError(
            f"{lexeme.field.name}: stands inside another field: put it before or behind the parentheses",
            lexeme.position,
        )


def _no_words(text: str) -> QueryError:
    shown = excerpt(text)
    if not shown:
        return QueryError("the query is empty: type at least one word", 0)
    what = "is only a sign" if shown in (STAR, TILDE, EXCLUDE, EXACT) else "is only punctuation"
    return QueryError(f"{shown} {what}: type at least one word", len(text) - len(text.lstrip()))


def _offset_in(text: str, normal: str, position: int) -> int:
    """The offset in the text as typed of an offset in its normal form."""
    if text == normal:
        return position
    return bisect_left(range(len(text)), position, key=lambda end: len(normalize(text[:end])))
