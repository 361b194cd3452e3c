"""Labels, by which links find their places in a document, and what becomes of links whose places are elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_tools.pdf.typst_text import label

_REFERENCE = re.compile(r'#to\("([^"]*)", "([^"]*)", ("(?:[^"\\]|\\.)*"), (true|false)\)\[')
_PLACE = re.compile(r"#metadata\(none\)<([^>]*)>")


def label_of(address: str) -> str:
    """The label of a place: ``ch-10:10.4``, ``ITI-18``, ``MHD:33.1``; the page's folder tells pages of one name apart."""
    page, _, anchor = address.partition("#")
    stem = page.removesuffix(".html").removesuffix("/index")
    name = stem.rpartition("/")[2] if "/TF/" in stem else stem.replace("/", ".")
    return label(f"{name}:{anchor}" if anchor else name)


def resolved(text: str, labels: Mapping[str, str]) -> str:
    """The text of a document with every link led to its place in it, or to the site when it has none.

    Invisible places to which no link leads are left out, for the compiler would look after each.
    """
    used: set[str] = set()

    def lead(found: re.Match[str]) -> str:
        place, page, outside, cited = found.groups()
        name = labels.get(place) or labels.get(page)
        if name:
            used.add(name)
            return f"#{'cite-to' if cited == 'true' else 'link'}(<{name}>)["
        return f"#link({outside})["

    led = _REFERENCE.sub(lead, text)
    return _PLACE.sub(lambda found: found[0] if found[1] in used else "", led)
