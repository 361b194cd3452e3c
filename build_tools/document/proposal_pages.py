"""Change proposals: the tracking table of a domain, a page for each after IHE's form, and lists for profiles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.document.blocks import (
    Block,
    Break,
    Bullets,
    Cell,
    Crumb,
    Filter,
    Inline,
    Page,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
)
from build_tools.document.change_blocks import changes_section
from build_tools.document.links import Linker
from build_tools.document.proposal_ballots import ballots_section, tally
from build_tools.document.provenance import entity_provenance
from build_tools.document.sections import fixed_phrase, line
from build_tools.document.volume_pages import state_badge
from build_tools.outline.addresses import proposals_page
from build_tools.outline.changes import WrittenChange
from model.change_proposal import ChangeProposal, ProposalState
from model.framework import DomainFramework
from model.profile import Profile

TITLE = "Change Proposals"
_ABOUT = (
    "A change proposal asks for a change of published text. It is in force from Final Text on, "
    "even before it is integrated into the document."
)
_NOT_KNOWN = "Not publicly known to this project."
_NONE = "--"


def proposals_in_order(part: DomainFramework) -> tuple[ChangeProposal, ...]:
    """The proposals of a domain, the newest number first."""
    return tuple(sorted(part.change_proposals, key=lambda proposal: -proposal.number))


def tracking_page(linker: Linker, part: DomainFramework) -> Page:
    """The table of all proposals of a domain, with IHE's columns, narrowed by state and words."""
    proposals = proposals_in_order(part)
    states = [state for state in ProposalState if any(p.state is state for p in proposals)]
    intro = Paragraph((_ABOUT,), "lead")
    choices = tuple((state.value, state.label) for state in states)
    rows = tuple(_tracking_row(linker, proposal) for proposal in proposals)
    columns = ("CP number", "Profile", "Volume or supplement", "Title", "Ballot", "State")
    blocks = (
        intro,
        Filter("proposals", (("state", "State", choices),), "change proposals", len(proposals)),
        Table(columns, rows, f"Change proposals of {part.code}", "proposals", "proposals"),
    )
    return Page(
        proposals_page(part.code),
        TITLE,
        "change-proposals",
        (Section("", f"{TITLE} of {part.code}", "change-proposals", blocks),),
        f"The change proposals of the {part.code} domain and where they stand.",
        part.code,
        nav=f"{part.code}-CP",
    )


def _tracking_row(linker: Linker, proposal: ChangeProposal) -> Row:
    number = linker.link("change_proposal", proposal.change_proposal)
    words = " ".join((proposal.heading, *proposal.profiles, *proposal.documents, proposal.state.label))
    return Row(
        (
            Cell((number,), heads="row"),
            _lines([linker.link("profile", name) for name in proposal.profiles]),
            _lines(proposal.documents),
            line(proposal.title or _NOT_KNOWN),
            _ballot(proposal),
            line(state_badge(proposal.state)),
        ),
        key=proposal.key,
        attributes=(("data-state", proposal.state.value), ("data-text", words.lower())),
    )


def _ballot(proposal: ChangeProposal) -> Cell:
    if not proposal.ballots:
        return line("Not known" if "ballots" in proposal.unknown else _NONE)
    last = proposal.ballots[-1]
    return line(last.ballot, Break(), tally(last))


def proposal_page(linker: Linker, part: DomainFramework, proposal: ChangeProposal) -> Page:
    """A proposal after the fields of IHE's form: tracking, summary, changes, ballots, history."""
    written = [WrittenChange(proposal, ("changes", i), change) for i, change in enumerate(proposal.changes)]
    blocks = (
        *_tracking(linker, proposal),
        *_summary(linker, part, proposal),
        *changes_section(linker, written, part.code),
        *(() if written or "changes" not in proposal.unknown else _unknown_changes()),
        *ballots_section(proposal),
        *_history(proposal),
        *entity_provenance(("Change proposal", proposal.provenance)),
    )
    return Page(
        linker.address("change_proposal", proposal.change_proposal) or "",
        proposal.heading,
        "change-proposal",
        (Section("", proposal.heading, proposal.change_proposal, blocks, proposal.key),),
        proposal.title or f"Change proposal {proposal.change_proposal}.",
        part.code,
        stage=proposal.state.value,
        citation=proposal.change_proposal,
        keys=(proposal.key,),
        crumbs=(Crumb(TITLE, proposals_page(part.code)),),
        nav=f"{part.code}-CP",
    )


def _form(title: str, anchor: str, rows: Sequence[tuple[str, tuple[Inline, ...]]]) -> Section:
    shown = tuple(Row((Cell((name,), heads="row"), Cell(value))) for name, value in rows if value)
    return Section("", title, anchor, (Table(("Field", "Value"), shown, style="form"),))


