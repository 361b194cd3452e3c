"""Diagrams and images of a document: files beside its source, each once, no larger than a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from build_tools.pdf.table_layout import UPRIGHT
from build_tools.pdf.typst_text import quoted, spelled_out

_POINTS = 0.68
"""Points for a pixel of a diagram: its letters are as large as those of a table then."""
_TALLEST = 560.0
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')
_MAGIC = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}


class Figures:
    """Collects the files of one document's figures."""

    def __init__(
        self,
        images: Mapping[str, Path],
        broken: frozenset[str] = frozenset(),
        unprintable: frozenset[str] = frozenset(),
    ) -> None:
        """Figures of a document; ``images`` by address, ``broken`` ones cannot be read, ``unprintable`` has no font."""
        self.unprintable = unprintable
        self.files: dict[str, bytes] = {}
        self.addresses: dict[str, str] = {}
        """The address of every image of the framework by the name of its file."""
        self._images = images
        self._broken = broken

    def diagram(self, svg: str, alternative: str, caption: str, label: str) -> str:
        """A diagram in its natural size, or as large as the page allows; a very wide one lies on its side."""
        name = self._add(spelled_out(_without_links(svg), self.unprintable).encode(), ".svg")
        found = _SIZE.search(svg)
        width, height = (float(found[1]) * _POINTS, float(found[2]) * _POINTS) if found else (UPRIGHT, 0)
        across = width > 1.7 * UPRIGHT and width > 1.2 * height
        room, tall = (_TALLEST + 40, UPRIGHT) if across else (UPRIGHT, _TALLEST)
        shrink = min(1.0, room / width, tall / height if height else 1.0)
        size = f"{width * shrink:.1f}pt"
        if across:
            return f"\n#turned({quoted(name)}, {size}, {quoted(alternative)}, [{caption}]){label}\n"
        shown = f"image({quoted(name)}, width: {size}, alt: {quoted(alternative)})"
        return f"\n#figure(kind: image, caption: [{caption}], {shown}){label}\n"

    def image(self, address: str, words: str, *, alone: bool) -> tuple[str, str]:
        """What is wrong with an image, or an empty text and the image."""
        file = self._images.get(address)
        if file is None:
            return "it is not in the framework", ""
        content = file.read_bytes()
        fault = _fault(file, content) or ("it is damaged" if address in self._broken else "")
        if fault:
            return fault, ""
        name = self._add(content, file.suffix.lower(), address)
        return "", f"#picture({quoted(name)}, {quoted(words)}, {'true' if alone else 'false'})"

    def _add(self, content: bytes, suffix: str, address: str = "") -> str:
        name = f"figures/{hashlib.sha256(content).hexdigest()[:20]}{suffix}"
        self.files[name] = content
        if address:
            self.addresses[name] = address
        return name


def _fault(file: Path, content: bytes) -> str:
    """What keeps an image from being read, as far as its beginning shows."""
    suffix = file.suffix.lower()
    if suffix == ".svg":
        try:
            root = ET.fromstring(content)  # noqa: S314 -- the framework's own file
        except ET.ParseError as error:
            return f"it is no XML: {error}"
        return "" if root.tag.endswith("svg") else "it is no SVG"
    return "" if content.startswith(_MAGIC.get(suffix, (b"",))) else f"it is no {suffix[1:].upper()} file"


def _without_links(svg: str) -> str:
    """The drawing without the addresses that differ from page to page."""
    return re.sub(r' href="[^"]*"', "", svg)
