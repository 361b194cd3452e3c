"""What committees write into the columns they add to a form -> a recommended disposition.

Nine different sets of columns were found in twelve real sheets; the words in them are fewer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from model.comment_period import Outcome
from review.doors.columns import OUTCOME_COLUMNS, TEXT_COLUMNS
from review.doors.row import Proposed

_WORDS: tuple[tuple[str, Outcome], ...] = (
    (r"(?:accept(?:ed)?|persuasive)\s+with\s+(?:modifications?|changes?)", Outcome.MODIFIED),
    (r"not\s+persuasive\s+with\s+modifications?", Outcome.MODIFIED),
    (r"not\s+persuasive", Outcome.REJECTED),
    (r"accept(?:ed)?|agreed?|persuasive|yes", Outcome.ACCEPTED),
    (r"reject(?:ed)?|disagreed?|no\s+changes?|no|declined", Outcome.REJECTED),
    (r"dup(?:licate)?(?:\s+of.*)?|see\s+(?:#|row|line|comment)\s*\d+", Outcome.DUPLICATE),
    (r"deferred?|postponed?", Outcome.DEFERRED),
    (r"withdrawn|withdraw|drawn", Outcome.WITHDRAWN),
    (r"clarified|answered|question\s+answered", Outcome.ANSWERED),
    (r"fixed|done|resolved|ok|review\s*/\s*done", Outcome.ACCEPTED),
)
_MEANING = tuple((re.compile(rf"(?:{words})[.!]?\Z", re.IGNORECASE), outcome) for words, outcome in _WORDS)
_HANDLED = re.compile(r"(?:done|resolved|fixed|ok|reviewed|closed)[.!]?\Z", re.IGNORECASE)
_UNDECIDED = re.compile(r"(?:discuss|review|to\s?do|open|research|consider|check.*)[.!?]?\Z", re.IGNORECASE)
_ROW = re.compile(r"(?:see|dup(?:licate)?(?:\s+of)?)\s+(?:#|row|line|comment)\s*(\d{1,5})", re.IGNORECASE)


def proposed(cells: Mapping[str, str]) -> Proposed | None:
    """The recommendation in the committee's cells (plain head -> text), or None when they say nothing."""
    written = {head: text.strip() for head, text in cells.items() if text.strip()}
    if not written:
        return None
    outcome, source = _outcome(written)
    texts: dict[str, None] = {}
    for head in TEXT_COLUMNS:
        text = written.get(head, "")
        if text and head != source and not _HANDLED.match(text) and not _meaning(text):
            texts[text] = None
    row = next((int(m[1]) for text in written.values() if (m := _ROW.search(text))), None)
    return Proposed(
        outcome.value if outcome else "",
        "\n".join(texts),
        row if outcome is Outcome.DUPLICATE else None,
        written.get("committee issue", ""),
    )


def _outcome(written: Mapping[str, str]) -> tuple[Outcome | None, str]:
    """The outcome and the column that says it; a decision in words of its own, when handled, is an acceptance."""
    handled = False
    for head in OUTCOME_COLUMNS:
        text = written.get(head, "")
        if not text:
            continue
        if _UNDECIDED.match(text):
            return None, head
        if _HANDLED.match(text):
            handled = True
        elif meaning := _meaning(text):
            return meaning, head
    return (Outcome.ACCEPTED, "") if handled else (None, "")


def _meaning(text: str) -> Outcome | None:
    return next((outcome for words, outcome in _MEANING if words.match(text)), None)
