"""What all commands of ``tf`` have in common: help with an example, exit codes, and no traceback for an author's mistake."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from build_tools.cli import COMMANDS, tf
from tests.site.project import ROOT


def commands(
    command: click.Command = tf, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it, those with sub-commands included."""
    if path:
        yield path, command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            found = command.get_command(ctx, name)
            assert found, name
            yield from commands(found, (*path, name))


ALL = dict(commands())
every_command = pytest.mark.parametrize("path", ALL, ids=" ".join)


def run(*arguments: str) -> Result:
    """Call ``tf`` in this process; an exception that is no exit fails the test."""
    return CliRunner().invoke(tf, arguments, prog_name="tf", catch_exceptions=False)


def example(command: click.Command) -> list[str]:
    """The words of a command's example."""
    found = re.search(r"Example: tf (.+)", command.help or "")
    assert found, f"{command.name} has no example"
    return shlex.split(found[1])


def test_help_names_every_command() -> None:
    """``tf --help`` lists the commands in the order of their use, tells the exit codes and shows an example."""
    result = run("--help")
    assert result.exit_code == 0
    assert re.findall(r"^  (\w+)  +\S", result.output.partition("Commands:")[2], re.MULTILINE) == list(
        COMMANDS
    )
    assert "Exit codes: 0 fine, 1 problems found, 2 wrong use." in result.output
    assert "Example: tf check" in result.output


@every_command
def test_help_shows_an_example(path: tuple[str, ...]) -> None:
    """The help of every command says in a sentence what it does, and shows a call of it."""
    result = run(*path, "--help")
    assert result.exit_code == 0
    assert f"Usage: tf {' '.join(path)}" in result.output
    assert "Example: tf" in result.output
    first = (ALL[path].help or "").split("\n\n")[0]
    assert first.endswith(".")


@every_command
def test_the_example_is_a_call_of_the_command(path: tuple[str, ...]) -> None:
    """An example calls the command itself, with options that it has."""
    words = example(ALL[path])
    assert tuple(words[: len(path)]) == path
    called = path
    while (*called, *words[len(called) : len(called) + 1]) in ALL and len(words) > len(called):
        called = (*called, words[len(called)])
    known = {name for param in ALL[called].params for name in (*param.opts, *param.secondary_opts)} | {
        "--help"
    }
    assert {word for word in words if word.startswith("-")} <= known


@every_command
def test_every_option_is_explained(path: tuple[str, ...]) -> None:
    """No option is left without a word on what it does."""
    for param in ALL[path].params:
        if isinstance(param, click.Option):
            assert param.help, param.name


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("biuld", "build"), ("exprot", "export"), ("lst", "list")]
)
def test_a_misspelt_command_is_answered_with_the_right_one(typed: str, meant: str) -> None:
    """Wrong use ends with 2 and offers the nearest command."""
    result = run(typed)
    assert result.exit_code == 2
    assert f"there is no command `{typed}`; did you mean `{meant}`?" in result.output


def test_a_command_like_no_other() -> None:
    """Where nothing is near, the help is named instead."""
    result = run("zzz")
    assert result.exit_code == 2
    assert "`tf --help` lists the commands" in result.output


@pytest.mark.parametrize(
    "arguments", [("check", "--nonsense"), ("build", "-j", "0"), ("serve", "--port", "x"), ("--nonsense",)]
)
def test_a_wrong_option_is_wrong_use(arguments: tuple[str, ...]) -> None:
    """An option that does not exist, or a value that it does not take, ends with 2."""
    assert run(*arguments).exit_code == 2


NEED_A_PROJECT = [
    "check",
    "build",
    "serve --port 0",
    "export json",
    "new profile",
    "rename actor One Two",
    "format",
    "show MHD",
    "list profiles",
    "graph cycles",
    "schema --check",
]


@pytest.mark.parametrize("arguments", NEED_A_PROJECT)
def test_outside_a_project(arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no project, the command says so kindly and names what to do; it ends with 2."""
    monkeypatch.chdir(tmp_path)
    result = run(*arguments.split())
    assert result.exit_code == 2
    assert (
        "no folder `frameworks` here or above; run tf inside a project, or name one with --root"
        in result.output
    )
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []


def test_inside_a_folder_of_a_project(monkeypatch: pytest.MonkeyPatch) -> None:
    """The project is found from any folder inside it."""
    monkeypatch.chdir(ROOT / "tests/site/tiny/frameworks/documents/profiles")
    result = run("list", "profiles")
    assert result.exit_code == 0
    assert "DEX" in result.output


def test_version() -> None:
    """``tf --version`` prints one line, installed or not."""
    result = run("--version")
    assert result.exit_code == 0
    assert re.fullmatch(r"tf.+\n", result.output)


def test_output_may_be_cut_short() -> None:
    """A reader like ``head`` that stops listening ends the command without a word of protest."""
    with subprocess.Popen(
        [sys.executable, "-m", "build_tools.cli", "explain", "--list", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) in (0, 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("list", "actors", "--framework", "nowhere"), "there is no framework `nowhere`; known are "),
        (
            (
                "new",
                "profile",
                "--domain",
                "documents",
                "--acronym",
                "../x",
                "--title",
                "T",
                "--capsule",
                "C",
                "--kind",
                "workflow",
                "--actor",
                "Image Store",
            ),
            "`../x` is no acronym",
        ),
        (("build",), "has no `conf.py`, without which no site can be made"),
        (("serve", "--port", "0"), "has no `conf.py`, without which no site can be made"),
        (("export", "json", "--output", "frameworks/x.json/y.json"), "`frameworks/x.json`: file exists"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_is_said_kindly(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    """Wrong names and files that cannot be used end with 2 and a sentence that names them, never with a traceback."""
    shutil.copytree(ROOT / "tests/site/tiny/frameworks", tmp_path / "frameworks")
    (tmp_path / "frameworks/x.json").write_text("", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "build_tools.cli", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
