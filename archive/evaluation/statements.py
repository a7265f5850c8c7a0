"""How well the statements of an article were found.

A found span is *exact* if its first and last syllable are those annotated (quotation marks and stops are no
syllables); *half* if the syllables both have are at least half of those either has; *overlapping* if they
share any. Spans are paired one to one (`matching`), so a block annotated as two and found as one is one right
and one missed; *coverage* counts syllables instead, and only asks whether they were given to the right speaker.
Speaker, act and the like are asked of the statements that were found, overlapping.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from archive.evaluation.alignment import SyllableText
from archive.evaluation.gold import GoldArticle, GoldStatement, Problem
from archive.evaluation.names import begins, same_speakers
from archive.evaluation.pairing import HALF, Met, Pairing, paired
from archive.evaluation.placing import placed
from archive.evaluation.tallies import Fault, Score, Share, Tally
from archive.models import Statement
from archive.text.syllables import keys

_ANSWERS: Mapping[str, str] = MappingProxyType(
    {
        "speaker": "speaker",
        "speaker_post": "post",
        "act": "act",
        "kind": "kind",
        "attribution": "attribution",
    }
)
"""What is asked of a statement that was found, and the attribute that answers it."""


def score_statements(
    gold: GoldArticle, found: Sequence[Statement], body: SyllableText
) -> tuple[Score, list[Problem]]:
    """The counts of one article, and the annotated words that are not in it.

    Args:
        gold: what is right.
        found: the statements of our understanding.
        body: the body of our clean article.
    """
    places, problems = placed(gold, body)
    pairing = paired(gold.statements or (), places, found, body)
    finds = _tallies(pairing) | {"coverage": _coverage(pairing)}
    shares = _answered(pairing) | _found_by_kind(pairing)
    return Score(finds, shares, _by_rule(pairing), tuple(_faults(gold.name, pairing))), problems


def _tallies(pairing: Pairing) -> dict[str, Tally]:
    annotated, found = len(pairing.annotated), len(pairing.found)
    return {
        "statements_exact": Tally(annotated, found, sum(met.likeness == 1 for met in pairing.met)),
        "statements_half": Tally(annotated, found, sum(met.likeness >= HALF for met in pairing.met)),
        "statements_overlapping": Tally(annotated, found, len(pairing.met)),
    }


def _coverage(pairing: Pairing) -> Tally:
    """Syllables annotated as somebody's words, given to somebody, and given to the right one."""
    wanted: dict[int, list[GoldStatement]] = {}
    nowhere = 0
    for gold, place in pairing.annotated:
        if place is None:
            nowhere += len(keys(gold.content or ""))
        for syllable in place.places if place else ():
            wanted.setdefault(syllable, []).append(gold)
    given: dict[int, list[Statement]] = {}
    for statement, there in pairing.found:
        for syllable in there.places:
            given.setdefault(syllable, []).append(statement)
    optional = {syllable for place in pairing.optional for syllable in place.places} - wanted.keys()
    right = sum(
        any(same_speakers(gold, statement) for gold in wanted[syllable] for statement in given[syllable])
        for syllable in wanted.keys() & given.keys()
    )
    return Tally(len(wanted) + nowhere, len(given.keys() - optional), right)


def _answered(pairing: Pairing) -> dict[str, Share]:
    """Right answers of each kind, as far as annotated."""
    shares: dict[str, Share] = {}
    for met in pairing.met:
        for name, attribute in _ANSWERS.items():
            if getattr(met.gold, attribute) is not None:
                shares[name] = shares.get(name, Share()) + Share(_is_right(name, met), 1)
    return shares


def _is_right(name: str, met: Met) -> bool:
    if name == "speaker":
        return same_speakers(met.gold, met.statement)
    if name == "speaker_post":
        return begins(met.gold.post or "", met.statement.post or "")
    return bool(getattr(met.gold, _ANSWERS[name]) == getattr(met.statement, _ANSWERS[name]))


def _found_by_kind(pairing: Pairing) -> dict[str, Share]:
    """Of the annotated statements of each kind, how many were found at all."""
    found: dict[str, Share] = {}
    for right, golds in (
        (0, [one.gold for one in pairing.missed]),
        (1, [one.gold for one in pairing.met]),
    ):
        for gold in golds:
            if gold.kind is not None:
                name = f"found_{gold.kind}"
                found[name] = found.get(name, Share()) + Share(right, 1)
    return found


def _by_rule(pairing: Pairing) -> dict[str, Share]:
    """Of the statements each rule found, how many are annotated and have the right speaker."""
    rules: dict[str, Share] = {}
    for one in pairing.false:
        rules[one.statement.rule] = rules.get(one.statement.rule, Share()) + Share(0, 1)
    for met in pairing.met:
        right = same_speakers(met.gold, met.statement)
        rules[met.statement.rule] = rules.get(met.statement.rule, Share()) + Share(right, 1)
    return rules


def _faults(article: str, pairing: Pairing) -> list[Fault]:
    overlapping = "statements_overlapping"
    return [
        *(Fault(article, overlapping, "missed", _annotated(one.gold), "") for one in pairing.missed),
        *(Fault(article, overlapping, "false", "", _found(one.statement)) for one in pairing.false),
        *(
            Fault(article, "statements_exact", "wrong", _annotated(met.gold), _found(met.statement))
            for met in pairing.met
            if met.likeness < 1
        ),
        *(
            Fault(
                article,
                name,
                "wrong",
                str(expected),
                f"{getattr(met.statement, attribute)} ← {_found(met.statement)}",
            )
            for met in pairing.met
            for name, attribute in _ANSWERS.items()
            if (expected := getattr(met.gold, attribute)) is not None and not _is_right(name, met)
        ),
    ]


def _annotated(gold: GoldStatement) -> str:
    return f"{gold.speaker} [{gold.act}, {gold.kind}]: {gold.content or gold.span}"


def _found(one: Statement) -> str:
    return f"{one.speaker} [{one.act}, {one.kind}, {one.rule}]: {one.content}"
