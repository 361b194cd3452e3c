"""What may be done with a comment, by whom and in which order; and the log that cannot be changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from review import api
from review.refusals import ConflictError, RefusedError
from tests.review.conftest import both_databases

Comments = Callable[[], list[Any]]


def person(*roles: str, name: str = "Example Person") -> Any:
    """Somebody with these roles."""
    from review.register.people import Person, Role

    return Person(name, frozenset(Role(role) for role in roles))


def action(name: str) -> Any:
    """An action by its name."""
    from review.register.people import Action

    return Action(name)


COMMITTEE = {"authority": "committee", "decided_on": "2026-03-01", "minutes": "https://example.org/m"}


@both_databases
def test_the_way_of_a_comment(comments: Comments) -> None:
    """New, assigned, proposed, decided, implemented, verified; each step is in the log with who, when and why."""
    editor = person("editor", name="Ed")
    one = comments()[0]
    api.act(one, action("assign"), editor, {"assignee": "Ed"})
    api.act(one, action("propose"), editor, {"outcome": "accepted", "response": "Yes."})
    api.act(one, action("decide"), editor, {"outcome": "accepted", "change": "substantive", **COMMITTEE})
    api.act(one, action("implement"), editor, {"carried_by": "abc1234"})
    done = api.act(one, action("verify"), person("member", name="Mem"), {}, why="read it")
    assert done.state == "verified"
    assert done.revision == 6
    entries = [(e.action, e.by, e.old.split()[0] if e.old else "", e.new.split()[0]) for e in done.log.all()]
    assert entries == [
        ("received", "Example Editor", "", "new"),
        ("assign", "Ed", "new", "assigned"),
        ("propose", "Ed", "assigned", "proposed"),
        ("decide", "Ed", "proposed", "decided"),
        ("implement", "Ed", "decided", "implemented"),
        ("verify", "Mem", "implemented", "verified"),
    ]
    assert done.log.last().why == "read it"


@both_databases
def test_a_recommendation_is_no_decision(comments: Comments) -> None:
    """What is proposed and what is decided are kept apart, and both are kept."""
    one = comments()[0]
    api.act(one, action("propose"), person("member"), {"outcome": "rejected", "response": "No."})
    api.act(
        one,
        action("decide"),
        person("chair"),
        {"outcome": "accepted", "change": "editorial", "authority": "editor"},
    )
    one = comments()[0]
    assert (one.proposal.outcome, one.decision.outcome) == ("rejected", "accepted")


def test_four_facts_are_apart(comments: Comments) -> None:
    """Outcome, authority, change and the commenter's acceptance are set one by one."""
    one = comments()[0]
    api.act(
        one, action("decide"), person("editor"), {"outcome": "accepted", "change": "substantive", **COMMITTEE}
    )
    api.act(one, action("accept"), person("submitter", name="reviewer a"), {"acceptance": "not-satisfied"})
    decision = comments()[0].decision
    assert (decision.outcome, decision.authority, decision.change, decision.acceptance) == (
        "accepted",
        "committee",
        "substantive",
        "not-satisfied",
    )
    assert f"{decision.decided_on}" == "2026-03-01"


ALLOWED = {
    ("editor", "assign"): True,
    ("member", "assign"): False,
    ("member", "propose"): True,
    ("submitter", "propose"): False,
    ("chair", "decide"): True,
    ("member", "decide"): False,
    ("editor", "decide"): False,
    ("submitter", "withdraw"): True,
    ("editor", "withdraw"): False,
}


@pytest.mark.parametrize(("role", "what"), ALLOWED)
def test_permissions(comments: Comments, role: str, what: str) -> None:
    """Each role may do what the table says with a comment of high priority, and nothing else."""
    one = comments()[0]
    fields = {"outcome": "answered", "response": "So.", "authority": "editor"} if what == "decide" else {}
    who = person(role, name=one.submitter if role == "submitter" else "X")
    if ALLOWED[role, what]:
        assert api.act(one, action(what), who, fields).revision == 2
        return
    with pytest.raises(RefusedError, match=f"may not {what}"):
        api.act(one, action(what), who, fields)
    assert comments()[0].revision == 1
    assert comments()[0].log.count() == 1


