"""The sections of a profile's chapter: actors, options, groupings, overview, security, cross profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from build_tools.diagrams import DiagramRequest
from build_tools.document.actor_rules import actor_rules
from build_tools.document.blocks import Block, Bullets, Figure, Paragraph, Prose
from build_tools.document.groupings_table import groupings_table
from build_tools.document.links import Linker
from build_tools.document.option_blocks import option_blocks
from build_tools.document.phrases import NO_ACTORS, NOT_WRITTEN, is_unknown
from build_tools.document.profile_tables import content_modules_table, options_table, transactions_table
from build_tools.document.sections import fixed_phrase, prose
from build_tools.outline import Heading, slug
from model.profile import Profile, ProfileActor


class ProfileSections:
    """Fills the sections of one profile's chapter."""

    def __init__(self, linker: Linker, profile: Profile) -> None:
        """Sections of this profile."""
        self._linker = linker
        self._profile = profile

    def fill(self, heading: Heading) -> Iterable[Block]:
        """The blocks of a section, by its slot."""
        kind, _, name = heading.slot.partition(":")
        return self._fills[kind](heading, name) if kind in self._fills else ()

    @cached_property
    def _fills(self) -> Mapping[str, Callable[[Heading, str], Iterable[Block]]]:
        """For each slot the method that fills it."""
        profile = self._profile
        return {
            "actors": lambda heading, _: self._actors(heading),
            "requirements": lambda *_: () if profile.actors else (fixed_phrase("Not applicable."),),
            "actor": lambda _, name: self._actor(profile.actor(name)),
            "options": lambda heading, _: self._options(heading),
            "option": lambda _, name: option_blocks(self._linker, profile, name),
            "option_family": lambda _, name: self._option_family(name),
            "groupings": lambda heading, _: self._groupings(heading),
            "concepts": lambda *_: prose(profile, "concepts", profile.concepts, "Not applicable."),
            "use_cases": lambda *_: () if profile.use_cases else (fixed_phrase(NOT_WRITTEN),),
            "use_case": lambda heading, _: self._use_case(heading),
            "security": lambda *_: prose(profile, "security", profile.security, NOT_WRITTEN),
            "cross_profile": lambda *_: prose(
                profile, "cross_profile", profile.cross_profile, "Not applicable."
            ),
        }

    def _actors(self, heading: Heading) -> Iterator[Block]:
        profile = self._profile
        if not profile.actors:
            unknown = "The actors and transactions of this profile are not publicly known to this project."
            yield fixed_phrase(unknown if is_unknown(profile, "actors") else NO_ACTORS)
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
        rules = tuple((sentence,) for sentence in actor_rules(self._linker, profile, actor))
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

    def _options(self, heading: Heading) -> Iterator[Block]:
        profile = self._profile
        if heading.has_caption("options"):
            yield options_table(self._linker, profile, heading.caption("options"))
        elif is_unknown(profile, "options"):
            yield fixed_phrase("The options of this profile are not publicly known to this project.")
        else:
            yield fixed_phrase("No options defined.")
        for option in profile.options:
            if not option.section:
                yield from option_blocks(self._linker, profile, option.option, titled=True)

    def _option_family(self, name: str) -> Iterator[Block]:
        families = self._profile.option_families
        index, family = next((i, f) for i, f in enumerate(families) if f.family == name)
        if family.description:
            yield Prose(family.description, self._profile.key, ("option_families", index, "description"))

    def _groupings(self, heading: Heading) -> Iterator[Block]:
        profile = self._profile
        if heading.has_caption("groupings"):
            yield groupings_table(self._linker, profile, heading.caption("groupings"))
        elif is_unknown(profile, "groupings"):
            yield fixed_phrase(
                "The required groupings of this profile are not publicly known to this project."
            )
        else:
            yield fixed_phrase("None.")

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
