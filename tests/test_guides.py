"""What the guides and example files tell authors to write and to run is true."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
import yaml

from build_tools.checks import check
from build_tools.cli import tf
from build_tools.loading import load

ROOT = Path(__file__).resolve().parent.parent
GUIDES = sorted((ROOT / "frameworks/general/guides").glob("*.md"))
EXAMPLES = ROOT / "docs/examples"
ACTOR = "\n  - actor: Ward Clock\n    definition: Shows the time on a ward.\n"


def blocks(guide: str, language: str) -> str:
    """All blocks of code in a language, one after the other."""
    text = (ROOT / "frameworks/general/guides" / guide).read_text(encoding="utf-8")
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE))


def test_the_pieces_of_the_guides_are_a_valid_framework(tmp_path: Path) -> None:
    """The YAML of the guides to profiles and transactions makes two files that nobody has anything against."""
    root = tmp_path / "frameworks"
    shutil.copytree(ROOT / "frameworks", root)
    actors = root / "iti/actors.yaml"
    before, x_service, after = actors.read_text(encoding="utf-8").partition("\n  - actor: X-Service")
    actors.write_text(before + ACTOR + x_service + after, encoding="utf-8")
    transactions = root / "iti/transactions"
    (transactions / "iti-131").mkdir()
    (transactions / "iti-131/answer.csv").write_text(blocks("writing-a-transaction.md", "text"))
    (transactions / "iti-131.yaml").write_text(blocks("writing-a-transaction.md", "yaml"))
    (root / "iti/profiles/wct.yaml").write_text(blocks("writing-a-profile.md", "yaml"))
    found = check(load(root), root).open_problems
    mine = [
        f"{p.where}: {p.code} {p.message}" for p in found if re.search("wct|iti-131|actors", p.where.path)
    ]
    assert mine == []


@pytest.mark.parametrize("guide", [guide.name for guide in GUIDES])
def test_every_command_of_a_guide_exists(guide: str) -> None:
    """Each `tf` command in a block of shell is one, with arguments and options that it takes."""
    for line in re.sub(r"\\\n|\n  ", " ", blocks(guide, "sh")).splitlines():
        if line.startswith("tf "):
            assert_runs(shlex.split(line.partition(" > ")[0])[1:])


@pytest.mark.parametrize("file", [".pre-commit-config.yaml", ".github/workflows/frameworks.yml"])
def test_every_command_of_an_example_exists(file: str) -> None:
    """The hook and the workflow call `tf` with options that it has."""
    text = (EXAMPLES / file).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    calls = re.findall(r"\.venv/bin/tf ([^|\n]*)", text)
    assert calls
    for call in calls:
        assert_runs(call.split())


def assert_runs(words: list[str]) -> None:
    """Follow the words through the commands; the last one must accept the rest of them."""
    command: click.Command = tf
    with click.Context(command) as context:
        while isinstance(command, click.Group):
            found = command.get_command(context, words[0])
            assert found, f"there is no command {words[0]}"
            command, words = found, words[1:]
    values, rest, _ = command.make_parser(click.Context(command)).parse_args(list(words))
    needed = [p.name for p in command.params if isinstance(p, click.Argument) and p.required]
    assert rest == []
    assert all(isinstance(values.get(name), str | tuple) for name in needed), f"{needed} are needed"


def test_the_editor_finds_a_schema_for_every_file() -> None:
    """Visual Studio Code's settings lead every YAML file that has a schema to it, and name every schema."""
    schemas = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert {Path(schema).name for schema in schemas} == {f.name for f in (ROOT / "model/schema").iterdir()}
    for schema, pattern in schemas.items():
        files = list(ROOT.glob(pattern))
        assert files or "comment_periods" in pattern, pattern  # a record is there only after a period
        for file in files:
            first = file.read_text(encoding="utf-8").partition("\n")[0]
            assert first.endswith(Path(schema).name), file


def test_the_editor_recognises_a_problem() -> None:
    """The pattern of the task `tf check` takes a printed problem apart."""
    task = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    pattern = re.compile(task["problemMatcher"]["pattern"]["regexp"])
    line = (
        "frameworks/iti/profiles/x.yaml:31:22: error TF204 `ITI-81x` is not a transaction (tf explain TF204)"
    )
    match = pattern.match(line)
    assert match
    assert match.groups()[:5] == ("frameworks/iti/profiles/x.yaml", "31", "22", "error", "TF204")


def test_the_pieces_on_changes_are_valid(tmp_path: Path) -> None:
    """The changes of the guide stand in a supplement, and the proposal of the guide in its folder, without a problem."""
    root = tmp_path / "frameworks"
    shutil.copytree(ROOT / "frameworks", root)
    profile = root / "iti/profiles/pmir.yaml"
    changes = blocks("changing-an-existing-section.md", "yaml").replace("Ward Clock", "Time Client")
    profile.write_text(f"{profile.read_text(encoding='utf-8')}\n{changes}", encoding="utf-8")
    proposal = root / "iti/change_proposals/cp-iti-9001.yaml"
    proposal.write_text(blocks("writing-a-change-proposal.md", "yaml"), encoding="utf-8")
    found = check(load(root), root).open_problems
    assert [f"{p.where}: {p.code} {p.message}" for p in found] == []
