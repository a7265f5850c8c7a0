"""How a file is read is known by the end of its name."""

from __future__ import annotations

import pytest

from archive.reading.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", Kind("text")),
        ("A.HTM", Kind("page")),
        ("a.xhtml", Kind("page")),
        ("tin.aspx?id=7.5", Kind("page")),
        ("tin.php@p=7", Kind("page")),
        ("toasoan@bao.txt", Kind("text")),
        ("a.b.ndjson", Kind("lines")),
        ("a.jsonl.gz", Kind("lines", "gzip")),
        ("a.csv.bz2", Kind("table", "bzip2")),
        ("a.warc", Kind("warc")),
        ("a.warc.gz", Kind("warc")),
        ("a.arc.gz", Kind("warc")),
        ("a.warc.xz", Kind("warc", "xz")),
        ("a.zip", Kind("zip")),
        ("a.tar", Kind("tar")),
        ("a.TAR.GZ", Kind("tar", "gzip")),
        ("a.tgz", Kind("tar", "gzip")),
        ("a.txz", Kind("tar", "xz")),
        ("a.tar.bz2", Kind("tar", "bzip2")),
    ],
)
def test_a_name_tells_form_and_packing(name: str, kind: Kind) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    "name", ["", "a", ".txt", "a.gz", "a.jpg.gz", "a.html.gz.gz", "html", "a.html~", "a.zipx"]
)
def test_other_names_are_of_no_kind(name: str) -> None:
    assert kind_of(name) is None
