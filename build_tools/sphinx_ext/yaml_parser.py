"""A YAML file is a Sphinx document.

What Sphinx reads and keeps of it is only a mark that its pages are to be printed. The pages themselves are
built from the framework as a whole when they are written: that keeps Sphinx's forty transforms, its pickles and
its reference resolver off trees that need none of them, which is half of the time of a build.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.parsers import Parser

FILE_TYPE = "technical-framework"


class framework_pages(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes in lower case
    """Stands for all pages made from one YAML file."""


class FrameworkParser(Parser):
    """Reads a YAML file of a framework."""

    supported = (FILE_TYPE,)

    def parse(self, _inputstring: str, document: nodes.document) -> None:
        """Put the mark for the file's pages into the document."""
        document += framework_pages()
