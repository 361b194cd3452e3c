"""What an attempt to print a document could not cope with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trouble:
    """What is left out of the next attempt, and reported."""

    broken: frozenset[str] = frozenset()
    """Addresses of images that cannot be read."""
    unprintable: frozenset[str] = frozenset()
    """Characters that no font has."""

    def __or__(self, other: Trouble) -> Trouble:
        return Trouble(self.broken | other.broken, self.unprintable | other.unprintable)
