"""The page of a profile: its chapter in Volume 1, or the page of the supplement that carries it."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import (
    Badge,
    Block,
    Box,
    Inline,
    Link,
    Page,
    Paragraph,
    Prose,
    Section,
)
from build_tools.document.change_blocks import changes_section
from build_tools.document.comment_issues import comment_issues
from build_tools.document.disposition_page import periods_of
from build_tools.document.links import Linker
from build_tools.document.profile_sections import ProfileSections
from build_tools.document.proposal_pages import proposals_of
from build_tools.document.provenance import profile_provenance
from build_tools.document.sections import sections
from build_tools.outline import slug
from build_tools.outline.changes import WrittenChange
from model.entity import Stage
from model.framework import DomainFramework
from model.issue import Issue
from model.profile import Profile


def profile_page(linker: Linker, part: DomainFramework, profile: Profile) -> Page:
    """The full text of a profile."""
    outline = linker.places.outline(profile)
    assert outline is not None
    root = sections(outline, ProfileSections(linker, profile).fill, profile.key)
    in_volume = profile.stage.in_volume
    return Page(
        linker.places.addresses.of_profile(profile),
        profile.heading,
        "chapter",
        (
            Section(
                root.number if profile.chapter else "",
                root.title,
                root.anchor,
                (
                    *_front(linker, profile),
                    *root.blocks,
                    *changes_section(linker, _changes(profile), part.code),
                    *_issues(linker, part, profile),
                    *proposals_of(linker, profile),
                    *periods_of(linker, part, profile),
                    *profile_provenance(profile),
                ),
                profile.key,
            ),
        ),
        profile.capsule.strip(),
        part.code,
        "1" if in_volume and profile.chapter else "",
        profile.stage.value,
        f"{part.code} TF-1: {profile.chapter}"
        if in_volume and profile.chapter
        else f"{part.code} TF supplement {profile.profile}",
        keys=(profile.key,),
        nav=f"{part.code}-1",
    )


def stub_page(linker: Linker, part: DomainFramework, profile: Profile) -> Page:
    """The page that keeps a profile's number in Volume 1 while its text stands in a supplement."""
    address = linker.places.addresses.of_stub(profile)
    assert address is not None
    assert profile.chapter is not None
    supplement = Link(f"{profile.title} supplement", linker.places.addresses.of_profile(profile))
    blocks: tuple[Block, ...] = (
        Paragraph((profile.capsule.strip(),), "lead"),
        Paragraph(
            (
                f"This chapter is reserved for the profile, whose stage is {profile.stage.label}. Its text is published in the ",
                supplement,
                ".",
            ),
            "trial-implementation",
        ),
    )
    return Page(
        address,
        profile.heading,
        "stub",
        (Section(profile.chapter, profile.heading, profile.chapter, blocks, profile.key),),
        profile.capsule.strip(),
        part.code,
        "1",
        profile.stage.value,
        f"{part.code} TF-1: {profile.chapter}",
        nav=f"{part.code}-1",
        searchable=False,
    )


def _front(linker: Linker, profile: Profile) -> Iterator[Block]:
    """What comes before section X.1: notices, the introduction or the capsule."""
    if profile.stage in (Stage.RETIRED, Stage.WITHDRAWN, Stage.DEPRECATED):
        yield _past_notice(linker, profile)
    if profile.former_chapter:
        yield Paragraph((f"The profile once stood in chapter {profile.former_chapter} of Volume 1.",), "note")
    if profile.chapter_note:
        yield Paragraph((f"In the published volume this chapter is {profile.chapter_note}.",), "note")
    yield Paragraph((profile.capsule.strip(),), "lead")
    if profile.introduction:
        yield Prose(profile.introduction, profile.key, ("introduction",))
    else:
        yield Paragraph(
            (
                "The narrative of this profile is not yet written; its tables are complete as far as they are publicly known.",
            ),
            "fixed-phrase",
        )


def _changes(profile: Profile) -> list[WrittenChange]:
    return [WrittenChange(profile, ("changes", i), change) for i, change in enumerate(profile.changes)]


def _past_notice(linker: Linker, profile: Profile) -> Box:
    parts: list[Inline] = [f"This profile is {profile.stage.label.lower()}."]
    for index, name in enumerate(profile.replaced_by):
        parts += [" Use " if index == 0 else " or ", linker.link("profile", name)]
    if profile.replaced_by:
        parts.append(" instead.")
    return Box(
        (Paragraph((profile.stage.label,), "admonition-title"), Paragraph(tuple(parts))),
        "admonition warning",
        "aside",
        (("aria-label", "Status of this profile"),),
    )


def _issues(linker: Linker, part: DomainFramework, profile: Profile) -> Iterator[Block]:
    for field, title, issues in (
        ("open_issues", "Open Issues and Questions", profile.open_issues),
        ("closed_issues", "Closed Issues", profile.closed_issues),
    ):
        written = (
            block for index, issue in enumerate(issues) for block in _issue(profile, field, index, issue)
        )
        blocks = (*written, *comment_issues(linker, part, profile, closed=field == "closed_issues"))
        if blocks:
            yield Section("", title, slug(title), blocks, profile.key)


def _issue(profile: Profile, field: str, index: int, issue: Issue) -> Iterator[Block]:
    yield Paragraph((Badge(issue.issue, "issue-id"),), anchor=issue.issue)
    yield Prose(issue.question, profile.key, (field, index, "question"))
    if issue.resolution:
        yield Paragraph(("Resolution:",), "resolution")
        yield Prose(issue.resolution, profile.key, (field, index, "resolution"))
