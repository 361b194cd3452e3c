"""``tf where``: from a printed line of a PDF to the file and line in which it was written."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.build import DEFAULT_OUTPUT
from build_tools.cli.completed_names import DOCUMENTS
from build_tools.cli.line_maps import line_maps, mapped_lines, without_map
from build_tools.cli.places import project_root, root_option
from build_tools.cli.printing import format_option, print_json

_LISTED = 8


@click.command()
@click.argument("document", metavar="DOCUMENT", shell_complete=DOCUMENTS)
@click.argument("line", type=click.IntRange(min=1))
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Where the PDFs are, the site or an edition [default: build/site].",
)
@format_option
@root_option
def command(document: str, line: int, output: Path | None, form: str, root: Path | None) -> None:
    """Say where a printed line was written.

    DOCUMENT is what a reviewer cites: a volume `ITI/TF-1`, a supplement `ITI/MHD`, or `GeneralIntro`.
    The PDF must have line numbers: build it with `tf build --format pdf --draft`. An edition that was published
    answers for itself: -o publications/ITI/MHD/1.0-public-comment.

    Example: tf where ITI/MHD 412
    """
    base = root or project_root()
    name, file = _map(output or base / DEFAULT_OUTPUT, document)
    lines = mapped_lines(file)
    if line > len(lines):
        raise click.UsageError(f"the last line of {name} is {len(lines)}; there is no line {line}")
    entry = lines[line - 1]
    if form == "json":
        print_json({"document": name, **entry})
        return
    source = entry["source"]
    section = f", Section {entry['section']}" if entry["section"] else ""
    click.echo(f"{source['path']}:{source['line']}: page {entry['page']}{section}: {entry['words']} …")
    if written := _written(base / source["path"], source["line"]):
        click.echo(f"    {written}")


def _map(folder: Path, document: str) -> tuple[str, Path]:
    """The name of a document and its map, however its name is written."""
    known = line_maps(folder.resolve())
    wanted = document.casefold().removesuffix(".pdf")
    named = [name for name in known if name.casefold() == wanted]
    short = [name for name in known if name.casefold().endswith(f"/{wanted}")]
    found = named or short
    if len(found) == 1:
        return found[0], known[found[0]]
    if found:
        raise click.UsageError(f"`{document}` may be {' or '.join(found)}")
    raise click.UsageError(_unknown(folder, document, list(known)))


def _unknown(folder: Path, document: str, known: list[str]) -> str:
    """Why there is no map of a document, and what to do about it."""
    from build_tools.nearest import did_you_mean

    make = "`tf build --format pdf --draft` numbers them"
    if any(name.casefold() == document.casefold() for name in without_map(folder)):
        return f"the lines of {document} are not numbered; {make}"
    if not known:
        return f"there is no PDF with line numbers in {folder}; `tf build --format pdf --draft` makes them"
    listed = f"there are {', '.join(known[:_LISTED])}{' and others' if len(known) > _LISTED else ''}"
    return f"no PDF with line numbers is called `{document}`; {did_you_mean(document, known) or listed}"


def _written(file: Path, line: int) -> str:
    """The line as it stands in the file."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""
