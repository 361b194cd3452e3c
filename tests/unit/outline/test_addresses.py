"""The published addresses are IHE's own, and no two entities share one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.outline import Addresses, Places, slug
from build_tools.outline.places import GENERAL
from model.actor import Actor
from model.content_module import ContentModule
from model.domain import Domain
from model.entity import Key, Stage
from model.framework import DomainFramework, Framework
from model.general import Chapter, DomainEntry, RegistryEntry, Standard, Term
from model.profile import Profile
from model.transaction import Transaction

VOLUMES = [
    {"volume": "1", "title": "Profiles", "holds": "profiles"},
    {"volume": "2", "title": "Transactions", "holds": "transactions"},
    {"volume": "3", "title": "Content Modules", "holds": "content_modules"},
]


def domain(volumes: list[dict[str, str]] = VOLUMES) -> Domain:
    """A domain with the code ABC."""
    return Domain.model_validate({"code": "ABC", "name": "A", "introduction": "I.", "volumes": volumes})


def profile(name: str = "MHD", **fields: Any) -> Profile:
    """A profile with a few fields."""
    base = {"profile": name, "title": "T", "stage": "final-text", "kind": ["workflow"], "capsule": "C."}
    return Profile.model_validate(base | fields)


def framework(*profiles: Profile, **parts: Any) -> Framework:
    """A framework of one domain."""
    general = {
        name: parts.pop(name)
        for name in ("catalogue", "terms", "standards", "registry", "chapters")
        if name in parts
    }
    return Framework((DomainFramework("abc", domain(), profiles=profiles, **parts),), **general)


@pytest.mark.parametrize(
    ("stage", "page", "stub"),
    [
        (Stage.FINAL_TEXT, "ABC/TF/Volume1/ch-33.html", None),
        (Stage.DEPRECATED, "ABC/TF/Volume1/ch-33.html", None),
        (Stage.RETIRED, "ABC/TF/Volume1/ch-33.html", None),
        (Stage.WITHDRAWN, "ABC/TF/Volume1/ch-33.html", None),
        (Stage.UNASSIGNED, "ABC/TF/Volume1/ch-33.html", None),
        (Stage.TRIAL_IMPLEMENTATION, "ABC/MHD/index.html", "ABC/TF/Volume1/ch-33.html"),
        (Stage.PUBLIC_COMMENT, "ABC/MHD/index.html", "ABC/TF/Volume1/ch-33.html"),
        (Stage.DRAFT, "ABC/MHD/index.html", "ABC/TF/Volume1/ch-33.html"),
    ],
)
def test_a_profile_by_its_stage(stage: Stage, page: str, stub: str | None) -> None:
    """What is in the volume stands at its chapter; before that it has a page of its own, and the chapter a stub."""
    one = profile(stage=stage, chapter="33")
    addresses = Addresses(framework(one))
    assert addresses.of_profile(one) == addresses.of(one.key) == page
    assert addresses.of_stub(one) == stub


@pytest.mark.parametrize("chapter", [None, "X", "XX"])
def test_a_profile_without_a_chapter(chapter: str | None) -> None:
    """Without a number there is neither a chapter nor a stub."""
    one = profile(chapter=chapter, stage="draft")
    addresses = Addresses(framework(one))
    assert addresses.of_profile(one) == "ABC/MHD/index.html"
    assert addresses.of_stub(one) is None


def test_every_other_kind() -> None:
    """Transactions by id, modules by section or name, actors by name, shared entries as places on their page."""
    transaction = Transaction.model_validate({"transaction": "ABC-18", "name": "N", "stage": "draft"})
    numbered = ContentModule.model_validate(
        {"content_module": "One", "domain": "ABC", "section": "5.2", "stage": "draft"}
    )
    loose = ContentModule.model_validate(
        {"content_module": "Share Content", "domain": "ABC", "stage": "draft"}
    )
    actor = Actor(actor="Image Manager/Image Archive", definition="D.")
    whole = framework(
        transactions=(transaction,),
        content_modules=(numbered, loose),
        actors=(actor,),
        terms=(Term(term="Affinity Domain", definition="D."),),
        standards=(Standard(standard="HL7 v2.5", title="T", body="HL7"),),
        registry=(RegistryEntry(value="urn:ihe:iti:2008", type="urn", meaning="M."),),
        chapters=(Chapter(chapter="3", title="T", text="Words."),),
        catalogue=(DomainEntry(domain="ABC", name="A"), DomainEntry(domain="PCC", name="P")),
    )
    addresses = Addresses(whole)
    assert {entity.key.name: addresses.of(entity.key) for entity in whole.entities()} == {
        "ABC": "ABC/index.html",
        "ABC-18": "ABC/TF/Volume2/ABC-18.html",
        "One": "ABC/TF/Volume3/ch-5.2.html",
        "Share Content": "ABC/TF/Volume3/share-content.html",
        "Image Manager/Image Archive": "actors/image-manager-image-archive.html",
        "Affinity Domain": "GeneralIntro/ch-D.html#term-affinity-domain",
        "HL7 v2.5": "GeneralIntro/standards.html#hl7-v2.5",
        "urn:ihe:iti:2008": "GeneralIntro/ch-C.html#urn-ihe-iti-2008",
        "3": "GeneralIntro/ch-3.html",
        "PCC": "index.html#pcc",
    }
    assert addresses.of(Key("profile", "NOWHERE")) is None


def test_a_volume_has_the_number_that_the_domain_gives_it() -> None:
    """Where a domain's transactions stand in Volume 3, so do their addresses."""
    volumes = [{"volume": "3", "title": "Transactions", "holds": "transactions"}]
    transaction = Transaction.model_validate({"transaction": "ABC-18", "name": "N", "stage": "draft"})
    whole = Framework((DomainFramework("abc", domain(volumes), transactions=(transaction,)),))
    assert Addresses(whole).of(transaction.key) == "ABC/TF/Volume3/ABC-18.html"


