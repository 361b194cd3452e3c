"""The headings inside prose, and the captions of tables that stand under them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from build_tools.outline.headings import Caption, Heading, captions
from build_tools.outline.written_headings import written_headings
from model.table import ContentTable


def prose_outline(text: str | None, number: str, tables: Sequence[ContentTable] = ()) -> tuple[Heading, ...]:
    """The sections of a text: the shallowest heading is 3.1 in section 3, a deeper one below it 3.1.1; each with its tables."""
    titles = written_headings(text or "")
    if not titles:
        return ()
    shallowest = min(level for level, _ in titles)
    children, _ = _nested(titles, 0, shallowest, number)
    taken: set[str] = set()
    return tuple(_with_tables(child, tables, taken) for child in children)


def captions_after(
    text: str | None, number: str, tables: Sequence[ContentTable], elsewhere: Collection[str] = ()
) -> tuple[Caption, ...]:
    """The captions of the tables that follow the text, or stand under the heading of all of it.

    The others stand under a heading inside the text, or under one of those ``elsewhere``.
    """
    below = {*heading_titles(text), *elsewhere}
    return _captions(number, tables, {table.under for table in tables} - below)


def captions_at(title: str, number: str, tables: Sequence[ContentTable]) -> tuple[Caption, ...]:
    """The captions of the tables that stand under the heading of a whole text."""
    return _captions(number, tables, {title})


def heading_titles(text: str | None) -> tuple[str, ...]:
    """The titles of the headings inside a text."""
    return tuple(title for _, title in written_headings(text or ""))


def _with_tables(heading: Heading, tables: Sequence[ContentTable], taken: set[str]) -> Heading:
    """The heading with the captions of its tables; of headings with one title, the first has them."""
    mine: tuple[Caption, ...] = ()
    if heading.title not in taken:
        taken.add(heading.title)
        mine = _captions(heading.number, tables, {heading.title})
    children = tuple(_with_tables(child, tables, taken) for child in heading.children)
    return replace(heading, captions=mine, children=children)


def _captions(
    number: str, tables: Sequence[ContentTable], under: Collection[str | None]
) -> tuple[Caption, ...]:
    wanted = [(f"table:{i}", table.caption) for i, table in enumerate(tables) if table.under in under]
    return captions(number, *(("table", slot, text) for slot, text in wanted))


def _nested(
    titles: Sequence[tuple[int, str]], start: int, level: int, number: str
) -> tuple[tuple[Heading, ...], int]:
    """The headings of one level from a position on, and the position after them."""
    found: list[Heading] = []
    while start < len(titles) and titles[start][0] >= level:
        own = f"{number}.{len(found) + 1}" if number else ""
        children, after = _nested(titles, start + 1, titles[start][0] + 1, own)
        title = titles[start][1]
        found.append(Heading(own, title, f"heading:{own}" if own else title, children, is_written=True))
        start = after
    return tuple(found), start
