"""Files that another process reads are the files that would be read here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.beside import Beside
from build_tools.checks import check, problems_in_names
from build_tools.loading import load
from build_tools.reading.ahead import FilesAhead

ROOT = Path(__file__).parents[3]
BASE = ROOT / "tests/corpus/base/framework"
PROGRAM = """
import sys
from build_tools.cli import tf
try:
    tf(["check", "--root", sys.argv[1]], standalone_mode=False)
except SystemExit as end:
    print(end.code, "yaml" in sys.modules)
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A framework in which files are malformed, take text from elsewhere, or are stale acceptances."""
    root = tmp_path / "frameworks"
    shutil.copytree(BASE, root)
    (root / "iti/profiles/broken.yaml").write_text("profile: X\n\ttitle: Y\n", encoding="utf-8")
    (root / "iti/profiles/empty.yaml").write_text("", encoding="utf-8")
    (root / "iti/profiles/mine.yaml").write_text(
        "profile: MINE\ntitle: Mine\nstage: draft\nkind: [integration]\ncapsule: The the text.\n"
        "introduction: {file: mine.md}\nsecurity: {file: none.md}\nreqired: yes\n",
        encoding="utf-8",
    )
    (root / "iti/profiles/mine.md").write_text("The actor of\nof [ITI-99].\n", encoding="utf-8")
    (root / "iti/accepted_problems.yaml").write_text(
        "accepted:\n  - {code: TF607, path: mine.md, reason: Meant.}\n  - {code: TF101, path: x, reason: No.}\n",
        encoding="utf-8",
    )
    return root


@pytest.mark.usefixtures("alone")
def test_problems_and_places_are_the_same(faulty: Path) -> None:
    """Whether one process reads and applies all rules or two share the work."""
    ahead = FilesAhead(faulty)
    in_names = Beside(lambda: problems_in_names(load(faulty, read=ahead.read)))
    shared = check(load(faulty, read=ahead.read), faulty, read=ahead.read, in_names=in_names.result)
    alone = check(load(faulty), faulty)
    assert shared.framework == alone.framework
    assert shared.problems == alone.problems
    assert {"TF101", "TF102", "TF110", "TF112", "TF212", "TF801"} <= {p.code for p in shared.open_problems}
    assert [str(p.where) for p in shared.problems if p.accepted] == ["frameworks/iti/profiles/mine.md:2:1"]


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="there is no second process here")
def test_frameworks_in_order_are_checked_without_pyyaml_here() -> None:
    """Importing it and making nodes for places takes a tenth of the time; nobody asks for a place."""
    command = (sys.executable, "-c", PROGRAM, str(ROOT))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "0 False\n", done.stderr
