"""What checking promises beyond its single rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.checks import check
from build_tools.checks.catalogue import PROBLEM_KINDS, RULES
from build_tools.checks.name_slips import is_slip
from build_tools.checks.prose import prose_of
from build_tools.checks.spans import covers, span
from build_tools.loading import load
from build_tools.problems import Severity
from model.actor import Actor, ActorMeaning
from model.entity import Stage
from model.profile import Profile, ProfileActor
from model.table import ContentTable
from model.transaction import Message, Transaction
from model.use_case import ProcessStep, UseCase

ROOT = Path(__file__).parents[3]
BASE = ROOT / "tests/corpus/base/framework"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the framework under every corpus case."""
    root = tmp_path / "frameworks"
    shutil.copytree(BASE, root)
    return root


def test_the_frameworks_kept_here_are_in_order() -> None:
    """No error and no warning stands in ``frameworks/`` unaccepted."""
    checked = check(load(ROOT / "frameworks"), ROOT / "frameworks")
    assert [str(p) for p in checked.open_problems if p.severity is not Severity.HINT] == []


def test_codes_and_names_are_given_once() -> None:
    """``tf explain`` finds one text for each code."""
    assert len({kind.code for kind in PROBLEM_KINDS}) == len(PROBLEM_KINDS)
    assert len({kind.name for kind in PROBLEM_KINDS}) == len(PROBLEM_KINDS)
    assert [rule.kind.code for rule in RULES] == sorted(rule.kind.code for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind.code)
def test_a_rule_explains_itself(rule: object) -> None:
    """Each text says what is meant and shows what is wrong and what to write instead."""
    text = rule.kind.text  # type: ignore[attr-defined]
    assert ("Wrong:" in text and "Right:" in text) or ("Example:" in text and "Instead:" in text)


def test_problems_come_in_the_order_of_the_files(base: Path) -> None:
    """By path, line and column, each once, whatever rule found them."""
    text = (base / "iti/profiles/xds-b.yaml").read_text()
    (base / "iti/profiles/xds-b.yaml").write_text(text.replace("ITI-4", "ITI-9"))
    problems = check(load(base), base).problems
    assert [p.where for p in problems] == sorted(p.where for p in problems)
    assert len(set(problems)) == len(problems) > 3


def test_an_accepted_problem_is_kept_with_its_reason(base: Path) -> None:
    """It stands among the problems, but not among the open ones, and does not keep from publishing."""
    profile = base / "iti/profiles/xds-b.yaml"
    profile.write_text(profile.read_text().replace("profile: CT,", "profile: CTT,"))
    assert [p.code for p in check(load(base), base).errors] == ["TF202"]
    accepted = base / "iti/accepted_problems.yaml"
    accepted.write_text("accepted:\n  - {code: TF202, entity: [XDS.b, MHD], reason: It will come.}\n")
    checked = check(load(base), base)
    assert [p.accepted for p in checked.problems] == ["It will come."]
    assert checked.open_problems == checked.errors == ()


def test_acceptances_count_in_their_own_folder_only(base: Path) -> None:
    """One domain cannot accept what is wrong in another."""
    (base / "iti/profiles/ct.yaml").write_text("")
    (base / "general/accepted_problems.yaml").write_text(
        "accepted:\n  - {code: TF110, path: ct.yaml, reason: Not yet written.}\n"
    )
    assert {"TF110", "TF801"} <= {p.code for p in check(load(base), base).open_problems}


def test_without_a_root_nothing_is_accepted(base: Path) -> None:
    """Checking a framework that is not on disk needs no files."""
    assert check(load(base)).problems == ()


def test_prose_of_an_entity_is_complete() -> None:
    """Texts, cells and notes of every depth are found, with their paths as YAML has them."""
    table = ContentTable(caption="Keys", columns=("A",), rows=(("cell",),), notes=("note",))
    message = Message.model_validate(
        {"message": "M", "from": "A", "to": "B", "semantics": "semantics", "tables": (table,)}
    )
    transaction = Transaction(
        transaction="ITI-1", name="T", stage=Stage.DRAFT, scope="scope", messages=(message,)
    )
    assert [(text.path, text.text) for text in prose_of(transaction)] == [
        (("scope",), "scope"),
        (("messages", 0, "semantics"), "semantics"),
        (("messages", 0, "tables", 0, "rows", 0, 0), "cell"),
        (("messages", 0, "tables", 0, "notes", 0), "note"),
    ]


def test_prose_of_notes_meanings_and_use_cases_is_found() -> None:
    """Prose in mappings and in small values counts too; names do not."""
    profile = Profile(
        profile="P",
        title="T",
        stage=Stage.DRAFT,
        kind=("content",),
        capsule="capsule",
        actors=(ProfileActor(actor="A", description="description"),),
        notes={"feed": "note"},
        use_cases=(
            UseCase(
                use_case="U",
                description="use case",
                process_flow=(ProcessStep.model_validate({"from": "A", "step": "step"}),),
            ),
        ),
    )
    texts = {text.text for text in prose_of(profile)}
    assert texts == {"capsule", "description", "note", "use case"}
    actor = Actor(
        actor="A", definition="definition", meanings=(ActorMeaning(profile="P", definition="meaning"),)
    )
    assert {text.text for text in prose_of(actor)} == {"definition", "meaning"}


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        ("Souce", "Source", True),
        ("Registri", "Registry", True),
        ("source", "Source", True),
        ("Sources", "Source", False),
        ("Report", "Reporter", False),
        ("Set", "Source", False),
        ("Consumer", "Creator", False),
    ],
)
def test_a_slip_is_one_or_two_letters_and_no_ending(written: str, meant: str, slip: bool) -> None:
    """Plurals and other words are no slips."""
    assert is_slip(written, meant) is slip


@pytest.mark.parametrize(
    ("name", "numbers"), [("74", [74]), ("76-79", [76, 77, 78, 79]), ("x", []), ("9-", [9])]
)
def test_spans_are_numbers_or_ranges(name: str, numbers: list[int]) -> None:
    """What is neither a number nor a range stands for nothing."""
    assert list(span(name)) == numbers
    assert all(covers([name], str(number)) for number in numbers)
