"""Text in YAML -> plain data; what is wrong with its form becomes problems."""

from __future__ import annotations

import yaml

from build_tools.problems import Problem, ProblemKind, Where
from build_tools.reading import form_problems as kinds
from build_tools.reading.nesting import MAX_DEPTH, too_deep
from build_tools.reading.nodes import composed
from build_tools.reading.plain_data import plain_data
from build_tools.reading.yaml_source import MAX_CHARACTERS, YamlSource


def read_yaml(path: str, text: str) -> YamlSource:
    """Read YAML text; a fault of form is a problem of the result, never an exception."""
    if len(text) > MAX_CHARACTERS:
        return _refused(
            path,
            kinds.TOO_LARGE,
            1,
            1,
            f"the file has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read",
        )
    if deep := too_deep(text):
        return _refused(
            path, kinds.TOO_LARGE, deep, 1, f"values are nested more than {MAX_DEPTH} levels deep"
        )
    try:
        root = composed(text)
    except yaml.MarkedYAMLError as error:
        return _syntax_problem(path, text, error)
    except yaml.YAMLError as error:
        return _refused(
            path,
            kinds.SYNTAX,
            *_reader_place(text, error),
            "the file contains a character that YAML does not allow",
        )
    data, faults = plain_data(root) if root is not None else (None, ())
    problems = tuple(
        Problem(Where(path, mark.line + 1, mark.column + 1), kind.code, kind.severity, message)
        for kind, mark, message in faults
    )
    return YamlSource(path, None if any(fault.is_fatal for fault in faults) else data, problems, text)


def _refused(path: str, kind: ProblemKind, line: int, column: int, message: str) -> YamlSource:
    problem = Problem(Where(path, line, column), kind.code, kind.severity, message)
    return YamlSource(path, problems=(problem,))


def _reader_place(text: str, error: yaml.YAMLError) -> tuple[int, int]:
    """Line and column of a character that cannot be read; the parser counts in bytes."""
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return 1, 1
    before = text.encode(errors="replace")[:position].decode(errors="ignore")
    lines = f"{before}x".splitlines()
    return len(lines), len(lines[-1])


def _syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> YamlSource:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = min(mark.column, len(lines[line])) if mark else 0
    if "\t" in lines[line][: column + 1] and not lines[line][:column].strip():
        message = "a tab is used for indentation, where YAML allows only spaces"
        column = lines[line].index("\t")
    else:
        message = f"this is not valid YAML: {error.problem or error.context}"
    return _refused(path, kinds.SYNTAX, line + 1, column + 1, message)
