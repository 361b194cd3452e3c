"""What the committees ask before a document becomes final text, and what they answered."""

from __future__ import annotations

from typing import Literal, NamedTuple

from model.entity import Name, Value


class FinalTextQuestion(NamedTuple):
    """One question of the checklist."""

    id: str
    asked_by: Literal["technical", "planning"]
    """Which committee asks it."""
    text: str


QUESTIONS = (
    FinalTextQuestion("change-proposals", "technical", "Are all significant Change Proposals to it closed?"),
    FinalTextQuestion("base-standards", "technical", "Are all significant changes to its base standards closed?"),
    FinalTextQuestion("comments", "technical", "Did each significant comment lead to a Change Proposal or a rejection?"),
    FinalTextQuestion("connectathon-issues", "technical", "Are the significant issues that Connectathons showed settled?"),
    FinalTextQuestion("connectathon-manager", "technical", "Was the manager of the Connectathon asked, and the answer acted on?"),
    FinalTextQuestion("implementers", "technical", "Were implementers asked what they met?"),
    FinalTextQuestion("regions", "planning", "Was it tested at Connectathons in at least two regions?"),
    FinalTextQuestion("actors", "planning", "Was every actor tested with success at a Connectathon or more?"),
    FinalTextQuestion("implementations", "planning", "Were different implementations of every actor tested?"),
    FinalTextQuestion("options", "planning", "Was every option tested at a Connectathon or more?"),
    FinalTextQuestion("test-tools", "planning", "Do test tools cover all of it?"),
    FinalTextQuestion("standards-in-use", "planning", "Are its base standards in use for similar purposes?"),
    FinalTextQuestion("real-world", "planning", "Is there reason to believe that it works in practice, such as products on sale?"),
    FinalTextQuestion("issues", "planning", "Is everything that was raised against it resolved?"),
)  # fmt: skip
"""The checklist, in the order in which it is asked."""

QuestionId = Literal[
    "change-proposals", "base-standards", "comments", "connectathon-issues", "connectathon-manager", "implementers",
    "regions", "actors", "implementations", "options", "test-tools", "standards-in-use", "real-world", "issues",
]  # fmt: skip
"""The id of a question of the checklist."""


class Answer(Value):
    """The answer to one question."""

    answer: Literal["yes", "no", "not-applicable"]
    """What the answer is. A *no* asks for a debate, it does not end the matter."""
    evidence: Name
    """What shows it: a test report, a list of products, minutes."""
    discussion: Name | None = None
    """For a *no*: why the committee goes on nevertheless."""

    @property
    def holds(self) -> bool:
        """Whether the question stands in the way no longer."""
        return self.answer != "no" or self.discussion is not None