def _tracking(linker: Linker, proposal: ChangeProposal) -> Iterator[Section]:
    where = (f" in {proposal.integrated_in}",) if proposal.integrated_in else ()
    yield _form(
        "Tracking Information",
        "tracking",
        (
            ("Change proposal", (proposal.change_proposal,)),
            ("State", (state_badge(proposal.state), *where)),
            ("Reason", linker.citation(proposal.reason or "", proposal.domain, "")),
            ("Version", _if(proposal.version)),
            ("Editorial", ("Yes, so that no ballot is needed",) if proposal.editorial else ()),
            ("Date of last update", _if(proposal.updated)),
            ("Person assigned", _if(proposal.assigned_to)),
        ),
    )


def _summary(linker: Linker, part: DomainFramework, proposal: ChangeProposal) -> Iterator[Block]:
    profiles = _listed([linker.link("profile", name) for name in proposal.profiles])
    actors = _listed([linker.link("actor", name) for name in proposal.actors])
    places = dict.fromkeys((*proposal.sections, *(change.target.citation for change in proposal.changes)))
    cited = [linker.citation(place, part.code, "") for place in places]
    sections = tuple(piece for i, one in enumerate(cited) for piece in ((", ", *one) if i else one))
    submitters = ", ".join(
        f"{s.name} ({s.organization})" if s.organization else s.name for s in proposal.submitters
    )
    yield _form(
        "Summary Information",
        "summary",
        (
            ("Title", (proposal.title or _NOT_KNOWN,)),
            ("Submitted by", _if(submitters)),
            ("Submission date", _if(proposal.submitted)),
            ("Profiles affected", profiles),
            ("Actors affected", actors or (("None: editorial",) if proposal.editorial else ())),
            ("Technical Framework or Supplement modified", _lined(proposal.documents)),
            ("Volumes and sections affected", sections),
        ),
    )
    known = "rationale" not in proposal.unknown
    rationale = proposal.rationale
    text = Prose(rationale, proposal.key, ("rationale",)) if rationale else None
    yield Section(
        "",
        "Rationale for Change",
        "rationale",
        (text or fixed_phrase("Not yet written." if known else _NOT_KNOWN),),
        proposal.key,
    )


def _unknown_changes() -> Iterator[Section]:
    yield Section("", "Changes to Existing Sections", "changes", (fixed_phrase(_NOT_KNOWN),))


def _history(proposal: ChangeProposal) -> Iterator[Section]:
    if proposal.history:
        rows = tuple(
            Row(
                (Cell((step.state.label,), heads="row"), line(step.date or _NONE), line(step.reason or _NONE))
            )
            for step in proposal.history
        )
        table = Table(("State", "Date", "Reason"), rows, style="history")
        yield Section("", "History", "history", (table,))


def proposals_of(linker: Linker, profile: Profile) -> Iterator[Section]:
    """On a profile's page: the proposals that are in force before the text shows it, and those under way."""
    mine = [
        proposal
        for part in linker.framework.domains
        for proposal in proposals_in_order(part)
        if profile.profile in proposal.profiles
    ]
    in_force = [p for p in mine if p.state is ProposalState.FINAL_TEXT]
    under_way = [p for p in mine if p.state.is_under_way]
    blocks: list[Block] = []
    for words, proposals in (
        ("In force, even where the text does not show it yet:", in_force),
        ("Under way:", under_way),
    ):
        if proposals:
            blocks += [Paragraph((words,)), Bullets(tuple(_item(linker, proposal) for proposal in proposals))]
    if blocks:
        yield Section("", TITLE, "change-proposals", tuple(blocks), profile.key)


def _item(linker: Linker, proposal: ChangeProposal) -> tuple[Inline, ...]:
    link = linker.link("change_proposal", proposal.change_proposal)
    title = f": {proposal.title}" if proposal.title else ""
    return (link, title, " ", state_badge(proposal.state))


def _if(text: str | None) -> tuple[Inline, ...]:
    return (text,) if text else ()


def _listed(parts: Sequence[Inline]) -> tuple[Inline, ...]:
    return tuple(piece for i, part in enumerate(parts) for piece in ((", ", part) if i else (part,)))


def _lined(parts: Sequence[Inline]) -> tuple[Inline, ...]:
    return tuple(piece for i, part in enumerate(parts) for piece in ((Break(), part) if i else (part,)))


def _lines(parts: Sequence[Inline]) -> Cell:
    return Cell(_lined(parts) or (_NONE,))
