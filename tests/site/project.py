"""Projects to build in a test: the miniature or another framework, with the real settings and theme."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from build_tools.sphinx_ext.build import BuildReport, BuildSettings, build_site

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parent / "tiny"


def new_project(folder: Path, frameworks: Path = TINY / "frameworks") -> Path:
    """A project of its own, with a copy of some frameworks."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "conf.py", folder)
    shutil.copytree(ROOT / "themes", folder / "themes")
    shutil.copytree(frameworks, folder / "frameworks")
    return folder


def edit(project: Path, file: str, old: str, new: str) -> None:
    """Replace some words in a file under ``frameworks/``; they must stand there once."""
    path = project / "frameworks" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} has `{old}` {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def build(project: Path, *, draft: bool = False, as_preview: bool = False) -> BuildReport:
    """Build a project into its folder ``site``, in this process; ``as_preview`` with what a preview offers."""
    try:
        settings = BuildSettings(
            draft=draft or as_preview,
            full_text_search=False,
            chapter_pdfs=as_preview,
            line_numbers=as_preview,
        )
        return build_site(project, project / "site", settings)
    finally:
        gc.enable()  # a build switches it off, and this process goes on


def tf(
    arguments: Sequence[str | Path], folder: Path = ROOT, *, hash_seed: str = "0"
) -> subprocess.CompletedProcess[str]:
    """Run the command ``tf`` in a folder, as a person would."""
    command = [sys.executable, "-m", "build_tools.cli", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": hash_seed}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site by its address."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
