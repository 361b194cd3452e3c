"""The first page of the site: what this is, how IHE's work leads to it, where to start."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import (
    Block,
    Box,
    Bullets,
    Cell,
    Inline,
    Link,
    Page,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from build_tools.document.links import Linker
from build_tools.document.sections import line
from build_tools.outline import slug
from build_tools.outline.addresses import ACTORS, GENERAL_CONTENTS, GUIDES, HOME, SEARCH, domain_page
from model.general import DomainEntry

SITE_NAME = "Framework Press"
DISCLAIMER = (
    "This is not an official IHE publication. Facts are copied with their source and their doubts; all text is "
    "the project's own. The binding documents are those that IHE publishes."
)

_STEPS = (
    (
        "Identify",
        "Clinicians and engineers of a domain name an interoperability problem and choose which to solve this year.",
    ),
    (
        "Specify",
        "The technical committee writes a profile: which actors exchange which transactions, on which base standards. The draft goes out for public comment.",
    ),
    (
        "Test",
        "Vendors implement the profile and test it with each other at a Connectathon. What fails comes back as a change proposal.",
    ),
    (
        "Publish and use",
        "The profile moves from trial implementation to final text. Products state what they support in an integration statement, and buyers ask for it.",
    ),
)


def home_page(linker: Linker) -> Page:
    """The site's first page."""
    blocks: tuple[Block, ...] = (
        Paragraph(
            (
                "A Technical Framework says how health systems work together: ",
                "profiles name the actors, the transactions between them, and what each must support.",
            ),
            "lead",
        ),
        Paragraph((DISCLAIMER,), "disclaimer"),
        Box(tuple(_doors(linker)), "doors"),
        Section("", "How a Technical Framework comes about", "steps", (_steps(),)),
        Section("", "Domains", "domains", tuple(_domains(linker))),
    )
    return Page(
        HOME,
        SITE_NAME,
        "home",
        (Section("", "Technical Frameworks, written once", "home", blocks),),
        "IHE-style Technical Frameworks generated from structured text.",
        searchable=True,
    )


def search_page() -> Page:
    """The page of the full-text search; its script fills the box."""
    box = Box(
        (Paragraph(("Search needs JavaScript; the tables of contents work without it.",), "no-script"),),
        "",
        "div",
        (("id", "search-page"),),
    )
    return Page(
        SEARCH,
        "Search",
        "search",
        (Section("", "Search", "search", (box,)),),
        "Search the frameworks.",
        searchable=False,
    )


def _doors(linker: Linker) -> Iterator[Block]:
    kept = [part for part in linker.framework.domains if part.domain]
    domains = tuple((Link(part.domain.name, domain_page(part.code)),) for part in kept if part.domain)
    yield _door(
        "Implementers",
        "Browse what is published, or start from your actor: its page lists every profile and transaction it takes part in.",
        (*domains, (Link("All actors", ACTORS),), *_guides(linker, "implementers")),
    )
    yield _door(
        "Reviewers",
        "Read a draft chapter; every section, table and figure has an address that can be cited in a comment.",
        (
            (Link("How to read a framework", f"{GENERAL_CONTENTS}"),),
            *_chapter_link(linker, "12", "Comment process"),
            *_guides(linker, "reviewers"),
        ),
    )
    yield _door(
        "Editors",
        "Chapters are written as structured YAML with Markdown prose; tables, diagrams and appendices are generated.",
        (*_guides(linker, "editors")[:3], (Link("All guides", GUIDES),)),
    )


def _chapter_link(linker: Linker, chapter: str, text: str) -> tuple[tuple[Inline, ...], ...]:
    """A line that leads to a chapter of the General Introduction; none when that is not written."""
    address = linker.address("chapter", chapter)
    return ((Link(text, address),),) if address else ()


def _guides(linker: Linker, readers: str) -> tuple[tuple[Inline, ...], ...]:
    """A line for each guide that is written for these readers."""
    guides = (guide for guide in linker.framework.guides if guide.readers == readers)
    return tuple((linker.link("guide", guide.guide, guide.title),) for guide in guides)


def _door(title: str, text: str, links: tuple[tuple[Inline, ...], ...]) -> Box:
    return Box(
        (Title((title,), 2), Paragraph((text,)), Bullets(links)), "door", "section", (("aria-label", title),)
    )


def _steps() -> Box:
    entries = tuple(Box((Title((title,), 3), Paragraph((text,))), "step") for title, text in _STEPS)
    return Box(entries, "steps")


def _domains(linker: Linker) -> Iterator[Block]:
    yield Paragraph(
        (
            "IHE works in domains. Those published here are linked; the others are named because the frameworks refer to them.",
        )
    )
    rows = tuple(_domain_row(linker, entry) for entry in linker.framework.catalogue)
    yield Table(
        ("Domain", "Name", "About", "Technical Framework"), rows, "Domains of IHE", "domains-table", "plain"
    )


def _domain_row(linker: Linker, entry: DomainEntry) -> Row:
    part = linker.framework.by_code(entry.domain)
    about = (entry.about or "").strip()
    if entry.successor:
        about = f"{about} Merged into {entry.successor}."
    code: Inline = Link(entry.domain, domain_page(entry.domain)) if part else entry.domain
    count = f"{len(part.profiles)} profiles published here" if part else (entry.volumes or "--")
    return Row(
        (Cell((code,), heads="row"), line(entry.name), line(about or "--"), line(count)), slug(entry.domain)
    )
