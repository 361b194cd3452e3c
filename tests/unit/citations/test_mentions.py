"""Prose in IHE's own notation, and what is recognised in it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from build_tools.citations import Names, mentions
from model.actor import Actor
from model.change_proposal import ChangeProposal, ProposalState
from model.content_module import ContentModule
from model.domain import Domain, Volume
from model.entity import Key, Stage
from model.framework import DomainFramework, Framework
from model.general import DomainEntry, Standard, Term
from model.issue import Issue
from model.option import Option
from model.profile import Profile
from model.transaction import Transaction

ACTORS = (
    "Content Creator",
    "Data Source",
    "Display",
    "Document Registry",
    "Document Source",
    "Image Manager/Image Archive",
    "Integrated Document Source/Repository",
    "On-Demand Document Source",
    "X-Service User",
    "Überweiser",
    "Émetteur de Documents",
)
TRANSACTIONS = {
    "ITI-18": "Registry Stored Query",
    "ITI-42": "Register Document Set-b",
    "ITI-12": "Retrieve Document for Display",
}


def _profile(name: str, *options: str, issues: tuple[str, ...] = ()) -> Profile:
    return Profile(
        profile=name,
        title=f"Title of {name}",
        stage=Stage.DRAFT,
        kind=("integration",),
        capsule="Does something.",
        options=tuple(Option(option=option, actors=()) for option in options),
        open_issues=tuple(Issue(issue=issue, question="Why?") for issue in issues),
    )


def _framework() -> Framework:
    volume = Volume(volume="1", title="Profiles", holds="profiles")
    part = DomainFramework(
        folder="iti",
        domain=Domain(code="ITI", name="IT Infrastructure", introduction="", volumes=(volume,)),
        actors=tuple(Actor(actor=name, definition="Takes part.") for name in ACTORS),
        transactions=tuple(
            Transaction(transaction=number, name=name, stage=Stage.FINAL_TEXT)
            for number, name in TRANSACTIONS.items()
        ),
        profiles=(
            _profile("XDS.b", "Document Replacement", "Partial View", "View"),
            _profile("XDS-I.b"),
            _profile("PDQm"),
            _profile("SDPi-xC"),
            _profile("CT"),
            _profile("Scheduling"),
            _profile("MHD", "Simple Publish", issues=("MHD_001",)),
        ),
        change_proposals=(ChangeProposal(change_proposal="CP-ITI-42", state=ProposalState.SUBMITTED),),
        content_modules=(
            ContentModule(content_module="Scanned Document Content Module", domain="ITI", stage=Stage.DRAFT),
        ),
    )
    return Framework(
        domains=(part,),
        catalogue=(DomainEntry(domain="PCC", name="Patient Care Coordination"),),
        terms=(
            Term(term="Affinity Domain", definition="Enterprises that share.", acronym="XAD"),
            Term(term="document", definition="Clinical content."),
        ),
        standards=(
            Standard(standard="ebRIM 3.0", title="ebXML Registry Information Model", body="OASIS"),
            Standard(standard="DICOM", title="Digital Imaging", body="NEMA"),
        ),
    )


NAMES = Names(_framework())


def found(text: str) -> list[tuple[str, str]]:
    """Kind and text of everything mentioned."""
    return [(mention.kind, mention.text) for mention in mentions(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "kind", "mentioned"),
    [
        ("It uses [ITI-18] only.", "transaction", "[ITI-18]"),
        ("A Registry Stored Query [ITI-18] is sent.", "transaction", "Registry Stored Query [ITI-18]"),
        ("A Registry\nStored Query [ITI-18] is sent.", "transaction", "Registry\nStored Query [ITI-18]"),
        ("A Stored Query [ITI-18] is sent.", "transaction", "[ITI-18]"),
        ("After [ITI-18]: an answer.", "transaction", "[ITI-18]"),
        ("With ITI-42 it goes on.", "transaction", "ITI-42"),
        ("See ITI TF-2: 3.18.4.1.", "section", "ITI TF-2: 3.18.4.1"),
        ("See ITI TF-2a: 3.20.", "section", "ITI TF-2a: 3.20"),
        ("See ITI TF-2x: Appendix Z.8.", "section", "ITI TF-2x: Appendix Z.8"),
        ("See ITI-TF-1: 7.1.", "section", "ITI-TF-1: 7.1"),
        ("See PCC TF-2:4.1.", "section", "PCC TF-2:4.1"),
        ("See ITI TF-2: Table 3.20.4.1.1.1-1.", "table", "ITI TF-2: Table 3.20.4.1.1.1-1"),
        ("See Section 10.2.", "section", "Section 10.2"),
        ("See Appendix B.", "section", "Appendix B"),
        ("See Table 10.1-1.", "table", "Table 10.1-1"),
        ("See Figure 10.1-1.", "figure", "Figure 10.1-1"),
        ("An On-Demand Document Source waits.", "actor", "On-Demand Document Source"),
        ("All Document Sources publish.", "actor", "Document Sources"),
        ("The **Document Registry** answers.", "actor", "Document Registry"),
        ("An Image Manager/Image Archive keeps it.", "actor", "Image Manager/Image Archive"),
        ("An X-Service User asks.", "actor", "X-Service User"),
        ("The Émetteur de Documents sends.", "actor", "Émetteur de Documents"),
        ("Naïve Émetteur\nde Documents, “Éa”.", "actor", "Émetteur\nde Documents"),
        ("The Überweiser waits.", "actor", "Überweiser"),
        ("With the Document Replacement Option.", "option", "Document Replacement Option"),
        ("With the Partial View Option.", "option", "Partial View Option"),
        ("XDS-I.b is meant.", "profile", "XDS-I.b"),
        ("Here is PDQm.", "profile", "PDQm"),
        ("As in SDPi-xC, it is.", "profile", "SDPi-xC"),
        ("A Scanned Document Content Module.", "content_module", "Scanned Document Content Module"),
        ("It rests on ebRIM 3.0.", "standard", "ebRIM 3.0"),
        ("Inside an Affinity Domain.", "term", "Affinity Domain"),
        ("Inside an XAD.", "term", "XAD"),
        ("See MHD_001.", "issue", "MHD_001"),
        ("As CP-ITI-42 says.", "change_proposal", "CP-ITI-42"),
    ],
)
def test_references_are_found_as_ihe_writes_them(text: str, kind: str, mentioned: str) -> None:
    """Each form is recognised, whole, and nothing else beside it."""
    assert found(text) == [(kind, mentioned)]


@pytest.mark.parametrize(
    "text",
    [
        "`Registry Stored Query [ITI-18]` is code.",
        "``a ` and XDS.b``",
        "```\nXDS.b and [ITI-18]\n```\n",
        "~~~\nXDS.b\n~~~\n",
        "[the Document Registry](actors.html)",
        "[ITI-18](iti-18.html)",
        "![XDS.b](images/XDS.b.svg)",
        "[see PDQm][1]",
        "https://example.org/PDQm#XDS.b",
        "<https://example.org/PDQm>",
        '<a href="PDQm.html">',
        "urn:ihe:XDS.b",
        "$XDS.b and #PDQm",
        "XDS.bx, XDS.a, PDQmx and non-PDQm",
        "document and affinity domain",
        "RFC 6749, Section 4.1",
        "Section 4.2 of RFC 6749",
        "Sections of Volume 1",
        "[RFC-2119] is another standard",
        "XYZ_001",
        "CP-ITI-43 is not kept here, nor is ACP-ITI-42",
    ],
)
def test_what_is_no_reference_is_left_alone(text: str) -> None:
    """Code, links, addresses, longer words and sections of standards are not touched."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "is_actor"),
    [
        ("Display the list.", False),
        ("It is meant for Display.", False),
        ("the Display Analysis Result", False),
        ("the Display shows it", True),
        ("A Display shows it", True),
        ("any Display Actor", True),
        ("a Data Source", True),
        ("Data Source", False),
    ],
)
def test_plain_words_are_actors_only_where_it_is_clear(text: str, is_actor: bool) -> None:
    """A word that is also English needs an article, or the word Actor after it."""
    assert bool(found(text)) is is_actor


