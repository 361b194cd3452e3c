"""Outlines of profiles, transactions and content modules: IHE's sections, and one place for each anchor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.outline import Heading, outline
from build_tools.outline.profile_outline import section_order
from model.content_module import ContentModule
from model.profile import Profile
from model.transaction import Transaction

NAMES = st.text("abc XYZ/.-éß0", min_size=1, max_size=8).filter(str.strip).map(str.strip)
NUMBERS = st.lists(st.integers(1, 12), min_size=1, max_size=3).map(lambda parts: ".".join(map(str, parts)))
PROSE = st.none() | st.lists(st.tuples(st.integers(2, 4), NAMES), max_size=3).map(
    lambda titles: "Words.\n\n" + "\n\n".join(f"{'#' * level} {title}" for level, title in titles)
)
TABLES = st.lists(NAMES.map(lambda caption: {"caption": caption, "columns": ["A"]}), max_size=3)


@st.composite
def profiles(draw: Any) -> Profile:
    """A profile of any actors, options, use cases and texts, sections used twice included."""
    actors = draw(st.lists(NAMES, max_size=3, unique=True))
    sections = st.none() | NUMBERS.map(lambda number: f"7.2.{number}")
    return Profile.model_validate(
        {
            "profile": "ABC",
            "title": draw(NAMES),
            "chapter": draw(st.sampled_from(["7", None])),
            "stage": "draft",
            "kind": ["workflow"],
            "capsule": "Does.",
            "unknown": draw(st.lists(st.sampled_from(["actors", "options", "groupings"]), unique=True)),
            "actors": [{"actor": actor} for actor in actors],
            "options": draw(
                st.lists(
                    st.builds(
                        lambda option, section: {"option": option, "section": section, "actors": actors},
                        NAMES,
                        sections,
                    ),
                    max_size=4,
                )
            ),
            "use_cases": draw(
                st.lists(NAMES.map(lambda name: {"use_case": name, "description": "d"}), max_size=2)
            ),
            "concepts": draw(PROSE),
            "security": draw(PROSE),
        }
    )


@st.composite
def transactions(draw: Any) -> Transaction:
    """A transaction of any messages, tables, audit messages and texts."""
    message = st.builds(
        lambda name, text, tables: {
            "message": name,
            "from": "A",
            "to": "B",
            "semantics": text,
            "tables": tables,
        },
        NAMES,
        PROSE,
        TABLES,
    )
    return Transaction.model_validate(
        {
            "transaction": "ABC-7",
            "name": draw(NAMES),
            "section": draw(st.sampled_from(["3.7", None])),
            "stage": draw(st.sampled_from(["draft", "withdrawn", "unassigned"])),
            "roles": draw(st.sampled_from([[], [{"actor": "A", "role": "initiator"}]])),
            "standards": draw(st.sampled_from([[], ["X"]])),
            "messages": draw(st.lists(message, max_size=3)),
            "scope": draw(PROSE),
            "protocol": draw(PROSE),
            "audit": draw(st.lists(NAMES.map(lambda actor: {"actor": actor, "event": "Query"}), max_size=2)),
        }
    )


@st.composite
def content_modules(draw: Any) -> ContentModule:
    """A content module of any sections with tables, with a number of its own or none."""
    sections = st.builds(
        lambda title, text, tables, number: {
            "title": title,
            "text": text,
            "tables": tables,
            "section": number,
        },
        NAMES,
        PROSE,
        TABLES,
        st.none() | NUMBERS.map(lambda number: f"5.1.{number}"),
    )
    return ContentModule.model_validate(
        {
            "content_module": "Module",
            "domain": "ABC",
            "section": draw(st.sampled_from(["5.1", None])),
            "stage": "draft",
            "scope": draw(PROSE),
            "format_codes": draw(st.lists(NAMES, max_size=1)),
            "standards": draw(st.lists(NAMES, max_size=1)),
            "sections": draw(st.lists(sections, max_size=4)),
        }
    )


ENTITIES = profiles() | transactions() | content_modules()


def anchors(root: Heading) -> Iterator[str]:
    """Every anchor of an outline."""
    for heading in root.walk():
        yield heading.anchor
        yield from (caption.anchor for caption in heading.captions)


@given(ENTITIES)
def test_no_anchor_stands_twice(entity: Profile | Transaction | ContentModule) -> None:
    """Every section, table and figure of a page has an anchor that no other has, whatever an author numbers twice."""
    root = outline(entity)
    assert root
    found = list(anchors(root))
    assert all(found)
    assert [anchor for anchor, count in Counter(found).items() if count > 1] == []


@given(ENTITIES)
def test_an_anchor_is_the_number(entity: Profile | Transaction | ContentModule) -> None:
    """The first section of a number has it as its anchor; so have the first table and figure, with t and f before it."""
    root = outline(entity)
    assert root
    seen: set[str] = set()
    for heading in root.walk():
        if heading.number and heading.number not in seen:
            assert heading.anchor == heading.number
            seen.add(heading.number)
    numbers = [heading.number for heading in root.walk()]
    if len(set(numbers)) == len(numbers):
        for caption in (caption for heading in root.walk() for caption in heading.captions if caption.number):
            assert caption.anchor == f"{caption.kind[0]}{caption.number}"


@given(transactions())
def test_numbers_of_a_transaction_are_unique(transaction: Transaction) -> None:
    """Sections that are numbered by the outline itself never share a number, nor do tables or figures."""
    root = outline(transaction)
    assert root
    numbers = Counter(heading.number for heading in root.walk())
    assert max(numbers.values()) == 1
    captions = Counter((c.kind, c.number) for heading in root.walk() for c in heading.captions)
    assert max(captions.values(), default=1) == 1


@given(ENTITIES)
def test_captions_count_from_1_in_their_section(entity: Profile | Transaction | ContentModule) -> None:
    """Tables are numbered from 1 in each section, figures apart; the number is the section's, a dash, and the count."""
    root = outline(entity)
    assert root
    for heading in root.walk():
        for kind in ("table", "figure"):
            numbers = [caption.number for caption in heading.captions if caption.kind == kind]
            expected = [f"{heading.number}-{count}" for count in range(1, len(numbers) + 1)]
            assert numbers == (expected if heading.number else [""] * len(numbers))


