"""Problems as SARIF 2.1.0, the format that code hosts and text editors read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from build_tools.problems import Problem, ProblemKind, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def sarif(problems: Iterable[Problem], kinds: Iterable[ProblemKind]) -> dict[str, Any]:
    """One run with every problem; accepted ones are suppressed with their reason."""
    found = list(problems)
    known = {kind.code: kind for kind in kinds}
    codes = sorted({problem.code for problem in found})
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "tf check", "rules": [_rule(code, known.get(code)) for code in codes]}
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, codes.index(problem.code)) for problem in found],
            }
        ],
    }


def _rule(code: str, kind: ProblemKind | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code}
    if kind:
        rule["name"] = kind.name
        rule["shortDescription"] = {"text": kind.name.replace("-", " ")}
        rule["fullDescription"] = {"text": kind.text.strip()}
        rule["defaultConfiguration"] = {"level": _LEVELS[kind.severity]}
    return rule


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    hint = f"; {problem.hint}" if problem.hint else ""
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message}{hint}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(problem.where.path, errors="surrogateescape")},
                    "region": {"startLine": problem.where.line, "startColumn": problem.where.column},
                }
            }
        ],
    }
    if problem.accepted:
        result["suppressions"] = [{"kind": "external", "justification": problem.accepted}]
    return result
