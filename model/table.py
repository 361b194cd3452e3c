"""Tables that editors write: message segments, query keys, metadata attributes."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from model.entity import Name, Value


def _cell(value: object) -> object:
    return (
        ""
        if value is None
        else str(value)
        if isinstance(value, int) and not isinstance(value, bool)
        else value
    )


Cell = Annotated[str, BeforeValidator(_cell, json_schema_input_type=str | int | None)]
"""One cell: Markdown text; a whole number or nothing are accepted as they are written."""


class ContentTable(Value):
    """A table with a caption; its number is generated."""

    caption: Name
    """The caption without its number, for example ``Query parameters``."""
    columns: tuple[Name, ...] = Field(min_length=1)
    """The column headings, from left to right."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """One list of cells a row, as many as there are columns."""
    notes: tuple[str, ...] = ()
    """Notes printed under the table, in order."""
