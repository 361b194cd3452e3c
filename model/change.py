"""Changes to text that is published already, as supplements and change proposals write them."""

from __future__ import annotations

import re
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, model_validator

from model.entity import Name, Prose, SectionNumber, Value

ChangeKind = Literal["add", "amend", "replace", "delete"]
PlaceKind = Literal["section", "table", "figure"]

GENERAL_INTRODUCTION = "General Introduction"
"""How a place in the General Introduction begins, where others name domain and volume."""

_DOCUMENT = rf"{GENERAL_INTRODUCTION}|[A-Z]{{2,8}} TF-[0-9]"
_PLACE = re.compile(
    rf"^(?P<document>{_DOCUMENT}): (?:(?P<kind>Table|Figure|Section|Appendix) )?"
    r"(?P<number>[0-9A-Z]+(?:\.[0-9A-Za-z]+)*(?:-[0-9]+)?)$"
)


class CitedPlace(NamedTuple):
    """A section, table or figure of a volume, or of the General Introduction, where domain and volume are empty."""

    domain: str
    volume: str
    kind: PlaceKind
    number: str

    @property
    def document(self) -> str:
        """The document as it is cited: ``ITI TF-2``."""
        return f"{self.domain} TF-{self.volume}" if self.domain else GENERAL_INTRODUCTION

    @property
    def label(self) -> str:
        """The place inside its document: ``Section 3.18.2``, ``Table 10.1-1``, ``Appendix D``."""
        is_appendix = self.kind == "section" and self.number[:1].isalpha()
        return f"{'Appendix' if is_appendix else self.kind.capitalize()} {self.number}"

    @property
    def citation(self) -> str:
        """The place as it is cited from elsewhere: ``ITI TF-2: 3.18.2``, ``ITI TF-1: Table 10.1-1``."""
        return f"{self.document}: {self.number if self.kind == 'section' else self.label}"


PlaceText = Annotated[str, Field(pattern=re.sub(r"\?P<[a-z]+>", "?:", _PLACE.pattern))]
"""A place as :attr:`Change.place` writes it."""


def cited_place(text: str) -> CitedPlace:
    """The place that a text of the form of :attr:`Change.place` names."""
    found = _PLACE.match(text)
    assert found is not None, text
    domain, _, volume = found["document"].partition(" TF-")
    kind: PlaceKind = (
        "table" if found["kind"] == "Table" else "figure" if found["kind"] == "Figure" else "section"
    )
    return (
        CitedPlace(domain, volume, kind, found["number"])
        if volume
        else CitedPlace("", "", kind, found["number"])
    )


class Change(Value):
    """One change to published text: where, what is to be done, and the text with what goes in and out."""

    place: PlaceText
    """What is changed, as it is cited: ``ITI TF-2: 3.18.2``, ``ITI TF-1: Table 10.1-1``, ``General Introduction: 7.5``."""
    kind: ChangeKind
    """``amend`` changes words, ``replace`` puts other text in place of all, ``delete`` takes all of it out, ``add``
    puts something new into it, or a new section after it."""
    new_section: SectionNumber | None = None
    """With ``add``: the number of a new section that follows the place, a quoted string."""
    title: Name | None = None
    """The heading of the new section."""
    instruction: Name | None = None
    """What the editor of the volume is told, where the words made from ``kind`` and ``place`` do not say it."""
    text: Prose | None = None
    """The text, with ``++inserted++`` and ``~~deleted~~`` words and *…* for what is left out."""

    @model_validator(mode="after")
    def _is_whole(self) -> Change:
        if self.text is None and self.kind != "delete":
            raise ValueError(f"a change of the kind {self.kind} needs text")
        if (self.new_section is None) != (self.title is None):
            raise ValueError("a new section needs both new_section and title")
        if self.new_section and self.kind != "add":
            raise ValueError("only a change of the kind add has a new section")
        return self

    @property
    def target(self) -> CitedPlace:
        """The place that is changed."""
        return cited_place(self.place)
