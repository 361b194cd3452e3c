"""An option makes a transaction required that none of its actors has in the table of actors and transactions.

The reader of the table would not learn of the transaction at all.

Wrong: `transactions: [ITI-61]` in an option of the Document Consumer, which has no row for ITI-61

Right: a row `{transaction: ITI-61, optionality: O, when: {option: ...}}` for the actor, or another transaction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.profile import Profile


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions listed by options."""
    for profile in subject.framework.profiles:
        if "actors" in profile.unknown:
            continue
        for i, option in enumerate(profile.options):
            if not option.transactions:
                continue
            used = _used(profile, [row.actor for row in option.actors])
            for j, name in enumerate(option.transactions):
                if name not in used and name in subject.transactions:
                    message = (
                        f"no actor with the option `{option.option}` has `{name}` among its transactions"
                    )
                    yield Finding(profile.key, ("options", i, "transactions", j), message)


def _used(profile: Profile, actors: Sequence[str]) -> set[str]:
    return {
        use.transaction for actor in profile.actors if actor.actor in actors for use in actor.transactions
    }


RULE = Rule(ProblemKind("TF305", "option-transaction", Severity.ERROR, __doc__, "Section X.2"), check)
