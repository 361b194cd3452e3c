"""The Markdown that prose may use: CommonMark with tables, definition lists, footnotes and struck-out text.

MyST's further syntax (directives, roles, targets, comments) is for documents that Sphinx resolves; here it would be
lost or break the build, so it is printed as it is written.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache
from typing import Any

from docutils import nodes
from docutils.parsers.rst.languages import get_language
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser
from pygments.lexers import find_lexer_class_by_name  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

from build_tools.sphinx_ext.change_marks import inserted_plugin

SUPPRESSED = ["myst.header", "myst.strikethrough"]
"""Warnings that are of no use to an author."""

_NOT_PROSE = (
    "html_block",
    "html_inline",
    "front_matter",
    "myst_role",
    "myst_target",
    "myst_block_break",
    "myst_line_comment",
)
_CONFIG = MdParserConfig(
    enable_extensions={"deflist", "strikethrough"},
    suppress_warnings=SUPPRESSED,
    disable_syntax=list(_NOT_PROSE),
)
_ENGLISH = get_language("en")


class ProseRenderer(DocutilsRenderer):
    """MyST's renderer without directives."""

    def setup_render(self, options: dict[str, Any], env: MutableMapping[str, Any]) -> None:
        """Begin a text; as MyST does it, without the empty document that it makes each time for nothing."""
        document = options["document"]
        self.md_env, self.md_options, self.md_config = env, options, options["myst_config"]
        self.document, self.current_node, self.reporter = document, document, document.reporter
        self.language_module_rst = _ENGLISH  # type: ignore[assignment]
        self._heading_offset = 0
        self._level_to_section = {0: document}
        self._heading_slugs = {}

    def render_fence(self, token: SyntaxTreeNode) -> None:
        """Render a block of code; one that is written as a directive is printed, not run."""
        name = token.info.partition(" ")[0]
        if not name.startswith("{"):
            super().render_fence(token)
            return
        line = token.map[0] + 1 if token.map else None
        self.reporter.warning(f"`{name}` is not used in prose; its text is printed as code", line=line)
        text = f"{token.info}\n{token.content}"
        self.current_node.append(nodes.literal_block(text, text, language="text"))

    def create_highlighted_code_block(
        self, text: str, lexer_name: str | None, *arguments: Any, **options: Any
    ) -> nodes.Element:
        """Make a block of code; in a language that is not known it is printed without colours."""
        name = lexer_name if lexer_name and _is_language(lexer_name) else None
        return super().create_highlighted_code_block(text, name, *arguments, **options)


class ChangeRenderer(ProseRenderer):
    """The same for the text of a change, in which words are marked as inserted or deleted."""

    def render_ins(self, token: SyntaxTreeNode) -> None:
        """Render inserted words."""
        self._render_marked(token, "inserted")

    def render_s(self, token: SyntaxTreeNode) -> None:
        """Render deleted words."""
        self._render_marked(token, "deleted")

    def _render_marked(self, token: SyntaxTreeNode, style: str) -> None:
        node = nodes.inline(classes=[style])
        self.add_line_and_source_path(node, token)
        with self.current_node_context(node, append=True):
            self.render_children(token)


@cache
def _is_language(name: str) -> bool:
    try:
        find_lexer_class_by_name(name)
    except ClassNotFound:
        return False
    return True


def markdown() -> MarkdownIt:
    """A parser for prose; it makes docutils nodes."""
    return create_md_parser(_CONFIG, ProseRenderer)


def markdown_of_changes() -> MarkdownIt:
    """A parser for the text of changes: what is inserted or deleted becomes an inline node of that class."""
    parser = create_md_parser(_CONFIG, ChangeRenderer)
    inserted_plugin(parser)
    return parser
