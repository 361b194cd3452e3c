"""Accepting problems: entries for ``accepted_problems.yaml``, as narrow as they can be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.checks.accepted import Acceptance
from build_tools.editing.edits import apply_edits
from build_tools.editing.insertion import insert_item
from build_tools.loading.folders import ACCEPTED_PROBLEMS
from build_tools.problems import Problem
from build_tools.reading.read_yaml import read_yaml

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ,.;()/'-]*[A-Za-z0-9.)])?")
_WORDS = frozenset({"null", "true", "false"})


class AcceptanceRefusedError(Exception):
    """The file of accepted problems cannot be added to; the message says why."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why problems are accepted, and since when."""

    text: str
    date: str
    """The day, as ``2023-08-04``."""


def acceptance_files(problems: Iterable[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    """The problems by the file that would accept them, as messages print its path.

    Problems of such files themselves, and of what lies in no framework's folder, cannot be accepted.
    """
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        root, _, rest = problem.where.path.partition("/")
        folder, _, inside = rest.partition("/")
        if inside and inside != ACCEPTED_PROBLEMS:
            found.setdefault(f"{root}/{folder}/{ACCEPTED_PROBLEMS}", []).append(problem)
    return {path: tuple(group) for path, group in sorted(found.items())}


def with_acceptances(path: str, text: str, problems: Sequence[Problem], reason: Reason) -> str:
    """The text of a file of accepted problems with entries for these problems; the rest stays as it is.

    Raises :class:`AcceptanceRefusedError` when the text cannot be read as such a file.
    """
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    for entry in _entries(problems):
        item = _item(entry, reason)
        if not text.strip():
            text += "accepted:\n" + "".join(f"  {line}\n" for line in _dashed(item))
            continue
        source = read_yaml(path, text)
        data = source.data
        if not isinstance(data, dict) or not isinstance(data.get("accepted") or [], list):
            raise AcceptanceRefusedError(f"{path} is not a file of accepted problems; mend it first")
        edit = insert_item(source, ("accepted",), item)
        if "\r\n" in text:
            edit = replace(edit, text=edit.text.replace("\n", "\r\n"))
        text = apply_edits({path: text}, [edit])[path]
    return mark + text


def _dashed(item: str) -> list[str]:
    return [f"{'  ' if index else '- '}{line}" for index, line in enumerate(item.splitlines())]


def _entries(problems: Sequence[Problem]) -> list[Acceptance]:
    """An entry a problem, each fitting as few of the others as its message allows; equal ones once."""
    entries: dict[tuple[str | None, str | None], Acceptance] = {}
    for problem in problems:
        inside = problem.where.path.split("/", 2)[2]
        others = [other for other in problems if other.where.path.endswith(inside)]
        match = min(_matches(problem), key=lambda words: (_fitting(words, others), len(words)))
        entry = Acceptance(code=problem.code, path=inside, match=match, reason="-")
        entries.setdefault((entry.path, entry.match), entry)
    return list(entries.values())


def _matches(problem: Problem) -> list[str]:
    """Words of the message that may tell the problem from others: what the author wrote, or the whole."""
    return [*re.findall(r"`([^`]*\S[^`]*)`", problem.message), problem.message]


def _fitting(words: str, problems: Sequence[Problem]) -> int:
    return len({problem.message for problem in problems if words in problem.message})


def _item(entry: Acceptance, reason: Reason) -> str:
    fields = {"code": entry.code, "path": entry.path, "match": entry.match, "reason": reason.text}
    lines = [f"{name}: {_scalar(value)}" for name, value in fields.items() if value]
    return "\n".join([*lines, f'date: "{reason.date}"'])


def _scalar(text: str) -> str:
    """Text as a YAML scalar: plain where that is safe, otherwise in double quotes."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
