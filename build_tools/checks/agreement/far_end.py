"""A transaction has an initiator in a profile but nobody who answers there, or the other way round.

A message needs two ends. When the far end is an actor of another profile, the row says so with `counterpart`, and the
diagram draws that actor dashed; when it is not said, an actor has probably been forgotten.

Wrong: a profile whose only actor with ITI-43 is the Document Consumer

Right: the actor that answers, or `counterpart: {profile: XDS.b, actor: Document Repository}` in the row. It is only a
hint when the transaction itself names actors for the other end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Row, Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Key

_FAR_ENDS = {"initiator": "initiator", "responder": "responder", "receiver": "responder"}


def check(subject: Subject) -> Iterator[Finding]:
    """Messages of profiles whose table of actors is fully known and names defined transactions."""
    for (profile, name), rows in _rows_by_transaction(subject).items():
        ends = _ends(subject, rows)
        if len(ends) != 1 or any(row.use.counterpart for row in rows):
            continue
        missing = "responder" if "initiator" in ends else "initiator"
        others = [actor for actor, roles in subject.roles[name].items() if missing in map(_end, roles)]
        yield Finding(
            Key("profile", profile),
            (*rows[0].path, "transaction"),
            f"`{name}` has no {missing} in this profile",
            f"add the actor, or name one as counterpart: {', '.join(others)}" if others else "add the actor",
            severity=Severity.HINT if others else None,
        )


def _rows_by_transaction(subject: Subject) -> Mapping[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    unsure = {row.profile.profile for row in subject.rows if row.use.transaction not in subject.transactions}
    for row in subject.rows:
        transaction = subject.transactions.get(row.use.transaction)
        known = "actors" not in row.profile.unknown and row.profile.profile not in unsure
        if known and transaction and not transaction.behaviour:
            found.setdefault((row.profile.profile, row.use.transaction), []).append(row)
    return found


def _ends(subject: Subject, rows: Sequence[Row]) -> set[str]:
    """The ends of a transaction that a profile's rows take; empty when one of them is not known."""
    ends: set[str] = set()
    for row in rows:
        directions = subject.directions(row.use.transaction, row.actor.actor)
        stated = (row.use.direction,) if row.use.direction in directions else directions
        if not stated or None in stated or "performer" in stated or "actors" in row.actor.unknown:
            return set()
        ends.update(map(_end, stated))
    return ends


def _end(direction: str | None) -> str:
    return _FAR_ENDS.get(direction or "", "")


RULE = Rule(ProblemKind("TF303", "no-far-end", Severity.WARNING, __doc__, "Figure X.1-1"), check)
