"""``tf rename``: there and back again gives the same bytes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.checks import check
from build_tools.editing import apply_edits
from build_tools.editing.rename import RenameRefusedError, rename_actor
from build_tools.loading import load

BASE = Path(__file__).parents[2] / "corpus/base/framework"
ACTORS = ("Document Consumer", "Document Registry", "Document Source", "Time Client")
PROFILE = """\
# A comment that names the Document Registry stays.
profile: MHD
title: Mobile Health Documents
chapter:   "21"   # odd blanks stay
stage: draft
kind: [integration]
capsule: Shares documents with small devices.
actors:
  - {actor: Document Consumer, transactions: [{transaction: ITI-18, optionality: R}]}
  - {actor: "Document Registry", transactions: [{transaction: ITI-18, optionality: R}]}
  - actor: 'Document Source'
    transactions: [{transaction: ITI-41, optionality: R, counterpart: {profile: XDS.b, actor: Document Repository}}]
introduction: |
"""


@contextmanager
def project(introduction: str) -> Iterator[Path]:
    """A folder of frameworks in which a text names actors."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "frameworks"
        shutil.copytree(BASE, root)
        lines = "".join(f"  {line}\n" if line else "\n" for line in introduction.splitlines())
        (root / "iti/profiles/mhd.yaml").write_bytes((PROFILE + lines).encode())
        yield root


def texts_of(root: Path) -> dict[str, str]:
    """Every file's text by its printed path."""
    return {
        f"frameworks/{file.relative_to(root).as_posix()}": file.read_bytes().decode()
        for file in sorted(root.rglob("*.yaml"))
    }


def rename(root: Path, old: str, new: str) -> None:
    """Give an actor another name, in the files."""
    texts = texts_of(root)
    edits = rename_actor(check(load(root), root), texts, old, new)
    for path, text in apply_edits(texts, edits).items():
        (root.parent / path).write_bytes(text.encode())


WORD = st.sampled_from(["Xenon", "Yacht", "Zebra", "Quartz-Keeper", "Kiosk", "B2B", "Walrus/Otter"])
NAMES = st.lists(WORD, min_size=2, max_size=4, unique=True).map(" ".join)
PIECES = st.sampled_from(
    [
        *ACTORS,
        "Document\nRegistry",
        "Time\nClient",
        "**Document Source**",
        "the Document Sources",
        "it sends",
        "a query.",
        "`Document Registry`",
        "[ITI-18]",
        "\n\n",
        "Document",
        "(Time Client)",
    ]
)
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=8)
    .map(" ".join)
    .map(lambda text: "\n".join(line.strip() for line in text.split("\n")).strip("\n") or "x")
)
OFTEN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@OFTEN
@given(st.sampled_from(ACTORS), NAMES, TEXTS)
def test_there_and_back_gives_the_same_bytes(old: str, new: str, text: str) -> None:
    """Whatever the new name, comments and layout are kept; a new name of fewer words could not keep a line break."""
    with project(text) as root:
        before = texts_of(root)
        rename(root, old, new)
        assert texts_of(root) != before
        rename(root, new, old)
        assert texts_of(root) == before


@OFTEN
@given(st.sampled_from(ACTORS), NAMES, TEXTS)
def test_a_rename_brings_no_problem_and_leaves_none_of_the_old_name(old: str, new: str, text: str) -> None:
    """After it, the framework has as many problems as before, and no entity has the old name."""
    with project(text) as root:
        before = _codes(root)
        rename(root, old, new)
        checked = check(load(root), root)
        assert _codes(root) == before
        assert checked.framework.actor(old) is None
        assert checked.framework.actor(new) is not None


def _codes(root: Path) -> list[str]:
    """The codes of all problems, apart from words that stand twice in the text by chance."""
    return sorted(problem.code for problem in check(load(root), root).problems if problem.code != "TF607")


@pytest.mark.parametrize(
    ("old", "new"),
    [("Nobody", "Somebody"), ("Time Client", "Time Server"), ("Time Client", " "), ("Time Client", " Clock")],
)
def test_what_is_ambiguous_is_refused(old: str, new: str) -> None:
    """The message says why, and nothing is changed."""
    with project("The Time Client asks.") as root:
        before = texts_of(root)
        with pytest.raises(RenameRefusedError):
            rename(root, old, new)
        assert texts_of(root) == before
