"""The one door to Typst: a process of its own for each document, for the compiler keeps what it once took."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

STANDARDS: tuple[Literal["a-3a", "ua-1"], ...] = ("a-3a", "ua-1")
"""The standards that every PDF keeps: for archives, and for screen readers."""
_FONT_FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/droid")
"""Where Debian keeps DejaVu Sans, in which diagrams are drawn, and Droid Sans Fallback, which has Chinese and
Japanese characters. All other fonts come with the compiler."""
_UNPRINTABLE = re.compile(r'the (?:text|PDF contains the codepoint) `"(.*?)"`')
"""How the compiler names characters that no font has, or that the standards forbid."""
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACES = (
    "(query(<ln>).map(e => { let p = e.location().position(); (e.value, p.page, p.x.pt(), p.y.pt()) }),"
    "query(<w>).map(e => { let p = e.location().position(); (e.value, p.page, p.x.pt(), p.y.pt()) }))"
)


@dataclass(frozen=True)
class Compiled:
    """What came of one document."""

    fault: str = ""
    """What the compiler says is wrong; the document is not written then."""
    lines: tuple[tuple[int, int, float, float], ...] = ()
    """Number, page, x and y of every line."""
    marks: tuple[tuple[int, int, float, float], ...] = ()
    """Number, page, x and y of every mark."""
    broken: tuple[str, ...] = ()
    """Files of images that cannot be read."""

    @property
    def unprintable(self) -> frozenset[str]:
        """Characters that cannot be printed, when that is the fault."""
        found = _UNPRINTABLE.findall(self.fault)
        return frozenset(_CODE.sub(lambda code: chr(int(code[1], 16)), "".join(found)))


def compile_in_process(source: Path, target: Path, *, mapped: bool) -> Compiled:
    """Compile a source file in a process of its own; ``mapped`` tells where every line and mark is."""
    # run as a script: as a module it would import the model first, which takes longer than a short document
    command = [sys.executable, "-P", __file__, str(source), str(target), "1" if mapped else "0"]
    environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    if done.returncode:
        return Compiled(
            fault=(done.stderr or done.stdout).strip() or f"the compiler ended with {done.returncode}"
        )
    found = json.loads(done.stdout)
    return Compiled(
        found["fault"],
        tuple(tuple(place) for place in found["lines"]),
        tuple(tuple(place) for place in found["marks"]),
        tuple(found["broken"]),
    )


def compile_here(source: Path, target: Path, *, mapped: bool) -> dict[str, Any]:
    """Compile a source file in this process."""
    import typst

    found: dict[str, Any] = {"fault": "", "lines": [], "marks": [], "broken": []}
    fonts = [folder for folder in _FONT_FOLDERS if Path(folder).is_dir()]
    compiler = typst.Compiler(
        str(source), root=str(source.parent), font_paths=fonts, ignore_system_fonts=True
    )
    try:
        content = compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=0)
    except typst.TypstError as error:
        found["fault"] = f"{error.message}\n{error.diagnostic}\n{' '.join(error.hints)}"
        found["broken"] = _broken(source.parent)
        return found
    target.parent.mkdir(parents=True, exist_ok=True)
    assert isinstance(content, bytes)
    target.write_bytes(content)
    if mapped:
        found["lines"], found["marks"] = json.loads(compiler.eval(_PLACES))
    return found


def _broken(folder: Path) -> list[str]:
    """The images in a folder that the compiler cannot read, each tried alone."""
    import typst

    found = []
    for file in sorted((folder / "figures").glob("*")):
        name = f"figures/{file.name}"
        source = f'#set document(title: "x")\n#image("{name}", alt: "x")'.encode()
        try:
            typst.Compiler(source, root=str(folder), ignore_system_fonts=True).compile(format="pdf")
        except typst.TypstError:
            found.append(name)
    return found


if __name__ == "__main__":
    print(json.dumps(compile_here(Path(sys.argv[1]), Path(sys.argv[2]), mapped=sys.argv[3] == "1")))  # noqa: T201
