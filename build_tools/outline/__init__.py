"""Framework -> its outline: every section, table and figure with its number, anchor and page address."""

from build_tools.outline.addresses import Addresses, slug
from build_tools.outline.headings import Caption, Heading
from build_tools.outline.places import Place, Places, outline
from build_tools.outline.prose_outline import prose_outline

__all__ = ["Addresses", "Caption", "Heading", "Place", "Places", "outline", "prose_outline", "slug"]
