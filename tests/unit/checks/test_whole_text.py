"""All texts as one: patterns are found at their own place, and never in code or links."""

from __future__ import annotations

import re

import pytest

from build_tools.checks.name_slips import NameSlips, is_slip
from build_tools.checks.prose import Text
from build_tools.checks.whole_text import WholeText
from model.entity import Key

KEY = Key("profile", "P")


def whole(*texts: str) -> WholeText:
    """Texts of one profile."""
    return WholeText(Text(KEY, ("notes", str(index)), text) for index, text in enumerate(texts))


def test_a_place_is_that_of_its_text() -> None:
    """The offset counts from the beginning of the text, whichever texts stand before it."""
    (spot,) = whole("first", "the second one").find(re.compile("second"))
    finding = spot.finding("message")
    assert (finding.path, finding.offset, finding.prose) == (("notes", "1"), 4, "the second one")


def test_equal_texts_count_once() -> None:
    """Cells of tables say the same again and again."""
    assert len(list(whole("R", "R", "R").find(re.compile("R")))) == 1


@pytest.mark.parametrize(
    "text",
    ["`word`", "``a ` word``", "[a](word)", "<https://x.org/word>", "https://x.org/word", "~~~\nword\n~~~"],
)
def test_code_and_links_are_no_prose(text: str) -> None:
    """They are blank for a pattern, unless it asks for them."""
    assert list(whole(f"One {text} two.").find(re.compile("word"))) == []
    assert len(list(whole(f"One {text} two.").find(re.compile("word"), code=True))) == 1


def test_an_open_backtick_ends_with_its_text() -> None:
    """It does not swallow the texts that follow."""
    assert len(list(whole("an ` open one", "word", "another ` one").find(re.compile("word")))) == 1


@pytest.mark.parametrize(
    ("text", "kind", "written", "meant"),
    [
        ("A Documnt Source sends.", "actor", "Documnt Source", "Document Source"),
        ("The Document source Actor Sends.", "", "", ""),
        ("All Document Sources send.", "", "", ""),
        ("A Retreive Document Set is sent.", "transaction", "Retreive Document Set", "Retrieve Document Set"),
        ("A Cross Gateway Query is sent.", "transaction", "Cross Gateway Query", "Cross-Gateway Query"),
        (
            "A Retrieve Document Set Message.",
            "transaction",
            "Retrieve Document Set Message",
            "Retrieve Document Set",
        ),
        ("A Retrieve Document Set Request.", "", "", ""),
        ("It uses HL7 V2.5 here.", "standard", "HL7 V2.5", "HL7 v2.5"),
        ("It uses HL7 v2.3 here.", "", "", ""),
        ("An Affinity domain, an Affinity Domain.", "", "", ""),
        ("An Affinty Domain.", "term", "Affinty Domain", "Affinity Domain"),
    ],
)
def test_slips_in_names(text: str, kind: str, written: str, meant: str) -> None:
    """A word that differs by a letter or two, hyphens and capitals; plurals, versions and names of messages are right."""
    names = {
        "actor": ["Document Source"],
        "transaction": ["Retrieve Document Set", "Cross-Gateway Query"],
        "term": ["Affinity Domain"],
        "standard": ["HL7 v2.5"],
    }
    found = [slip for _, slip in NameSlips(names, ["Retrieve Document Set Request"]).find(whole(text))]
    assert [(slip.kind, slip.written, slip.meant) for slip in found] == (
        [(kind, written, meant)] if kind else []
    )


def test_a_slip_is_symmetrical() -> None:
    """It does not matter which of two words was meant."""
    assert is_slip("Souce", "Source") == is_slip("Source", "Souce")
