"""Which file holds what: the same names in every domain's folder."""

from __future__ import annotations

from dataclasses import dataclass

from model.actor import Actor, ActorFile
from model.change_proposal import ChangeProposal
from model.comment_period import CommentPeriod
from model.content_module import ContentModule
from model.document import Document, DocumentFile
from model.domain import Domain
from model.entity import Entity, Value
from model.general import (
    Chapter,
    ChapterFile,
    DomainEntry,
    DomainFile,
    GlossaryFile,
    Guide,
    GuideFile,
    RegistryEntry,
    RegistryFile,
    Standard,
    StandardFile,
    Term,
)
from model.profile import Profile
from model.transaction import Transaction

GENERAL = "general"
"""The folder of what all domains share."""

ACCEPTED_PROBLEMS = "accepted_problems.yaml"
"""The file in which a framework accepts problems, with a reason each."""


@dataclass(frozen=True)
class FileKind:
    """A kind of file: where it is kept, what shape it has, and which field lists its entities."""

    pattern: str
    """The file's path inside a domain's folder: ``framework.yaml`` or ``profiles/*``."""
    shape: type[Value]
    """The model the whole file must fit."""
    entity: type[Entity]
    """The entities it holds."""
    list_field: str | None = None
    """The field that lists the entities; None when the file is one entity."""

    @property
    def schema_name(self) -> str:
        """The name of its JSON Schema in ``model/schema/``, without the ending."""
        return (
            self.pattern.removesuffix(".yaml")
            if self.list_field or "/" not in self.pattern
            else self.entity.kind_name
        )


DOMAIN_FILES = (
    FileKind("framework.yaml", Domain, Domain),
    FileKind("actors.yaml", ActorFile, Actor, "actors"),
    FileKind("profiles/*", Profile, Profile),
    FileKind("transactions/*", Transaction, Transaction),
    FileKind("content_modules/*", ContentModule, ContentModule),
    FileKind("change_proposals/*", ChangeProposal, ChangeProposal),
    FileKind("comment_periods/*", CommentPeriod, CommentPeriod),
    FileKind("documents.yaml", DocumentFile, Document, "documents"),
)

GENERAL_FILES = (
    FileKind("domains.yaml", DomainFile, DomainEntry, "domains"),
    FileKind("glossary.yaml", GlossaryFile, Term, "terms"),
    FileKind("standards.yaml", StandardFile, Standard, "standards"),
    FileKind("registry.yaml", RegistryFile, RegistryEntry, "entries"),
    FileKind("chapters.yaml", ChapterFile, Chapter, "chapters"),
    FileKind("guides.yaml", GuideFile, Guide, "guides"),
    FileKind("documents.yaml", DocumentFile, Document, "documents"),
)


def file_kind(folder: str, inside: str) -> FileKind | None:
    """The kind of a file by its path inside a domain's folder, or None when nothing reads it."""
    kinds = GENERAL_FILES if folder == GENERAL else DOMAIN_FILES
    parent, _, name = inside.rpartition("/")
    wanted = f"{parent}/*" if parent else name
    return next((kind for kind in kinds if kind.pattern == wanted), None)


def make_ready() -> None:
    """Make the validators of all kinds of files, which the first file of each would otherwise do."""
    for kind in (*DOMAIN_FILES, *GENERAL_FILES):
        kind.shape.model_rebuild()
