"""Pages -> docutils nodes -> HTML: the only package that imports docutils or Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_tools.sphinx_ext import html_nodes
from build_tools.sphinx_ext.builder import SiteBuilder
from build_tools.sphinx_ext.edition_builder import EditionBuilder
from build_tools.sphinx_ext.yaml_parser import FILE_TYPE, FrameworkParser, framework_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the YAML source type, the builder of the site and the nodes it prints."""
    app.add_config_value("tf_draft", default=False, rebuild="html", types=frozenset({bool}))
    app.add_config_value("tf_formats", default=("html",), rebuild="", types=frozenset({list, tuple}))
    app.add_config_value("tf_line_numbers", default=False, rebuild="", types=frozenset({bool}))
    app.add_config_value("tf_chapter_pdfs", default=False, rebuild="", types=frozenset({bool}))
    app.add_config_value("tf_full_text_search", default=True, rebuild="", types=frozenset({bool}))
    app.add_source_suffix(".yaml", FILE_TYPE)
    app.add_source_parser(FrameworkParser)
    app.add_node(framework_pages)
    app.add_builder(SiteBuilder)
    app.add_builder(EditionBuilder)
    html_nodes.setup_nodes(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
