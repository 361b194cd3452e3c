"""``tf serve``: build, watch, and reload the open page when a file changes."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.disposition_sheets import write_disposition_sheets
from build_tools.cli.places import root_option, site_root

DEFAULT_OUTPUT = Path("build/preview")


@click.command()
@click.option(
    "-p",
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port; 0 picks a free one.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Where to write [default: build/preview].",
)
@root_option
def command(port: int, host: str, output: Path | None, root: Path | None) -> None:
    """Preview the site; every change is printed and the open page reloads.

    The preview is a draft: problems are shown on the pages, and a PDF is made when a page's link asks for it. Full-text search works only in `tf build`.

    Example: tf serve --port 8001
    """
    from build_tools.sphinx_ext.preview import Preview
    from build_tools.sphinx_ext.preview_server import PreviewServer

    base = site_root(root)
    target = (output or base / DEFAULT_OUTPUT).resolve()
    preview = Preview(base, target)
    click.echo("building all pages; later only what changes is built", err=True)
    first = preview.build()
    write_disposition_sheets(preview.checked, target)
    click.echo(f"{first.pages} pages, {first.summary}, {first.seconds:.1f} s")
    try:
        server = PreviewServer(host, port, target, preview.pdf)
    except OSError as error:
        raise click.UsageError(f"cannot listen at {host}:{port}: {error.strerror}; try --port 0") from None
    with server:
        click.echo(f"http://{host}:{server.port}/  (Ctrl+C stops)")
        try:
            for update in preview.watch():
                for problem in update.new_problems:
                    click.echo(str(problem))
                click.echo(f"{update.pages} pages rewritten, {update.summary}, {update.seconds:.2f} s")
                server.reload(update.addresses)
        except KeyboardInterrupt:
            click.echo("stopped")
