"""Where a profile's rows refer to its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.checks.named import FieldPath
from model.profile import Profile


def note_uses(profile: Profile) -> Iterator[tuple[FieldPath, str]]:
    """The path and name of each reference to a note."""
    for path, names in _lists(profile):
        for index, name in enumerate(names):
            yield (*path, "notes", index), name


def _lists(profile: Profile) -> Iterator[tuple[FieldPath, Sequence[str]]]:
    for i, actor in enumerate(profile.actors):
        yield ("actors", i), actor.notes
        for j, use in enumerate(actor.transactions):
            yield ("actors", i, "transactions", j), use.notes
        for j, module in enumerate(actor.content_modules):
            yield ("actors", i, "content_modules", j), module.notes
    for i, option in enumerate(profile.options):
        yield ("options", i), option.notes
        for j, row in enumerate(option.actors):
            yield ("options", i, "actors", j), row.notes
    for i, grouping in enumerate(profile.groupings):
        yield ("groupings", i), grouping.notes
