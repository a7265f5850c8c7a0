"""The one-way rule, the rooms of third-party libraries, and the size budget, checked on every run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("archive", "index", "web", "scripts")
"""Each may import itself and those to its left."""

ROOMS = {
    "charset_normalizer": ("archive/text/",),
    "pyvi": ("archive/text/segmentation/",),
    "sqlalchemy": ("archive/storage/",),
    "sqlite3": ("archive/storage/", "index/benchmarking/peers/"),
    "tantivy": ("index/benchmarking/peers/",),
    "whoosh": ("index/backends/whoosh/", "index/benchmarking/peers/"),
    "numpy": ("archive/", "index/"),
    "bs4": ("archive/cleaning/pages/",),
    "lxml": ("archive/cleaning/pages/",),
    "soupsieve": ("archive/cleaning/pages/",),
    "warcio": ("archive/reading/",),
    "flask": ("web/",),
    "waitress": ("web/",),
    "click": ("scripts/",),
}
"""Where each third-party library may be imported, and only there."""

MOST_LINES = 300
MOST_FUNCTION_LINES = 50

FILES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported_packages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_layer_imports_only_itself_and_lower_layers(path: Path) -> None:
    layer = named(path).partition("/")[0]
    higher = {*LAYERS[LAYERS.index(layer) + 1 :], "tests"}
    assert not higher & set(imported_packages(path))


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_library_is_imported_only_in_its_room(path: Path) -> None:
    for package in set(imported_packages(path)) & set(ROOMS):
        assert named(path).startswith(ROOMS[package]), f"{package} has no business in {named(path)}"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_module_is_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_function_is_small(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno < MOST_FUNCTION_LINES, node.name


@pytest.mark.parametrize("layer", LAYERS)
def test_packages_are_ours(layer: str) -> None:
    """Other distributions install packages of these names too; ours must be the ones that are imported."""
    module = __import__(layer)
    assert module.__file__ is not None
    assert Path(module.__file__).is_relative_to(ROOT)
