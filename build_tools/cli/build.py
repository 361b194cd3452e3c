"""``tf build``: the whole site, or the pages of one framework."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from build_tools.cli.places import project_root, root_option

DEFAULT_OUTPUT = Path("build/site")


@click.command()
@click.option(
    "--framework", "only", metavar="DOMAIN", help="Write only the pages of this domain, such as `iti`."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    help="Processes that write pages; by default one a core.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Where to write [default: build/site].",
)
@click.option("--draft", is_flag=True, help="Show problems on the pages, whether or not one is an error.")
@click.option("--search/--no-search", default=True, help="Whether to make the full-text index.")
@root_option
def command(
    only: str | None, jobs: int | None, output: Path | None, root: Path | None, *, draft: bool, search: bool
) -> None:
    """Build the site from the frameworks.

    Only pages that differ from the last build are written. A framework with errors is built as a draft that
    shows them on its pages; the exit code is 1 then.

    Example: tf build -j 2
    """
    from build_tools.sphinx_ext.build import BuildSettings, CannotBuildError, build_site

    base = root or project_root()
    target = (output or base / DEFAULT_OUTPUT).resolve()
    try:
        settings = BuildSettings(
            only, jobs or os.cpu_count() or 1, draft, search, show_progress=sys.stderr.isatty()
        )
        report = build_site(base, target, settings)
    except CannotBuildError as error:
        raise click.UsageError(str(error)) from None
    for problem in report.problems:
        click.echo(str(problem))
    state = "as a draft, because it has errors" if report.is_draft and not draft else ""
    click.echo(f"{report.pages} pages in {target} {state}".rstrip(), err=True)
    if report.problems:
        sys.exit(1)
