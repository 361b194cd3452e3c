"""Framework -> its outline: every section, table and figure with its number, anchor and page address."""

from build_tools.outline.addresses import Addresses, slug
from build_tools.outline.headings import Caption, Heading, free
from build_tools.outline.places import Place, Places, outline
from build_tools.outline.prose_outline import heading_titles, prose_outline
from build_tools.outline.transaction_outline import MESSAGE_PARTS

__all__ = [
    "MESSAGE_PARTS",
    "Addresses",
    "Caption",
    "Heading",
    "Place",
    "Places",
    "free",
    "heading_titles",
    "outline",
    "prose_outline",
    "slug",
]
