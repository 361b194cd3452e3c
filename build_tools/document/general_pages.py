"""The General Introduction: chapters in prose and the appendices that are generated from the frameworks."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import (
    Block,
    Bullets,
    Cell,
    Crumb,
    Definition,
    Definitions,
    Inline,
    Link,
    Page,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
)
from build_tools.document.links import Linker
from build_tools.document.sections import line
from build_tools.document.volume_pages import transactions_in_order
from build_tools.outline import slug
from build_tools.outline.addresses import (
    ACTORS,
    APPENDICES,
    GENERAL_CONTENTS,
    GLOSSARY,
    NAMESPACES,
    STANDARDS,
    TRANSACTIONS,
)
from build_tools.outline.profile_outline import section_order
from model.actor import Actor
from model.general import Chapter, RegistryEntry, Term

_GENERAL = (Crumb("General Introduction", GENERAL_CONTENTS),)


def general_pages(linker: Linker) -> Iterator[Page]:
    """All pages of the General Introduction but the standards."""
    yield _contents(linker)
    for chapter in linker.framework.chapters:
        yield _chapter(linker, chapter)
    yield _actors(linker)
    yield _transactions(linker)


def _page(address: str, number: str, title: str, blocks: tuple[Block, ...], description: str) -> Page:
    return Page(
        address,
        f"Appendix {number}: {title}" if number else title,
        "general",
        (Section(number, title, number or slug(title), blocks),),
        description,
        citation=f"General Introduction, Appendix {number}" if number else "",
        crumbs=_GENERAL,
        nav="general",
    )


def contents_entries(linker: Linker) -> list[tuple[str, str, str]]:
    """Number, title and address of every chapter and appendix, in order."""
    chapters = linker.framework.chapters
    entries = [(c.chapter, c.title, linker.address("chapter", c.chapter) or "") for c in chapters]
    entries += APPENDICES
    return [*sorted(entries, key=lambda e: section_order(e[0])), ("", "Referenced Standards", STANDARDS)]


def _contents(linker: Linker) -> Page:
    items = tuple(
        (f"{number} " if number else "", Link(title, address))
        for number, title, address in contents_entries(linker)
    )
    blocks: tuple[Block, ...] = (
        Paragraph(
            (
                "What all domains share: how IHE works, how to read a Technical Framework, and the lists generated from every framework published here.",
            ),
            "lead",
        ),
        Bullets(tuple(tuple(part for part in item if part) for item in items), "contents"),
    )
    return Page(
        GENERAL_CONTENTS,
        "General Introduction and Shared Appendices",
        "contents",
        (Section("", "General Introduction and Shared Appendices", "contents", blocks),),
        "Contents of the General Introduction.",
        crumbs=(Crumb("Home", "index.html"),),
        nav="general",
        searchable=False,
    )


def _chapter(linker: Linker, chapter: Chapter) -> Page:
    title = chapter.title
    kind = f"Appendix {chapter.chapter}" if chapter.chapter.isalpha() else f"Chapter {chapter.chapter}"
    return Page(
        linker.address("chapter", chapter.chapter) or "",
        title,
        "general",
        (
            Section(
                chapter.chapter,
                title,
                chapter.chapter,
                (Prose(chapter.text, chapter.key, ("text",)),),
                chapter.key,
            ),
        ),
        f"General Introduction, {kind}: {title}",
        citation=f"General Introduction, {kind}",
        keys=(chapter.key,),
        crumbs=_GENERAL,
        nav="general",
    )


def _actors(linker: Linker) -> Page:
    actors: dict[str, Actor] = {}
    for actor in linker.framework.actors:
        actors.setdefault(actor.actor, actor)
    rows = tuple(_actor_row(linker, actors[name]) for name in sorted(actors, key=str.lower))
    table = Table(("Actor", "Definition", "Profiles"), rows, "Table A-1: Actors", "tA-1", "appendix")
    return _page(
        ACTORS, "A", "Actors", (table,), "Every actor of the frameworks published here, with its definition."
    )


def _actor_row(linker: Linker, actor: Actor) -> Row:
    found = linker.framework.appearances.get(actor.actor, ())
    profiles: list[Inline] = []
    for index, name in enumerate(dict.fromkeys(profile.profile for profile, _ in found)):
        profiles += [", " if index else "", linker.link("profile", name)]
    definition = Cell(Prose(actor.definition, actor.key, ("definition",)))
    return Row(
        (Cell((linker.link("actor", actor.actor),), heads="row"), definition, line(*profiles)),
        slug(actor.actor),
        actor.key,
    )


def _transactions(linker: Linker) -> Page:
    rows = [
        Row(
            (
                Cell((linker.link("transaction", t.transaction, t.title),), heads="row"),
                Cell(Prose(t.summary, t.key, ("summary",))) if t.summary else line("--"),
                line(t.stage.label),
            ),
            slug(t.transaction),
            t.key,
        )
        for part in linker.framework.domains
        for t in transactions_in_order(part)
    ]
    table = Table(
        ("Transaction", "Definition", "Stage"), tuple(rows), "Table B-1: Transactions", "tB-1", "appendix"
    )
    return _page(
        TRANSACTIONS, "B", "Transactions", (table,), "Every transaction of the frameworks published here."
    )


def glossary_page(linker: Linker) -> Page:
    """Appendix D: the glossary."""
    entries = tuple(
        _term(linker, term) for term in sorted(linker.framework.terms, key=lambda t: t.term.lower())
    )
    return _page(GLOSSARY, "D", "Glossary", (Definitions(entries),), "Terms used in the frameworks.")


def _term(linker: Linker, term: Term) -> Definition:
    name = f"{term.term} ({term.acronym})" if term.acronym else term.term
    blocks: list[Block] = [Prose(term.definition, term.key, ("definition",))]
    if term.synonyms:
        blocks.append(Paragraph((f"Also: {', '.join(term.synonyms)}.",), "note"))
    return Definition((name,), tuple(blocks), linker.anchor(term.key), term.key)


def namespaces_page(linker: Linker) -> Page:
    """Appendix C: identifiers that IHE assigned."""
    rows = tuple(_entry(linker, entry) for entry in linker.framework.registry)
    table = Table(
        ("Identifier", "Kind", "Meaning", "Domain", "Source"),
        rows,
        "Table C-1: Namespaces and identifiers",
        "tC-1",
        "appendix",
    )
    return _page(NAMESPACES, "C", "Namespaces", (table,), "OIDs, URNs and format codes that IHE assigned.")


def _entry(linker: Linker, entry: RegistryEntry) -> Row:
    kind = {"oid": "OID", "urn": "URN", "format_code": "Format code", "namespace": "Namespace"}[entry.type]
    where = "; ".join(filter(None, (entry.provenance.source, entry.provenance.doubt))) or "--"
    meaning = Cell(Prose(entry.meaning, entry.key, ("meaning",)))
    return Row(
        (Cell((entry.value,), heads="row"), line(kind), meaning, line(entry.domain or "--"), line(where)),
        linker.anchor(entry.key),
        entry.key,
    )


def standards_page(linker: Linker) -> Page:
    """The base standards, each with the transactions that rest on it."""
    used: dict[str, list[str]] = {}
    for transaction in linker.framework.transactions:
        for use in transaction.standards:
            if use.standard:
                used.setdefault(use.standard, []).append(transaction.transaction)
    rows = []
    for standard in sorted(linker.framework.standards, key=lambda s: s.standard.lower()):
        parts: list[Inline] = []
        for index, name in enumerate(dict.fromkeys(used.get(standard.standard, ()))):
            parts += [", " if index else "", linker.link("transaction", name)]
        title: Inline = Link(standard.title, standard.url) if standard.url else standard.title
        cells = (
            Cell((standard.standard,), heads="row"),
            line(title),
            line(standard.body),
            line(*parts) if parts else line(standard.used_in or "--"),
        )
        rows.append(Row(cells, linker.anchor(standard.key), standard.key))
    table = Table(
        ("Standard", "Title", "Body", "Used in"), tuple(rows), "Base standards", "standards-table", "appendix"
    )
    return _page(
        STANDARDS, "", "Referenced Standards", (table,), "The base standards on which the frameworks rest."
    )
