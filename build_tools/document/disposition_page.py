"""The published dispositions of a comment period: a table of all comments, then each with the text before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.document.blocks import (
    Badge,
    Block,
    Box,
    Break,
    Bullets,
    Cell,
    Crumb,
    Filter,
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
from build_tools.outline.addresses import domain_page
from model.comment_period import Acceptance, Comment, CommentDisposition, CommentPeriod, Outcome, WorkState
from model.framework import DomainFramework
from model.profile import Profile

TITLE = "Public Comments"
_ABOUT = (
    "Every comment that reached the committee, what was decided on it, by whose right, and what it changes. "
    "Comments are printed as they were written."
)
_OPEN = "Not yet decided"


def disposition_page(linker: Linker, part: DomainFramework, period: CommentPeriod) -> Page:
    """The page of one comment period."""
    address = linker.address("comment_period", period.period) or ""
    heading = f"Dispositions of Comments on {period.document}, {period.edition}"
    cards = Section(
        "", "All comments", "all-comments", tuple(_card(period, c, address) for c in period.comments)
    )
    return Page(
        address,
        heading,
        "comments",
        (
            Section(
                "",
                heading,
                period.period,
                (*_front(period, address), *_summary(period, address), cards),
                period.key,
            ),
        ),
        f"What was decided on the public comments on {period.title or period.document}.",
        part.code,
        keys=(period.key,),
        crumbs=(Crumb(TITLE, f"{domain_page(part.code)}#comment-periods"),),
        nav=f"{part.code}-1",
    )


def sheet_address(page: str) -> str:
    """The same as a spreadsheet, beside the page."""
    return f"{page.removesuffix('.html')}.xlsx"


def periods_section(linker: Linker, part: DomainFramework) -> Iterator[Section]:
    """On a domain's page: its comment periods, the newest first."""
    periods = sorted(part.comment_periods, key=lambda one: (one.opens, one.period), reverse=True)
    if periods:
        items = tuple(_item(linker, period) for period in periods)
        yield Section("", TITLE, "comment-periods", (Bullets(items),))


def periods_of(linker: Linker, part: DomainFramework, profile: Profile) -> Iterator[Section]:
    """On a profile's page: what was said on its drafts."""
    own = [period for period in part.comment_periods if is_about(period, part, profile)]
    if own:
        items = tuple(
            _item(linker, period) for period in sorted(own, key=lambda one: one.opens, reverse=True)
        )
        yield Section("", TITLE, "public-comments", (Bullets(items),), profile.key)


def is_about(period: CommentPeriod, part: DomainFramework, profile: Profile) -> bool:
    """Whether a period is about a profile's supplement."""
    return period.document == f"{part.code}/{profile.profile}"


def _item(linker: Linker, period: CommentPeriod) -> tuple[Inline, ...]:
    link = Link(f"{period.document}, {period.edition}", linker.address("comment_period", period.period))
    return (link, f": {period.opens} to {period.closes}, {_counted(len(period.comments))}")


def _counted(number: int) -> str:
    return f"{number} comment{'' if number == 1 else 's'}"


def _front(period: CommentPeriod, address: str) -> Iterator[Block]:
    yield Paragraph((_ABOUT,), "lead")
    outcomes = Counter(c.disposition.outcome for c in period.comments if c.disposition)
    undecided = len(period.comments) - outcomes.total()
    counts = [f"{outcomes[o]} {o.label.lower()}" for o in Outcome if outcomes[o]]
    counts += [f"{undecided} not yet decided"] if undecided else []
    yield Paragraph(
        (
            f"Open from {period.opens} to {period.closes}; {_counted(len(period.comments))}",
            f": {', '.join(counts)}. " if counts else ". ",
            Link("The same as a spreadsheet", sheet_address(address)),
        )
    )


def _summary(period: CommentPeriod, address: str) -> Iterator[Block]:
    """All comments in a table, narrowed by outcome and words."""
    shown = [c.disposition.outcome for c in period.comments if c.disposition]
    choices = [(o.value, o.label) for o in Outcome if o in shown]
    if len(shown) < len(period.comments):
        choices.append(("open", _OPEN))
    yield Filter("comments", (("outcome", "Disposition", tuple(choices)),), "comments", len(period.comments))
    columns = ("Comment", "Place", "Submitter", "Priority", "Disposition", "Change")
    rows = tuple(_row(period, comment, address) for comment in period.comments)
    yield Table(
        columns, rows, f"Comments on {period.document} {period.edition}", "comments", "proposals comments"
    )


