"""Checking prose against names raises no false alarm: measured over the frameworks, pinned for names that are English."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.checks import CheckedFramework, check
from build_tools.checks.catalogue import RULES
from build_tools.checks.subject import Subject
from build_tools.citations import Names, mentions
from build_tools.loading import load
from build_tools.outline import Places
from model.actor import Actor
from model.entity import Key, Stage
from model.framework import DomainFramework, Framework
from model.general import Standard, Term
from model.option import Option
from model.profile import Profile
from model.transaction import Transaction

ROOT = Path(__file__).parents[3]
ON_PROSE = (
    "TF212", "TF213", "TF214", "TF215", "TF216", "TF218", "TF219", "TF220", "TF221", "TF222", "TF223", "TF225",
    "TF226", "TF227", "TF228", "TF229", "TF230", "TF322", "TF330", "TF603", "TF604", "TF606", "TF609", "TF610",
)  # fmt: skip
"""The rules that compare what a text says with the model."""

KNOWN_FALSE_ALARMS = 0
"""How many of their findings in ``frameworks/`` are wrong. Each one that turns up is looked at: it is mended there,
accepted with a reason because the source has it so, or it counts here; the goal is none."""

SENTENCES = (
    "The display shows the image, and Display technology improves.",
    "Each client sends its requests to the server. Client certificates are needed.",
    "A directory holds the users; Directory services differ in their schemas.",
    "A hub connects the wards. Hub and spoke is the usual shape.",
    "The receiver of a letter reads it. Receiver operating characteristics are not meant.",
    "A watcher is told of changes, as Watcher in the Rye would be.",
    "The scheduling of visits, Scheduling in general and a scheduling assistant.",
    "The manager of the image archive looks at the source of the document.",
    "A document source or a patient identity may be wrong; the content creator knows.",
    "Every server answers a registry stored query in time.",
    "Sources and consumers, creators and readers of documents agree.",
    "The option is chosen by the site; options of a product, the optional part, a treatment option.",
    "The profile of the patient, a user profile, profile and contour, high-profile cases.",
    "ED and CT are abbreviations of wards and scanners; a CT scan, an ED visit.",
    "Tables and figures help: the table below, figure 3 of the report, section 2 of the law.",
    "In 2020, RFC 2119, Section 5, told what SHOULD means; see HL7 v2.5, Section 3.3.",
    "He noted that notes 1 to 3 of the score are played twice.",
    "The Data Source of a chart, the Data Sources of a study.",
)
ENGLISH_NAMES = (
    "Client", "Content Creator", "Data Source", "Directory", "Display", "Document Source", "Hub", "Image Manager",
    "Patient Identity Source", "Receiver", "Server", "Source", "Watcher",
)  # fmt: skip


@pytest.fixture(scope="module")
def checked() -> CheckedFramework:
    """The frameworks kept here."""
    root = ROOT / "frameworks"
    return check(load(root), root)


def _framework(text: str) -> Framework:
    profiles = tuple(
        Profile(
            profile=name,
            title=f"Title of {name}",
            stage=Stage.DRAFT,
            kind=("integration",),
            capsule="Helps.",
            introduction=text if name == "XDS.b" else None,
            options=(Option(option="Document Replacement", actors=()), Option(option="View", actors=())),
        )
        for name in ("XDS.b", "CT", "ED", "Scheduling")
    )
    part = DomainFramework(
        folder="iti",
        actors=tuple(Actor(actor=name, definition="Takes part.") for name in ENGLISH_NAMES),
        profiles=profiles,
        transactions=(Transaction(transaction="ITI-18", name="Registry Stored Query", stage=Stage.DRAFT),),
    )
    return Framework(
        domains=(part,),
        terms=(
            Term(term="document", definition="Content."),
            Term(term="Patient Identity", definition="Who."),
        ),
        standards=(Standard(standard="HL7 v2.5", title="Health Level Seven", body="HL7"),),
    )


@pytest.mark.parametrize("text", SENTENCES)
def test_plain_english_is_left_alone(text: str) -> None:
    """Words that are also the names of actors, options and profiles raise nothing in their plain sense."""
    framework = _framework(text)
    subject = Subject(framework, Places(framework), Names(framework))
    rules = [rule for rule in RULES if rule.kind.code in ON_PROSE]
    found = [finding.message for rule in rules for finding in rule.check(subject) if finding.prose == text]
    assert found == []


@pytest.mark.parametrize("text", SENTENCES[:9])
def test_plain_english_is_not_linked(text: str) -> None:
    """Nor is it taken for a mention of the actor or the profile."""
    names = Names(_framework(text))
    single = {Key("actor", name) for name in ENGLISH_NAMES if " " not in name}
    assert [m.text for m in mentions(text, names) if m.key in single or m.kind == "profile"] == []


def test_the_frameworks_raise_no_false_alarm(checked: CheckedFramework) -> None:
    """None of the findings on prose is open; what the sources have so is accepted, with a reason and a place."""
    found = [str(problem) for problem in checked.open_problems if problem.code in ON_PROSE]
    assert len(found) <= KNOWN_FALSE_ALARMS, "\n".join(found)


def test_accepted_findings_on_prose_say_what_the_source_has(checked: CheckedFramework) -> None:
    """An acceptance is no way to hide a false alarm: it speaks of the volume or the source."""
    accepted = {p.accepted for p in checked.problems if p.code in ON_PROSE and p.accepted}
    assert all(any(word in reason for word in ("volume", "Published", "source")) for reason in accepted)


def test_all_of_them_are_rules() -> None:
    """The measurement covers rules that exist."""
    assert set(ON_PROSE) <= {rule.kind.code for rule in RULES}
