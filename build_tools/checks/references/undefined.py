"""Finds fields that name what is not defined; every rule on unknown names uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.checks.rule import Finding
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean


def undefined(subject: Subject, kind: str, label: str) -> Iterator[Finding]:
    """A finding for each field that names an entity of that kind which is not written anywhere."""
    known = subject.defined[kind]
    for reference in subject.named.get(kind, ()):
        if reference.name not in known:
            yield Finding(
                reference.key,
                reference.path,
                f"the {label} `{reference.name}` is not defined",
                meant(reference.name, known),
            )


def meant(name: str, known: Iterable[str]) -> str:
    """A hint with the nearest name; for an id, first of all the one with its digits in another order."""
    swapped = [other for other in known if len(other) == len(name) and sorted(other) == sorted(name)]
    return did_you_mean(name, sorted(swapped)) or did_you_mean(name, sorted(known))


def unlisted(name: str, known: Iterable[str], what: str, otherwise: str = "") -> tuple[str, str]:
    """Message and hint for a name that a profile does not list."""
    return f"the {what} `{name}` is not defined in this profile", did_you_mean(name, known) or otherwise
