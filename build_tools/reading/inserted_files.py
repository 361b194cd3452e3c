"""Text and tables in files of their own: ``introduction: {file: xds-b.md}``, ``csv: parameters.csv``.

Long prose is pleasanter to write in a Markdown file, a long table in a spreadsheet program. Both stand beside the
YAML file that names them.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.problems import Problem, ProblemKind, Where
from build_tools.reading import form_problems as kinds
from build_tools.reading.yaml_source import YamlSource


@dataclass(frozen=True)
class InsertedFile:
    """A file whose content stands at a path of an entity."""

    path: tuple[str | int, ...]
    """The path of field names and indexes of the text, or of the table."""
    printed: str
    """The file's path as messages print it."""
    row_lines: tuple[int, ...] = ()
    """For a table, the line of each row below the heading."""

    def line(self, path: tuple[str | int, ...]) -> int | None:
        """The line at which the text at a path begins, when it stands in this file."""
        if path == self.path:
            return 1
        begins, below = path[: len(self.path)], path[len(self.path) :]
        row = below[1] if begins == self.path and below[:1] == ("rows",) and len(below) > 1 else None
        return self.row_lines[row] if isinstance(row, int) and row < len(self.row_lines) else None

    def where(self, path: tuple[str | int, ...], text: str, offset: int) -> Where | None:
        """The place of a character in the text at a path, when it stands in this file; of a cell, its row."""
        first = self.line(path)
        if first is None or path != self.path:
            return Where(self.printed, first, 1) if first else None
        column = offset - (text.rfind("\n", 0, offset) + 1) + 1
        return Where(self.printed, first + text.count("\n", 0, offset), column)


_PROSE_FILE = re.compile(r"file(?<!\wfile)[\"']? *:")  # begins with its letters, which makes the search quick
_TABLE_FILE = re.compile(r"csv(?<!\wcsv)[\"']? *:")


def insert_files(
    source: YamlSource, file: Path, folder: Path
) -> tuple[Any, tuple[InsertedFile, ...], tuple[Problem, ...]]:
    """The source's data with every ``{file: NAME}`` and ``csv: NAME`` replaced by that file's content.

    ``file`` is the YAML file, ``folder`` the domain's folder, outside of which nothing is taken.
    """
    if not (_PROSE_FILE.search(source.text) or _TABLE_FILE.search(source.text)):
        return source.data, (), ()
    insertion = _Insertion(source, file, folder)
    data = insertion.replaced(source.data, ())
    return data, tuple(insertion.found), tuple(insertion.problems)


class _Insertion:
    """Replaces the references to other files in one YAML file's data."""

    def __init__(self, source: YamlSource, file: Path, folder: Path) -> None:
        self._source = source
        self._here = file.parent.resolve()
        self._folder = folder.resolve()
        self.found: list[InsertedFile] = []
        self.problems: list[Problem] = []

    def replaced(self, value: Any, path: tuple[str | int, ...]) -> Any:
        if isinstance(value, dict):
            if set(value) == {"file"} and isinstance(value["file"], str):
                return self._prose(value["file"], path)
            if "caption" in value and isinstance(value.get("csv"), str):
                return self._table(value, path)
            return {name: self.replaced(inner, (*path, name)) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.replaced(inner, (*path, index)) for index, inner in enumerate(value)]
        return value

    def _prose(self, name: str, path: tuple[str | int, ...]) -> str:
        text = self._text(name, (*path, "file"), kinds.PROSE_FILE)
        if text is None:
            return ""
        self.found.append(InsertedFile(path, self._printed(name)))
        return text

    def _table(self, value: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
        """The table with the columns and rows of its CSV file; what the YAML says itself goes first."""
        name = value["csv"]
        text = self._text(name, (*path, "csv"), kinds.TABLE_FILE)
        if text is None:
            return {**value, "columns": value.get("columns", ["--"])}
        reader = csv.reader(io.StringIO(text))
        lines: list[int] = []
        rows: list[list[str]] = []
        before = 0
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append(row)
                lines.append(before + 1)
            before = reader.line_num
        if not rows:
            self._fault((*path, "csv"), kinds.TABLE_FILE, f"the table file `{name}` is empty")
            return {**value, "columns": value.get("columns", ["--"])}
        self.found.append(InsertedFile(path, self._printed(name), tuple(lines[1:])))
        return {"columns": rows[0], "rows": rows[1:], **value}

    def _text(self, name: str, path: tuple[str | int, ...], kind: ProblemKind) -> str | None:
        """The text of a file beside the YAML file, or None and a problem."""
        target = self._here / name
        if (
            "/" in name or target.is_symlink()
        ):  # else it cannot lead elsewhere; resolving it takes longer than reading
            target = target.resolve()
        if not target.is_relative_to(self._folder):
            self._fault(path, kind, f"the file `{name}` is outside the domain's folder")
            return None
        try:
            return target.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            self._fault(path, kind, f"the file `{name}` does not exist")
        except (OSError, UnicodeDecodeError):
            self._fault(path, kind, f"the file `{name}` cannot be read as UTF-8 text")
        return None

    def _printed(self, name: str) -> str:
        return (Path(self._source.path).parent / name).as_posix()

    def _fault(self, path: tuple[str | int, ...], kind: ProblemKind, message: str) -> None:
        self.problems.append(Problem(self._source.where(path), kind.code, kind.severity, message))