def test_an_editor_alone_decides_what_is_small(comments: Comments) -> None:
    """Low priority is the editor's; so is what is editorial; the rest needs the committee."""
    editor = person("editor")
    fields = {"outcome": "accepted", "change": "editorial", "authority": "editor"}
    assert api.act(comments()[2], action("decide"), editor, fields).state == "decided"
    with pytest.raises(
        RefusedError, match="chair or editor on low or editorial or editor recording the committee"
    ):
        api.act(comments()[1], action("decide"), editor, fields)


def test_only_the_submitter_withdraws(comments: Comments) -> None:
    """Somebody else's comment is not theirs to withdraw."""
    with pytest.raises(RefusedError):
        api.act(comments()[0], action("withdraw"), person("submitter", name="Reviewer B"), {})
    done = api.act(comments()[0], action("withdraw"), person("submitter", name="Reviewer A"), {})
    assert (done.state, done.decision.outcome) == ("decided", "withdrawn")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "a decision has an outcome"),
        ({"outcome": "maybe"}, "`maybe` is not one of accepted"),
        ({"outcome": "accepted", "authority": "committee"}, "a decision of the committee has a date"),
        ({"outcome": "accepted", **COMMITTEE, "decided_on": "soon"}, "`soon` is no day"),
        ({"outcome": "duplicate"}, "a duplicate names another comment of its period"),
        ({"outcome": "duplicate", "refers_to": "ITI-MHD-2026-1-001"}, "not `ITI-MHD-2026-1-001`"),
        ({"outcome": "duplicate", "refers_to": "ITI-MHD-2026-1-999"}, "not `ITI-MHD-2026-1-999`"),
    ],
)
def test_a_decision_says_enough(comments: Comments, fields: dict[str, str], reason: str) -> None:
    """What is missing is said, and nothing is changed."""
    with pytest.raises(RefusedError, match=reason):
        api.act(comments()[0], action("decide"), person("chair"), {"authority": "editor", **fields})
    assert comments()[0].state == "new"


@pytest.mark.parametrize("what", ["implement", "verify", "accept", "reopen", "revise"])
def test_steps_have_their_order(comments: Comments, what: str) -> None:
    """Nothing is implemented, verified, accepted or reopened before it is decided."""
    with pytest.raises(RefusedError, match="is new; "):
        api.act(comments()[0], action(what), person("chair", "editor"), {}, why="x")


def test_a_decision_is_changed_with_its_reason(comments: Comments) -> None:
    """Nobody changes a decision silently; reopened, it becomes a recommendation."""
    chair = person("chair")
    one = api.act(
        comments()[0],
        action("decide"),
        chair,
        {"outcome": "rejected", "response": "No.", "authority": "editor"},
    )
    with pytest.raises(RefusedError, match="is decided; a decision is changed with its reason"):
        api.act(one, action("decide"), chair, {"outcome": "accepted", "authority": "editor"})
    with pytest.raises(RefusedError, match="say why"):
        api.act(one, action("revise"), chair, {"outcome": "accepted"})
    api.act(one, action("revise"), chair, {"outcome": "accepted", "change": "editorial"}, why="we were wrong")
    one = api.act(one, action("reopen"), chair, {}, why="once more")
    assert one.state == "assigned"
    one = comments()[0]
    assert one.decision is None
    assert one.proposal.outcome == "accepted"


@both_databases
def test_who_is_late_is_told(comments: Comments) -> None:
    """A change of what somebody else changed meanwhile is refused with both revisions."""
    one = comments()[0]
    api.act(one, action("assign"), person("chair"), {"assignee": "A"})
    with pytest.raises(ConflictError, match="you have revision 1, it is at 2"):
        api.act(one, action("assign"), person("chair"), {"assignee": "B"}, revision=1)


@both_databases
def test_the_log_is_only_added_to(comments: Comments) -> None:
    """No entry of the log can be changed or taken away through the register."""
    from review.register.models import AppendOnlyError, LogEntry

    comments()
    entry = LogEntry.objects.first()
    for attempt in (
        entry.save,
        entry.delete,
        lambda: LogEntry.objects.all().delete(),
        lambda: LogEntry.objects.update(by="somebody"),
    ):
        with pytest.raises(AppendOnlyError):
            attempt()


def test_every_action_has_its_rules(register: str) -> None:
    """Each action has a line in both tables: who may, and from which state to which."""
    from review.register.people import PERMISSIONS, Action
    from review.register.transitions import STEPS

    assert set(PERMISSIONS) == set(STEPS) == set(Action)


def test_migrations_are_complete() -> None:
    """The tables are those of the models: there is no migration to write."""
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "review.register.migrations", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
