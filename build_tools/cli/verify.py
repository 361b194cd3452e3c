"""``tf verify``: proof that no published byte changed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.cli.completed_names import PUBLISHED_DOCUMENTS
from build_tools.cli.places import project_root, root_option
from build_tools.cli.printing import format_option, print_json


@click.command()
@click.argument("document", metavar="[DOCUMENT]", required=False, shell_complete=PUBLISHED_DOCUMENTS)
@format_option
@root_option
def command(document: str | None, form: str, root: Path | None) -> None:
    """Compare every file of every published edition with the checksum it was published with.

    Files that are missing, changed or extra are named; the exit code is 1 then.

    Example: tf verify ITI/MHD
    """
    from build_tools.publish.verify import verified

    base = (root or project_root()).resolve()
    found = list(verified(base, document))
    if document and not found:
        raise click.UsageError(f"nothing is published of `{document}`; `tf status` lists the documents")
    damages = [damage for _, _, damaged in found for damage in damaged]
    if form == "json":
        print_json(
            {
                "editions": [
                    {"edition": name, "files": count, "intact": not bad} for name, count, bad in found
                ],
                "damages": [damage.as_data() for damage in damages],
            }
        )
    else:
        for name, count, damaged in found:
            click.echo(f"{name}: {f'{len(damaged)} damaged' if damaged else f'{count} files, as published'}")
            for damage in damaged:
                click.echo(f"  {damage.fault}: {damage.file}")
        if not found:
            click.echo("nothing is published yet", err=True)
    sys.exit(1 if damages else 0)
