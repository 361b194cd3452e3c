"""The register's plain door: functions and values, no server.

Call `connect` once with the register's address; everything else works on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from review.doors.row import RowProblem
from review.refusals import RefusedError, UnreadableFileError, WrongAddressError
from review.settings import DEFAULT_FILE
from review.settings import connect as _connect

if TYPE_CHECKING:  # these need Django, which `connect` wakes
    from model.comment_period import CommentPeriod
    from review.locations.edition import Edition
    from review.register.follow_up import Followed
    from review.register.gate import GateItem
    from review.register.intake import Progress, Taken
    from review.register.models import Comment, Period
    from review.register.people import Action, Person

__all__ = ["DEFAULT_FILE", "ImportReport", "RowProblem", "UnreadableFileError", "WrongAddressError"]


@dataclass
class ImportReport:
    """What came of one file."""

    file: str
    rows: int = 0
    new: int = 0
    known: int = 0
    unplaced: int = 0
    problems: list[RowProblem] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """The report as plain data."""
        return {**vars(self), "problems": [vars(problem) for problem in self.problems]}


def connect(url: str) -> None:
    """Use the register at this address (``sqlite:///file`` or ``postgresql://...``); its tables are made if need be."""
    _connect(url)
    from review.register.database import prepare

    prepare()


def now() -> datetime:
    """The moment that is written into the log."""
    return datetime.now(UTC)


def open_period(  # noqa: PLR0913  # the contract with publishing
    document: str,
    edition: str,
    opens: date,
    closes: date,
    *,
    folder: Path | None = None,
    title: str = "",
    by: str,
) -> Period:
    """Open a comment period, or find the one that this edition has."""
    from review.register import periods as found

    opening = found.Opening(document, edition, opens, closes, title, folder.as_posix() if folder else "")
    return found.open_period(opening, by, now())


def place_comments(of: Period, root: Path | None = None) -> int:
    """Look up in the edition, now that it is here, what could not be looked up before; how many changed."""
    from review.register.intake import place_again

    edition = edition_of(of, root)
    return place_again(of, edition) if edition else 0


def periods() -> list[Period]:
    """All comment periods, by id."""
    from review.register.models import Period

    return list(Period.objects.all())


def period(name: str) -> Period:
    """The comment period of that id."""
    from review.register.periods import period as find

    return find(name)


def comments(of: Period | str) -> list[Comment]:
    """The comments of a period, by number."""
    from review.register.models import Comment

    name = of if isinstance(of, str) else of.name
    found = Comment.objects.filter(period__name=name).order_by("number")
    return list(found.select_related("period").prefetch_related("dispositions"))


def comment(name: str) -> Comment:
    """The comment of that id; `RefusedError` when there is none."""
    from review.register.batch import find

    found = find(name)
    if found is None:
        raise RefusedError(f"there is no comment `{name}`; `tf comments list PERIOD` shows what there is")
    return found


def edition_of(one: Period, root: Path | None = None) -> Edition | None:
    """The edition a period is about, when its folder is here."""
    from review.locations.edition import read_edition

    folder = (root or Path()) / one.folder
    return read_edition(folder) if one.folder and (folder / "anchors.json").is_file() else None


@dataclass(frozen=True)
class Import:
    """How a file is to be taken in."""

    by: Person
    root: Path | None = None
    progress: Progress = lambda _done: None


def import_file(path: Path, into: Period | None, how: Import) -> ImportReport:
    """Take in a file by the door it fits: comments, or the committee's sheet; a file read twice adds nothing.

    Without a period, each comment goes to the one open for the document that it names. Raises
    `UnreadableFileError` when no door reads the file or it is not clear where its comments belong.
    """
    from review.doors.open_door import read_file
    from review.register.batch import apply
    from review.register.intake import Arrival, take_in

    read = read_file(path)
    report = ImportReport(str(path), len(read.comments) + len(read.decisions), problems=list(read.problems))
    for one, written in _by_period(read.comments, into):
        arrival = Arrival(read.door, path.name, now(), how.by.name, edition_of(one, how.root), how.progress)
        _add(report, take_in(one, written, arrival))
    for decided in read.decisions:
        applied = apply(decided, how.by, now())
        report.new += applied.changed
        report.known += not applied.changed and applied.problem is None
        report.problems += [applied.problem] if applied.problem else []
        how.progress(1)
    return report


def _add(report: ImportReport, taken: Taken) -> None:
    report.new += taken.new
    report.known += taken.known
    report.unplaced += taken.unplaced


def _by_period(written: Sequence[Any], into: Period | None) -> list[tuple[Period, list[Any]]]:
    """The comments under the period each belongs to."""
    if into is not None or not written:
        return [(into, list(written))] if into and written else []
    from review.register.periods import period_for

    known = periods()
    found: dict[str, tuple[Period, list[Any]]] = {}
    nameless: dict[str, None] = {}
    for one in written:
        own = known[0] if len(known) == 1 and not one.document else period_for(one.document, known)
        if own is None:
            nameless[one.document or "(no document)"] = None
        else:
            found.setdefault(own.name, (own, []))[1].append(one)
    if nameless:
        listed = ", ".join(f"`{name}`" for name in [*nameless][:5])
        offered = ", ".join(one.name for one in known[:10]) or "none is open; `tf comments open` opens one"
        raise UnreadableFileError(
            f"no comment period is known for {listed}; name one with --period ({offered})"
        )
    return list(found.values())


def act(on: Comment, action: Action, by: Person, fields: Mapping[str, Any], **more: Any) -> Comment:
    """Do something with a comment through the one function that checks and logs; `more` is why and revision."""
    from review.register.batch import read_fields
    from review.register.transitions import Request, change

    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    others = {name: value for name, value in fields.items() if not isinstance(value, str)}
    return change(on, Request(action, by, now(), {**others, **read_fields(texts)}, **more))


def gate(
    period_id: str, new_anchors: Iterable[Mapping[str, Any]], root: Path | None = None
) -> list[GateItem]:
    """The questions about comments that publishing for trial implementation asks, with their answers."""
    from review.locations.edition import anchors_of
    from review.register.gate import gate as ask

    one = period(period_id)
    return list(ask(one, edition_of(one, root), anchors_of(new_anchors), now().date()))


def implement(
    period_id: str, new_edition: Path, label: str, by: Person, root: Path | None = None
) -> list[Followed]:
    """Mark accepted comments as implemented where a later edition's text differs; what became of every comment."""
    from review.locations.edition import read_edition
    from review.register.follow_up import Step
    from review.register.follow_up import implement as follow

    one = period(period_id)
    old = edition_of(one, root)
    if old is None:
        raise RefusedError(f"the edition that {one.name} is about is not here, so nothing can be compared")
    return follow(comments(one), Step(old, read_edition(new_edition), label, by, now()))


def record(period_id: str) -> CommentPeriod:
    """Everything public about a period."""
    from review.register.record import public_record

    return public_record(period(period_id))


def restore(from_record: CommentPeriod, by: str) -> Period:
    """A public record back into a register that does not hold its period."""
    from review.register.record import restore as put_back

    return put_back(from_record, now(), by)
