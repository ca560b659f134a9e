"""The rooms stay apart: import directions, the Qt-free promise, and sizes."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "reader").rglob("*.py"))

CORE = {"errors", "shipped", "screen", "stopping", "stepping", "lazy", "once", "kept_bytecode", "threads"}
MAY_IMPORT = {
    "errors": set(),
    "shipped": set(),
    "screen": set(),
    "stopping": set(),
    "stepping": set(),
    "lazy": set(),
    "once": set(),
    "kept_bytecode": set(),
    "threads": set(),
    "text": CORE,
    "sources": CORE | {"text"},
    "mentions": CORE | {"text"},
    "links": CORE | {"text", "mentions"},
    "notes": CORE | {"text"},
    "reports": CORE | {"text", "sources", "mentions", "links", "notes"},
    "ui": CORE | {"text", "sources", "mentions", "links", "notes", "reports"},
    "app": CORE | {"text", "sources", "mentions", "links", "notes", "reports", "ui"},
    "compare_command": CORE | {"text", "sources", "mentions", "links", "notes", "reports"},
    "__main__": CORE | {"text", "sources", "mentions", "links", "notes", "reports", "app", "compare_command"},
}
QT_ROOMS = {"ui", "app"}
QT_FREE = ["text", "sources", "mentions", "links", "notes", "reports", "compare_command", "__main__"]
MAX_FILE, MAX_FUNCTION, MAX_METHODS = 300, 40, 25

# A larger one needs its reason here, in words.
EXCUSED: dict[str, str] = {}


def room(path: Path) -> str:
    parts = path.relative_to(ROOT / "reader").parts
    return parts[0].removesuffix(".py") if len(parts) == 1 else parts[0]


def imports(tree: ast.AST) -> list[tuple[str, int]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import on line {node.lineno}"
            found.append((node.module or "", node.lineno))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    for module, line in imports(ast.parse(path.read_text(encoding="utf-8"))):
        if module.split(".")[0] in {"PySide6", "pyqtgraph", "shiboken6"}:
            assert here in QT_ROOMS, f"{path}:{line} imports {module}; only ui and app know Qt"
        if not module.startswith("reader."):
            continue
        other = module.split(".")[1]
        assert other == here or other in MAY_IMPORT[here], f"{path}:{line}: {here} may not import {other}"
        # two plain modules of one room may know each other; another room is entered by its door only
        if other != here and other not in CORE and other != "app":
            assert module == f"reader.{other}" or here == "app", f"{path}:{line}: import from reader.{other}"


@pytest.mark.parametrize("name", QT_FREE)
def test_room_imports_without_qt(name: str) -> None:
    code = f"import sys\nfor n in ('PySide6', 'pyqtgraph', 'shiboken6'): sys.modules[n] = None\nimport reader.{name}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_sizes(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    source = path.read_text(encoding="utf-8")
    assert name in EXCUSED or len(source.splitlines()) <= MAX_FILE, f"{name} is over {MAX_FILE} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            key = f"{name}:{node.name}"
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert key in EXCUSED or length <= MAX_FUNCTION, f"{key} is {length} lines"
        elif isinstance(node, ast.ClassDef):
            key = f"{name}:{node.name}"
            methods = sum(isinstance(n, ast.FunctionDef) for n in node.body)
            assert key in EXCUSED or methods <= MAX_METHODS, f"{key} has {methods} methods"


@pytest.mark.parametrize("name", ["text", "sources", "mentions", "links", "notes", "reports"])
def test_each_room_lists_its_public_names_and_has_them(name: str) -> None:
    room = importlib.import_module(f"reader.{name}")
    assert room.__all__ and not [public for public in room.__all__ if not hasattr(room, public)]


def test_nothing_else_at_the_top() -> None:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    tops = {line.split("/", 1)[0] for line in done.stdout.splitlines()}
    allowed = {"pyproject.toml", "reader", "resources", "samples", "tests", "README.md", "LICENSE"}
    assert {top for top in tops if not top.startswith(".")} <= allowed
