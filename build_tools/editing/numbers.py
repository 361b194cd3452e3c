"""The next number that is free: for a transaction, a chapter, the section of an option, a change proposal."""

from __future__ import annotations

from build_tools.outline.profile_outline import section_order
from model.framework import DomainFramework
from model.profile import Profile


def next_transaction(part: DomainFramework) -> str:
    """The id after the highest in the domain, ``ITI-131``; numbers that are absent on purpose count as taken."""
    taken = [int(t.number) for t in part.transactions if t.number.isdigit()]
    taken += _absent(part.domain.absent_numbers if part.domain else {})
    return f"{part.code}-{max(taken, default=0) + 1}"


def next_chapter(part: DomainFramework) -> str:
    """The Volume 1 chapter after the highest in the domain."""
    taken = [int(p.chapter) for p in part.profiles if p.chapter and p.chapter.isdigit()]
    taken += _absent(part.domain.absent_chapters if part.domain else {})
    return str(max(taken, default=2) + 1)


def next_proposal(part: DomainFramework) -> str:
    """The change proposal after the highest number of the domain."""
    return f"CP-{part.code}-{max((proposal.number for proposal in part.change_proposals), default=0) + 1}"


def _absent(numbers: dict[str, str]) -> list[int]:
    """The last number of every range such as ``76-79``."""
    ends = (name.rpartition("-")[2] for name in numbers)
    return [int(end) for end in ends if end.isdigit()]


def next_option_section(profile: Profile) -> str:
    """The section after the last option's, such as ``10.2.11``; ``X.2.1`` in a profile without a chapter."""
    prefix = f"{profile.section}.2"
    numbers = [
        section_order(option.section)[-1][0]
        for option in profile.options
        if option.section
        and option.section.startswith(f"{prefix}.")
        and option.section.count(".") == prefix.count(".") + 1
    ]
    return f"{prefix}.{max(numbers, default=0) + 1}"