def _row(period: CommentPeriod, comment: Comment, address: str) -> Row:
    decided = comment.disposition
    words = " ".join((comment.comment, comment.submitter, comment.issue, comment.proposed_change or ""))
    return Row(
        (
            Cell((Link(_number(period, comment), f"{address}#{comment.comment}"),), heads="row"),
            line(_place(comment)),
            line(comment.submitter),
            line(comment.priority.value.capitalize() if comment.priority else ""),
            line(_outcome(decided)),
            line(decided.change.value if decided and decided.outcome.is_accepted else ""),
        ),
        attributes=(
            ("data-outcome", decided.outcome.value if decided else "open"),
            ("data-text", words.lower()),
        ),
    )


def _number(period: CommentPeriod, comment: Comment) -> str:
    return comment.comment.removeprefix(f"{period.period}-")


def _outcome(decided: CommentDisposition | None) -> Badge:
    return Badge(
        decided.outcome.label if decided else _OPEN,
        f"outcome outcome-{decided.outcome if decided else 'open'}",
    )


def _place(comment: Comment) -> str:
    """Where it points to, as it was written."""
    where = comment.location
    parts = (
        f"Volume {where.volume}" if where.volume else "",
        where.section or "",
        f"line {where.line}" if where.line else "",
    )
    return ", ".join(filter(None, parts)) or "General"


def _card(period: CommentPeriod, comment: Comment, address: str) -> Box:
    """One comment in full."""
    rows = tuple(
        Row((Cell((name,), heads="row"), Cell(value)))
        for name, value in _facts(period, comment, address)
        if value
    )
    blocks: list[Block] = [
        Title((f"{_number(period, comment)}: {_place(comment)} ", _outcome(comment.disposition)), 3),
        Table(("Field", "Value"), rows, style="form"),
    ]
    decided = comment.disposition
    if decided and (decided.before or decided.after):
        is_printed = comment.state in (WorkState.IMPLEMENTED, WorkState.VERIFIED)
        after = decided.after or ("No longer there" if is_printed else "Not yet printed")
        texts = Row((Cell(_text(decided.before or "Not there yet")), Cell(_text(after))))
        blocks.append(Table(("Text before", "Text after"), (texts,), style="before-after"))
    return Box(tuple(blocks), "comment", "article", (("id", comment.comment),))


def _facts(period: CommentPeriod, comment: Comment, address: str) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    yield "Comment", (comment.comment,)
    yield "Submitter", _text(", ".join(filter(None, (comment.submitter, comment.organization))))
    yield "Issue", _text(comment.issue)
    yield "Proposed change", _text(comment.proposed_change)
    yield "Priority", _text(comment.priority.value.capitalize() if comment.priority else None)
    decided = comment.disposition
    if decided is None:
        return
    yield "Disposition", (decided.outcome.label, *_referred(period, decided, address))
    yield "Response", _text(decided.response)
    yield "Decided by", _authority(decided)
    if decided.outcome.is_accepted:
        at = f" at {decided.changed_at}" if decided.changed_at else ""
        carried = f", carried by {decided.carried_by}" if decided.carried_by else ""
        yield "Change", (f"{decided.change.value.capitalize()}{at}{carried}",)
    if decided.acceptance is not Acceptance.NO_ANSWER:
        yield "Commenter", (decided.acceptance.value.replace("-", " ").capitalize(),)


def _referred(period: CommentPeriod, decided: CommentDisposition, address: str) -> tuple[Inline, ...]:
    if not decided.refers_to:
        return ()
    word = " of " if decided.outcome is Outcome.DUPLICATE else " to "
    is_here = any(comment.comment == decided.refers_to for comment in period.comments)
    return (word, Link(decided.refers_to, f"{address}#{decided.refers_to}" if is_here else None))


def _authority(decided: CommentDisposition) -> tuple[Inline, ...]:
    day = f" on {decided.decided_on}" if decided.decided_on else ""
    minutes = decided.minutes or ""
    if minutes.startswith(("https://", "http://")):
        return (f"The {decided.authority.value}{day}, ", Link("minutes", minutes))
    return (f"The {decided.authority.value}{day}{f', minutes: {minutes}' if minutes else ''}",)


def _text(text: str | None) -> tuple[Inline, ...]:
    """What somebody wrote, line by line and as it is: no markup in it means anything."""
    parts: list[Inline] = []
    for written in (text or "").split("\n"):
        parts += [Break(), written] if parts else [written]
    return tuple(parts) if text else ()
