"""Rows of cells below known heads -> written comments. The same for sheets and for CSV."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from model.comment_period import CommentKind, Priority
from review.doors.columns import Columns, columns
from review.doors.committee import proposed
from review.doors.row import RowProblem, WrittenComment

HEAD_WITHIN = 25
"""The head is sought in so many rows from the top: IHE's is in row 5."""

LONGEST_CELL = 40_000
"""Characters that are kept of a cell; Excel itself holds 32,767."""

_EXCEL_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
_DATE_FORMS = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y",
)
_SAYS = ("section", "line", "issue", "proposed_change")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|_x000[Dd]_")


def cell_text(value: Any) -> str:
    """A cell as its author saw it: 482.0 is 482, a day is written 2026-03-21; no characters that no text has."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    text = _CONTROL.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
    return text[:LONGEST_CELL].strip()


@dataclass
class Table:
    """The list of comments in one sheet: reading fills it."""

    sheet: str
    comments: list[WrittenComment] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    head_row: int | None = None


def read_table(sheet: str, rows: Iterable[tuple[int, Sequence[Any]]]) -> Table:
    """The comments below the first row that is the head of a form; `head_row` stays None where there is none."""
    table = Table(sheet)
    found: Columns | None = None
    for number, cells in rows:
        if found is None:
            head = columns([cell_text(cell) for cell in cells])
            if head.is_form:
                found, table.head_row = head, number
            elif number >= HEAD_WITHIN:
                return table
            continue
        comment = _comment(sheet, number, cells, found)
        if comment:
            table.comments.append(comment)
            table.problems += [RowProblem(sheet, number, reason) for reason in comment.problems]
    return table


def _comment(sheet: str, number: int, cells: Sequence[Any], heads: Columns) -> WrittenComment | None:
    """A row as a comment; None for one in which nobody wrote anything beside name, document and priority."""
    if not any(cells):
        return None
    values = {name: cells[index] for name, index in heads.fields.items() if index < len(cells)}
    texts = {name: text for name, value in values.items() if (text := cell_text(value))}
    others = {
        head: text
        for head, index in (*heads.committee.items(), *heads.others.items())
        if index < len(cells) and (text := cell_text(cells[index]))
    }
    recommended = proposed({head: others.get(head, "") for head in heads.committee}) if others else None
    if not others and not any(name in texts for name in _SAYS):
        return None
    problems = [*_problems(texts)]
    received = _received(values.get("received"), problems)
    return WrittenComment(
        sheet,
        number,
        received=received,
        priority=_priority(texts.pop("priority", ""), problems),
        kind=_kind(texts.pop("kind", ""), problems),
        section_was_number=isinstance(values.get("section"), float),
        proposed=recommended,
        other_cells=others,
        problems=tuple(problems),
        **{name: text for name, text in texts.items() if name != "received"},
    )


def _problems(texts: dict[str, str]) -> Iterator[str]:
    if not texts.get("issue"):
        yield "no text under Issue"
    for name, text in texts.items():
        if text.startswith("=") and len(text) > 1 and (text[1].isalpha() or text[1] in "('\""):
            yield f"a formula under {name.replace('_', ' ')} is kept as text"
        if len(text) >= LONGEST_CELL:
            yield f"the text under {name.replace('_', ' ')} has {LONGEST_CELL:,} characters or more; the rest is left out"


def _received(value: Any, problems: list[str]) -> datetime | None:
    """When it came: a date, Excel's number of a day, or one of the usual ways to write it."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.replace(tzinfo=value.tzinfo or UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, int | float) and 20_000 < value < 80_000:
        return (_EXCEL_EPOCH + timedelta(days=float(value))).replace(microsecond=0)
    text = cell_text(value)
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        problems.append(f"`{text[:40]}` under Timestamp is no date")
        return None
    return found.replace(tzinfo=found.tzinfo or UTC)


def _priority(text: str, problems: list[str]) -> Priority | None:
    word = text.strip().casefold()
    if not word or word == "-":
        return None
    for priority in Priority:
        if word in (priority.value, priority.value[0], f"{priority.value} priority"):
            return priority
    if word in ("med", "middle", "normal"):
        return Priority.MEDIUM
    problems.append(f"`{text[:40]}` is no priority; High, Medium and Low are")
    return None


def _kind(text: str, problems: list[str]) -> CommentKind | None:
    word = text.strip().casefold()
    for kind in CommentKind:
        if word and kind.value.startswith(word):
            return kind
    if word:
        problems.append(f"`{text[:40]}` is no kind of comment; technical, editorial and question are")
    return None


def with_values_of_merged_cells(
    rows: Iterable[tuple[int, Sequence[Any]]], merged: Iterable[tuple[int, int, int]]
) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows, with the value of a merged cell in every row it spans; only the first row of it holds one.

    `merged` holds a top row, a bottom row and a column each.
    """
    starts: dict[int, list[tuple[int, int]]] = {}
    for top, bottom, column in merged:
        if bottom > top:
            starts.setdefault(top, []).append((column, bottom))
    active: dict[int, tuple[int, Any]] = {}
    for number, cells in rows:
        filled = list(cells) if active else cells
        for column, (bottom, value) in list(active.items()):
            if number > bottom:
                del active[column]
            elif column < len(filled) and filled[column] is None:
                filled[column] = value  # type: ignore[index]  # it is the list made above
        for column, bottom in starts.get(number, ()):
            if column < len(cells) and cells[column] is not None:
                active[column] = (bottom, cells[column])
        yield number, filled
