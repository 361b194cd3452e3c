"""The JSON export keeps its promise: fields are added, never taken away, and agree with the frameworks and the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_tools.checks import CheckedFramework, check
from build_tools.exports.framework_json import framework_data, framework_json
from build_tools.loading import load
from model.grouping import GroupedBundle
from tests.site.pages import ids
from tests.site.project import ROOT, TINY

PROMISED: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "promised_fields.json").read_text(encoding="utf-8")
)

every_framework = pytest.mark.parametrize("root", [TINY, ROOT], ids=["tiny", "real"])


@cache
def checked(root: Path) -> CheckedFramework:
    """The frameworks of a project, checked once."""
    return check(load(root / "frameworks"), root / "frameworks")


@cache
def exported(root: Path) -> dict[str, Any]:
    """Its export, as a reader gets it."""
    data: dict[str, Any] = json.loads(framework_json(checked(root)))
    return data


def objects(value: Any, path: str = "document") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in the document with its path: ``document.profiles[].actors[]``."""
    if isinstance(value, dict):
        yield path, value
        for name, inner in value.items():
            yield from objects(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from objects(item, f"{path}[]")


@every_framework
def test_no_promised_field_is_missing(root: Path) -> None:
    """Every object has all the fields that were ever promised for its kind, be they empty or null."""
    missing = {
        f"{path}.{field}"
        for path, found in objects(exported(root))
        for field in PROMISED.get(path, ())
        if field not in found
    }
    assert missing == set()


@every_framework
def test_every_field_is_promised(root: Path) -> None:
    """A new field is written down in ``promised_fields.json``; from then on it stays."""
    new = {
        f"{path}.{field}"
        for path, found in objects(exported(root))
        for field in found
        if field not in PROMISED.get(path, ())
    }
    assert new == set(), "add them to promised_fields.json and to docs/export-json.md"


def test_every_promised_field_is_described() -> None:
    """The page on the export names every field, and the format."""
    page = (ROOT / "docs/export-json.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`([a-z_]+)", page))
    assert {field for fields in PROMISED.values() for field in fields} <= described
    assert "`framework-press/1`" in page
    assert exported(TINY)["format"] == "framework-press/1"


@every_framework
def test_it_holds_everything(root: Path) -> None:
    """Each entity of the frameworks is there, once, and in the order of the frameworks."""
    framework, data = checked(root).framework, exported(root)
    assert [p["profile"] for p in data["profiles"]] == [p.profile for p in framework.profiles]
    assert [t["transaction"] for t in data["transactions"]] == [t.transaction for t in framework.transactions]
    assert [m["content_module"] for m in data["content_modules"]] == [
        m.content_module for m in framework.content_modules
    ]
    assert [c["change_proposal"] for c in data["change_proposals"]] == [
        c.change_proposal for c in framework.change_proposals
    ]
    assert [a["actor"] for a in data["actors"]] == sorted({a.actor for a in framework.actors})
    assert [s["standard"] for s in data["standards"]] == [s.standard for s in framework.standards]
    assert [t["term"] for t in data["terms"]] == [t.term for t in framework.terms]
    assert [d["code"] for d in data["domains"]] == [p.code for p in framework.domains if p.domain]
    assert data["problems"] == [problem.as_data() for problem in checked(root).problems]


@every_framework
def test_numbers_agree_with_the_model(root: Path) -> None:
    """A profile's rows are those of the model: as many actors, transactions, modules, options, groupings, partners."""
    framework = checked(root).framework
    for data in exported(root)["profiles"]:
        profile = framework.profile(data["profile"])
        assert profile
        assert [a["actor"] for a in data["actors"]] == [a.actor for a in profile.actors]
        for row, actor in zip(data["actors"], profile.actors, strict=True):
            assert [(t["transaction"], t["optionality"]) for t in row["transactions"]] == [
                (use.transaction, use.optionality) for use in actor.transactions
            ]
            assert [m["content_module"] for m in row["content_modules"]] == [
                m.content_module for m in actor.content_modules
            ]
        assert [(o["option"], o["actors"]) for o in data["options"]] == [
            (o.option, [a.actor for a in o.actors]) for o in profile.options
        ]
        partners = [
            [actor["actor"] for item in g["with"] for actor in item["all"]] for g in data["groupings"]
        ]
        assert partners == [[actor.actor for actor in g.grouped_actors] for g in profile.groupings]
        bundles = [item["bundle"] for g in data["groupings"] for item in g["with"]]
        assert bundles == [
            item.bundle if isinstance(item, GroupedBundle) else None
            for g in profile.groupings
            for item in g.grouped_with
        ]


