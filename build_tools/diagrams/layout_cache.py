"""Layouts kept between builds, so that a build in which no graph changed starts no ``dot`` at all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from build_tools.diagrams import graphviz
from build_tools.diagrams.graph import Layout


def cached_layouts(dots: Sequence[str], folder: Path | None) -> dict[str, Layout]:
    """The layout of every DOT text: from the folder where it is known, from one ``dot`` run where not."""
    distinct = list(dict.fromkeys(dots))
    if folder is None or not distinct:
        return dict(zip(distinct, graphviz.lay_out(distinct), strict=True))
    folder.mkdir(parents=True, exist_ok=True)
    version = _version(folder)
    files = {dot: folder / f"{_digest(version, dot)}.json" for dot in distinct}
    known = {dot: layout for dot, file in files.items() if (layout := _read(file))}
    missing = [dot for dot in distinct if dot not in known]
    for dot, layout in zip(missing, graphviz.lay_out(missing), strict=True):
        _write(files[dot], [layout.width, layout.height, layout.centres, layout.paths])
        known[dot] = layout
    return known


def _version(folder: Path) -> str:
    """The version of ``dot``, asked again only when the program's file changed."""
    program = graphviz.dot_program()
    status = program.stat()
    file = folder / f"dot-{_digest(str(program), str(status.st_mtime_ns), str(status.st_size))[:16]}.json"
    try:
        return str(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError):
        version = graphviz.dot_version()
        _write(file, version)
        return version


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _read(file: Path) -> Layout | None:
    """The layout in a file; None when there is none or it is damaged."""
    try:
        width, height, centres, paths = json.loads(file.read_text("utf-8"))
        return Layout(
            width,
            height,
            {name: (x, y) for name, (x, y) in centres.items()},
            tuple(tuple((x, y) for x, y in path) for path in paths),
        )
    except (OSError, ValueError, AttributeError, TypeError):
        return None


def _write(file: Path, value: object) -> None:
    """Write a file whole or not at all, because several builds may share the folder."""
    draft = file.with_suffix(f".{os.getpid()}.part")
    draft.write_text(json.dumps(value, separators=(",", ":")), "utf-8")
    draft.replace(file)
