"""Our own JSON: what the page's offline form saves, and what other programs may write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from review.doors.csv_file import decoded
from review.doors.row import ReadFile
from review.doors.table import read_table
from review.refusals import UnreadableFileError

FORMAT = "framework-press-comments/1"
LARGEST_FILE = 50_000_000
_HEADS = {
    "received": "Timestamp",
    "submitter": "Submitter Name",
    "email": "Submitter's Email Address",
    "organization": "Submitter's Organization",
    "document": "Document Name",
    "volume": "Volume",
    "section": "Section Number",
    "line": "Line Number",
    "issue": "Issue",
    "proposed_change": "Proposed Change",
    "priority": "Priority",
    "kind": "Kind",
    "anchor": "Anchor",
    "quoted": "Quoted text",
}
"""Field -> the column it stands for; what is read is the same as from a sheet."""


def read(file: Path) -> ReadFile:
    """The comments of a JSON file: ``{"format": ..., "comments": [{...}]}``, or the list alone."""
    if file.stat().st_size > LARGEST_FILE:
        raise UnreadableFileError(f"the file is larger than {LARGEST_FILE // 1_000_000} MB; split it")
    text, _ = decoded(file.read_bytes())
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(f"the file is no JSON: {error}") from error
    comments = data.get("comments") if isinstance(data, dict) else data
    if isinstance(data, dict) and data.get("format") not in (FORMAT, None):
        raise UnreadableFileError(f"the format is `{data.get('format')}`; {FORMAT} is read")
    if not isinstance(comments, list):
        raise UnreadableFileError("the file holds no list of comments")
    rows = [(0, list(_HEADS.values())), *((number, _cells(item)) for number, item in enumerate(comments, 1))]
    table = read_table("", rows)
    return ReadFile("json", tuple(table.comments), (), tuple(table.problems))


def _cells(item: Any) -> list[Any]:
    """A comment's fields in the order of the columns; a text alone is the issue."""
    if isinstance(item, Mapping):
        values = {name: item.get(name) for name in _HEADS}
        return [value if isinstance(value, str | int | float) else None for value in values.values()]
    return [str(item) if name == "issue" and item is not None else None for name in _HEADS]
