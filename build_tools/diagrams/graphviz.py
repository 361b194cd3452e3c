"""The one door to Graphviz: all graphs are laid out by a single ``dot`` process."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from build_tools.diagrams.graph import Layout, Point


class GraphvizMissing(RuntimeError):  # noqa: N818  the name says what is the matter
    """The program ``dot`` is not installed or does not work."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Graphviz lays out the actor diagrams, and its program `dot` was not found"
            + (f" to work: {detail}" if detail else "")
            + "; install it with: sudo apt-get install graphviz"
        )


def dot_program() -> Path:
    """The file of the ``dot`` program. Raises GraphvizMissing when there is none."""
    found = shutil.which("dot")
    if found is None:
        raise GraphvizMissing
    return Path(found).resolve()


def dot_version() -> str:
    """What ``dot`` says of its version, for example ``dot - graphviz version 2.43.0 (0)``."""
    return _run(["-V"], "").stderr.strip()


def lay_out(dots: Sequence[str]) -> tuple[Layout, ...]:
    """Lay out graphs written in the DOT language, all in one process; no graphs, no process."""
    if not dots:
        return ()
    printed = _run(["-Tjson0"], "".join(dots)).stdout
    layouts = tuple(_layout(graph) for graph in _graphs(printed))
    if len(layouts) != len(dots):
        raise GraphvizMissing(f"it gave {len(layouts)} layouts for {len(dots)} graphs")
    return layouts


def _run(arguments: list[str], text: str) -> subprocess.CompletedProcess[str]:
    program = dot_program()
    try:
        # The file may be named otherwise than `dot`, and Graphviz takes the engine from the name: -K says it.
        return subprocess.run(  # noqa: S603  fixed arguments; the graphs hold numbers only, nothing editors wrote
            [str(program), "-Kdot", *arguments],
            input=text,
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
    except subprocess.CalledProcessError as error:
        raise GraphvizMissing(error.stderr.strip()) from error
    except OSError as error:
        raise GraphvizMissing(str(error.strerror)) from error


def _graphs(printed: str) -> Iterable[dict[str, Any]]:
    """The JSON objects that ``dot`` printed one after the other."""
    decoder = json.JSONDecoder()
    at = 0
    while (at := printed.find("{", at)) >= 0:
        graph, at = decoder.raw_decode(printed, at)
        yield graph


def _layout(graph: dict[str, Any]) -> Layout:
    left, bottom, right, top = (float(value) for value in graph["bb"].split(","))

    def point(text: str) -> Point:
        x, y = text.split(",")
        return round(float(x) - left, 2), round(top - float(y), 2)

    centres = {node["name"]: point(node["pos"]) for node in graph.get("objects", ())}
    paths = {
        int(edge["id"]): tuple(point(text) for text in edge["pos"].split()) for edge in graph.get("edges", ())
    }
    return Layout(right - left, top - bottom, centres, tuple(paths[number] for number in sorted(paths)))