@given(st.lists(NUMBERS, unique=True))
def test_sections_are_sorted_as_one_counts(numbers: list[str]) -> None:
    """10.2.9 comes before 10.2.10, a section before those inside it."""
    found = sorted(numbers, key=section_order)
    assert found == sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["10.2.10", "10.2.9", "10.2"], ["10.2", "10.2.9", "10.2.10"]),
        (["A", "10", "9", "B"], ["9", "10", "A", "B"]),
        (["X.2.10", "X.2.9", "7.1"], ["7.1", "X.2.9", "X.2.10"]),
        (["YY1", "18", "5"], ["5", "18", "YY1"]),
    ],
)
def test_letters_come_after_digits(numbers: list[str], expected: list[str]) -> None:
    """Appendices come after chapters, placeholders after numbers."""
    assert sorted(numbers, key=section_order) == expected


def test_what_is_not_printed_is_not_listed() -> None:
    """Tables that nobody knows, and diagrams without actors, have no number that could be cited."""
    profile = Profile.model_validate(
        {"profile": "ABC", "title": "A", "chapter": "7", "stage": "draft", "kind": ["workflow"], "capsule": "C.",
         "unknown": ["actors", "options", "groupings"]}
    )  # fmt: skip
    root = outline(profile)
    assert root
    assert [caption.label for heading in root.walk() for caption in heading.captions] == []


def test_a_taken_back_number_keeps_its_standards() -> None:
    """A withdrawn transaction without roles has no empty sections."""
    transaction = Transaction.model_validate(
        {"transaction": "ABC-7", "name": "N", "section": "3.7", "stage": "withdrawn", "standards": ["X"]}
    )
    root = outline(transaction)
    assert root
    assert [heading.number for heading in root.walk()] == ["3.7", "3.7.3"]
