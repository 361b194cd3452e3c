"""The outline of a domain's chapter on the dependencies between its profiles (Volume 1, chapter 2)."""

from __future__ import annotations

from build_tools.outline.headings import Heading, captions, with_anchors
from model.framework import DomainFramework


def has_dependencies(part: DomainFramework) -> bool:
    """Whether anything is known of the dependencies between the domain's profiles."""
    return any(profile.dependencies is not None for profile in part.profiles)


def dependencies_outline(part: DomainFramework) -> Heading:
    """The chapter with its one section, which holds a figure and a table."""
    name = part.domain.name if part.domain else part.code
    found = captions(
        "2.1",
        ("figure", "diagram", f"Dependencies between {name} profiles"),
        ("table", "dependencies", f"{name} Profile Dependencies"),
    )
    section = Heading("2.1", "Dependencies among Profiles", "dependencies", captions=found)
    return with_anchors(Heading("2", f"{name} Profiles Overview", "overview", (section,)))
