"""The README tells the truth: its session runs and prints what it says, its Python runs, its queries can be asked."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from archive.settings import SETTINGS, Setting, Settings
from index.language.parser import parse
from scripts.khobao import VERBS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PICTURES = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
MOST_LINES = 150


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found.group(1)


def session() -> list[tuple[str, list[str]]]:
    """Commands of the session with the lines they are said to print."""
    steps: list[tuple[str, list[str]]] = []
    for line in block("console").splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            steps[-1][1].append(line)
    return steps


def fits(said: str, printed: str) -> bool:
    """Whether a printed line is the one said; `…` stands for anything."""
    return re.fullmatch(re.escape(said).replace("…", ".*"), printed) is not None


def test_the_session_prints_what_it_says(tmp_path: Path) -> None:
    environment = os.environ | {
        "KHOBAO_DATA": str(tmp_path / "var"),
        "PYTHONPATH": str(ROOT),
        "KHOBAO_LANGUAGE": "vi",
    }
    for command, said in session():
        words = shlex.split(command)
        assert words[0] == "khobao"
        done = subprocess.run(
            [sys.executable, "-m", "scripts", *words[1:]],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        for expected, printed in zip(said, done.stdout.splitlines(), strict=False):
            assert fits(expected, printed), printed


def test_the_python_example_runs(seeds_settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "var").symlink_to(seeds_settings.data)
    done = subprocess.run(
        [sys.executable, "-c", block("python")],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 3


def test_every_verb_is_in_the_readme() -> None:
    for verb in VERBS:
        assert re.search(rf"`{verb}\b", README), verb


def asked_in_the_readme() -> list[str]:
    table = README.partition("## Asking")[2].partition("The whole language")[0]
    cells = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)[2:]
    return [query for cell in cells for query in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("query", asked_in_the_readme())
def test_every_query_of_the_readme_can_be_read(query: str) -> None:
    parse(query)


@pytest.mark.parametrize("picture", PICTURES)
def test_pictures_are_there(picture: str) -> None:
    assert (ROOT / picture).stat().st_size > 10_000


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < MOST_LINES


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_documented_with_its_default(setting: Setting) -> None:
    default = f"`{setting.default}`" if setting.default else ""
    row = f"| `KHOBAO_{setting.name.upper()}` | {default} | {setting.help} |"
    assert row in (ROOT / "docs" / "settings.md").read_text("utf-8").splitlines()
