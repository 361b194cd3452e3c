"""``tf where``: from a printed line of a PDF to the file and line in which it was written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from build_tools.cli.build import DEFAULT_OUTPUT
from build_tools.cli.completed_names import DOCUMENTS
from build_tools.cli.places import project_root, root_option

_ENDING = ".lines.json"


@click.command()
@click.argument("document", metavar="DOCUMENT", shell_complete=DOCUMENTS)
@click.argument("line", type=click.IntRange(min=1))
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Where the PDFs are [default: build/site].",
)
@click.option("--json", "as_json", is_flag=True, help="Print the entry of the map as it is.")
@root_option
def command(document: str, line: int, output: Path | None, root: Path | None, *, as_json: bool) -> None:
    """Say where a printed line was written.

    DOCUMENT is what a reviewer cites: a volume `ITI/TF-1`, a supplement `ITI/MHD`, or `GeneralIntro`.
    The PDF must have line numbers: build it with `tf build --format pdf --draft`.

    Example: tf where ITI/MHD 412
    """
    base = root or project_root()
    folder = (output or base / DEFAULT_OUTPUT).resolve()
    lines = _lines(folder, document)
    entry = next((one for one in lines if one["line"] == line), None)
    if entry is None:
        raise click.UsageError(f"{document} has {len(lines)} lines; there is no line {line}")
    if as_json:
        click.echo(json.dumps(entry, ensure_ascii=False))
        return
    source = entry["source"]
    section = f", Section {entry['section']}" if entry["section"] else ""
    click.echo(f"{source['path']}:{source['line']}: page {entry['page']}{section}: {entry['words']} …")
    if written := _written(base / source["path"], source["line"]):
        click.echo(f"    {written}")


def line_maps(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The maps of all documents in a folder, by their names."""
    maps = (json.loads(f.read_text(encoding="utf-8")) for f in sorted(folder.rglob(f"*{_ENDING}")))
    return {found["document"]: found["lines"] for found in maps}


def _lines(folder: Path, document: str) -> list[dict[str, Any]]:
    """The map of a document, by its name however it is written."""
    known = line_maps(folder)
    names = {name.casefold(): name for name in known}
    name = names.get(document.casefold())
    if name is not None:
        return known[name]
    from build_tools.nearest import did_you_mean

    if not known:
        raise click.UsageError(
            "there is no PDF with line numbers; `tf build --format pdf --draft` makes them"
        )
    hint = did_you_mean(document, known)
    raise click.UsageError(f"no PDF with line numbers is called `{document}`; {hint or ', '.join(known)}")


def _written(file: Path, line: int) -> str:
    """The line as it stands in the file."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""
