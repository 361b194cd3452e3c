"""Changes that an editor makes to the framework in miniature, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.site.project import edit

Edit = Callable[[Path], None]


def _words(file: str, old: str, new: str) -> Edit:
    return lambda project: edit(project, file, old, new)


def _remove(file: str) -> Edit:
    return lambda project: (project / file).unlink()


def _write(file: str, text: str) -> Edit:
    def write(project: Path) -> None:
        path = project / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return write


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n'

EDITS: dict[str, Edit] = {
    "a definition": _words("documents/actors.yaml", "Tells what happened.", "Tells what happened, in time."),
    "the name of a transaction": _words(
        "documents/transactions/doc-2.yaml", "name: Receive Receipt", "name: Take Receipt"
    ),
    "the section of an option": _words("documents/profiles/dex.yaml", 'section: "3.2.1"', 'section: "3.2.3"'),
    "the chapter of a profile": _words("documents/profiles/oldx.yaml", 'chapter: "10"', 'chapter: "11"'),
    "the stage of a supplement": _words(
        "documents/profiles/news.yaml", "stage: trial-implementation", "stage: final-text"
    ),
    "the date of a publication": _words("documents/framework.yaml", "2024-05-31", "2025-01-31"),
    "a term that prose uses": _words("general/glossary.yaml", "term: Affinity Group", "term: Affinity Club"),
    "a heading in prose": _words("general/chapters/reading.md", "## Code\n", "## More Code\n\n## Code\n"),
    "an image": _write("frameworks/documents/images/letter.svg", _SVG),
    "an image that goes": _remove("frameworks/documents/images/letter.svg"),
    "a new transaction": _write(
        "frameworks/imaging/transactions/img-2.yaml",
        'transaction: IMG-2\nname: Print Image\nsection: "4.2"\nstage: draft\nroles:\n'
        "  - {actor: Image Viewer, role: performer}\nstandards: [HTTP 1.1]\n",
    ),
    "a mistake, which makes a draft": _words(
        "documents/profiles/dex.yaml", "actor: Image Viewer}", "actor: Image Vewer}"
    ),
    "the mistake mended": _words(
        "documents/profiles/dex.yaml", "actor: Image Vewer}", "actor: Image Viewer}"
    ),
    "a profile that goes": _remove("frameworks/documents/profiles/sum.yaml"),
    "a template of the theme": lambda project: _append(project / "themes/ihe/footer.html", "<!-- new -->\n"),
    "a style sheet": lambda project: _append(project / "themes/ihe/static/css/print.css", "/* new */\n"),
    "a framework that goes": lambda project: (project / "frameworks/imaging/framework.yaml").unlink(),
}
"""Each edit by what changes."""


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
