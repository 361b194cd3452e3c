"""The life of documents: which stage follows which, and how revisions are numbered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import CommitteeVote, Document
from model.entity import Stage
from model.final_text import QUESTIONS, Answer
from model.life_cycle import (
    PUBLISHED,
    TRANSITIONS,
    DocumentStage,
    edition_label,
    is_revision_of,
    may_follow,
    next_revision,
    next_stages,
    revision_order,
    stage_of_document,
)

PC, TI, FT = PUBLISHED


@pytest.mark.parametrize(
    ("before", "stage", "revision"),
    [
        ([], PC, "1.0"),
        (["1.0"], TI, "1.1"),
        (["1.0", "1.1"], TI, "1.2"),
        (["1.0", "1.9"], TI, "1.10"),
        (["1.10", "1.9"], TI, "1.11"),
        (["1.0"], PC, "2.0"),
        (["1.0", "1.3", "2.0"], TI, "2.1"),
        (["1.0", "1.3"], PC, "2.0"),
        (["2.2"], FT, "2.3"),
    ],
)
def test_supplements_count_in_tenths(before: list[str], stage: DocumentStage, revision: str) -> None:
    """A public comment begins a whole number, and every edition after it adds a tenth."""
    assert next_revision("supplement", stage, before) == revision


@pytest.mark.parametrize(
    ("before", "revision"), [([], "1.0"), (["20.0"], "21.0"), (["20.0", "20.1"], "21.0")]
)
def test_volumes_count_in_whole_numbers(before: list[str], revision: str) -> None:
    """A volume's next revision is the next whole number, whatever updates there were in between."""
    assert next_revision("volume", FT, before) == revision


@given(st.lists(st.sampled_from(PUBLISHED), max_size=12))
def test_every_revision_is_newer_and_fits_its_stage(stages: list[DocumentStage]) -> None:
    """However often a document is published, its revisions rise, and each has a number that its stage may have."""
    before: list[str] = []
    for stage in stages:
        revision = next_revision("supplement", stage, before)
        assert is_revision_of("supplement", stage, revision)
        assert all(revision_order(revision) > revision_order(older) for older in before)
        before.append(revision)


@pytest.mark.parametrize(
    ("stage", "wanted", "may"),
    [
        (DocumentStage.IN_DEVELOPMENT, PC, True),
        (DocumentStage.IN_DEVELOPMENT, TI, False),
        (DocumentStage.IN_DEVELOPMENT, FT, False),
        (PC, TI, True),
        (PC, PC, True),
        (DocumentStage.COMMENT_RESOLUTION, PC, True),
        (DocumentStage.COMMENT_RESOLUTION, FT, False),
        (TI, TI, True),
        (TI, FT, True),
        (TI, PC, True),
        (FT, TI, False),
        (DocumentStage.RETIRED, PC, False),
    ],
)
def test_supplements_pass_through_public_comment(
    stage: DocumentStage, wanted: DocumentStage, *, may: bool
) -> None:
    """No supplement reaches trial implementation without public comment, or final text without trial implementation."""
    assert may_follow("supplement", stage, wanted) is may


def test_white_papers_may_pass_over_public_comment() -> None:
    """A committee may publish a white paper or handbook without public comment, and a supplement never."""
    assert may_follow("white-paper", DocumentStage.IN_DEVELOPMENT, FT)
    assert may_follow("handbook", DocumentStage.IN_DEVELOPMENT, FT)
    assert not may_follow("supplement", DocumentStage.IN_DEVELOPMENT, FT)


def test_volumes_are_published_as_final_text() -> None:
    """Whatever its stage, a volume is republished as final text."""
    assert {next_stages("volume", stage) for stage in DocumentStage} == {(FT,)}


def test_every_stage_has_its_followers() -> None:
    """The table of transitions knows every stage, and retired is the end."""
    assert set(TRANSITIONS) == set(DocumentStage)
    assert TRANSITIONS[DocumentStage.RETIRED] == ()


def test_every_stage_of_an_entity_is_one_of_a_document() -> None:
    """A document takes its stage from what it carries."""
    found = {stage: stage_of_document(stage) for stage in Stage}
    assert found[Stage.DRAFT] is DocumentStage.IN_DEVELOPMENT
    assert found[Stage.WITHDRAWN] is DocumentStage.RETIRED
    assert found[Stage.FINAL_TEXT] is FT


def test_editions_are_named_by_revision_and_stage() -> None:
    """The folder of an edition says what is in it."""
    assert edition_label("1.0", PC) == "1.0-public-comment"


def test_a_no_needs_a_discussion() -> None:
    """An answer that speaks against final text asks for a debate; with its outcome the question is settled."""
    assert Answer(answer="yes", evidence="minutes").holds
    assert not Answer(answer="no", evidence="one region only").holds
    assert Answer(answer="no", evidence="one region only", discussion="accepted on 2026-03-01").holds


def test_a_document_keeps_votes_and_answers() -> None:
    """Votes and answers are written under the ids of the checklist, and no other id is taken."""
    vote = CommitteeVote(stage=FT, committee="ITI Technical Committee", date="2026-03-01", yes=9, passed=True)
    document = Document(
        document="ITI/MHD", votes=(vote,), final_text={QUESTIONS[0].id: Answer(answer="yes", evidence="list")}
    )
    assert document.key == ("document", "ITI/MHD")
    with pytest.raises(ValueError, match="final_text"):
        Document.model_validate(
            {"document": "ITI/MHD", "final_text": {"weather": {"answer": "yes", "evidence": "x"}}}
        )
