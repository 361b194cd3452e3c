"""Who may do what: people with their roles, and one table of permissions made of named conditions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.comment_period import Authority, CommentKind, Priority
from review.register.models import Comment


class Role(StrEnum):
    """What somebody is in the committee; a submitter of a comment is so by name."""

    EDITOR = "editor"
    MEMBER = "member"
    CHAIR = "chair"
    SUBMITTER = "submitter"


@dataclass(frozen=True)
class Person:
    """Somebody who acts on the register."""

    name: str
    roles: frozenset[Role] = frozenset()


class Action(StrEnum):
    """What can be done with a comment."""

    ASSIGN = "assign"
    PROPOSE = "propose"
    DECIDE = "decide"
    REVISE = "revise"
    IMPLEMENT = "implement"
    VERIFY = "verify"
    REOPEN = "reopen"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"


Condition = Callable[[Person, Comment, str], bool]
"""Whether a person may act on a comment, by the authority named; its name says when."""


def is_editor(person: Person, _comment: Comment, _authority: str) -> bool:
    """The person is an editor of the document."""
    return Role.EDITOR in person.roles


def is_member(person: Person, _comment: Comment, _authority: str) -> bool:
    """The person is a member of the committee."""
    return Role.MEMBER in person.roles


def is_chair(person: Person, _comment: Comment, _authority: str) -> bool:
    """The person chairs the committee."""
    return Role.CHAIR in person.roles


def is_submitter(person: Person, comment: Comment, _authority: str) -> bool:
    """The person wrote the comment."""
    return Role.SUBMITTER in person.roles and person.name.casefold() == comment.submitter.casefold()


def is_editor_on_low_or_editorial(person: Person, comment: Comment, authority: str) -> bool:
    """An editor decides alone on what is of low priority, or editorial."""
    is_small = comment.priority == Priority.LOW or comment.kind == CommentKind.EDITORIAL
    return is_editor(person, comment, authority) and authority == Authority.EDITOR and is_small


def is_editor_recording_the_committee(person: Person, comment: Comment, authority: str) -> bool:
    """An editor writes down what the committee decided."""
    return is_editor(person, comment, authority) and authority == Authority.COMMITTEE


PERMISSIONS: Mapping[Action, tuple[Condition, ...]] = {
    Action.ASSIGN: (is_editor, is_chair),
    Action.PROPOSE: (is_editor, is_member, is_chair),
    Action.DECIDE: (is_chair, is_editor_on_low_or_editorial, is_editor_recording_the_committee),
    Action.REVISE: (is_chair, is_editor_on_low_or_editorial, is_editor_recording_the_committee),
    Action.IMPLEMENT: (is_editor, is_chair),
    Action.VERIFY: (is_editor, is_member, is_chair),
    Action.REOPEN: (is_chair,),
    Action.ACCEPT: (is_submitter, is_editor, is_chair),
    Action.WITHDRAW: (is_submitter, is_chair),
}
"""Action -> the conditions of which one must hold."""


def may(person: Person, action: Action, comment: Comment, authority: str = "") -> bool:
    """Whether a person may do this."""
    return any(condition(person, comment, authority) for condition in PERMISSIONS[action])


def who_may(action: Action) -> str:
    """Who may do this, in words, for a refusal."""
    return " or ".join(
        condition.__name__.removeprefix("is_").replace("_", " ") for condition in PERMISSIONS[action]
    )
