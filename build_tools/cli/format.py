"""``tf format``: one layout for all YAML files."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import click

from build_tools.cli.places import FOLDER, project_root, root_option


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; exit with 1 when a file would change."
)
@root_option
def command(paths: tuple[Path, ...], root: Path | None, *, only_check: bool) -> None:
    """Lay out YAML files: indentation, line width, blank lines. Comments and meaning stay.

    Example: tf format frameworks/iti/profiles/xds-b.yaml
    """
    files = _files(paths or ((root or project_root()) / FOLDER,))
    changed = failed = 0
    with (
        click.progressbar(
            length=len(files), label="Laying out", file=sys.stderr, hidden=len(files) < 50
        ) as bar,
        ProcessPoolExecutor(max_workers=os.cpu_count() if len(files) > 20 else 1) as pool,
    ):
        for file, text, fault in pool.map(_laid_out, files, chunksize=8):
            bar.update(1)
            if fault:
                failed += 1
                click.echo(f"{file}: not laid out: {fault}")
            elif text is not None:
                changed += 1
                click.echo(f"{file}: {'would change' if only_check else 'changed'}")
                if not only_check:
                    file.write_bytes(text.encode())
    click.echo(f"{changed} of {len(files)} files {'would change' if only_check else 'changed'}", err=True)
    sys.exit(1 if failed or (only_check and changed) else 0)


def _files(paths: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    return found


def _laid_out(file: Path) -> tuple[Path, str | None, str]:
    """The file with its new text, or None when it stays, and what is wrong with it."""
    from build_tools.editing.layout import LayoutError, laid_out

    try:
        before = file.read_bytes().decode("utf-8")
        after = laid_out(before)
    except (LayoutError, OSError, UnicodeDecodeError) as fault:
        return file, None, str(fault)
    return file, after if after != before else None, ""
