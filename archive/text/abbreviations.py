"""Abbreviations that are written with a full stop: a table of facts for cutting sentences.

Source: usage of the Vietnamese press; keys are lower case, without dots.
"""

from __future__ import annotations

_BEFORE_NAME = """
    tp tx tt
    gs pgs ts tskh ths bs bscki bsckii ds ks kts ls cn nsnd nsưt ngnd ngưt nnc pts
    đc đ/c mr mrs ms dr st
    nxb tr
    """
BEFORE_NAME = frozenset(_BEFORE_NAME.split())
"""City, town, township; degrees and titles; comrade, Mr, St; publisher, page: a name or number follows."""

HONORIFICS = frozenset(["ông", "bà", "anh", "chị"])
"""A capitalised one begins a sentence, and the name after it is capitalised too."""