def test_directions_are_those_that_are_printed() -> None:
    """A row has the direction of its actor in the transaction, or the one that the row itself names."""
    (dex,) = (p for p in exported(TINY)["profiles"] if p["profile"] == "DEX")
    found = {
        (a["actor"], t["transaction"]): t["directions"] for a in dex["actors"] for t in a["transactions"]
    }
    assert found["Document Sender", "DOC-1"] == ["initiator"]
    assert found["Document Receiver", "DOC-2"] == ["initiator"]
    assert found["Document Sender", "DOC-2"] == ["receiver"]
    assert found["Document Receiver", "DOC-3"] == []
    assert found["Document Watcher", "DOC-3"] == ["performer"]


def test_null_is_unknown_and_an_empty_list_is_none() -> None:
    """What is not known is null or named under ``unknown``; an empty list says that there is none."""
    profiles = {p["profile"]: p for p in exported(TINY)["profiles"]}
    assert profiles["NEWS"]["dependencies"] == []
    assert profiles["VIEW"]["dependencies"] is None
    assert profiles["VIEW"]["unknown"] == ["options", "groupings"]
    assert profiles["SUM"]["chapter"] is None
    view = {(a["actor"], t["transaction"]): t for a in profiles["VIEW"]["actors"] for t in a["transactions"]}
    assert view["Image Store", "DOC-1"]["optionality"] is None


def test_the_same_frameworks_give_the_same_text() -> None:
    """Fields are in alphabetical order, and no letter is escaped."""
    text = framework_json(checked(TINY))
    assert text == framework_json(check(load(TINY / "frameworks"), TINY / "frameworks"))
    assert (
        text == json.dumps(framework_data(checked(TINY)), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )


@pytest.mark.parametrize(
    ("root", "site"),
    [(TINY, "tiny_site"), pytest.param(ROOT, "real_site", marks=pytest.mark.xdist_group("real-site"))],
    ids=["tiny", "real"],
)
def test_every_place_is_on_the_site(root: Path, site: str, request: pytest.FixtureRequest) -> None:
    """Each page is there, and on it the place of each section, table and figure that the export lists."""
    folder: Path = request.getfixturevalue(site)
    broken = []
    for path, found in objects(exported(root)):
        if page := found.get("page"):
            address, _, fragment = page.partition("#")
            anchors = [fragment] * bool(fragment) + [anchor["anchor"] for anchor in found.get("anchors", ())]
            file = folder / address
            broken += (
                [f"{path}: {page}"]
                if not file.is_file()
                else [f"{path}: {address}#{anchor}" for anchor in anchors if anchor not in ids(file)]
            )
    assert broken == []


def test_change_proposals_name_no_person() -> None:
    """Organizations vote in public; who submitted a proposal and who works on it stays on its page."""
    (proposal,) = (p for p in exported(TINY)["change_proposals"] if p["change_proposal"] == "CP-DOC-2")
    assert "Anna" not in json.dumps(proposal)
    assert "Berta" not in json.dumps(proposal)
    assert [(b["ballot"], b["outcome"]) for b in proposal["ballots"]] == [
        ("DOC Ballot 1", "to be repeated"),
        ("DOC Ballot 2", "passed"),
    ]


def test_a_change_leads_to_its_place() -> None:
    """The address of the changed section, table or appendix, in the volume that is changed."""
    (news,) = (p for p in exported(TINY)["profiles"] if p["profile"] == "NEWS")
    assert [change["place"]["address"] for change in news["changes"]] == [
        "DOC/TF/Volume2/DOC-1.html#3.1.1",
        "DOC/TF/Volume1/ch-3.html#t3.2-1",
        "DOC/TF/Volume2/DOC-1.html#3.1.4.2.2",
        "GeneralIntro/ch-D.html",
        "IMG/TF/Volume2/IMG-1.html#4.1.5",
    ]
