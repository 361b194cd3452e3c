"""A mention: one place in prose that refers to something."""

from __future__ import annotations

from typing import NamedTuple

from model.entity import Key


class Mention(NamedTuple):
    """Characters of a text that refer to something, and to what."""

    start: int
    end: int
    text: str
    """The characters from start to end, as they are written."""
    kind: str
    """``transaction``, ``section``, ``table``, ``figure``, ``actor``, ``option``, ``profile``,
    ``content_module``, ``standard``, ``term``, ``issue`` or ``change_proposal``."""
    key: Key | None = None
    """The entity meant, when it is defined. For an issue its profile; for an option its profile, when there is one only."""
    domain: str = ""
    """The domain's code; empty for the domain the text stands in."""
    volume: str = ""
    """The volume's number without the letter of a part; empty for the volume the text stands in."""
    number: str = ""
    """The number of a section, table or figure, the id of a transaction or issue, the name of an option."""
