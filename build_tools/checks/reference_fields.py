"""Fields that hold a citation and nothing else: the column *Reference* of a profile's tables."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.prose import FieldPath, Text
from model.framework import Framework
from model.profile import Profile


def reference_fields(framework: Framework) -> Iterator[Text]:
    """Every such field of profiles and content modules, in the order of the files."""
    for profile in framework.profiles:
        for path, text in _of_profile(profile):
            if text:
                yield Text(profile.key, path, text)
    for module in framework.content_modules:
        if module.reference:
            yield Text(module.key, ("reference",), module.reference)


def _of_profile(profile: Profile) -> Iterator[tuple[FieldPath, str | None]]:
    for i, actor in enumerate(profile.actors):
        for j, use in enumerate(actor.content_modules):
            yield ("actors", i, "content_modules", j, "reference"), use.reference
    for i, option in enumerate(profile.options):
        yield ("options", i, "reference"), option.reference
        for j, row in enumerate(option.actors):
            yield ("options", i, "actors", j, "reference"), row.reference
    for i, grouping in enumerate(profile.groupings):
        yield ("groupings", i, "bindings"), grouping.bindings
