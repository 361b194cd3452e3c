"""``make bench``: measure, print a table, and write ``build/bench.json``; exit with 1 when a goal is missed."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import (
    measure_build,
    measure_check,
    measure_edit,
    measure_growth,
    measure_pdf,
    measure_review,
    time_spent,
)
from tests.benchmarks.commands import ROOT
from tests.benchmarks.figure import Figure, table

MEASUREMENTS: tuple[Callable[[Path], Iterator[Figure]], ...] = (
    measure_check.measure,
    measure_build.measure,
    measure_edit.measure,
    measure_growth.measure,
    measure_pdf.measure,
    measure_review.measure,
    time_spent.measure,
)
"""Every benchmark: a function that is given an empty folder to work in."""


def main() -> None:
    """Run the benchmarks whose names are given, or all."""
    found: list[Figure] = []
    for measure in MEASUREMENTS:
        name = measure.__module__.rpartition(".")[2].removeprefix("measure_")
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        with tempfile.TemporaryDirectory(prefix=f"bench-{name}-") as folder:
            figures = list(measure(Path(folder)))
        print(table(figures), flush=True)
        found += figures
    result = ROOT / "build" / "bench.json"
    result.parent.mkdir(exist_ok=True)
    result.write_text(json.dumps([figure.as_data() for figure in found], indent=1) + "\n", encoding="utf-8")
    sys.exit(1 if any(figure.holds is False for figure in found) else 0)


if __name__ == "__main__":
    main()
