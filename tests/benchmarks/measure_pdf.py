"""The PDFs: against the compiler alone, at ten times the size, and a chapter from a warm preview."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

from build_tools.pdf.compiler import compile_in_process
from build_tools.sphinx_ext.preview import Preview
from tests.benchmarks.commands import ROOT, Command, medians
from tests.benchmarks.figure import Figure
from tests.benchmarks.project_copy import tenfold_project

OWN_SHARE = 2.0
GROWTH = 11.0
CHAPTER_SHARE = 0.25
_ROUNDS = 5
_CHAPTER, _VOLUME = "ITI/TF/Volume1/ch-10.pdf", "ITI/TF/ITI-TF-1.pdf"


def measure(folder: Path) -> Iterator[Figure]:
    """Whole processes, line numbers and maps included, nothing kept from an earlier run."""
    site = folder / "site"
    tf = pdf_command(ROOT, site)
    found = medians({"tf": tf.seconds, "typst": lambda: compile_all(site)}, _ROUNDS)
    yield Figure("pages of all PDFs", _pages(site), "pages")
    yield Figure("tf build --format pdf, cold", found["tf"], "s")
    yield Figure("the Typst compiler alone, from the same sources", found["typst"], "s")
    yield Figure("pdf: tf build / the compiler alone", found["tf"] / found["typst"], "x", OWN_SHARE)
    yield Figure("peak memory of tf build --format pdf", tf.peak_megabytes(), "MB")
    yield from _growth(folder, found["tf"], _pages(site))
    yield from _warm(folder)


def pdf_command(project: Path, output: Path) -> Command:
    """A cold build of all PDFs of a project into a folder."""
    arguments = ("build_tools.cli", "build", "--format", "pdf", "--line-numbers", "--root", str(project))
    return Command((*arguments, "-o", str(output)), fresh=(output, output.with_name(f"{output.name}.cache")))


def compile_all(output: Path) -> float:
    """The time that the compiler needs for the sources of a build, two documents at a time as there."""
    sources = sorted(
        (output.with_name(f"{output.name}.cache") / "pdf").rglob("main.typ"),
        key=lambda file: -file.stat().st_size,
    )
    started = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        work = [
            pool.submit(compile_in_process, source, source.with_name("again.pdf"), mapped=False)
            for source in sources
        ]
        assert not any(one.result().fault for one in work)
    return time.perf_counter() - started


def _pages(output: Path) -> int:
    """How many pages all documents have."""
    import pypdfium2

    return sum(len(pypdfium2.PdfDocument(file)) for file in output.rglob("*.pdf"))


def _growth(folder: Path, before: float, pages: int) -> Iterator[Figure]:
    large = pdf_command(tenfold_project(folder / "tenfold"), folder / "site10")
    seconds = large.seconds()
    times = _pages(folder / "site10") / pages
    yield Figure("pdf: pages at 10x / at 1x", times, "x")
    yield Figure(
        "pdf growth: time at 10x / at 1x, for ten times the pages", seconds / before * 10 / times, "x", GROWTH
    )


def _warm(folder: Path) -> Iterator[Figure]:
    """A chapter and its volume from a preview that is running, each made anew."""
    preview = Preview(ROOT, folder / "preview")
    preview.build()
    found = {
        address: median(_made(preview, folder, address) for _ in range(_ROUNDS))
        for address in (_CHAPTER, _VOLUME)
    }
    yield Figure("chapter from a warm tf serve", found[_CHAPTER], "s")
    yield Figure("its volume from a warm tf serve", found[_VOLUME], "s")
    yield Figure("pdf: chapter / volume", found[_CHAPTER] / found[_VOLUME], "x", CHAPTER_SHARE)


def _made(preview: Preview, folder: Path, address: str) -> float:
    (folder / "preview" / address).unlink(missing_ok=True)
    started = time.perf_counter()
    assert preview.pdf(address)
    return time.perf_counter() - started