def test_weak_acronyms_need_the_word_profile() -> None:
    """CT is also a kind of image, Scheduling an English word."""
    assert found("CT images and Scheduling") == []
    assert found("the CT Profile and the Scheduling Profile") == [
        ("profile", "CT"),
        ("profile", "Scheduling"),
    ]


def test_an_option_is_not_cut_out_of_a_longer_name() -> None:
    """*Foo View Option* is another option than *View Option*."""
    assert found("the Foo View Option") == []
    assert found("the View Option") == [("option", "View Option")]


def test_the_longest_name_wins() -> None:
    """A name inside a longer one is not found a second time."""
    text = "The Integrated Document Source/Repository and the Retrieve Document for Display [ITI-12]"
    assert [kind for kind, _ in found(text)] == ["actor", "transaction"]


def test_mentions_know_what_they_refer_to() -> None:
    """Keys lead to entities; citations carry domain, volume and number."""
    text = (
        "A Document Source, [ITI-18], [ITI-99], MHD_001, the Simple Publish Option, ITI TF-2x: Table Z.8-1."
    )
    actor, query, unknown, issue, option, table = mentions(text, NAMES)
    assert actor.key == Key("actor", "Document Source")
    assert query.key == Key("transaction", "ITI-18")
    assert (unknown.key, unknown.number) == (None, "ITI-99")
    assert (issue.key, issue.number) == (Key("profile", "MHD"), "MHD_001")
    assert (option.key, option.number) == (Key("profile", "MHD"), "Simple Publish")
    assert (table.domain, table.volume, table.number) == ("ITI", "2", "Z.8-1")


def test_mentions_are_in_order_and_apart() -> None:
    """Start and end cut exactly the text of each mention, and none overlaps the next."""
    text = "XDS.b: the Document Source sends Register Document Set-b [ITI-42], see ITI TF-2: 3.42 and PDQm/XDS.b."
    all_found = mentions(text, NAMES)
    assert [text[m.start : m.end] for m in all_found] == [m.text for m in all_found]
    assert all(one.end <= other.start for one, other in pairwise(all_found))
    assert len(all_found) == 6
