"""What a rule finds: something wrong at a field of an entity, or at a place in its text."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.problems import Severity
from model.entity import Key

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule found at a field of an entity; the place in the file is looked up afterwards."""

    key: Key
    path: FieldPath
    """Field names, as they stand in YAML, and indexes, from the entity to the field."""
    message: str
    """What is wrong and what must hold; the author's words in backticks, lower case, no full stop."""
    hint: str = ""
    offset: int | None = None
    """The character in :attr:`prose`, when the finding is about a place in a text."""
    prose: str = ""
    at_name: bool = False
    """Whether the field's name is meant, not its value."""
    severity: Severity | None = None
    """How much it matters, where that differs from the rule's own severity."""
