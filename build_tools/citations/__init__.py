"""Prose -> what it refers to: transactions, sections, actors, options, ... written as IHE writes them."""

from build_tools.citations.mention import Mention
from build_tools.citations.names import Names
from build_tools.citations.scan import is_of_other_document, mentions

__all__ = ["Mention", "Names", "is_of_other_document", "mentions"]
