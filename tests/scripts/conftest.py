"""A small archive made by the command itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts.running import khobao, record


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three records in a file."""
    path = tmp_path / "articles.jsonl"
    path.write_text(
        "\n".join(
            [
                record("a", "Hội nghị bàn về thủy lợi tại tỉnh Nam Định.", date="2019-04-05"),
                record("b", "Hội nghị bàn về nghề cá tại tỉnh Cà Mau.", date="2020-06"),
                record("c", "Nông dân được mùa."),
            ]
        ),
        "utf-8",
    )
    return path


@pytest.fixture
def archive(tmp_path: Path, articles: Path) -> Path:
    """The data folder of an archive of these."""
    data = tmp_path / "data"
    assert khobao(data, "ingest", str(articles)).returncode == 0
    return data
