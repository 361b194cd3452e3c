"""A profile that is in use rests on something that is deprecated, retired, withdrawn or was never assigned.

Implementers should not build on what is given up; the draft should name what replaces it.

Wrong: a row for ITI-25, which is withdrawn, in a current profile

Right: the transaction or profile that replaces it. What is itself past may refer to what is past.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Key, Stage
from model.profile import Profile
from model.transaction import Transaction

_KINDS = ("transaction", "profile", "content_module")


def check(subject: Subject) -> Iterator[Finding]:
    """What profiles in use rest on, once in each profile."""
    past = _past(subject)
    told: set[tuple[Key, str, str]] = set()
    for kind in _KINDS:
        for reference in subject.named.get(kind, ()):
            if (
                (kind, reference.name) not in past
                or reference.key.kind != "profile"
                or reference.path[0] == "replaced_by"
            ):
                continue
            profile = subject.framework.profile(reference.key.name)
            if profile and not profile.stage.is_past and (reference.key, kind, reference.name) not in told:
                told.add((reference.key, kind, reference.name))
                stage, instead = past[kind, reference.name]
                hint = f"use {' or '.join(f'`{name}`' for name in instead)}" if instead else ""
                message = f"the {kind.replace('_', ' ')} `{reference.name}` is {stage.label.lower()}"
                yield Finding(reference.key, reference.path, message, hint)


def _past(subject: Subject) -> Mapping[tuple[str, str], tuple[Stage, Sequence[str]]]:
    found: dict[tuple[str, str], tuple[Stage, Sequence[str]]] = {}
    replaceable: tuple[Transaction | Profile, ...] = (
        *subject.framework.transactions,
        *subject.framework.profiles,
    )
    for owner in replaceable:
        if owner.stage.is_past:
            found[owner.kind_name, owner.key.name] = (owner.stage, owner.replaced_by)
    for module in subject.framework.content_modules:
        if module.stage.is_past:
            found[module.kind_name, module.content_module] = (module.stage, ())
    return found


RULE = Rule(
    ProblemKind("TF217", "past-reference", Severity.WARNING, __doc__, "General Introduction, section 8"),
    check,
)
