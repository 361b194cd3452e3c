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


def site_root(root: Path | None) -> Path:
    """The project of which a site is to be made: it holds Sphinx's settings and the theme beside its frameworks."""
    base = root or project_root()
    for needed in ("conf.py", "themes", FOLDER):
        if not (base / needed).exists():
            raise click.UsageError(
                f"`{base}` has no `{needed}`, without which no site can be made; copy it from Framework Press"
            )
    return base


_ROOT = click.Path(exists=True, file_okay=False, path_type=Path)
_ROOT_HELP = "The project's folder; by default the nearest one that holds `frameworks`."

root_option = click.option("--root", type=_ROOT, default=None, help=_ROOT_HELP)

known_root_option = click.option(
    "--root",
    type=_ROOT,
    default=None,
    is_eager=True,
    callback=lambda _ctx, _param, value: value or project_root(),
    help=_ROOT_HELP,
)
"""For commands that ask questions: without a project they end before the first one."""
