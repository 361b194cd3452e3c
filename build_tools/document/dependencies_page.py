"""A domain's chapter on how its profiles depend on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.diagrams import DiagramRequest
from build_tools.document.blocks import Block, Break, Cell, Figure, Inline, Page, Paragraph, Row, Table
from build_tools.document.links import Linker
from build_tools.document.sections import line, sections
from build_tools.document.volume_pages import chapters_in_order
from build_tools.outline import Heading
from build_tools.outline.addresses import dependencies_page
from build_tools.outline.dependencies_outline import dependencies_outline
from model.framework import DomainFramework
from model.profile import Dependency, Profile


def dependencies_chapter(linker: Linker, part: DomainFramework) -> Page:
    """Volume 1, chapter 2: how the profiles depend on each other, as figure and table."""
    domain = part.domain
    assert domain is not None
    outline = dependencies_outline(part)

    def fill(heading: Heading) -> Iterable[Block]:
        return _dependencies(linker, part, heading) if heading.slot == "dependencies" else ()

    return Page(
        dependencies_page(part.code),
        outline.title,
        "chapter",
        (sections(outline, fill, domain.key),),
        f"Dependencies among the {domain.name} profiles.",
        part.code,
        "1",
        citation=f"{part.code} TF-1: 2",
        nav=f"{part.code}-1",
    )


def _dependencies(linker: Linker, part: DomainFramework, heading: Heading) -> Iterator[Block]:
    assert part.domain is not None
    profiles = chapters_in_order(part)
    diagram, table = heading.caption("diagram"), heading.caption("dependencies")
    yield Paragraph(
        (
            "A profile may rest on others. The figure shows which profiles need which, from the table below and from the required groupings of actors.",
        )
    )
    request = DiagramRequest("dependencies", f"dependencies-{part.folder}", part.domain.key)
    yield Figure(request, diagram.label, diagram.anchor)
    rows = tuple(_dependency_row(linker, p, d) for p in profiles for d in (p.dependencies or ()))
    columns = ("Profile", "Depends on", "Dependency Type", "Purpose", "Source")
    yield Table(columns, rows, table.label, table.anchor)
    none = [profile.profile for profile in profiles if profile.dependencies == ()]
    if none:
        yield Paragraph((f"Profiles that depend on no other: {', '.join(none)}.",))


def _dependency_row(linker: Linker, profile: Profile, dependency: Dependency) -> Row:
    needed: list[Inline] = []
    for index, name in enumerate(dependency.profiles):
        needed += [", or " if index else "", linker.link("profile", name)]
    if dependency.any_profile:
        needed.append(f"Any {dependency.any_profile} profile")
    where = dependency.provenance
    source: tuple[Inline, ...] = (where.source or "--",) + (
        (Break(), f"Doubt: {where.doubt}") if where.doubt else ()
    )
    head = Cell((linker.link("profile", profile.profile),), heads="row")
    return Row(
        (
            head,
            line(*needed),
            line(dependency.how or "--"),
            line(dependency.purpose or "--"),
            line(*source),
        ),
        key=profile.key,
    )
