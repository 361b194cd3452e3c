"""Tables that editors write: message segments, query keys, metadata attributes."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, model_validator

from model.entity import Name, Value


def _cell(value: object) -> object:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Cell = Annotated[str, BeforeValidator(_cell, json_schema_input_type=str | int | None)]
"""One cell: Markdown text; a whole number or nothing are accepted as they are written."""


class ContentTable(Value):
    """A table with a caption; its number is generated."""

    caption: Name
    """The caption without its number, for example ``Query parameters``."""
    csv: str | None = None
    """A CSV file beside the YAML with the headings in its first row, in place of ``columns`` and ``rows``."""
    under: Name | None = None
    """The heading in the text beside it under which the table stands; without it, the table follows the text.
    The heading of the whole text, such as ``Message Semantics``, puts it before the first heading inside.
    In a message, the heading may stand in any of its texts; without one, the table follows the semantics."""
    columns: tuple[Name, ...] = ()
    """The column headings, from left to right."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """One list of cells a row, as many as there are columns."""
    notes: tuple[str, ...] = ()
    """Notes printed under the table, in order."""

    @model_validator(mode="after")
    def _has_columns(self) -> ContentTable:
        if not self.columns:
            raise ValueError("a table needs columns, or csv with the name of a file")
        return self
