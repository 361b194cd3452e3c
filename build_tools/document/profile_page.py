"""The page of a profile: its chapter in Volume 1, or the page of the supplement that carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.diagrams import DiagramRequest
from build_tools.document.blocks import (
    Badge,
    Block,
    Box,
    Bullets,
    Figure,
    Inline,
    Link,
    Page,
    Paragraph,
    Prose,
    Section,
)
from build_tools.document.groupings_table import groupings_table
from build_tools.document.links import Linker
from build_tools.document.option_blocks import option_blocks
from build_tools.document.phrases import NOT_WRITTEN, any_of, is_unknown, option_names
from build_tools.document.profile_tables import content_modules_table, options_table, transactions_table
from build_tools.document.provenance import profile_provenance
from build_tools.document.sections import fixed_phrase, prose, sections
from build_tools.outline import Heading, slug
from model.entity import Stage
from model.framework import DomainFramework
from model.issue import Issue
from model.profile import Profile, ProfileActor


def profile_page(linker: Linker, part: DomainFramework, profile: Profile) -> Page:
    """The full text of a profile."""
    outline = linker.places.outline(profile)
    assert outline is not None
    root = sections(outline, _Chapter(linker, profile).fill, profile.key)
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
                (*_front(linker, profile), *root.blocks, *_issues(profile), *profile_provenance(profile)),
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


def _issues(profile: Profile) -> Iterator[Block]:
    for field, title, issues in (
        ("open_issues", "Open Issues and Questions", profile.open_issues),
        ("closed_issues", "Closed Issues", profile.closed_issues),
    ):
        if issues:
            blocks = tuple(
                block for index, issue in enumerate(issues) for block in _issue(profile, field, index, issue)
            )
            yield Section("", title, slug(title), blocks, profile.key)


def _issue(profile: Profile, field: str, index: int, issue: Issue) -> Iterator[Block]:
    yield Paragraph((Badge(issue.issue, "issue-id"),), anchor=issue.issue)
    yield Prose(issue.question, profile.key, (field, index, "question"))
    if issue.resolution:
        yield Paragraph(("Resolution:",), "resolution")
        yield Prose(issue.resolution, profile.key, (field, index, "resolution"))


class _Chapter:
    """Fills the sections of one profile's chapter."""

    def __init__(self, linker: Linker, profile: Profile) -> None:
        self._linker = linker
        self._profile = profile

    def fill(self, heading: Heading) -> Iterable[Block]:
        slot, profile = heading.slot, self._profile
        if slot.startswith("actor:"):
            return self._actor(profile.actor(slot.removeprefix("actor:")))
        if slot.startswith("option:"):
            return option_blocks(self._linker, profile, slot.removeprefix("option:"))
        if slot.startswith("use_case:"):
            return self._use_case(heading)
        match slot:
            case "actors":
                return self._actors(heading)
            case "options":
                return self._options(heading)
            case "groupings":
                return self._groupings(heading)
            case "concepts":
                return prose(profile, "concepts", profile.concepts, "Not applicable.")
            case "use_cases" if not profile.use_cases:
                return (fixed_phrase(NOT_WRITTEN),)
            case "security":
                return prose(profile, "security", profile.security, NOT_WRITTEN)
            case "cross_profile":
                return prose(profile, "cross_profile", profile.cross_profile, "Not applicable.")
        return ()

    def _actors(self, heading: Heading) -> Iterator[Block]:
        profile = self._profile
        if is_unknown(profile, "actors") and not profile.actors:
            yield Paragraph(
                ("The actors and transactions of this profile are not publicly known to this project.",),
                "fixed-phrase",
            )
            return
        for caption in heading.captions:
            if caption.slot == "diagram":
                yield Figure(
                    DiagramRequest("actors", f"actors-{slug(profile.profile)}", profile.key),
                    caption.label,
                    caption.anchor,
                )
            elif caption.slot == "transactions":
                yield transactions_table(self._linker, profile, caption)
            else:
                yield content_modules_table(self._linker, profile, caption)

    def _actor(self, actor: ProfileActor | None) -> Iterator[Block]:
        assert actor is not None
        profile = self._profile
        index = profile.actors.index(actor)
        if actor.description:
            yield Prose(actor.description, profile.key, ("actors", index, "description"))
        rules = tuple(self._rules(actor))
        if rules:
            yield Bullets(rules)
        definition = self._linker.framework.actor(actor.actor)
        if not actor.description and not rules:
            name = self._linker.link("actor", actor.actor, "General Introduction, Appendix A")
            yield Paragraph(
                (
                    "No additional requirements needed.",
                    *((" See its definition in the ", name, ".") if definition else ()),
                ),
                "fixed-phrase",
            )

    def _rules(self, actor: ProfileActor) -> Iterator[tuple[Inline, ...]]:
        for rule in actor.rules:
            if rule.at_least_one_of:
                names = [_title(self._linker, name) for name in rule.at_least_one_of]
                yield (f"The {actor.actor} shall support at least one of {any_of(names)}.",)
            if rule.at_least_one_option_of:
                names = [
                    f"{n.removesuffix(' Option')} Option"
                    for n in option_names(self._profile, rule.at_least_one_option_of)
                ]
                yield (f"The {actor.actor} shall support at least one of the {any_of(names)}.",)

    def _options(self, heading: Heading) -> Iterator[Block]:
        profile = self._profile
        if is_unknown(profile, "options") and not profile.options:
            yield fixed_phrase("The options of this profile are not publicly known to this project.")
            return
        if not profile.actors:
            yield fixed_phrase("No options defined.")
            return
        yield options_table(self._linker, profile, heading.caption("options"))
        for option in profile.options:
            if not option.section:
                yield from option_blocks(self._linker, profile, option.option, titled=True)

    def _groupings(self, heading: Heading) -> Iterator[Block]:
        profile = self._profile
        if is_unknown(profile, "groupings") and not profile.groupings:
            yield fixed_phrase(
                "The required groupings of this profile are not publicly known to this project."
            )
        elif not profile.actors:
            yield fixed_phrase("None.")
        else:
            yield groupings_table(self._linker, profile, heading.caption("groupings"))

    def _use_case(self, heading: Heading) -> Iterator[Block]:
        _, number, *rest = heading.slot.split(":")
        index = int(number)
        case = self._profile.use_cases[index]
        if rest == ["description"]:
            yield Prose(case.description, self._profile.key, ("use_cases", index, "description"))
        elif rest == ["flow"]:
            if case.flow_description:
                yield Prose(
                    case.flow_description, self._profile.key, ("use_cases", index, "flow_description")
                )
            for caption in heading.captions:
                name = f"flow-{slug(self._profile.profile)}-{index + 1}"
                yield Figure(
                    DiagramRequest("process-flow", name, self._profile.key, index),
                    caption.label,
                    caption.anchor,
                )
            if not case.process_flow and not case.flow_description:
                yield fixed_phrase("Not applicable.")


def _title(linker: Linker, name: str) -> str:
    transaction = linker.framework.transaction(name)
    return transaction.title if transaction else name
