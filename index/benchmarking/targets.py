"""What is to be reached, as a table, and whether it is.

Source: the requirements of the project's owner ("Fast", the list "Must reach").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from index.benchmarking.system import OURS
from index.benchmarking.workplace import Figures

GIGABYTE = 1e9


class Target(NamedTuple):
    """One bound on one figure.

    Attributes:
        title: `target_<title>` in the catalogue.
        subject: the class of queries it is about, or "".
        value: the path of the figure in the figures of a size.
        bound: what it may be at most.
        over: the path of the figure it is divided by; "": it counts as it is.
        at_least: the bound is the least it may be, not the most.
        or_under: it is enough if the figure itself is under this.
        if_over: it only counts where the figure itself is over this.
        of_copies: about the archive of copies, not about the largest real one.
    """

    title: str
    subject: str
    value: str
    bound: float
    over: str = ""
    at_least: bool = False
    or_under: float = 0.0
    if_over: float = 0.0
    of_copies: bool = False


class Verdict(NamedTuple):
    """What became of a target: what was measured (None: nothing was), and whether the bound holds."""

    target: Target
    articles: int
    measured: float | None
    met: bool | None


def _median(query_class: str, system: str = OURS) -> str:
    return f"classes/{query_class}/{system}/median_ms"


def _against(
    system: str, bound: float, *classes: str, title: str = "ratio", or_under: float = 0.0
) -> Iterator[Target]:
    """At most so many times what another system takes."""
    for name in classes:
        yield Target(
            f"{title}_{system}", name, _median(name), bound, _median(name, system), or_under=or_under
        )


_SHARED_WITH_FTS5 = (
    "common_term",
    "mid_term",
    "and_2",
    "and_5",
    "or_2",
    "or_5",
    "quote",
    "common_phrase",
    "prefix",
    "near",
    "date_range",
    "province",
    "facets",
    "facet_official",
    "newest",
    "page_50",
    "snippets",
    "statement_term",
    "statement_quote",
    "speaker_and_word",
    "facet_act",
    "years_of_province",
)

TARGETS = (
    *_against("tantivy", 1.5, "facets", "date_range", "newest"),
    *_against("tantivy", 1.0, "facet_official"),
    *_against("tantivy", 3.0, "common_term", "and_2", "or_2", "or_5", "common_phrase"),
    *_against("tantivy", 5.0, "quote", "and_5", "province", or_under=2.0),
    *_against("tantivy", 5.0, "rare_term", or_under=0.3),
    Target("ms", "snippets", _median("snippets"), 5.0),
    Target("ms", "fuzzy", _median("fuzzy"), 5.0),
    *_against("fts5", 1.0, *_SHARED_WITH_FTS5),
    *_against("fts5", 2.0, "rare_term"),
    *(
        Target("times_stock", name, _median(name, "stock"), 50.0, _median(name), at_least=True, if_over=10.0)
        for name in ("rare_term", "fuzzy", *_SHARED_WITH_FTS5)
    ),
    Target("page_median", "", "page/median_ms", 5.0),
    Target("page_p95", "", "page/p95_ms", 25.0),
    Target("page_of_copies", "", "page/median_ms", 50.0, of_copies=True),
    Target("unmarked", "and_2", _median("and_2_unmarked"), 3.0, _median("and_2")),
    Target("unmarked", "quote", _median("quote_unmarked"), 3.0, _median("quote")),
    Target(
        "build",
        "",
        f"builds/{OURS}/articles/documents_per_second",
        3.0,
        "builds/stock/articles/documents_per_second",
        at_least=True,
    ),
    Target("whole", "", "whole/articles_per_second", 120.0, at_least=True),
    Target("bytes", "", "index/bytes", 1.5, "text_bytes"),
    Target("server", "", "server/peak_bytes", GIGABYTE),
    Target("start", "", "server/first_answer_ms", 2000.0),
    Target("mixed", "", "server/mixed_seconds", 10.0),
)


def judge(real: Figures, copies: Figures | None) -> list[Verdict]:
    """Every target that can be judged by these figures, in the order of the table.

    Args:
        real: the figures of the largest size.
        copies: those of the archive of copies, if there is one.
    """
    flat = flattened(real)
    flat_copies = flattened(copies or {})
    verdicts = (_verdict(target, flat_copies if target.of_copies else flat) for target in TARGETS)
    return [verdict for verdict in verdicts if verdict]


def flattened(figures: Mapping[str, Any], above: str = "") -> dict[str, float]:
    """Numbers by their path: `classes/quote/khobao/median_ms`."""
    flat: dict[str, float] = {}
    for name, value in figures.items():
        if isinstance(value, Mapping):
            flat |= flattened(value, f"{above}{name}/")
        elif isinstance(value, int | float):
            flat[above + name] = value
    return flat


def _verdict(target: Target, flat: Mapping[str, float]) -> Verdict | None:
    """None where the target does not count."""
    articles = int(flat.get("articles", 0))
    value = flat.get(target.value)
    divisor = flat.get(target.over) if target.over else 1.0
    if value is None or divisor is None:
        return Verdict(target, articles, None, None)
    if value <= target.if_over:
        return None
    measured = value / divisor
    met = measured >= target.bound if target.at_least else measured <= target.bound
    return Verdict(target, articles, measured, met or value < target.or_under)
