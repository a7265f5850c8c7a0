"""Names in containers say where a member stands below it, and nothing else."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.members import member_path
from archive.text.escaping import escape_controls


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("2020/tin.html", "2020/tin.html"),
        ("./2020//tin.html", "2020/tin.html"),
        ("2020\\tin.html", "2020/tin.html"),
        ("/etc/passwd", "etc/passwd"),
        ("../../tin.html", "tin.html"),
        ("a/../../tin.html", "a/tin.html"),
        ("C:\\tin.html", "tin.html"),
        ("\\\\máy\\chung\\tin.html", "máy/chung/tin.html"),
        ("a\x1b[2J\n.html", "a\\x1b[2J\\x0a.html"),
        ("Tin: giờ chót.html", "Tin: giờ chót.html"),
        ("..", ""),
    ],
)
def test_what_leads_out_is_left_out(name: str, path: str) -> None:
    assert member_path(name) == path


@given(st.text(st.sampled_from("./\\:aC\n\x00ấ"), max_size=12))
def test_no_name_leads_out_or_over_the_line(name: str) -> None:
    path = member_path(name)
    assert not PurePosixPath(path).is_absolute()
    assert not {"..", "."} & set(path.split("/"))
    assert escape_controls(path) == path
