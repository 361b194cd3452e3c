"""``tf export json`` and ``tf schema``: files for other systems and for text editors."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from build_tools.cli import tf as command
from tests.site.faulty import add_mistakes
from tests.site.project import ROOT, TINY, new_project, tf


def run(*arguments: str | Path) -> Result:
    """Call ``tf`` in this process."""
    return CliRunner().invoke(command, list(map(str, arguments)), prog_name="tf", catch_exceptions=False)


def test_the_json_is_valid_and_stable() -> None:
    """The same frameworks give the same text, whatever the order of sets and dictionaries; it is JSON."""
    one, other = (tf(["export", "json", "--root", TINY], hash_seed=seed) for seed in ("1", "2"))
    assert one.returncode == 0, one.stderr
    assert one.stdout == other.stdout
    assert json.loads(one.stdout)["format"] == "framework-press/1"


def test_it_may_be_written_to_a_file(tmp_path: Path) -> None:
    """With ``-o`` it goes into a file, whose folder is made; nothing else is printed to standard output."""
    file = tmp_path / "new/folder/framework.json"
    result = run("export", "json", "--root", TINY, "-o", file)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert str(file) in result.stderr
    assert file.read_text(encoding="utf-8") == run("export", "json", "--root", TINY).stdout


def test_errors_do_not_keep_it_back(tmp_path: Path) -> None:
    """A framework with errors is exported with them; the command says so and ends with 1."""
    project = new_project(tmp_path / "project")
    add_mistakes(project)
    result = run("export", "json", "--root", project)
    assert result.exit_code == 1
    assert "errors remain; see `tf check`" in result.stderr
    assert json.loads(result.stdout)["problems"]


def test_the_committed_schemas_are_fresh() -> None:
    """``tf schema --check`` finds nothing to renew in this project."""
    result = run("schema", "--check", "--root", ROOT)
    assert result.exit_code == 0, result.stdout


def test_a_stale_schema_is_named(tmp_path: Path) -> None:
    """A schema that does not match the model is named, and the command ends with 1; ``tf schema`` mends it."""
    (tmp_path / "frameworks").mkdir()
    shutil.copytree(ROOT / "model/schema", tmp_path / "model/schema")
    (tmp_path / "model/schema/profile.schema.json").write_text("{}", encoding="utf-8")
    result = run("schema", "--check", "--root", tmp_path)
    assert result.exit_code == 1
    assert "model/schema/profile.schema.json does not match the model; run `tf schema`" in result.stdout
    assert run("schema", "--root", tmp_path).exit_code == 0
    assert run("schema", "--check", "--root", tmp_path).exit_code == 0
