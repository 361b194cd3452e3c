"""The documents of a project: what each carries, where it stands in its life, and what was published of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.document import Page, Site
from build_tools.loading.editions import Edition
from build_tools.pdf import PrintedDocument, printed_documents, printed_profile
from build_tools.pdf.printed import DASH, PrintedPart, framework_title
from model.document import Document
from model.entity import Key
from model.framework import DomainFramework
from model.life_cycle import DocumentKind, DocumentStage, may_follow, revision_order, stage_of_document


@dataclass(frozen=True)
class LivingDocument:
    """One document as it is now, with its past."""

    id: str
    """How it is cited: ``ITI/MHD``."""
    title: str
    kind: DocumentKind
    printed: PrintedDocument
    """Its pages in order."""
    written: Document | None
    """Its entry in ``documents.yaml``, if it has one."""
    own_stage: DocumentStage
    """The stage that its profile or the newest publication of its framework gives it."""
    editions: tuple[Edition, ...]
    """What was published here, the newest last."""
    earlier: tuple[tuple[str, DocumentStage, str], ...]
    """Number, stage and date of what was published before or elsewhere, the newest last; a date may be empty."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """Everything that is printed in it."""
        return tuple(dict.fromkeys(key for page in self.printed.pages for key in page.keys))

    @property
    def revisions(self) -> tuple[str, ...]:
        """The numbers of all revisions that are known."""
        return (*(number for number, _, _ in self.earlier), *(edition.revision for edition in self.editions))

    @property
    def published_stage(self) -> DocumentStage | None:
        """The stage at which it was published last; None when nothing is known to be published."""
        if self.editions:
            return DocumentStage(self.editions[-1].stage)
        return self.earlier[-1][1] if self.earlier else None

    @property
    def stage(self) -> DocumentStage:
        """Where it stands: as its entry says, else as it was published last here, else as what it carries."""
        if self.written and self.written.stage:
            return self.written.stage
        return DocumentStage(self.editions[-1].stage) if self.editions else self.own_stage

    @property
    def past(self) -> DocumentStage:
        """The stage from which the next edition is reached."""
        if self.stage is DocumentStage.PROPOSED:
            return self.stage
        return self.published_stage or DocumentStage.IN_DEVELOPMENT

    @property
    def is_recorded(self) -> bool:
        """Whether the stage that it claims is one that it was published at, or may be published at next."""
        known = self.stage is self.past or not self.stage.is_published
        return known or may_follow(self.kind, self.past, self.stage)

    @property
    def newest(self) -> Edition | None:
        """The newest edition that is kept here."""
        return self.editions[-1] if self.editions else None


def living_documents(site: Site, editions: tuple[Edition, ...]) -> tuple[LivingDocument, ...]:
    """Every document of a site, those of each domain in the order of volumes and chapters."""
    framework = site.linker.framework
    every = (*framework.documents, *(d for part in framework.domains for d in part.documents))
    written = {document.document: document for document in every}
    printed = {document.name: document for document in printed_documents(site)}
    for name, document in written.items():
        found = _carried(site, document) or (_of_profile(site, name) if name not in printed else None)
        if found:
            printed[name] = found
    for name in sorted({edition.document for edition in editions} - printed.keys()):
        if found := _of_profile(site, name):
            printed[name] = found
    return tuple(_living(site, one, written.get(name), editions) for name, one in printed.items())


def _living(
    site: Site, printed: PrintedDocument, written: Document | None, editions: tuple[Edition, ...]
) -> LivingDocument:
    name = printed.name
    code, _, short = name.partition("/")
    part = site.linker.framework.by_code(code)
    volume = part is not None and any(page.volume for page in printed.pages) and short.startswith("TF-")
    computed: DocumentKind = "volume" if volume else "supplement" if part else "general-introduction"
    kind = (written.kind if written else None) or computed
    return LivingDocument(
        name,
        (written.title if written else None) or printed.title[-1],
        kind,
        printed,
        written,
        _stage(part, kind, short),
        tuple(edition for edition in editions if edition.document == name),
        _earlier(part, kind, written),
    )


def _stage(part: DomainFramework | None, kind: DocumentKind, short: str) -> DocumentStage:
    profile = next((p for p in part.profiles if p.profile == short), None) if part else None
    if profile:
        return stage_of_document(profile.stage)
    whole = kind in ("volume", "general-introduction")
    return DocumentStage.FINAL_TEXT if whole else DocumentStage.IN_DEVELOPMENT


def _earlier(
    part: DomainFramework | None, kind: DocumentKind, written: Document | None
) -> tuple[tuple[str, DocumentStage, str], ...]:
    found = [(one.revision, one.stage, one.date or "") for one in (written.revisions if written else ())]
    if kind == "volume" and part and part.domain and not found:
        found = [(p.revision, stage_of_document(p.stage), p.date or "") for p in part.domain.publications]
    return tuple(sorted(found, key=lambda one: revision_order(one[0])))


def _of_profile(site: Site, name: str) -> PrintedDocument | None:
    """The document of a profile that is in a volume by now."""
    _, _, short = name.partition("/")
    found = printed_profile(site, short) if short else None
    return found if found and found.name == name else None


def _carried(site: Site, document: Document) -> PrintedDocument | None:
    """The document that says itself what it carries."""
    code, _, short = document.document.partition("/")
    part = site.linker.framework.by_code(code)
    parts = tuple(_parts(site, document))
    if part is None or part.domain is None or not parts:
        return None
    title = document.title or short
    return PrintedDocument(
        f"{code}/{short}/{short}.pdf",
        document.document,
        (f"IHE {part.domain.name}", "Technical Framework Supplement", title),
        f"{framework_title(part.domain)} {DASH} {title}",
        author=part.domain.technical_committee or "",
        source=f"frameworks/{part.folder}/documents.yaml",
        parts=parts,
        depth=4,
    )


def _parts(site: Site, document: Document) -> Iterator[PrintedPart]:
    carries = document.carries
    if carries is None:
        return
    pages = {page.address: page for page in site.all_pages()}
    for number, title, kind, names in (
        ("1", "Profiles", "profile", carries.profiles),
        ("2", "Transactions", "transaction", carries.transactions),
        ("3", "Content Modules", "content_module", carries.content_modules),
    ):
        found: list[Page] = [
            pages[address] for name in names if (address := site.linker.address(kind, name)) in pages
        ]
        if found:
            yield PrintedPart(tuple(found), f"Volume {number} {DASH} {title}")


def printed_stage(stage: DocumentStage) -> str:
    """A stage as title pages print it: what is out for comment is a draft."""
    return "Draft for Public Comment" if stage is DocumentStage.PUBLIC_COMMENT else stage.label


def dated(printed: PrintedDocument, address: str, revision: str, stage: str, date: str) -> PrintedDocument:
    """A document as its edition prints it: at its place in the publications, with revision, stage and date."""
    shown = printed_stage(DocumentStage(stage))
    return replace(
        printed,
        address=address,
        revision=f"Revision {revision} {DASH} {shown}",
        short_revision=f"Rev. {revision} {DASH} {date}",
        date=date,
    )
