"""A counterpart takes no part in the transaction, or stands at the same end as the actor of the row.

Wrong: `counterpart: {profile: XDS.b, actor: Document Consumer}` in a row in which the actor itself asks

Right: the actor at the far end, `counterpart: {profile: XDS.b, actor: Document Registry}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_RESPONDERS = frozenset({"responder", "receiver"})


def check(subject: Subject) -> Iterator[Finding]:
    """Rows with a counterpart, in transactions whose roles are known."""
    for row in subject.rows:
        far = row.use.counterpart
        if not far or not subject.roles.get(row.use.transaction) or far.actor not in subject.defined["actor"]:
            continue
        name = row.use.transaction
        theirs = subject.directions(name, far.actor)
        ours = (row.use.direction,) if row.use.direction else subject.directions(name, row.actor.actor)
        path = (*row.path, "counterpart", "actor")
        if not theirs:
            hint = f"its roles are {', '.join(subject.roles[name])}"
            yield Finding(row.profile.key, path, f"`{far.actor}` has no role in `{name}`", hint)
        elif _one_end(ours) and _one_end(ours) == _one_end(theirs):
            yield Finding(
                row.profile.key, path, f"`{far.actor}` is at the same end of `{name}` as `{row.actor.actor}`"
            )


def _one_end(directions: Sequence[str | None]) -> str:
    """The only end at which an actor stands, or nothing when there are several or it is not known."""
    ends = {"responder" if direction in _RESPONDERS else direction or "" for direction in directions}
    return ends.pop() if len(ends) == 1 else ""


RULE = Rule(ProblemKind("TF315", "counterpart", Severity.ERROR, __doc__, "Figure X.1-1"), check)
