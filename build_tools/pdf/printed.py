"""One printed document: its title, its parts and the pages that stand in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.document import Page
from model.domain import Domain
from model.entity import Stage
from model.profile import Profile

DASH = "\N{EN DASH}"
ORGANIZATION = "Integrating the Healthcare Enterprise"
STAGES = {
    Stage.DRAFT: "Draft in Preparation for Public Comment",
    Stage.PUBLIC_COMMENT: "Draft for Public Comment",
}
"""Stages that a title page calls something else than the pages do."""


@dataclass(frozen=True)
class PrintedPart:
    """Pages that stand together, under a heading of their own when the part has a title."""

    pages: tuple[Page, ...]
    title: str = ""
    instruction: str = ""
    """What the editor of the volume is told to do with the part."""


@dataclass(frozen=True)
class PrintedDocument:
    """One PDF."""

    address: str
    """Where it stands on the site: ``ITI/TF/ITI-TF-1.pdf``."""
    name: str
    """How lines of it are cited: ``ITI/TF-1``, ``ITI/MHD``."""
    title: tuple[str, ...]
    """The lines of its title."""
    running: str
    """What the head of every page says."""
    revision: str = ""
    """The revision and stage as the title page prints them."""
    short_revision: str = ""
    """The same as the foot of every page prints it."""
    date: str = ""
    """The day of its publication, ``2023-08-04``; empty when it is not known."""
    author: str = ""
    source: str = ""
    """The file that the title is taken from."""
    parts: tuple[PrintedPart, ...] = ()
    depth: int = 3
    """How many levels of headings the table of contents shows at most."""

    @property
    def pages(self) -> Iterator[Page]:
        """Every page printed in it, in order."""
        return (page for part in self.parts for page in part.pages)

    @property
    def folders(self) -> frozenset[str]:
        """The folders below ``frameworks`` from which its pages are made."""
        return frozenset(page.source.split("/")[1] for page in self.pages if page.source.count("/") > 1)


def framework_title(domain: Domain) -> str:
    """What a domain's framework is called."""
    return f"IHE {domain.name} Technical Framework"


def revision(domain: Domain) -> tuple[str, str, str]:
    """Revision for the title page, for the foot of pages, and its date."""
    newest = domain.revision
    if newest is None:
        return "Working Edition", "Working edition", ""
    date = newest.date or ""
    stage = STAGES.get(newest.stage, newest.stage.label)
    return (
        f"Revision {newest.revision} {DASH} {stage}",
        f"Rev. {newest.revision}{f' {DASH} {date}' if date else ''}",
        date,
    )


def is_supplement(profile: Profile) -> bool:
    """Whether a profile's text is published in a supplement, beside the volume."""
    return not profile.stage.in_volume
