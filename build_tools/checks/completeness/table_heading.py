"""A table stands under a heading that its text does not have.

A table with `under` is printed in the section of that heading, in the text beside it; the heading of the whole text,
such as `Message Semantics`, puts it before the headings inside. Without such a heading it would follow the whole text.

Wrong: `under: FindDocument` where the semantics have the heading `### FindDocuments`

Right: `under: FindDocuments`, spelt as the heading is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.checks.named import FieldPath
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.outline import MESSAGE_PARTS, heading_titles
from build_tools.problems import ProblemKind, Severity
from model.entity import Key
from model.table import ContentTable


def check(subject: Subject) -> Iterator[Finding]:
    """Tables of transactions and content modules."""
    for transaction in subject.framework.transactions:
        for i, message in enumerate(transaction.messages):
            texts = (message.semantics, message.trigger_events, message.expected_actions)
            yield from _tables(
                transaction.key, ("messages", i), message.tables, MESSAGE_PARTS.values(), *texts
            )
    for module in subject.framework.content_modules:
        for i, section in enumerate(module.sections):
            yield from _tables(module.key, ("sections", i), section.tables, [section.title], section.text)


def _tables(
    key: Key, path: FieldPath, tables: Sequence[ContentTable], whole: Iterable[str], *texts: str | None
) -> Iterator[Finding]:
    for i, table in enumerate(tables):
        if table.under:
            titles = [*whole, *(title for text in texts for title in heading_titles(text))]
            if table.under not in titles:
                message = f"the text has no heading `{table.under}`"
                yield Finding(key, (*path, "tables", i, "under"), message, did_you_mean(table.under, titles))


RULE = Rule(ProblemKind("TF509", "table-heading", Severity.ERROR, __doc__, "Section 3.Y.4"), check)
