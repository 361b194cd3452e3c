"""A row of a table has more or fewer cells than the table has columns.

The cells would slide under the wrong headings.

Wrong: `columns: [Parameter, Opt]` and a row `[$XDSDocumentEntryPatientId, R, "-"]`

Right: as many cells in each row as there are columns; an empty cell is written `""`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.checks.named import FieldPath
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Key
from model.table import ContentTable


def check(subject: Subject) -> Iterator[Finding]:
    """Tables of transactions and content modules."""
    for transaction in subject.framework.transactions:
        for i, message in enumerate(transaction.messages):
            yield from _tables(transaction.key, ("messages", i), message.tables)
    for module in subject.framework.content_modules:
        for i, section in enumerate(module.sections):
            yield from _tables(module.key, ("sections", i), section.tables)


def _tables(key: Key, path: FieldPath, tables: Sequence[ContentTable]) -> Iterator[Finding]:
    for i, table in enumerate(tables):
        for j, row in enumerate(table.rows):
            if len(row) != len(table.columns):
                message = f"the row has {_cells(len(row))}, but the table has {len(table.columns)} columns"
                yield Finding(key, (*path, "tables", i, "rows", j), message)


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"


RULE = Rule(
    ProblemKind("TF507", "table-cells", Severity.ERROR, __doc__, "General Introduction, Appendix E"), check
)
