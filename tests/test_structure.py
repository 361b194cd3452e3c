"""The tree keeps its shape: names, layers, docstrings, sizes. Every exception is named here, with its reason."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from build_tools.checks.catalogue import PROBLEM_KINDS, RULES

ROOT = Path(__file__).parents[1]
PACKAGES = ("model", "build_tools", "review")
SOURCES = sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))

TOP = {
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "Makefile",
    "conf.py",
    "pyproject.toml",
    "frameworks",
    "model",
    "build_tools",
    "review",
    "themes",
    "tests",
    "docs",
    "tools",
}
"""The files and folders at the top that people meet."""

SETTINGS = {"package.json", "package-lock.json", "requirements.txt", "requirements-dev.txt", "LICENSE"}
"""What programs want at the top. Names that begin with a dot are theirs as well."""

MADE = {"build", "node_modules", "publications"}
"""What is made here. Publications a committee keeps; in this repository there are none."""

NOT_YET: set[str] = set()
"""What the design names, and may still be missing."""

FRAMEWORK_FILES = {"framework.yaml", "actors.yaml"}
FRAMEWORK_FOLDERS = {"profiles", "transactions"}
FRAMEWORK_MAY_HAVE = {
    "accepted_problems.yaml",
    "documents.yaml",
    "content_modules",
    "images",
    "change_proposals",
    "comment_periods",
}

NO_NAMES = {
    "util",
    "utils",
    "helper",
    "helpers",
    "manager",
    "managers",
    "common",
    "misc",
    "base",
    "info",
    "core",
    "v2",
}
"""Names that say that their contents have no home yet."""

LONGEST_FUNCTION = 40
LONGEST_FILE = 260


def named(file: Path) -> str:
    """A file's path from the top, as people write it."""
    return file.relative_to(ROOT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"))


# --- names ---------------------------------------------------------------------------------------------------------


def test_the_top_is_what_the_design_names() -> None:
    """Whoever opens the folder meets the names of the design, and nothing else."""
    found = {
        entry.name for entry in ROOT.iterdir() if not entry.name.startswith((".", "framework_press.egg"))
    }
    assert TOP - found <= NOT_YET
    assert found - TOP <= SETTINGS | MADE


def test_the_parts_of_build_tools_are_what_the_design_names() -> None:
    """Each stage has one package; what stands beside them is a single file."""
    folders = {entry.name for entry in (ROOT / "build_tools").iterdir() if entry.is_dir()} - {"__pycache__"}
    named_by_design = {
        "loading",
        "checks",
        "citations",
        "outline",
        "diagrams",
        "document",
        "sphinx_ext",
        "exports",
        "cli",
    }
    assert named_by_design <= folders
    layers = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    unplaced = {folder for folder in folders if f"build_tools.{folder}" not in layers}
    assert unplaced == set(), "every package has a place among the layers in pyproject.toml"


def frameworks() -> list[Path]:
    """The folders of all domains."""
    return sorted(f for f in (ROOT / "frameworks").iterdir() if f.is_dir() and f.name != "general")


@pytest.mark.parametrize("folder", frameworks(), ids=lambda folder: folder.name)
def test_every_framework_has_the_same_names(folder: Path) -> None:
    """Who knows one framework finds the way in all: the same files and folders, and nothing beside them."""
    found = {entry.name for entry in folder.iterdir() if not entry.name.startswith(".")}
    needed = FRAMEWORK_FILES | FRAMEWORK_FOLDERS
    assert needed <= found
    assert found - needed <= FRAMEWORK_MAY_HAVE


@pytest.mark.parametrize("folder", frameworks(), ids=lambda folder: folder.name)
def test_files_of_frameworks_are_named_after_what_they_hold(folder: Path) -> None:
    """A transaction's file has its number, a profile's file its acronym, in small letters with hyphens."""
    wrong = [
        named(file)
        for kind in ("profiles", "transactions", "content_modules")
        for file in sorted((folder / kind).glob("*.yaml"))
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", file.stem)
        or (kind != "content_modules" and not _is_named_in(file, kind.removesuffix("s")))
    ]
    assert wrong == []


def _is_named_in(file: Path, field: str) -> bool:
    found = re.search(rf"^{field}: (\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return found is not None and re.sub(r"[^a-z0-9]+", "-", found[1].lower()) == file.stem


def test_no_python_where_editors_write() -> None:
    """Frameworks are YAML, Markdown, tables and images, and no program."""
    assert [named(file) for file in (ROOT / "frameworks").rglob("*.py")] == []


def test_every_name_says_what_is_inside() -> None:
    """No module, package, class or function is called after having no home: util, helper, manager, common, ..."""
    modules = (*SOURCES, *sorted((ROOT / "tests").rglob("*.py")))
    wrong = [named(file) for file in modules if NO_NAMES & set(re.split(r"[_.]", file.stem))]
    wrong += [
        named(folder)
        for package in PACKAGES
        for folder in (ROOT / package).rglob("*")
        if folder.is_dir() and folder.name in NO_NAMES
    ]
    for file in SOURCES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                words = re.findall(r"[A-Z]?[a-z0-9]+", node.name)
                if NO_NAMES & {word.lower() for word in words}:
                    wrong.append(f"{named(file)}: {node.name}")
    assert wrong == []


def test_nothing_loaded_is_called_a_model() -> None:
    """``model`` is the package; what is loaded is a framework."""
    wrong = [
        f"{named(file)}:{node.lineno}"
        for file in SOURCES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Name) and node.id == "model" and isinstance(node.ctx, ast.Store)
    ]
    assert [place for place in wrong if "validation" not in place and "json_schema" not in place] == []


# --- layers ----------------------------------------------------------------------------------------------------------


def test_imports_go_only_downward() -> None:
    """The layers and doors in ``pyproject.toml`` hold: neighbours never import each other, one module knows YAML, ..."""
    pytest.importorskip("importlinter", reason="import-linter is not installed; `make test` does it")
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_sphinx_settings_are_imported_by_nobody() -> None:
    """``conf.py`` holds settings only."""
    names = {n for file in SOURCES for node in ast.walk(tree(file)) for n in _imported(node)}
    assert "conf" not in names


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module


# --- docstrings and sizes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_says_what_it_is_for(package: str) -> None:
    """Each package and module begins with a sentence."""
    silent = []
    for file in SOURCES:
        if named(file).startswith(f"{package}/"):
            first = (ast.get_docstring(tree(file)) or "").split("\n\n")[0]
            if not first.rstrip().endswith((".", "?", ":")):
                silent.append(named(file))
    assert silent == []


def test_every_test_states_a_promise() -> None:
    """The docstring of a test is a sentence that an editor understands."""
    silent = [
        f"{named(file)}:{node.lineno} {node.name}"
        for file in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function below its signature and docstring."""
    first = function.body[1 if ast.get_docstring(function) and len(function.body) > 1 else 0]
    return (function.body[-1].end_lineno or 0) - first.lineno + 1


def test_functions_are_small() -> None:
    """What does not fit on a screen is two ideas."""
    long = [
        f"{named(file)}:{node.lineno} {node.name}: {body_length(node)} lines"
        for file in SOURCES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and body_length(node) > LONGEST_FUNCTION
    ]
    assert long == []


def test_files_are_small() -> None:
    """A file is one idea."""
    lengths = {named(file): len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


# --- rules -----------------------------------------------------------------------------------------------------------


def test_every_problem_has_a_code_and_a_name_of_its_own() -> None:
    """No two kinds of problem share a code or a name; rules stand in the order of their codes."""
    codes = Counter(kind.code for kind in PROBLEM_KINDS)
    names = Counter(kind.name for kind in PROBLEM_KINDS)
    assert [code for code, count in codes.items() if count > 1] == []
    assert [name for name, count in names.items() if count > 1] == []
    assert all(re.fullmatch(r"TF\d{3}", code) for code in codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


def test_every_rule_is_in_the_list() -> None:
    """A file with a rule that is not in ``RULES`` would check nothing."""
    written = [
        file
        for file in (ROOT / "build_tools/checks").rglob("*.py")
        if re.search(r"^RULE\b", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(written) == len(RULES)
