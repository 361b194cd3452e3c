"""``tf build``: the whole site, or the pages of one framework."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.completed_names import DOMAINS, PROFILES
from build_tools.cli.disposition_sheets import write_disposition_sheets
from build_tools.cli.places import root_option, site_root

if TYPE_CHECKING:
    from build_tools.sphinx_ext.build import BuildReport

DEFAULT_OUTPUT = Path("build/site")


@click.command()
@click.option(
    "--framework",
    "only",
    metavar="DOMAIN",
    shell_complete=DOMAINS,
    help="Write only the pages of this domain, such as `iti`.",
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
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "pdf", "all"]),
    default="html",
    show_default=True,
    help="The site, the PDFs of all volumes and supplements, or both.",
)
@click.option(
    "--only",
    "profile",
    metavar="PROFILE",
    shell_complete=PROFILES,
    help="Print only this profile, with its transactions.",
)
@click.option(
    "--line-numbers/--no-line-numbers",
    default=None,
    help="Whether PDFs have line numbers, which `tf where` resolves; by default those of drafts do.",
)
@root_option
def command(
    only: str | None,
    jobs: int | None,
    output: Path | None,
    root: Path | None,
    profile: str | None,
    *,
    draft: bool,
    search: bool,
    format_: str,
    line_numbers: bool | None,
) -> None:
    """Build the site, or the PDFs, from the frameworks.

    Only pages that differ from the last build are written. A framework with errors is built as a draft that
    shows them on its pages; the exit code is 1 then.

    Example: tf build --format pdf --only XDS.b --draft
    """
    from build_tools.sphinx_ext.build import BuildSettings, CannotBuildError, build_site

    base = site_root(root)
    target = (output or base / DEFAULT_OUTPUT).resolve()
    if profile and format_ != "pdf":
        raise click.UsageError("--only prints one profile; it needs --format pdf")
    try:
        settings = BuildSettings(
            only,
            jobs or os.cpu_count() or 1,
            draft,
            search,
            show_progress=sys.stderr.isatty(),
            formats=("html", "pdf") if format_ == "all" else (format_,),
            line_numbers=draft if line_numbers is None else line_numbers,
            profile=profile or "",
        )
        report = build_site(base, target, settings)
    except CannotBuildError as error:
        raise click.UsageError(str(error)) from None
    if format_ != "pdf":
        write_disposition_sheets(report.checked, target)
    gc.freeze()  # Python looks for garbage once more before it ends, which would take a sixth of the whole time
    for problem in report.problems:
        click.echo(str(problem))
    state = "as a draft, because it has errors" if report.is_draft and not draft else ""
    click.echo(f"{_made(report, settings.formats)} in {target} {state}".rstrip(), err=True)
    if report.problems:
        sys.exit(1)


def _made(report: BuildReport, formats: tuple[str, ...]) -> str:
    """What was made: ``756 pages and 60 PDFs``."""
    pdfs = f"{report.documents} PDF{'' if report.documents == 1 else 's'}"
    counted = {"html": f"{report.pages} pages", "pdf": pdfs}
    return " and ".join(counted[one] for one in formats)
