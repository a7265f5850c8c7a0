"""What is wrong with the files of an index comes to light, and is named."""

from __future__ import annotations

from pathlib import Path

from archive.settings import Settings
from archive.storage.store import open_store
from archive.text.syllables import key
from index.indexing.verification import verify
from tests.conftest import ingest_into


def test_a_flipped_byte_of_the_index_is_found(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bài a bàn về nghề cá của tỉnh.", "utf-8")
    ingest_into(settings, tmp_path / "a.txt")
    [path] = settings.index_folder.glob("*/articles/*.arrays")
    content = path.read_bytes()
    place = content.index(key("nghề").encode())
    path.write_bytes(content[:place] + b"N" + content[place + 1 :])
    with open_store(settings.store_url) as store:
        [problem] = verify(store, settings)
    assert f"{path}: body/terms" in problem
    assert "khobao index rebuild" in problem
