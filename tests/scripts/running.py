"""The command in a process of its own, as its users run it."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner

import scripts.khobao

ROOT = Path(__file__).parent.parent.parent

_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2


def command(data: Path, *arguments: str | bytes) -> list[str | bytes]:
    """What to run: the module, since the command may not be installed."""
    return [sys.executable, "-m", "scripts", "--data", str(data), *arguments]


def environment(**changed: str) -> dict[str, str]:
    """The environment to run it in."""
    return os.environ | {"PYTHONPATH": str(ROOT), "KHOBAO_LANGUAGE": "en"} | changed


def khobao(
    data: Path,
    *arguments: str | bytes,
    given: bytes | None = None,
    obeys_rights: bool = False,
    **changed: str,
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end.

    Args:
        given: standard input.
        obeys_rights: rights of files hold even if the tests are run by root (on Linux).
        changed: variables of the environment.
    """
    done = subprocess.run(
        command(data, *arguments),
        cwd=ROOT,
        input=given,
        capture_output=True,
        timeout=120,
        env=environment(**changed),
        preexec_fn=_obey_rights if obeys_rights and os.geteuid() == 0 else None,  # noqa: PLW1509 - one thread
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def khobao_here(data: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command in this process, twenty times faster: for what depends on no language, stream or signal."""
    done = CliRunner().invoke(scripts.khobao.khobao, ["--data", str(data), *arguments], input=given)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def lines_of(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """Standard output as JSON lines."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def record(identity: str, text: str, **fields: str) -> str:
    """A JSON line of one article."""
    return json.dumps({"id": identity, "title": f"Bài {identity}", "text": text} | fields, ensure_ascii=False)


def is_one_line(text: str) -> bool:
    """Whether an error is told as it should be."""
    return len(text.splitlines()) == 1 and "Traceback" not in text


def _obey_rights() -> None:
    for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
        ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, capability)
