"""The layout of YAML files: one indentation, one line width, comments kept.

This is the only use of ruamel.yaml, which is twenty times slower than the loader but keeps comments and quotes.
"""

from __future__ import annotations

import io
import re

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.representer import RoundTripRepresenter

WIDTH = 110
"""Characters of a line, as in the code."""


class LayoutError(Exception):
    """The text is not YAML that can be laid out; `tf check` tells what is wrong."""


def laid_out(text: str) -> str:
    """The same YAML in the project's layout; laying it out again changes nothing."""
    previous, current = text, _once(text)
    for _ in range(3):
        if current == previous:
            break
        previous, current = current, _once(current)
    return current


def _once(text: str) -> str:
    yaml = _yaml()
    try:
        data = yaml.load(text)
    except YAMLError as error:
        raise LayoutError(str(error).partition("\n")[0]) from None
    if data is None:
        return text
    out = io.StringIO()
    yaml.dump(data, out)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).rstrip("\n")) + "\n"


def _yaml() -> YAML:
    yaml = YAML()
    yaml.width = WIDTH
    yaml.preserve_quotes = True
    yaml.allow_duplicate_keys = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.Representer = _Representer
    return yaml


class _Representer(RoundTripRepresenter):
    """Writes ``null`` in words, as the loader and the schemas call it."""


_Representer.add_representer(
    type(None), lambda representer, _: representer.represent_scalar("tag:yaml.org,2002:null", "null")
)