def test_a_domain_that_is_not_written_has_no_pages() -> None:
    """While ``framework.yaml`` is missing, nothing leads to its entities."""
    one = profile(chapter="3")
    whole = Framework((DomainFramework("abc", None, profiles=(one,)),))
    assert Addresses(whole).of(one.key) is None
    assert Addresses(whole).of_stub(profile(chapter="3", stage="draft")) is None


def test_the_first_keeps_the_address() -> None:
    """Of two profiles with one chapter, the first is at the chapter; a stub never takes a page's place."""
    first, second = profile("ONE", chapter="3"), profile("TWO", chapter="3")
    waiting = profile("THREE", chapter="3", stage="draft")
    addresses = Addresses(framework(waiting, first, second))
    assert addresses.of_profile(first) == "ABC/TF/Volume1/ch-3.html"
    assert addresses.of_profile(second) == "ABC/TF/Volume1/ch-3-2.html"
    assert addresses.of_stub(waiting) is None


def test_an_overview_keeps_chapter_2() -> None:
    """A profile cannot take the chapter in which the dependencies of all are printed."""
    one = profile(chapter="2", dependencies=[])
    assert Addresses(framework(one)).of_profile(one) == "ABC/TF/Volume1/ch-2-2.html"


NAMES = st.text("aA bB/-.*0é", min_size=1, max_size=4).filter(str.strip)


@given(
    st.lists(NAMES, unique=True, max_size=6),
    st.lists(NAMES, unique=True, max_size=6),
    st.lists(st.sampled_from("123"), max_size=5),
)
def test_no_two_entities_share_an_address(actors: list[str], terms: list[str], chapters: list[str]) -> None:
    """Whatever names and numbers authors give, each entity has a place of its own, of plain characters."""
    profiles = [
        profile(f"P{number}", chapter=chapter, stage="final-text" if number % 2 else "draft")
        for number, chapter in enumerate(chapters)
    ]
    whole = framework(
        *profiles,
        actors=tuple(Actor(actor=name, definition="D.") for name in actors),
        terms=tuple(Term(term=name, definition="D.") for name in terms),
        standards=tuple(Standard(standard=name, title="T", body="B") for name in terms),
        chapters=tuple(
            Chapter(chapter=chapter, title="T", text="W.") for chapter in sorted({*chapters, "A", "D"})
        ),
    )
    addresses = Addresses(whole)
    pages = [addresses.of(entity.key) for entity in whole.entities()]
    stubs = [stub for one in profiles if (stub := addresses.of_stub(one))]
    found = [*pages, *stubs]
    assert all(found)
    assert len(set(found)) == len(found)
    assert not [address for address in found if address and set(address) & set(' *\\?"<>|:')]


@given(st.text(max_size=20))
def test_a_slug_is_stable_and_plain(text: str) -> None:
    """A slug is never empty, has no blanks or slashes, and is the slug of itself."""
    found = slug(text)
    assert found
    assert not set(found) & set(" /\\#?%&\"'<>")
    assert slug(found) == found
    assert not found.startswith("-")
    assert not found.endswith("-")


def test_slugs_keep_what_tells_names_apart() -> None:
    """Dots and digits stay, so that XDS.b is not XDSb."""
    assert slug("XDS.b") == "xds.b"
    assert slug("HL7 v2.3.1") == "hl7-v2.3.1"
    assert slug("Image Manager/Image Archive") == "image-manager-image-archive"
    assert slug("***") == "unnamed"


def test_citations_of_the_general_introduction() -> None:
    """Chapters and their sections can be cited without a domain; a volume's sections only with theirs."""
    one = profile(chapter="3")
    text = "Words.\n\n## First\n\n### Inside\n\n## Second\n"
    chapters = (
        Chapter(chapter="8", title="Process", text=text),
        Chapter(chapter="E", title="More", text="Words."),
    )
    places = Places(framework(one, chapters=chapters))
    for number in ("8", "8.1", "8.1.1", "8.2"):
        assert str(places.section(GENERAL, GENERAL, number)) == f"GeneralIntro/ch-8.html#{number}"
    assert str(places.section(GENERAL, GENERAL, "E")) == "GeneralIntro/ch-E.html#E"
    assert places.section(GENERAL, GENERAL, "8.3") is None
    assert places.section(GENERAL, GENERAL, "3.1") is None
    assert str(places.section("ABC", "1", "3.1")) == "ABC/TF/Volume1/ch-3.html#3.1"
    assert places.section("ABC", "2", "3.1") is None
    assert places.section("XYZ", "1", "3.1") is None


def test_citations_of_tables_and_figures() -> None:
    """A table or figure is found by its number within the domain."""
    one = profile(chapter="3", actors=[{"actor": "A"}])
    places = Places(framework(one))
    assert str(places.caption("ABC", "table", "3.1-1")) == "ABC/TF/Volume1/ch-3.html#t3.1-1"
    assert str(places.caption("ABC", "figure", "3.1-1")) == "ABC/TF/Volume1/ch-3.html#f3.1-1"
    assert places.caption("ABC", "table", "3.1-9") is None
