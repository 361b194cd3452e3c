"""Which source and doubt hold for a row: the nearest provenance counts, the next outer one lends its source.

From the inside out: the row's own provenance, the supplement that adds the row, the supplement that adds the
actor, the provenance of the table, the provenance of the profile. A provenance that names only a doubt
keeps the source of the next outer one; one that names only a source is free of doubt.
"""

from __future__ import annotations

from model.entity import Provenance
from model.framework import Framework
from model.grouping import Grouping
from model.option import Option, OptionActor
from model.profile import ContentModuleUse, Profile, ProfileActor, TransactionUse


def _effective(*chain: Provenance | None) -> Provenance:
    known = [p for p in chain if p is not None and (p.source or p.doubt)]
    source = next((p.source for p in known if p.source), None)
    return Provenance(source=source, doubt=known[0].doubt if known else None)


def supplement(framework: Framework, name: str | None) -> Provenance | None:
    """Where a supplement was read; None when there is no such supplement."""
    declared = (s for part in framework.domains if part.domain for s in part.domain.supplements)
    return next((s.provenance for s in declared if s.supplement == name), None)


def of_use(
    framework: Framework, profile: Profile, actor: ProfileActor, use: TransactionUse | ContentModuleUse
) -> Provenance:
    """The provenance of a row of the table of actors."""
    return _effective(
        use.provenance,
        supplement(framework, use.added_by),
        supplement(framework, actor.added_by),
        profile.provenance.actors,
        profile.provenance,
    )


def of_option(framework: Framework, profile: Profile, option: Option, row: OptionActor) -> Provenance:
    """The provenance of a row of the table of options."""
    return _effective(
        row.provenance,
        supplement(framework, row.added_by),
        option.provenance,
        supplement(framework, option.added_by),
        _of_actor(framework, profile, row.actor),
        profile.provenance.options,
        profile.provenance,
    )


def of_grouping(framework: Framework, profile: Profile, grouping: Grouping) -> Provenance:
    """The provenance of a grouping."""
    return _effective(
        grouping.provenance,
        _of_actor(framework, profile, grouping.actor),
        profile.provenance.groupings,
        profile.provenance,
    )


def of_no_options(framework: Framework, profile: Profile, actor: str) -> Provenance:
    """Where it was read that an actor has no options."""
    return _effective(_of_actor(framework, profile, actor), profile.provenance.options, profile.provenance)


def of_no_groupings(framework: Framework, profile: Profile, actor: str) -> Provenance:
    """Where it was read that an actor has no groupings."""
    return _effective(_of_actor(framework, profile, actor), profile.provenance.groupings, profile.provenance)


def _of_actor(framework: Framework, profile: Profile, name: str) -> Provenance | None:
    actor = profile.actor(name)
    return supplement(framework, actor.added_by) if actor else None
