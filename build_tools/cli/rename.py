"""``tf rename``: another name, everywhere it is written."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.cli.completed_names import ACTORS
from build_tools.cli.places import FOLDER, project_root, root_option


@click.group()
def command() -> None:
    """Give an actor another name in every field and every mention in prose.

    Example: tf rename actor "Document Source" "Document Submitter"
    """


@command.command()
@click.argument("old", shell_complete=ACTORS)
@click.argument("new")
@click.option("--write", is_flag=True, help="Change the files; without it, only show what would change.")
@root_option
def actor(old: str, new: str, root: Path | None, *, write: bool) -> None:
    """Rename an actor; shows the change as a diff and makes it with --write.

    Everything else in the files stays byte for byte. A name with two meanings, or one that is taken, is refused.

    Example: tf rename actor "Document Source" "Document Submitter" --write
    """
    from build_tools.checks import check
    from build_tools.editing import apply_edits, unified_diff
    from build_tools.editing.rename import RenameRefusedError, rename_actor
    from build_tools.loading import load

    base = root or project_root()
    checked = check(load(base / FOLDER), base / FOLDER)
    texts = project_texts(base)
    try:
        edits = rename_actor(checked, texts, old, new)
    except RenameRefusedError as refusal:
        click.echo(f"not renamed: {refusal}", err=True)
        sys.exit(1)
    changed = apply_edits(texts, edits)
    click.echo(unified_diff(texts, changed), nl=False)
    if write:
        for path in changed:
            (base / path).open("r+b").close()  # all or nothing: a file that must not be written ends it here
        for path, text in changed.items():
            (base / path).write_bytes(text.encode())
    done = "changed" if write else "would change (--write makes the change)"
    click.echo(f"{len(edits)} places in {len(changed)} files {done}", err=True)


def project_texts(base: Path) -> dict[str, str]:
    """The text of every file that editors write, by its printed path; line ends are kept as they are."""
    files = (
        f for f in sorted((base / FOLDER).rglob("*")) if f.suffix in (".yaml", ".md", ".csv") and f.is_file()
    )
    return {
        f.relative_to(base).as_posix(): f.read_bytes().decode("utf-8", errors="surrogateescape")
        for f in files
    }
