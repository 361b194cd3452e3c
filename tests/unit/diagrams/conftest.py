"""A small framework that has every kind of diagram, and a reader of finished diagrams."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from lxml import etree

from build_tools.diagrams import Diagram, draw, requests
from build_tools.diagrams.font_metrics import text_width
from model.domain import Domain
from model.entity import Key
from model.framework import DomainFramework, Framework
from model.profile import Profile
from model.transaction import Transaction

SVG = "{http://www.w3.org/2000/svg}"


def transaction(
    number: str, name: str, roles: Mapping[str, str | None] | Sequence[tuple[str, str | None]], **more: Any
) -> Transaction:
    """A transaction whose roles are written as actor -> role; a star after the name allows it a second time."""
    pairs = roles.items() if isinstance(roles, Mapping) else roles
    return Transaction.model_validate(
        {
            "transaction": number,
            "name": name,
            "stage": "final-text",
            "roles": [{"actor": actor.rstrip("*") or actor, "role": role} for actor, role in pairs],
            **more,
        }
    )


def profile(acronym: str, actors: Mapping[str, Sequence[Any]], **more: Any) -> Profile:
    """A profile whose actors are written as actor -> transaction ids or rows."""
    rows = [
        {
            "actor": actor,
            "transactions": [
                {"transaction": use, "optionality": "R"} if isinstance(use, str) else use for use in uses
            ],
        }
        for actor, uses in actors.items()
    ]
    modules = more.pop("content_modules", {})
    for row in rows:
        row["content_modules"] = [
            {"content_module": name, "optionality": "R"} for name in modules.get(row["actor"], ())
        ]
    return Profile.model_validate(
        {
            "profile": acronym,
            "title": f"Title of {acronym}",
            "stage": "final-text",
            "kind": ["integration"],
            "capsule": "A sentence.",
            "actors": rows,
            **more,
        }
    )


def framework(
    profiles: Sequence[Profile] = (), transactions: Sequence[Transaction] = (), code: str = "ITI"
) -> Framework:
    """A framework of one domain."""
    domain = Domain.model_validate(
        {
            "code": code,
            "name": "IT Infrastructure",
            "introduction": "Text.",
            "volumes": [{"volume": "1", "title": "Profiles", "holds": "profiles"}],
        }
    )
    return Framework((DomainFramework(code.lower(), domain, (), tuple(profiles), tuple(transactions)),))


def address(key: Key) -> str:
    """A link for everything."""
    return f"{key.kind}.html#{key.name}"


@dataclass(frozen=True)
class Text:
    """One line of text in a diagram."""

    text: str
    left: float
    right: float
    middle: float
    """Its baseline."""


@dataclass(frozen=True)
class Picture:
    """A diagram as a reader of its SVG sees it."""

    diagram: Diagram
    root: etree._Element

    @property
    def links(self) -> list[str]:
        """The accessible names of all links, in order."""
        return [str(link.get("aria-label")) for link in self.root.iter(f"{SVG}a")]

    @property
    def ids(self) -> list[str]:
        """All ids."""
        return [str(element.get("id")) for element in self.root.iter() if element.get("id")]

    def with_class(self, classes: str) -> list[etree._Element]:
        """The elements with exactly these classes."""
        return [element for element in self.root.iter() if element.get("class") == classes]

    @property
    def texts(self) -> Iterator[Text]:
        """Every line of text with its extent as the font's metrics give it."""
        for element in self.root.iter(f"{SVG}text"):
            text = "".join(element.itertext())
            size = float(element.get("font-size", "nan"))
            width = text_width(text, size)
            x = float(element.get("x", "nan"))
            left = x - width / 2 if element.get("text-anchor") == "middle" else x
            yield Text(text, left, left + width, float(element.get("y", "nan")))


def picture(diagram: Diagram) -> Picture:
    """Read a finished diagram; fails when its SVG is not well-formed."""
    return Picture(diagram, etree.fromstring(diagram.svg.encode()))


Pictures = Callable[[Framework], dict[str, Picture]]


@pytest.fixture
def pictures() -> Pictures:
    """Draws every diagram of a framework, by the names of the requests."""

    def of(wanted: Framework) -> dict[str, Picture]:
        drawn = draw(wanted, requests(wanted), address)
        return {request.name: picture(diagram) for request, diagram in drawn.items()}

    return of


@pytest.fixture
def make() -> Any:
    """The makers of small entities, for tests that cannot import this file."""

    class Make:
        pass

    for maker in (transaction, profile, framework, picture, address):
        setattr(Make, maker.__name__, staticmethod(maker))
    return Make


@pytest.fixture
def sharing() -> Framework:
    """Document sharing in miniature, with a use case and dependencies."""
    transactions = [
        transaction(
            "ITI-41",
            "Provide and Register Document Set-b",
            {"Document Source": "initiator", "Document Repository": "responder"},
        ),
        transaction(
            "ITI-42",
            "Register Document Set-b",
            {"Document Repository": "initiator", "Document Registry": "responder"},
        ),
        transaction(
            "ITI-18",
            "Registry Stored Query",
            {"Document Consumer": "initiator", "Document Registry": "responder"},
            messages=[
                {"message": "Query Request", "from": "Document Consumer", "to": "Document Registry"},
                {
                    "message": "Query Response",
                    "from": "Document Registry",
                    "to": "Document Consumer",
                    "response": True,
                },
            ],
        ),
        transaction(
            "ITI-8",
            "Patient Identity Feed",
            {"Patient Identity Source": "initiator", "Document Registry": "receiver"},
        ),
    ]
    flow = [
        {"from": "Nurse", "step": "writes a summary"},
        {"from": "Document Source", "to": "Document Repository", "transaction": "ITI-41"},
        {"from": "PIX:Patient Identity Source", "to": "Document Registry", "transaction": "ITI-8"},
    ]
    feed = {
        "transaction": "ITI-8",
        "optionality": "O",
        "counterpart": {"profile": "PIX", "actor": "Patient Identity Source"},
    }
    xds = profile(
        "XDS.b",
        {
            "Document Source": ["ITI-41"],
            "Document Repository": ["ITI-41", "ITI-42"],
            "Document Registry": ["ITI-42", "ITI-18", feed],
            "Document Consumer": ["ITI-18"],
        },
        use_cases=[{"use_case": "Publish a summary", "description": "Text.", "process_flow": flow}],
        dependencies=[{"profiles": ["ATNA"]}, {"profiles": ["PIX", "PDQ"]}],
    )
    others = [profile(name, {}) for name in ("ATNA", "PIX", "PDQ")]
    return framework([xds, *others], transactions)
