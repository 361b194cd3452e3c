"""Notes under tables: numbered in the order in which the rows first use them."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.document.blocks import Prose
from model.grouping import Condition
from model.profile import Profile


class NoteNumbers:
    """Gives the notes of one table their numbers."""

    def __init__(self, profile: Profile) -> None:
        """Numbers for notes of this profile; no note has one yet."""
        self._profile = profile
        self._numbers: dict[str, int] = {}

    def mark(self, names: Iterable[str]) -> str:
        """The mark that a row prints: `` (See Note 1)``; empty for no notes or notes that nobody wrote."""
        known = [name for name in dict.fromkeys(names) if name in self._profile.notes]
        numbers = sorted(self._numbers.setdefault(name, len(self._numbers) + 1) for name in known)
        if not numbers:
            return ""
        shown = ", ".join(map(str, numbers))
        return f" (See Note {shown})" if len(numbers) == 1 else f" (See Notes {shown})"

    def tell(self, names: Iterable[str], when: Condition) -> bool:
        """Whether there are notes of these names that name every option of a condition."""
        found = [self._profile.notes[name] for name in names if name in self._profile.notes]
        said = " ".join(" ".join(found).split())
        return bool(found) and all(f"{o.removesuffix(' Option')} Option" in said for o in when.options)

    def notes(self) -> tuple[Prose, ...]:
        """The texts in the order of their numbers."""
        return tuple(
            Prose(self._profile.notes[name], self._profile.key, ("notes", name)) for name in self._numbers
        )
