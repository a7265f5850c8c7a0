"""pyvi's weights and words, read from its own files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archive.errors import SettingsError
from archive.text.segmentation import pyvi_files
from archive.text.segmentation.pyvi_files import weights, word_list
from tests.archive.text.segmentation.reference import pyvi


def test_weights_are_those_crfsuite_writes_out(tmp_path: Path) -> None:
    dump = tmp_path / "dump.txt"
    pyvi().model.tagger_.dump(str(dump))
    written = [line.split() for line in dump.read_text("utf-8").splitlines() if "bi_gram() -->" in line]
    expected = {(attribute, label): float(weight) for _, attribute, _, label, weight in written}
    features = weights().features
    for name in ("-1:word.bi_gram()", "+1:word.bi_gram()"):
        difference = expected[name, "I_W:"] - expected[name, "B_W:"]
        assert features[name] == pytest.approx(difference, abs=2e-6)


def test_weights_are_those_of_every_transition() -> None:
    assert [round(weight, 6) for weight in weights().transitions] == [-0.99668, 1.918715, -2.969562, -0.43685]


def test_words_are_listed_with_their_syllables_apart() -> None:
    assert "tuyên truyền" in word_list()
    assert len(word_list()) > 31_000


def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyvi_files, "_MODEL", ("models/pyvi3.pkl", "0" * 64))
    with pytest.raises(SettingsError, match=r"pyvi/models/pyvi3.pkl .* pip install .* pyvi==0.1.1"):
        weights()


def test_nothing_of_scikit_learn_is_loaded() -> None:
    program = "import sys; from archive.text.segmentation import words; words('nhà máy'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"sklearn", "scipy", "pycrfsuite", "sklearn_crfsuite"} & set(loaded.stdout.split())
