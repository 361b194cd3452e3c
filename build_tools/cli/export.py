"""``tf export``: the frameworks for other systems."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.cli.places import FOLDER, project_root, root_option


@click.group()
def command() -> None:
    """Write the checked frameworks in a format for other systems.

    Example: tf export json -o build/framework.json
    """


@command.command("json")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write [default: standard output].",
)
@root_option
def export_json(output: Path | None, root: Path | None) -> None:
    """Write everything as one documented, versioned JSON.

    Fields may be added to it later; none is ever removed or changes its meaning. Its description is in
    docs/export-json.md.

    Example: tf export json -o build/framework.json
    """
    from build_tools.checks import check
    from build_tools.exports.framework_json import framework_json
    from build_tools.loading import load

    frameworks = (root or project_root()) / FOLDER
    checked = check(load(frameworks), frameworks)
    text = framework_json(checked)
    if output is None:
        click.echo(text, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8")
        click.echo(f"{output}: {len(text):,} characters", err=True)
    if checked.errors:
        click.echo(f"{len(checked.errors)} errors remain; see `tf check`", err=True)
        sys.exit(1)
