"""Where the commands look: the project's root and its ``frameworks`` folder."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = "frameworks"


def project_root(start: Path | None = None) -> Path:
    """The nearest folder upwards that holds ``frameworks``."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / FOLDER).is_dir():
            return folder
    raise click.UsageError(
        f"no folder `{FOLDER}` here or above; run tf inside a project, or name one with --root"
    )


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="The project's folder; by default the nearest one that holds `frameworks`.",
)
