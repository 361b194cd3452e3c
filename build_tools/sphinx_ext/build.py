"""One run of Sphinx over all frameworks, in this process."""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import click
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from build_tools.checks import MARKUP, CheckedFramework, check
from build_tools.loading import load
from build_tools.nearest import did_you_mean
from build_tools.problems import Problem, Severity, Where

if TYPE_CHECKING:
    from build_tools.sphinx_ext.builder import SiteBuilder

_PERCENT = re.compile(r"writing output\.\.\. \[\s*(\d+)%\]")
_WARNING = re.compile(
    r"^(?P<path>[^:]*?)(?::(?P<line>\d+))?: (?:WARNING|ERROR): (?P<text>.*?)(?: \[[\w.]+\])?$"
)


class CannotBuildError(Exception):
    """There is no framework of the name that was given, or none at all."""


@dataclass(frozen=True)
class BuildReport:
    """What a build did."""

    pages: int
    """How many pages the site has."""
    problems: tuple[Problem, ...]
    """Problems nobody accepted, errors and warnings, and what Sphinx warned of."""
    is_draft: bool
    checked: CheckedFramework
    """What was built."""
    documents: int = 0
    """How many PDFs were made."""


class ProgressStream(io.TextIOBase):
    """Reads the percentage out of Sphinx's status lines."""

    def __init__(self, on_percent: Callable[[int], None]) -> None:
        """Call a function with every percentage."""
        self._on_percent = on_percent

    def write(self, text: str) -> int:
        """Take a piece of Sphinx's output."""
        for found in _PERCENT.finditer(text):
            self._on_percent(int(found[1]))
        return len(text)


@dataclass(frozen=True)
class BuildSettings:
    """How a site is built."""

    only: str | None = None
    """The folder or code of the only domain whose pages are written; None for all."""
    jobs: int = 1
    """How many processes write pages."""
    draft: bool = False
    """Whether pages show their problems even when none is an error."""
    full_text_search: bool = True
    formats: tuple[str, ...] = ("html",)
    """``html`` for the site, ``pdf`` for the documents beside it."""
    line_numbers: bool = False
    """Whether the lines of PDFs are numbered, and mapped to where they were written."""
    profile: str = ""
    """The only profile that is printed, with its transactions; empty for all documents."""
    chapter_pdfs: bool = False
    """Whether pages lead to a PDF of themselves, which the preview makes when it is asked for."""
    show_progress: bool = False
    builder: str = "tf"
    """``tf`` writes the site, ``tf-edition`` one document that stands alone."""


def build_site(root: Path, output: Path, settings: BuildSettings) -> BuildReport:
    """Build the site of the project in ``root`` into ``output``."""
    gc.disable()  # a build makes millions of small objects and ends; collecting them costs a fifth of its time
    frameworks = root / "frameworks"
    checked = check(load(frameworks), frameworks)
    is_draft = settings.draft or bool(checked.errors)
    warnings = io.StringIO()
    with (
        docutils_namespace(),
        patch_docutils(str(root)),
        click.progressbar(
            length=100, label="Writing pages", file=None, hidden=not settings.show_progress
        ) as bar,
    ):
        status = cast("IO[str]", ProgressStream(lambda percent: bar.update(percent - bar.pos)))
        app = make_app(root, output, (status, warnings), replace(settings, draft=is_draft))
        builder: SiteBuilder = app.builder  # type: ignore[assignment]
        builder.use(checked)
        builder.folder = _folder(builder, settings.only) if settings.only else ""
        builder.profile = _profile(builder, settings.profile) if settings.profile else ""
        app.build()
    sphinx = tuple(_sphinx_problems(warnings.getvalue(), root))
    open_problems = tuple(p for p in checked.open_problems if p.severity != Severity.HINT)
    pages = sum(1 for _ in builder.site.all_pages()) if "html" in settings.formats else 0
    return BuildReport(pages, (*open_problems, *sphinx), is_draft, checked, builder.documents)


def make_app(
    root: Path, output: Path, streams: tuple[IO[str] | None, IO[str] | None], settings: BuildSettings
) -> Sphinx:
    """A Sphinx application for the project; ``streams`` take its status and its warnings; its cache is beside the output."""
    values: dict[str, object] = {
        "tf_draft": settings.draft,
        "tf_full_text_search": settings.full_text_search,
        "tf_formats": list(settings.formats),
        "tf_line_numbers": settings.line_numbers,
        "tf_chapter_pdfs": settings.chapter_pdfs,
    }
    if not (root / "frameworks/general/domains.yaml").is_file():
        values |= _other_document(root / "frameworks")
    return Sphinx(
        srcdir=root / "frameworks",
        confdir=root,
        outdir=output,
        doctreedir=output.parent / f"{output.name}.cache",
        buildername=settings.builder,
        status=streams[0],
        warning=streams[1],
        parallel=settings.jobs,
        confoverrides=values,
    )


def _other_document(frameworks: Path) -> dict[str, object]:
    """The settings that make another file Sphinx's one document, where the first of all files is missing."""
    file = next(iter(sorted(frameworks.rglob("*.yaml"))), None)
    if file is None:
        raise CannotBuildError("there is no YAML file in `frameworks`, so there is nothing to build")
    name = file.relative_to(frameworks).as_posix()
    return {"root_doc": name.removesuffix(".yaml"), "include_patterns": [name], "exclude_patterns": []}


def _folder(builder: SiteBuilder, only: str) -> str:
    """The folder of a domain that is named by its folder or code."""
    parts = builder.site.linker.framework.domains
    part = next((p for p in parts if only.lower() in (p.folder.lower(), p.code.lower())), None)
    if part is None:
        known = ", ".join(f"`{p.folder}`" for p in parts)
        raise CannotBuildError(f"there is no framework `{only}`; known are {known}")
    return part.folder


def _profile(builder: SiteBuilder, name: str) -> str:
    """A profile by its acronym, however it is written."""
    known = {profile.profile.lower(): profile.profile for profile in builder.site.linker.framework.profiles}
    if name.lower() not in known:
        hint = did_you_mean(name, known.values())
        raise CannotBuildError(f"there is no profile `{name}`{f'; {hint}' if hint else ''}")
    return known[name.lower()]


def _sphinx_problems(text: str, root: Path) -> list[Problem]:
    """Sphinx's warnings as problems."""
    found = []
    for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines():
        match = _WARNING.match(line)
        if match:
            path = match["path"].removeprefix(f"{root}/")
            where = Where(path, int(match["line"] or 1), 1)
            found.append(Problem(where, MARKUP.code, MARKUP.severity, match["text"]))
        elif line.strip():
            found.append(Problem(Where("conf.py", 1, 1), MARKUP.code, MARKUP.severity, line.strip()))
    return list(dict.fromkeys(found))
