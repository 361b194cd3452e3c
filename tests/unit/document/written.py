"""A framework of a few lines, and what stands on its pages, without YAML and without Sphinx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from build_tools.checks import check
from build_tools.document import Linker
from build_tools.document import blocks as b
from build_tools.loading import LoadedFramework, Sources
from model.actor import Actor
from model.domain import Domain
from model.framework import DomainFramework, Framework
from model.profile import Profile
from model.transaction import Transaction

B = TypeVar("B")
VOLUMES = [
    {"volume": "1", "title": "Profiles", "holds": "profiles"},
    {"volume": "2", "title": "Transactions", "holds": "transactions"},
]


def profile(name: str = "ABC", **fields: Any) -> Profile:
    """A profile with a few fields."""
    head = {
        "profile": name,
        "title": "T",
        "chapter": "7",
        "stage": "final-text",
        "kind": ["workflow"],
        "capsule": "C.",
    }
    return Profile.model_validate(head | fields)


def transaction(number: int = 1, **fields: Any) -> Transaction:
    """A transaction with a few fields."""
    head = {
        "transaction": f"DOM-{number}",
        "name": f"Do {number}",
        "section": f"3.{number}",
        "stage": "final-text",
    }
    return Transaction.model_validate(head | fields)


def part(*entities: Profile | Transaction | Actor) -> DomainFramework:
    """The framework of the domain DOM."""
    domain = Domain.model_validate(
        {"code": "DOM", "name": "Domain", "introduction": "I.", "volumes": VOLUMES}
    )
    return DomainFramework(
        "dom",
        domain,
        actors=tuple(e for e in entities if isinstance(e, Actor)),
        profiles=tuple(e for e in entities if isinstance(e, Profile)),
        transactions=tuple(e for e in entities if isinstance(e, Transaction)),
    )


def linker(*entities: Profile | Transaction | Actor) -> Linker:
    """Links into a framework of these entities."""
    return Linker(check(LoadedFramework(Framework((part(*entities),)), Sources(), ())))


def walk(blocks: Iterable[b.Block]) -> Iterator[b.Block]:
    """Every block, those in sections and boxes included."""
    for block in blocks:
        yield block
        if isinstance(block, b.Section | b.Box):
            yield from walk(block.blocks)


def every(kind: type[B], page: b.Page) -> list[B]:
    """Every block of a kind on a page."""
    return [block for block in walk(page.blocks) if isinstance(block, kind)]


def words(parts: Iterable[b.Inline]) -> str:
    """A line as it is read; a break is a stroke."""
    return "".join(
        part if isinstance(part, str) else " | " if isinstance(part, b.Break) else part.text for part in parts
    )


def cell(found: b.Cell) -> str:
    """The words of a cell."""
    return found.content.text if isinstance(found.content, b.Prose) else words(found.content)


def rows(table: b.Table) -> list[list[str]]:
    """The words of a table's rows, without the cells that a row above spans."""
    return [[cell(found) for found in row.cells] for row in table.rows]


def text(page: b.Page) -> str:
    """All words of a page's blocks."""
    found: list[str] = []
    for block in walk(page.blocks):
        match block:
            case b.Prose():
                found.append(block.text)
            case b.Paragraph() | b.Title():
                found.append(words(block.parts))
            case b.Bullets():
                found += [words(item) for item in block.items]
            case b.Table():
                found += [one for row in rows(block) for one in row]
            case b.Section():
                found.append(block.title)
    return "\n".join(found)


def section(page: b.Page, number: str) -> b.Section:
    """The section of a number."""
    return next(block for block in every(b.Section, page) if block.number == number)
