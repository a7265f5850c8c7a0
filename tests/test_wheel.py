"""The wheel, in an empty environment: every verb runs from another folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from scripts.khobao import VERBS

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without isolation so that no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    # Built from a copy: building leaves files behind that a later wheel would pick up.
    copy = folder / "source"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "var", "tests", "build", "*.egg-info"))
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "-q",
        "-w",
        folder,
        copy,
    ]
    subprocess.run([str(part) for part in command], check=True, timeout=300)
    return next(folder.glob("khobao-*.whl"))


@pytest.fixture(scope="module")
def khobao(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that holds the wheel alone; libraries are lent by the running one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = subprocess.run(
        [python, "-c", "import site; print(site.getsitepackages()[0])"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    lent = [path for path in sys.path if path.endswith("site-packages")]
    # Not added as a site folder: the editable install of the checkout must not be found through it.
    Path(site, "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")
    command = folder / "bin" / "khobao"
    command.write_text(f"#!{python}\nfrom scripts.khobao import main\nmain()\n", encoding="utf-8")
    command.chmod(0o755)
    return command


def run(khobao: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "KHOBAO_DATA": str(folder / "archive"), "LANG": "C.UTF-8"}
    return subprocess.run(
        [khobao, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(khobao: Path, tmp_path: Path, verb: str) -> None:
    done = run(khobao, tmp_path, verb, "--help")
    assert done.returncode == 0, done.stderr
    assert "khobao" in done.stdout


def test_an_archive_can_be_made_and_searched_from_another_folder(khobao: Path, tmp_path: Path) -> None:
    done = run(khobao, tmp_path, "ingest", str(ROOT / "seeds"))
    assert done.returncode == 0, done.stderr
    answer = json.loads(run(khobao, tmp_path, "search", '"chuyển đổi số"', "--json").stdout)
    assert answer["total"] == 3
    assert run(khobao, tmp_path, "doctor").returncode == 0


def test_only_packages_are_installed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"archive", "index", "web", "scripts"}
