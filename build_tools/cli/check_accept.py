"""``tf check --accept``: write the problems that are shown into the files of accepted problems."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from build_tools.checks.catalogue import PROBLEM_KINDS
from build_tools.editing.acceptance import AcceptanceRefusedError, Reason, acceptance_files, with_acceptances
from build_tools.nearest import did_you_mean
from build_tools.problems import Problem


def refuse_to_accept(code: str, reason: str | None, *, watch: bool) -> None:
    """Refuse to accept what does not exist or has no reason."""
    codes = [kind.code for kind in PROBLEM_KINDS]
    if code not in codes:
        raise click.UsageError(
            f"there is no problem `{code}`; {did_you_mean(code, codes) or 'see tf explain --list'}"
        )
    if not reason or not reason.strip():
        raise click.UsageError("say why with --reason; readers of the file will ask")
    if watch:
        raise click.UsageError("--accept and --watch do not go together")


def accept_problems(problems: list[Problem], code: str, reason: str, base: Path) -> None:
    """Write entries for the problems into the files of the frameworks they are in."""
    files = acceptance_files(problems)
    if not files:
        click.echo(f"no problem {code} that could be accepted", err=True)
        sys.exit(1)
    because = Reason(" ".join(reason.split()), datetime.now(tz=UTC).date().isoformat())
    try:
        texts = {
            name: with_acceptances(name, _text(base / name), found, because) for name, found in files.items()
        }
    except AcceptanceRefusedError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    for name, text in texts.items():
        (base / name).write_bytes(text.encode())
        click.echo(f"{name}: accepted {len(files[name])} of {code}")


def _text(file: Path) -> str:
    """The text of a file with its line breaks and its byte order mark, or nothing when there is no such file."""
    return file.read_bytes().decode() if file.exists() else ""
