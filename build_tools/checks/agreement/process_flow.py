"""A step of a process flow runs against its transaction.

It is sent by an actor that answers, received by one that asks, or names an actor that takes no part. The drawing in Volume 1 would contradict Volume 2, and readers believe drawings.

Wrong: `{from: Document Registry, to: Document Consumer, transaction: ITI-18}`

Right: `{from: Document Consumer, to: Document Registry, transaction: ITI-18}`; an answer that matters is a step in
words.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.use_case import ProcessStep, player


def check(subject: Subject) -> Iterator[Finding]:
    """Steps with a transaction whose roles are known."""
    for profile in subject.framework.profiles:
        for i, case in enumerate(profile.use_cases):
            for j, step in enumerate(case.process_flow):
                roles = subject.roles.get(step.transaction or "")
                if not roles:
                    continue
                for field, name, allowed in _ends(step):
                    fault = _fault(subject, step.transaction or "", name, allowed)
                    if fault:
                        path = ("use_cases", i, "process_flow", j, field)
                        yield Finding(profile.key, path, fault, f"its roles are {', '.join(roles)}")
                        break


def _ends(step: ProcessStep) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each actor of a step with its field and the directions it may have."""
    yield "from", player(step.sender).actor, frozenset({"initiator", "performer"})
    if step.receiver:
        yield "to", player(step.receiver).actor, frozenset({"responder", "receiver", "performer"})


def _fault(subject: Subject, transaction: str, actor: str, allowed: frozenset[str]) -> str:
    if actor not in subject.defined["actor"]:
        return ""
    directions = subject.directions(transaction, actor)
    if not directions:
        return f"`{actor}` has no role in `{transaction}`"
    if None in directions or allowed.intersection(d for d in directions if d):
        return ""
    return f"`{actor}` is {' and '.join(sorted({d for d in directions if d}))} in `{transaction}`, so the step runs the wrong way"


RULE = Rule(ProblemKind("TF312", "process-flow", Severity.ERROR, __doc__, "Section X.4.2"), check)
