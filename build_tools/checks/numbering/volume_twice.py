"""Two volumes of a framework have one number, hold the same, or stand in the wrong order.

Citations such as `ITI TF-2: 3.18` name the volume by its number.

Wrong: two entries `volume: "2"` under `volumes`

Right: each volume once, from the lowest number to the highest.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Volumes of every domain."""
    for part in subject.framework.domains:
        volumes = part.domain.volumes if part.domain else ()
        for index in range(1, len(volumes)):
            before, volume = volumes[:index], volumes[index]
            if part.domain and int(volume.volume) <= int(before[-1].volume):
                message = f"volume `{volume.volume}` stands after volume {before[-1].volume}"
                yield Finding(part.domain.key, ("volumes", index, "volume"), message)
            elif part.domain and volume.holds in {other.holds for other in before}:
                message = f"volume {volume.volume} holds `{volume.holds}`, as another volume does"
                yield Finding(part.domain.key, ("volumes", index, "holds"), message)


RULE = Rule(
    ProblemKind("TF416", "volume-twice", Severity.ERROR, __doc__, "General Introduction, section 5"), check
)
