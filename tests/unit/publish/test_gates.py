"""The gates: every question with its evidence, and only what holds lets a document pass."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.checks import CheckedFramework, check
from build_tools.document import site
from build_tools.loading import load
from build_tools.loading.editions import Edition
from build_tools.publish.documents import LivingDocument, living_documents
from build_tools.publish.gates import Asked, GateItem, gate
from model.document import CommitteeVote, Document
from model.final_text import QUESTIONS, Answer
from model.life_cycle import DocumentStage

TINY = Path(__file__).parents[2] / "site/tiny/frameworks"
PC, TI, FT = DocumentStage.PUBLIC_COMMENT, DocumentStage.TRIAL_IMPLEMENTATION, DocumentStage.FINAL_TEXT
Ask = Callable[..., dict[str, GateItem]]


def edition(stage: DocumentStage, revision: str) -> Edition:
    """An edition that was published of the supplement."""
    return Edition(Path(), "DOC/NEWS", "News", f"{revision}-{stage}", revision, stage, "2026-06-01", None, {})


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> CheckedFramework:
    """The framework in miniature."""
    root = tmp_path_factory.mktemp("gates") / "frameworks"
    shutil.copytree(TINY, root)
    return check(load(root), root)


@pytest.fixture
def news(checked: CheckedFramework) -> LivingDocument:
    """The supplement with an author and two reviewers."""
    found = next(one for one in living_documents(site(checked), ()) if one.id == "DOC/NEWS")
    people = Document(document="DOC/NEWS", authors=("Ada",), reviewers=("Ben", "Cleo"))
    return replace(found, written=people)


def ask(
    checked: CheckedFramework, document: LivingDocument, stage: DocumentStage, **more: object
) -> dict[str, GateItem]:
    """The items of a gate by their questions."""
    asked = Asked(document, stage, checked, "2026-08-01", **more)  # type: ignore[arg-type]
    return {item.question: item for item in gate(asked)}


def failed(items: dict[str, GateItem]) -> list[str]:
    """The questions that are not answered."""
    return [question for question, item in items.items() if not item.holds]


def test_comments_are_asked_of_the_register(checked: CheckedFramework, news: LivingDocument) -> None:
    """After public comment the register's items stand in the gate as they are."""
    commented = replace(news, editions=(edition(PC, "1.0"),))
    open_item = GateItem("every comment is decided", holds=False, evidence="DOC-NEWS-2026-1-003")
    assert failed(ask(checked, commented, TI, comments=(open_item,))) == ["every comment is decided"]
    settled = replace(open_item, holds=True)
    assert failed(ask(checked, commented, TI, comments=(settled,))) == []


def test_without_a_comment_period_nothing_is_settled(checked: CheckedFramework, news: LivingDocument) -> None:
    """Where the register knows no period of the edition, its comments cannot be settled."""
    commented = replace(news, editions=(edition(PC, "1.0"),))
    assert failed(ask(checked, commented, TI)) == ["its public comment is settled"]


def test_a_later_trial_implementation_needs_no_comments(
    checked: CheckedFramework, news: LivingDocument
) -> None:
    """A trial implementation that takes in Change Proposals has no new public comment."""
    tried = replace(news, editions=(edition(PC, "1.0"), edition(TI, "1.1")))
    assert failed(ask(checked, tried, TI)) == []


def test_placeholders_keep_a_document_from_trial_implementation(
    checked: CheckedFramework, news: LivingDocument
) -> None:
    """A profile without a chapter is named."""
    draft = next(one for one in living_documents(site(checked), ()) if one.id == "DOC/SUM")
    draft = replace(draft, written=news.written, editions=(edition(PC, "1.0"),))
    item = ask(checked, draft, TI, comments=())["section and transaction numbers are final"]
    assert (item.holds, item.evidence) == (False, "SUM has no chapter")


def answered(skip: Iterable[str] = ()) -> dict[str, Answer]:
    """The checklist, answered but for some questions."""
    return {q.id: Answer(answer="yes", evidence=f"about {q.id}") for q in QUESTIONS if q.id not in skip}


def vote(committee: str, *, passed: bool = True) -> CommitteeVote:
    """A committee's vote on final text."""
    return CommitteeVote(
        stage=FT,
        committee=committee,
        date="2026-07-01",
        yes=8,
        no=1,
        passed=passed,
        minutes="minutes of July",
    )


VOTES = (vote("Document Technical Committee"), vote("Document Planning Committee"))


def final(news: LivingDocument, **fields: object) -> LivingDocument:
    """The supplement on its way to final text."""
    written = Document.model_validate({"document": "DOC/NEWS", **fields})
    return replace(news, written=written, editions=(edition(TI, "1.1"),))


def test_final_text_asks_the_whole_checklist(checked: CheckedFramework, news: LivingDocument) -> None:
    """Fourteen questions and two votes, none of which is taken for granted."""
    items = ask(checked, final(news), FT)
    assert sum(item.evidence == "not answered" for item in items.values()) == len(QUESTIONS) == 14
    assert items["the Technical Committee voted for it"].evidence == "no vote is recorded"


def test_answers_and_votes_open_the_gate_to_final_text(
    checked: CheckedFramework, news: LivingDocument
) -> None:
    """With all answers and both votes only the profile's own stage is left, which its file says."""
    items = ask(checked, final(news, final_text=answered(), votes=VOTES), FT)
    assert failed(items) == ["its profiles say Final Text"]
    assert (
        "8 yes, 1 no, 0 abstained, passed, minutes of July"
        in items["the Planning Committee voted for it"].evidence
    )


def test_a_no_without_debate_closes_it(checked: CheckedFramework, news: LivingDocument) -> None:
    """A *no* asks for a debate; its outcome is the evidence that settles it."""
    no = answered(["regions"]) | {"regions": Answer(answer="no", evidence="one region")}
    (question, *_) = [
        q for q in failed(ask(checked, final(news, final_text=no, votes=VOTES), FT)) if "regions" in q
    ]
    assert "(regions, planning committee)" in question
    debated = no | {"regions": Answer(answer="no", evidence="one region", discussion="accepted in July")}
    items = ask(checked, final(news, final_text=debated, votes=VOTES), FT)
    assert items[question].evidence == "no: one region; discussed: accepted in July"
    assert items[question].holds


def test_a_vote_that_failed_is_no_vote_for_it(checked: CheckedFramework, news: LivingDocument) -> None:
    """The lost vote is shown as the reason."""
    lost = (VOTES[0], vote("Document Planning Committee", passed=False))
    item = ask(checked, final(news, final_text=answered(), votes=lost), FT)[
        "the Planning Committee voted for it"
    ]
    assert (item.holds, "not passed" in item.evidence) == (False, True)


def test_a_volume_needs_final_numbers_and_no_errors(checked: CheckedFramework) -> None:
    """What a volume takes in has passed the gate to final text before."""
    volume = next(one for one in living_documents(site(checked), ()) if one.id == "DOC/TF-2")
    assert failed(ask(checked, volume, FT)) == []
    assert failed(ask(checked, volume, PC, closes="2026-12-01"))[0] == "Public Comment may follow"


def test_identifiers_in_the_text_are_listed_whole(checked: CheckedFramework, news: LivingDocument) -> None:
    """An identifier of the registry is listed where the text has it, not where another one begins with it."""
    value = next(iter(checked.framework.registry)).value
    question = "OIDs, URNs and codes in its text are listed"
    assert ask(checked, news, PC, texts=(f"It is {value}, and so on.",))[question].evidence == value
    assert ask(checked, news, PC, texts=(f"It is {value}.77.1 here.",))[question].evidence == "none"
