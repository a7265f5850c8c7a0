"""What counts as a statement found, exactly, half, at all, and by the right speaker."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.evaluation.alignment import SyllableText
from archive.evaluation.gold import GoldArticle, GoldStatement, Problem
from archive.evaluation.statements import score_statements
from archive.evaluation.tallies import Score, Share, Tally
from archive.models import Statement
from tests.archive.evaluation.making import BODY, CONTINUED, DEMAND, QUOTED, REPORTED, statement

CONTENTS = (DEMAND, CONTINUED, QUOTED, REPORTED)


def gold(content: str, speaker: str = "Lê Văn Sóng", **given: object) -> GoldStatement:
    return GoldStatement(speakers=(speaker,), content=content, **given)  # type: ignore[arg-type]


def scored(annotated: list[GoldStatement], *found: Statement, text: str | None = None) -> Score:
    return score_statements(GoldArticle("a", text, statements=tuple(annotated)), found, SyllableText(BODY))[0]


def counts(score: Score) -> tuple[int, int, int]:
    """Right exactly, by half, at all."""
    exact, half, any_ = (score.finds[f"statements_{name}"].right for name in ("exact", "half", "overlapping"))
    return exact, half, any_


def test_the_same_words_are_an_exact_span() -> None:
    assert counts(scored([gold(DEMAND)], statement(DEMAND))) == (1, 1, 1)


def test_quotation_marks_and_final_stops_do_not_matter() -> None:
    found = statement(QUOTED.strip("“”"), "Trần Thị Khói")
    assert counts(scored([gold(QUOTED, "Trần Thị Khói")], found)) == (1, 1, 1)


def test_a_span_with_most_of_the_words_is_half_right_one_with_few_overlaps() -> None:
    assert counts(scored([gold(DEMAND)], statement(DEMAND.removesuffix(" giờ")))) == (0, 1, 1)
    assert counts(scored([gold(DEMAND)], statement("trạm bố trí"))) == (0, 0, 1)


def test_a_statement_elsewhere_is_missed_and_false() -> None:
    score = scored([gold(DEMAND)], statement(REPORTED))
    assert score.finds["statements_overlapping"] == Tally(1, 1, 0)
    assert [(fault.kind, fault.measure) for fault in score.faults] == [
        ("missed", "statements_overlapping"),
        ("false", "statements_overlapping"),
    ]


def test_one_block_annotated_as_two_is_one_right_and_one_missed_but_all_its_words_count() -> None:
    block = BODY[BODY.index(DEMAND) : BODY.index(CONTINUED) + len(CONTINUED)]
    score = scored([gold(DEMAND), gold(CONTINUED, kind="continuation")], statement(block))
    assert score.finds["statements_overlapping"] == Tally(2, 1, 1)
    assert score.finds["coverage"].f1 == 1


def test_what_is_not_required_may_be_found_or_not() -> None:
    annotated = [gold(DEMAND), gold(CONTINUED, required=False)]
    for found in ((statement(DEMAND), statement(CONTINUED)), (statement(DEMAND),)):
        score = scored(annotated, *found)
        assert score.finds["statements_exact"] == Tally(1, 1, 1)
        assert score.finds["coverage"].f1 == 1
        assert not score.faults


def test_pieces_of_what_is_not_required_do_not_count() -> None:
    pieces = statement("Trạm cần"), statement("sửa lại phòng tiêm")
    assert scored([gold(CONTINUED, required=False)], *pieces).finds["statements_exact"] == Tally(0, 0, 0)


def test_the_speaker_is_asked_of_what_was_found_only() -> None:
    score = scored([gold(DEMAND), gold(REPORTED)], statement(DEMAND, "Trần Thị Khói"))
    assert score.shares["speaker"] == Share(0, 1)
    assert score.finds["coverage"].right == 0


def test_act_kind_and_attribution_are_asked_where_annotated() -> None:
    score = scored([gold(DEMAND, act="demand", kind="direct")], statement(DEMAND))
    assert (score.shares["act"], score.shares["kind"]) == (Share(1, 1), Share(0, 1))
    assert "attribution" not in score.shares


def test_what_was_found_is_counted_for_each_kind() -> None:
    score = scored([gold(DEMAND, kind="reported"), gold(CONTINUED, kind="continuation")], statement(DEMAND))
    assert score.shares["found_reported"] == Share(1, 1)
    assert score.shares["found_continuation"] == Share(0, 1)


def test_what_each_rule_found_is_counted() -> None:
    found = (
        statement(DEMAND),
        statement(REPORTED, rule="guess"),
        statement(QUOTED, "Lê Văn Sóng", rule="guess"),
    )
    score = scored([gold(DEMAND), gold(QUOTED, "Trần Thị Khói")], *found)
    assert score.rules == {"cued": Share(1, 1), "guess": Share(0, 2)}


def test_the_post_of_the_speaker_may_be_said_in_part() -> None:
    found = statement(DEMAND, post="Giám đốc Sở Y tế")
    assert scored([gold(DEMAND, post="Giám đốc Sở")], found).shares["speaker_post"] == Share(1, 1)


def test_words_that_are_not_in_the_body_are_missed_and_told() -> None:
    article = GoldArticle("a", statements=(gold("nước mặn xâm nhập sâu vào các cửa sông"),))
    score, problems = score_statements(article, (), SyllableText(BODY))
    assert score.finds["statements_overlapping"] == Tally(1, 0, 0)
    assert score.finds["coverage"] == Tally(9, 0, 0)
    assert problems == [Problem("a", "not_located", {"words": "nước mặn xâm nhập sâu vào các cửa sông"})]


def test_a_span_counts_over_the_text_it_comes_with() -> None:
    raw = f"Báo Đồi Mây\n{BODY}"
    start = raw.index(DEMAND)
    annotated = GoldStatement(speakers=("Lê Văn Sóng",), span=(start, start + len(DEMAND)))
    assert counts(scored([annotated], statement(DEMAND), text=raw)) == (1, 1, 1)


def test_a_span_that_does_not_read_as_its_content_gives_way_to_it() -> None:
    assert counts(scored([gold(DEMAND, span=(0, 12))], statement(DEMAND))) == (1, 1, 1)


@given(st.lists(st.sampled_from(CONTENTS), unique=True))
def test_what_is_found_as_annotated_is_all_right(contents: list[str]) -> None:
    score = scored([gold(content) for content in contents], *map(statement, contents))
    assert all(tally.f1 == 1 for tally in score.finds.values())
    assert not score.faults


@given(st.lists(st.sampled_from(CONTENTS)), st.lists(st.sampled_from(CONTENTS)))
def test_stricter_measures_never_count_more(annotated: list[str], found: list[str]) -> None:
    exact, half, any_ = counts(scored([gold(content) for content in annotated], *map(statement, found)))
    assert exact <= half <= any_ <= min(len(annotated), len(found))
