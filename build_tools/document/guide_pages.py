"""Guides for editors, reviewers and implementers, and the catalogue of everything that is checked."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.catalogue import PROBLEM_KINDS
from build_tools.document.blocks import (
    Block,
    Bullets,
    Cell,
    Crumb,
    Link,
    Page,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
    Title,
)
from build_tools.document.links import Linker
from build_tools.document.sections import line
from build_tools.outline.addresses import GUIDES, RULES, rule_page
from build_tools.problems import ProblemKind
from model.entity import Key
from model.general import Guide

_CRUMBS = (Crumb("Guides", GUIDES),)
_READERS = {"editors": "For editors", "reviewers": "For reviewers", "implementers": "For implementers"}
_GROUPS = {
    "1": "Form",
    "2": "References",
    "3": "Agreement",
    "4": "Numbering",
    "5": "Completeness",
    "6": "House style",
    "7": "Stage",
    "8": "Accepted problems",
    "9": "Markup",
}
"""The first digit of a code -> what its rules are about."""


def guide_pages(linker: Linker) -> Iterator[Page]:
    """The contents of the guides, the guides, the catalogue of rules, and a page for each rule."""
    yield _contents(linker)
    for guide in linker.framework.guides:
        yield _guide(linker, guide)
    yield _catalogue()
    for kind in PROBLEM_KINDS:
        yield _rule(kind)


def _contents(linker: Linker) -> Page:
    blocks: list[Block] = []
    for readers, title in _READERS.items():
        items = [
            (linker.link("guide", guide.guide, guide.title), f": {guide.summary.strip()}")
            for guide in linker.framework.guides
            if guide.readers == readers
        ]
        if readers == "editors":
            items.append((Link("Everything that is checked", RULES), ": the rules, each with its reason."))
        if items:
            blocks += [Title((title,), 2), Bullets(tuple(items))]
    return Page(
        GUIDES,
        "Guides",
        "contents",
        (Section("", "Guides", "guides", tuple(blocks)),),
        "How to write, review and use the frameworks.",
        nav="guides",
        searchable=False,
    )


def _guide(linker: Linker, guide: Guide) -> Page:
    text = Prose(guide.text, guide.key, ("text",))
    return Page(
        linker.address("guide", guide.guide) or "",
        guide.title,
        "guide",
        (
            Section(
                "", guide.title, guide.guide, (Paragraph((guide.summary.strip(),), "lead"), text), guide.key
            ),
        ),
        guide.summary.strip(),
        keys=(guide.key,),
        crumbs=_CRUMBS,
        nav="guides",
    )


def _catalogue() -> Page:
    words = (
        f"{len(PROBLEM_KINDS)} kinds of problem are looked for. An error keeps a framework from being published, "
        "a warning should be mended or accepted with a reason, and a hint is advice."
    )
    intro = Paragraph((words,), "lead")
    sections = tuple(
        Section("", title, f"group-{digit}", (_group_table(digit),)) for digit, title in _GROUPS.items()
    )
    return Page(
        RULES,
        "Everything that is checked",
        "guide",
        (Section("", "Everything that is checked", "rules", (intro, *sections)),),
        "The catalogue of rules.",
        crumbs=_CRUMBS,
        nav="guides",
    )


def _group_table(digit: str) -> Table:
    rows = tuple(
        Row(
            (
                Cell((Link(kind.code, rule_page(kind.code)),), heads="row"),
                line(kind.name.replace("-", " ")),
                line(kind.severity.value),
                line(_first_sentence(kind.text)),
            ),
            kind.code,
        )
        for kind in PROBLEM_KINDS
        if kind.code[2] == digit
    )
    columns = ("Code", "Name", "Severity", "What it looks for")
    return Table(columns, rows, f"Rules on {_GROUPS[digit].lower()}", f"rules-{digit}", "rules")


def _first_sentence(text: str) -> str:
    first = " ".join(text.strip().split("\n\n")[0].split())
    sentence, stop, _ = first.partition(". ")
    return sentence + stop.strip()


def _rule(kind: ProblemKind) -> Page:
    rests = f" It rests on {kind.section}." if kind.section else ""
    blocks = (
        Prose(kind.text, Key("rule", kind.code), ("text",)),
        Paragraph((f"Severity: {kind.severity}.{rests}",), "note"),
    )
    title = f"{kind.code} {kind.name.replace('-', ' ')}"
    return Page(
        rule_page(kind.code),
        title,
        "guide",
        (Section("", title, kind.code, blocks),),
        _first_sentence(kind.text),
        source="build_tools/checks",
        crumbs=(*_CRUMBS, Crumb("Everything that is checked", RULES)),
        nav="guides",
    )
