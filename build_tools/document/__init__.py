"""CheckedFramework -> pages: trees of small frozen blocks, with IHE's section numbers and stable anchors."""

from build_tools.document.blocks import Page
from build_tools.document.links import Linker
from build_tools.document.site import Site, site

__all__ = ["Linker", "Page", "Site", "site"]
