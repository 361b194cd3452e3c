"""Shell completion, asked for as a shell asks: by environment variables, and once by a real Bash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import COMMANDS, tf
from tests.site.project import ROOT, TINY


def completions(*words: str, kind: str = "bash", folder: Path = TINY) -> list[str]:
    """What is offered for the last of the words; the command must answer in silence whatever was typed."""
    asked = {
        "bash": {"COMP_WORDS": "\n".join(("tf", *words)), "COMP_CWORD": str(len(words))},
        "fish": {"COMP_WORDS": " ".join(("tf", *words)), "COMP_CWORD": words[-1]},
    }[kind]
    done = subprocess.run(
        [sys.executable, "-m", "build_tools.cli"],
        env={**os.environ, **asked, "_TF_COMPLETE": f"{kind}_complete", "PYTHONPATH": str(ROOT)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return [line.removeprefix("plain,") for line in done.stdout.splitlines() if line]


def test_sub_commands() -> None:
    """Every command is offered, though each is imported only when it is used."""
    assert completions("") == list(COMMANDS)
    assert completions("sh") == ["show"]
    assert completions("graph", "need") == ["needed-by", "needs"]


def test_options_and_their_values() -> None:
    """Options of a command, and the words that an option takes."""
    assert completions("build", "--fr") == ["--framework"]
    assert completions("check", "--format", "s") == ["sarif"]
    assert completions("list", "--stage", "final") == ["final-text"]
    assert completions("list", "--framework", "d") == ["documents"]
    assert completions("completion", "") == ["bash", "zsh", "fish"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("show", "DE"), ["DEX"]),
        (("show", "img-"), ["IMG-1"]),
        (("show", '"image v'), ["Image Viewer"]),
        (("show", "Image\\ V"), ["Image\\\\ Viewer"]),
        (("build", "--only", "v"), ["VIEW"]),
        (("rename", "actor", "Image\\ V"), ["Image\\\\ Viewer"]),
        (("graph", "withdraw", "IMG"), ["IMG-1"]),
        (("explain", "tf204"), ["TF204"]),
        (("check", "--accept", "TF204"), ["TF204"]),
    ],
    ids=" ".join,
)
def test_names(words: tuple[str, ...], expected: list[str]) -> None:
    """Names of the frameworks and codes of problems, whatever the case; Bash gets blanks marked as its script needs."""
    assert completions(*words) == expected


def test_a_name_is_offered_with_what_it_names() -> None:
    """Shells that show a word beside a completion get the entity's title."""
    assert completions("show", "DE", kind="fish") == ["DEX\tDocument Exchange"]


def test_documents(tmp_path: Path) -> None:
    """``tf where`` completes the documents that have a map of their lines."""
    folder = tmp_path / "build/site/ITI/MHD"
    folder.mkdir(parents=True)
    (folder / "MHD.lines.json").write_text('{"document": "ITI/MHD", "lines": []}', encoding="utf-8")
    (tmp_path / "frameworks").mkdir()
    assert completions("where", "iti", folder=tmp_path) == ["ITI/MHD"]
    (folder / "MHD.lines.json").write_text("{", encoding="utf-8")
    assert completions("where", "iti", folder=tmp_path) == []


@pytest.mark.parametrize("words", [("show", "zzz"), ("show", "a", "b", ""), ("show", '"')])
def test_what_means_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    """A name like no other, a word too many, an open quotation, no project: nothing is offered, nothing is said."""
    assert completions(*words, folder=tmp_path) == []


def test_after_a_misspelt_command() -> None:
    """There the commands are offered again, without a word of complaint in the middle of the line."""
    assert completions("shwo", "") == list(COMMANDS)


def test_a_broken_project_completes_what_can_be_read(tmp_path: Path) -> None:
    """In the middle of an edit the names in all other files are still offered."""
    shutil.copytree(TINY / "frameworks", tmp_path / "frameworks")
    (tmp_path / "frameworks/imaging/actors.yaml").write_bytes(b"actors: [\xff")
    assert completions("show", "DE", folder=tmp_path) == ["DEX"]


@pytest.mark.skipif(not shutil.which("bash"), reason="needs Bash")
@pytest.mark.parametrize(("word", "reply"), [("Image\\ V", "Image\\ Viewer"), ('"Image V', "Image Viewer")])
def test_a_real_bash(word: str, reply: str, tmp_path: Path) -> None:
    """With the printed script, Bash puts one word of two parts into the line."""
    script = CliRunner().invoke(tf, ["completion", "bash"], catch_exceptions=False).stdout
    command = tmp_path / "tf"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m build_tools.cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    asked = f"COMP_WORDS=(tf show {_quoted(word)}) COMP_CWORD=2; _tf_completion tf; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(
        ["bash", "--norc", "-c", f"{script}\ncomplete -p tf\n{asked}"],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
        cwd=TINY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["complete -o nosort -F _tf_completion tf", reply]
    assert done.stderr == ""


def _quoted(word: str) -> str:
    return f"'{word}'"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_asks_for_tf(shell: str) -> None:
    """The script of each shell registers itself for ``tf`` and asks by the variable that the command looks for."""
    done = CliRunner().invoke(tf, ["completion", shell], catch_exceptions=False)
    assert done.exit_code == 0
    assert f"_TF_COMPLETE={shell}_complete" in done.stdout
    assert "_tf_completion" in done.stdout


def test_help_says_where_the_script_goes() -> None:
    """The help names the file of each shell, each on a line of its own."""
    lines = CliRunner().invoke(tf, ["completion", "--help"]).stdout.splitlines()
    for file, line in [
        ("~/.bashrc", 'eval "$(tf completion bash)"'),
        ("~/.zshrc", 'eval "$(tf completion zsh)"'),
        ("config.fish", "tf completion fish | source"),
    ]:
        assert any(file in one and one.endswith(line) for one in lines)
