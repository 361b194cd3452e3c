"""A small document under comment: its edition and four comments."""

from __future__ import annotations

import csv
from pathlib import Path

from review.locations.edition import Anchor

ANCHORS = (
    Anchor("t", "title", "", "", "Mobile access to Health Documents"),
    Anchor("s1", "section", "33.4", "33.4", "Concepts"),
    Anchor("p1", "paragraph", "", "33.4", "The source may send a document to the recipient at any time."),
    Anchor("p2", "paragraph", "", "33.4", "It retries once when the network fails, and gives up then."),
    Anchor("s2", "section", "33.5", "33.5", "Security"),
    Anchor("p3", "paragraph", "", "33.5", "Every exchange is recorded by the audit repository of the site."),
)
LINES = {10: "s1", 11: "p1", 12: "p2", 20: "s2", 21: "p3"}

HEADS = ("Submitter Name", "Vol", "Section #", "Line #", "Issue", "Proposed Change", "Priority")
ROWS = (
    ("Reviewer A", "1", "33.4", "11", "May is too weak.", "The source shall send it.", "High"),
    ("Reviewer B", "1", "33.4", "12", "Why once?", "", "Medium"),
    ("Reviewer A", "1", "33.5", "21", "Typo: recorded twice.", "", "Low"),
    ("reviewer.c@example.org", "", "", "", "Thank you. Write me at c@example.org", "", ""),
)


def write_comments(file: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> None:
    """Comments as a CSV file."""
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows((HEADS, *rows))
