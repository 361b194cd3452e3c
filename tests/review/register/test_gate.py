"""What publishing for trial implementation asks about the comments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from review import api
from review.locations.edition import Anchor
from tests.review.conftest import both_databases
from tests.review.locations.edition_text import write_edition
from tests.review.register.test_states import COMMITTEE, action, person
from tests.review.small_document import ANCHORS

Comments = Callable[[], list[Any]]
DIFFERS = "Does the text differ where an accepted comment changes it?"


def plain(anchors: tuple[Anchor, ...]) -> list[dict[str, Any]]:
    """Anchors as `anchors.json` lists them."""
    return [
        {"id": a.id, "kind": a.kind, "number": a.number, "section": a.section, "text": a.text}
        for a in anchors
    ]


def changed(id_: str, text: str) -> tuple[Anchor, ...]:
    """The edition with one text changed."""
    return tuple(replace(a, text=text) if a.id == id_ else a for a in ANCHORS)


def refused(project: Path, anchors: tuple[Anchor, ...] = ANCHORS) -> dict[str, tuple[str, ...]]:
    """The questions that do not hold, with the numbers of their comments."""
    items = api.gate("ITI-MHD-2026-1", plain(anchors), project)
    return {i.question: tuple(name[-3:] for name in i.comments) for i in items if not i.holds}


def decide(one: Any, outcome: str, **fields: str) -> None:
    """Let the committee decide."""
    api.act(one, action("decide"), person("editor"), {"outcome": outcome, **COMMITTEE, **fields})


@both_databases
def test_the_gate_names_what_is_missing(comments: Comments, project: Path) -> None:
    """Undecided, without a change, without a reason: each question names its comments."""
    first, second, third, _ = comments()
    decide(first, "accepted")
    decide(second, "rejected")
    decide(third, "accepted", change="editorial")
    assert refused(project) == {
        "Is every comment decided?": ("004",),
        "Does every accepted comment name its change?": ("001",),
        "Has every rejection a reason?": ("002",),
        DIFFERS: ("003",),
    }


def test_the_gate_opens(comments: Comments, project: Path) -> None:
    """Everything decided, answered and changed: every question holds."""
    first, second, third, fourth = comments()
    decide(first, "accepted", change="substantive")
    decide(second, "rejected", response="Twice would flood the network.")
    decide(third, "duplicate", refers_to=second.name)
    decide(fourth, "withdrawn")
    assert refused(project, changed("p1", "The source shall send a document to the recipient.")) == {}


def test_a_text_that_is_gone_differs(comments: Comments, project: Path) -> None:
    """Taking a paragraph out is a change."""
    decide(comments()[0], "accepted", change="substantive")
    assert DIFFERS not in refused(project, tuple(a for a in ANCHORS if a.id != "p1"))


def test_a_change_elsewhere_does_not_count(comments: Comments, project: Path) -> None:
    """The text at the comment's own place has to differ, unless the decision names another place."""
    decide(comments()[0], "accepted", change="substantive")
    decide(comments()[1], "accepted", change="substantive", changed_at="33.5")
    assert refused(project, changed("p3", "Nothing is recorded."))[DIFFERS] == ("001",)


def test_a_comment_on_no_place(comments: Comments, project: Path) -> None:
    """Where no place is cited, the edition or commit that carries the change must be named."""
    decide(comments()[3], "accepted", change="editorial")
    assert refused(project)[DIFFERS] == ("004",)
    api.act(comments()[3], action("implement"), person("editor"), {"carried_by": "abc1234"})
    assert DIFFERS not in refused(project)


@pytest.mark.parametrize(
    ("outcome", "needs"), [("answered", True), ("accepted-with-modification", True), ("withdrawn", False)]
)
def test_answers(comments: Comments, project: Path, outcome: str, needs: bool) -> None:
    """A question is answered in words, and so is what was modified."""
    decide(comments()[1], outcome)
    assert ("Is every comment answered that needs an answer?" in refused(project)) is needs


def test_the_period(register: str, project: Path) -> None:
    """A period of a week, and one that still runs, are refused."""
    api.open_period("ITI/XDS.b", "1.0", date(2999, 1, 1), date(2999, 1, 8), by="test")
    items = {i.question: i for i in api.gate("ITI-XDS.b-2999-1", [])}
    assert (
        items["Was the comment period at least 30 days long?"].evidence == "2999-01-01 to 2999-01-08: 7 days"
    )
    assert not items["Was the comment period at least 30 days long?"].holds
    assert not items["Is the comment period over?"].holds


def test_a_comment_on_a_section_is_about_all_of_it(comments: Comments, project: Path) -> None:
    """Whoever cites a section is answered by a change anywhere inside."""
    file = project / "more.csv"
    file.write_text("Submitter Name,Section #,Issue\nP,33.4,Unclear.\n")
    api.import_file(file, api.period("ITI-MHD-2026-1"), api.Import(person("editor"), project))
    decide(comments()[4], "accepted", change="editorial")
    assert refused(project)[DIFFERS] == ("005",)
    assert DIFFERS not in refused(project, changed("p2", "It retries twice."))


@both_databases
def test_changes_are_kept_with_the_words_before_and_after(comments: Comments, project: Path) -> None:
    """What the later edition changes is implemented, and the record shows both texts."""
    decide(comments()[0], "accepted", change="substantive")
    decide(comments()[1], "accepted", change="editorial")
    later = project / "publications/ITI/MHD/1.1-trial-implementation"
    write_edition(later, changed("p1", "The source shall send it."), {})
    followed = api.implement("ITI-MHD-2026-1", later, later.name, person("editor"), project)
    assert [one.is_implemented for one in followed] == [True, False, False, False]
    record = api.record("ITI-MHD-2026-1")
    decided = record.comments[0].disposition
    assert decided.before == "The source may send a document to the recipient at any time."
    assert decided.after == "The source shall send it."
    assert decided.carried_by == "1.1-trial-implementation"
    assert record.comments[0].state == "implemented"
    assert record.comments[1].disposition.after is None


def test_of_a_section_only_what_changed_is_kept(comments: Comments, project: Path) -> None:
    """Before and after show the paragraphs that differ, not the whole section."""
    file = project / "more.csv"
    file.write_text("Submitter Name,Section #,Issue\nP,33.4,Unclear.\n")
    api.import_file(file, api.period("ITI-MHD-2026-1"), api.Import(person("editor"), project))
    decide(comments()[4], "accepted", change="editorial")
    later = project / "publications/ITI/MHD/1.1-trial-implementation"
    write_edition(later, changed("p2", "It retries twice."), {})
    api.implement("ITI-MHD-2026-1", later, later.name, person("editor"), project)
    decided = api.record("ITI-MHD-2026-1").comments[4].disposition
    assert decided.before == "It retries once when the network fails, and gives up then."
    assert decided.after == "It retries twice."
