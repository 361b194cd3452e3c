"""A change proposal holds the e-mail address of a person.

Everything in the frameworks is published. Addresses of submitters and voters are kept by the committee.

Wrong: `comment: Ask a.smith@clinic.example.` in a vote

Right: the name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.prose import texts_in
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def check(subject: Subject) -> Iterator[Finding]:
    """Every text of every change proposal."""
    for proposal in subject.framework.change_proposals:
        for path, text in texts_in(proposal):
            for address in _ADDRESS.findall(text):
                message = f"the e-mail address `{address}` would be published"
                yield Finding(proposal.key, path, message, "name the person without it")


RULE = Rule(ProblemKind("TF616", "published-address", Severity.ERROR, __doc__, "Change proposal form"), check)
