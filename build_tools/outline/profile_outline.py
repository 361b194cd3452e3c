"""The outline of a profile's chapter, after IHE's supplement template (Volume 1, section X)."""

from __future__ import annotations

from typing import Literal

from build_tools.outline.headings import Heading, Wanted, captions
from build_tools.outline.prose_outline import prose_outline
from model.profile import Profile
from model.use_case import UseCase


def profile_outline(profile: Profile) -> Heading:
    """The chapter: X.1 actors, X.2 options, X.3 groupings, X.4 overview, X.5 security, X.6 cross profile."""
    x = profile.section
    name = profile.profile
    return Heading(
        x,
        profile.heading,
        "profile",
        (
            _actors(profile, x),
            _options(profile, x),
            _groupings(profile, x),
            _overview(profile, x),
            Heading(
                f"{x}.5",
                f"{name} Security Considerations",
                "security",
                prose_outline(profile.security, f"{x}.5"),
            ),
            Heading(
                f"{x}.6",
                f"{name} Cross Profile Considerations",
                "cross_profile",
                prose_outline(profile.cross_profile, f"{x}.6"),
            ),
        ),
    )


def has_table(profile: Profile, table: Literal["options", "groupings"]) -> bool:
    """Whether the options or groupings are printed as a table: there are actors, and something is known of it."""
    rows = profile.options if table == "options" else profile.groupings
    return bool(profile.actors) and (bool(rows) or table not in profile.unknown)


def _actors(profile: Profile, x: str) -> Heading:
    name = profile.profile
    has_modules = any(actor.content_modules for actor in profile.actors)
    has_transactions = any(actor.transactions for actor in profile.actors)
    return Heading(
        f"{x}.1",
        f"{name} Actors, Transactions, and Content Modules",
        "actors",
        (
            Heading(
                f"{x}.1.1",
                "Actor Descriptions and Actor Profile Requirements",
                "requirements",
                tuple(
                    Heading(f"{x}.1.1.{number}", actor.actor, f"actor:{actor.actor}")
                    for number, actor in enumerate(profile.actors, 1)
                ),
            ),
        ),
        captions(
            f"{x}.1",
            ("figure", "diagram", f"{name} Actor Diagram") if profile.actors else None,
            ("table", "transactions", f"{name} - Actors and Transactions")
            if has_transactions or (profile.actors and not has_modules)
            else None,
            ("table", "content_modules", f"{name} - Actors and Content Modules") if has_modules else None,
        ),
    )


def _options(profile: Profile, x: str) -> Heading:
    """The options in the order of their sections; those of a family with a section of its own stand in it."""
    name = profile.profile
    inside: dict[str, list[Heading]] = {family.section: [] for family in profile.option_families}
    found: list[Heading] = []
    for option in profile.options:
        if option.section:
            title = f"{option.option.removesuffix(' Option')} Option"
            above = option.section.rpartition(".")[0]
            heading = Heading(option.section, title, f"option:{option.option}")
            inside.get(above, found).append(heading)
    found.extend(
        Heading(
            family.section,
            family.title,
            f"option_family:{family.family}",
            tuple(sorted(inside[family.section], key=_by_number)),
        )
        for family in profile.option_families
    )
    return Heading(
        f"{x}.2",
        f"{name} Actor Options",
        "options",
        tuple(sorted(found, key=_by_number)),
        captions(
            f"{x}.2",
            ("table", "options", f"{name} - Actors and Options") if has_table(profile, "options") else None,
        ),
    )


def _groupings(profile: Profile, x: str) -> Heading:
    name = profile.profile
    table: Wanted = ("table", "groupings", f"{name} - Required Actor Groupings")
    return Heading(
        f"{x}.3",
        f"{name} Required Actor Groupings",
        "groupings",
        captions=captions(f"{x}.3", table if has_table(profile, "groupings") else None),
    )


def _by_number(heading: Heading) -> tuple[tuple[int, str], ...]:
    return section_order(heading.number)


def _overview(profile: Profile, x: str) -> Heading:
    cases = tuple(
        _use_case(case, f"{x}.4.2.{number}", number) for number, case in enumerate(profile.use_cases, 1)
    )
    return Heading(
        f"{x}.4",
        f"{profile.profile} Overview",
        "overview",
        (
            Heading(f"{x}.4.1", "Concepts", "concepts", prose_outline(profile.concepts, f"{x}.4.1")),
            Heading(f"{x}.4.2", "Use Cases", "use_cases", cases),
        ),
    )


def _use_case(case: UseCase, number: str, position: int) -> Heading:
    flow = captions(
        f"{number}.2", ("figure", "flow", f"Process Flow: {case.use_case}") if case.process_flow else None
    )
    return Heading(
        number,
        f"Use Case #{position}: {case.use_case}",
        f"use_case:{position - 1}",
        (
            Heading(
                f"{number}.1", f"{case.use_case} Use Case Description", f"use_case:{position - 1}:description"
            ),
            Heading(
                f"{number}.2", f"{case.use_case} Process Flow", f"use_case:{position - 1}:flow", captions=flow
            ),
        ),
    )


def section_order(number: str) -> tuple[tuple[int, str], ...]:
    """Sorts section numbers as a reader counts: 10.2.9 before 10.2.10, letters after digits."""
    return tuple((int(part), "") if part.isdigit() else (1_000_000, part) for part in number.split("."))
