"""``tf schema``: the JSON Schemas that text editors use for completion."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.cli.places import project_root, root_option


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; exit with 1 when a schema is stale."
)
@root_option
def command(root: Path | None, *, only_check: bool) -> None:
    """Write the JSON Schemas of all kinds of file into model/schema.

    Example: tf schema --check
    """
    from build_tools.exports.json_schema import stale_schemas, write_schemas

    folder = (root or project_root()) / "model" / "schema"
    if not only_check:
        write_schemas(folder)
        return
    stale = stale_schemas(folder)
    for name in stale:
        click.echo(f"model/schema/{name} does not match the model; run `tf schema`")
    sys.exit(1 if stale else 0)
