"""What the published pages say of the ITI and Radiology profiles is what is publicly known, row by row.

``tests/test_facts.py`` compares the facts with what is written in ``frameworks/``; here they are compared with what
a reader sees: the HTML of the built site is read with a parser that knows nothing of how it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.facts import rows as asked
from tests.facts.rows import GroupingRow, ModuleRow, OptionRow, TransactionRow
from tests.facts.tables import NONE, PROFILES, Fact, clauses, facts, facts_of
from tests.facts.written import assert_same, profile_of
from tests.site.pages import article, by_id, cells, columns, lines, page, rows, table_of, words

pytestmark = pytest.mark.xdist_group("real-site")
every_profile = pytest.mark.parametrize("name", PROFILES)

NOTE = re.compile(r" \(See Notes? ([\d, ]+)\)")
NOT_KNOWN = "not publicly known"


def fact_of(name: str) -> Fact:
    """The row of a profile in ``profiles.tsv``."""
    return next(fact for fact in facts("profiles") if fact["acronym"] == name)


def chapter(name: str) -> str:
    """The number of a profile's chapter in Volume 1, or nothing."""
    match = re.match(r"\w+ TF-1: (\d+)(?! \(old\))\b(?! \(old\))", fact_of(name)["section"])
    return match[1] if match else ""


def profile_page(site: Path, name: str) -> HtmlElement:
    """The page with a profile's full text, at IHE's address: in the volume, or in a supplement of its own."""
    fact = fact_of(name)
    in_volume = fact["status"] in ("Final Text", "Deprecated", "Retired", "Withdrawn") and chapter(name)
    address = f"TF/Volume1/ch-{chapter(name)}.html" if in_volume else f"{name}/index.html"
    return page(site / fact["domain"] / address)


@every_profile
def test_head(real_site: Path, name: str) -> None:
    """A profile's page has its number, title and acronym, its stage, and its capsule first of all."""
    fact, root = fact_of(name), profile_page(real_site, name)
    title = fact["title"] if fact["title"] == name else f"{fact['title']} ({name})"
    text = article(root)
    assert words(text.xpath(".//h1")[0]) == f"{chapter(name)} {title}".strip()
    assert words(text.xpath(".//p[@class='lead']")[0]) == " ".join(profile_of(name).capsule.split())
    stages = [
        words(label) for label in root.xpath("//p[@class='page-status']/span[contains(@class, 'stage ')]")
    ]
    assert fact["status"] in stages


@every_profile
def test_reserved_chapter(real_site: Path, name: str) -> None:
    """A profile that is not in the volume yet keeps its chapter's address there, with a way to its text."""
    fact = fact_of(name)
    if chapter(name) and fact["status"] in ("Trial Implementation", "Public Comment", "Draft"):
        stub = article(page(real_site / fact["domain"] / f"TF/Volume1/ch-{chapter(name)}.html"))
        assert words(stub.xpath(".//p[@class='lead']")[0]) == " ".join(profile_of(name).capsule.split())
        assert fact["status"] in words(stub)
        assert stub.xpath(".//a[contains(@href, $name)]", name=f"{name}/index.html")


# --- actors and transactions -----------------------------------------------------------------------------------------


def section(root: HtmlElement, slot: str) -> HtmlElement:
    """The section of a profile with a certain last number: 1 actors, 2 options, 3 groupings."""
    found = article(root).xpath(
        "./section/section[substring-after(substring(@id, 2), '.') = $slot]", slot=slot
    )
    return next(s for s in found if re.fullmatch(rf"\w+\.{slot}", s.get("id")))


def note_texts(table: HtmlElement) -> list[str]:
    """The notes under a table, in order, without their numbers; the numbers count from 1."""
    box = table.getparent().getnext()
    if box is None or box.get("class") != "notes":
        return []
    texts = "\n".join(words(line) for line in box)
    found = re.split(r"(?:^|\n)Note (\d+): ", texts)[1:]
    assert found[::2] == [str(number) for number in range(1, len(found) // 2 + 1)]
    return found[1::2]


def noted(cell_text: str, texts: list[str]) -> str:
    """A cell's words, with the words of its notes in place of their numbers."""
    return NOTE.sub(lambda m: " ".join(f" {texts[int(n) - 1]}" for n in m[1].split(", ")), cell_text)


DIRECTION = {"Initiator": "initiator", "Responder": "responder", "Initiator / Responder": "initiator and responder",
             "Not applicable": "not applicable", "Not stated": ""}  # fmt: skip


def printed_transactions(table: HtmlElement) -> Iterator[tuple[TransactionRow, str]]:
    """The rows of a table of actors and transactions, each with everything said of its optionality."""
    texts = note_texts(table)
    for row in cells(table):
        if words(row[1]) == "None":
            continue
        actor, optionality = NOTE.sub("", lines(row[0])[0]), lines(row[3])
        title = re.fullmatch(r"(.+) \[([A-Z]+-\w+)\]", lines(row[1])[0])
        assert title, words(row[1])
        code = NOTE.sub("", optionality[0])
        yield (
            TransactionRow(
                actor,
                title[2],
                title[1],
                "" if code == "Not stated" else code,
                DIRECTION[words(row[2])],
                words(row[4]),
            ),
            noted(" ".join(optionality), texts),
        )


@every_profile
def test_transactions(real_site: Path, name: str) -> None:
    """Each actor's row shows the transaction's name and number, direction, optionality and section; no other row."""
    expected = [
        asked.transaction_fact(fact)._replace(options=frozenset())
        for fact in facts_of("profile_actor_transactions", name)
    ]
    table = table_of(
        section(profile_page(real_site, name), "1").getroottree().getroot(),
        "actors-transactions",
        "Transactions",
    )
    found = [row for row, _ in printed_transactions(table)] if table is not None else []
    assert_same(expected, found)


@every_profile
def test_conditions(real_site: Path, name: str) -> None:
    """A row that depends on options names each of them beside its optionality or in a note under the table."""
    wanted = {
        (fact["actor"], fact["transaction_id"]): asked.transaction_fact(fact).options
        for fact in facts_of("profile_actor_transactions", name)
    }
    table = table_of(profile_page(real_site, name), "actors-transactions", "Transactions")
    for row, said in printed_transactions(table) if table is not None else ():
        plain = re.sub(r"\W", "", said)
        missing = [
            o for o in wanted[row.actor, row.transaction] if re.sub(r"\W", "", f"{o}Option") not in plain
        ]
        assert not missing, f"{row.actor} {row.transaction}: {said!r} does not name {missing}"


@every_profile
def test_unknown_actors(real_site: Path, name: str) -> None:
    """Where no source tells the actors, the section says so and shows no table."""
    tables = ("profile_actor_transactions", "profile_content_modules", "profile_options", "profile_groupings")
    if not any(facts_of(table, name) for table in tables):
        first = section(profile_page(real_site, name), "1")
        assert NOT_KNOWN in words(first)
        assert not first.xpath(".//table")


# --- content modules -------------------------------------------------------------------------------------------------


@every_profile
def test_content_modules(real_site: Path, name: str) -> None:
    """Each actor's row shows the content module, its optionality and where it is specified; no other row."""
    table = table_of(profile_page(real_site, name), "actors-transactions", "Content Modules")
    found = [
        ModuleRow(
            NOTE.sub("", lines(row[0])[0]), lines(row[1])[0], NOTE.sub("", lines(row[2])[0]), words(row[3])
        )
        for row in (cells(table) if table is not None else ())
    ]
    assert_same((asked.module_fact(fact) for fact in facts_of("profile_content_modules", name)), found)


# --- options ---------------------------------------------------------------------------------------------------------


def printed_options(root: HtmlElement, table: HtmlElement) -> Iterator[tuple[OptionRow, str]]:
    """The rows of a table of options, each with the number of the option's own section, or nothing."""
    for row in cells(table):
        option, place = NOTE.sub("", lines(row[1])[0]), words(row[2])
        if option in ("No options defined", "Not known"):
            continue
        target = row[1].xpath(".//a/@href")
        own = (
            words(by_id(root, target[0].lstrip("#")).xpath("./*/span[@class='number']")[0]) if target else ""
        )
        yield OptionRow(words(row[0]), option, "" if place == "--" else asked.normal_place(place)), own


@every_profile
def test_options(real_site: Path, name: str) -> None:
    """Each actor's row shows the option and where it is specified, or leads to its section; no other row."""
    root = profile_page(real_site, name)
    table = table_of(root, "actors-options")
    found = list(printed_options(root, table)) if table is not None else []
    expected = [asked.option_fact(fact) for fact in asked.option_facts(name)]
    with_own = [
        row._replace(place=" ".join(dict.fromkeys(filter(None, (own, row.place))))) for row, own in found
    ]
    printed = [row if row in expected else other for (row, _), other in zip(found, with_own, strict=True)]
    assert_same(expected, printed)


@every_profile
def test_no_options(real_site: Path, name: str) -> None:
    """*No options defined* stands where a source says so, *Not known* where none tells."""
    root = profile_page(real_site, name)
    table = table_of(root, "actors-options")
    told = facts_of("profile_options", name)
    if table is None:
        assert not asked.option_facts(name)
        assert told or NOT_KNOWN in words(section(root, "2"))
        return
    said = {words(row[0]): words(row[1]) for row in cells(table)}
    for actor, text in said.items():
        options = {fact["option"] for fact in told if fact["actor"] == actor}
        if not options:
            assert text == "Not known", actor
        elif options == {NONE}:
            assert text == "No options defined", actor
        else:
            assert text not in ("Not known", "No options defined"), actor


# --- groupings -------------------------------------------------------------------------------------------------------

OPTIONALITY = {"Required": "R", "Optional": "O", "Conditional": "C", "Not stated": ""}
CLASSES = {"content": "any content profile", "document sharing": "any document sharing profile", "PCC content": "PCC content profiles"}  # fmt: skip


def printed_groupings(table: HtmlElement) -> Iterator[GroupingRow]:
    """The rows of a table of groupings, an alternative of its condition and a partner each."""
    conditional = "Grouping Condition" in columns(table)
    for row in cells(table):
        partners = lines(row[2 if conditional else 1])
        if partners in (["None"], ["Not known"]):
            continue
        said = words(row[1]) if conditional else "Required"
        code = OPTIONALITY.get(said.partition(".")[0], "C")
        options = re.findall(r"(?:[Ww]ith the | or |, )(.+?) Option\b", said)
        for alternative in options or [""]:
            for partner in read_partners(partners):
                yield partner._replace(
                    actor=NOTE.sub("", words(row[0])),
                    optionality=code,
                    options=frozenset({alternative} if alternative else ()),
                )


def read_partners(written: list[str]) -> Iterator[GroupingRow]:
    """The partners in a cell: a line each, under *One of:* or *At least one of:*, or joined by *and* behind a bundle."""
    choice = {"One of:": "one", "At least one of:": "at_least_one"}.get(written[0], "all")
    either: list[GroupingRow] = []
    for line in written[choice != "all" :]:
        text = re.sub(r" (?:and|or)$", "", NOTE.sub("", line))
        bundle = re.match(r"(\w+): ", text)
        if bundle:
            for part in re.split(r" and (?=[A-Z]+ [\w.]+ / )", text[bundle.end() :]):
                yield read_partner(part)._replace(choice=f"in an {bundle[1]} environment")
        elif choice == "one":
            either.append(read_partner(text))
        else:
            yield read_partner(text)._replace(choice=choice)
    if either:
        yield either[0]._replace(choice="one", grouped_with=" or ".join(one.grouped_with for one in either))


def read_partner(text: str) -> GroupingRow:
    """``ITI ATNA / Secure Node with the X and Y Options, without the Z Option``."""
    match = re.fullmatch(
        r"(?:Any (?P<kind>.+?) profile|(?:[A-Z]+ )?(?P<profile>\S+)) / (?P<actor>.+?)"
        r"(?: with the (?P<options>.+?) Options?)?(?:, without the (?P<without>.+?) Option)?",
        text,
    )
    assert match, text
    names = re.split(r", and |, or |, | and | or ", match["options"]) if match["options"] else []
    one = ["one is enough"] if match["options"] and " or " in match["options"] else []
    profile = match["profile"] or CLASSES[match["kind"]]
    without = frozenset([match["without"]] if match["without"] else [])
    return GroupingRow("", profile, match["actor"], "", "", frozenset(), frozenset([*names, *one]), without)


@every_profile
def test_groupings(real_site: Path, name: str) -> None:
    """Each actor's rows show its partners, how to choose between them, when, and with which options; no other row."""
    table = table_of(profile_page(real_site, name), "groupings")
    found = list(printed_groupings(table)) if table is not None else []
    assert_same((asked.grouping_fact(fact) for fact in asked.grouping_facts(name)), found)


@every_profile
def test_no_groupings(real_site: Path, name: str) -> None:
    """*None* stands where a source says so, *Not known* where none tells."""
    root = profile_page(real_site, name)
    table = table_of(root, "groupings")
    told = facts_of("profile_groupings", name)
    if table is None:
        assert not asked.grouping_facts(name)
        assert told or NOT_KNOWN in words(section(root, "3"))
        return
    column = columns(table).index("Actor(s) to be grouped with")
    for row in cells(table):
        actor = words(row[0])
        partners = {fact["grouped_with_actor"] for fact in told if fact["actor"] == actor}
        expected = "Not known" if not partners else "None" if partners == {NONE} else ""
        shown = words(row[column])
        assert shown == expected or (not expected and shown not in ("None", "Not known")), actor


# --- General Introduction --------------------------------------------------------------------------------------------


def test_appendix_a(real_site: Path) -> None:
    """Appendix A lists every actor of ITI and Radiology with the profiles that the facts name."""
    table = by_id(page(real_site / "GeneralIntro/ch-A.html"), "tA-1")
    printed = {row[0]: row for row in rows(table)}
    assert list(printed) == sorted(printed, key=str.lower)
    expected = {}
    for fact in facts("actors"):
        used = re.findall(r"(?:ITI|RAD): ([^;]+)", fact["used_in"])
        if used or set(clauses(fact["domains"])) & {"ITI", "RAD"}:
            expected[fact["name"]] = {profile.strip() for part in used for profile in part.split(",")}
    missing = expected.keys() - printed.keys()
    assert not missing
    for name, profiles in expected.items():
        assert set(filter(None, printed[name][2].split(", "))) == profiles, name
        assert printed[name][1], name


def test_appendix_b(real_site: Path) -> None:
    """Appendix B lists every transaction with its name, number, what it is for, and its stage; no other."""
    table = by_id(page(real_site / "GeneralIntro/ch-B.html"), "tB-1")
    expected = [(f"{fact['name']} [{fact['id']}]", fact["status"]) for fact in facts("transactions")]
    found = [(row[0], row[2]) for row in rows(table)]
    assert_same(expected, found)


@pytest.mark.parametrize("fact", facts("transactions"), ids=lambda fact: fact["id"])
def test_transaction(real_site: Path, fact: Fact) -> None:
    """A transaction's page has its section, name and number, its stage and the standards it rests on."""
    root = page(real_site / fact["domain"] / f"TF/Volume2/{fact['id']}.html")
    number = fact["section"].rpartition(" ")[2]
    assert words(article(root).xpath(".//h1")[0]) == f"{number} {fact['name']} [{fact['id']}]"
    stages = [
        words(label) for label in root.xpath("//p[@class='page-status']/span[contains(@class, 'stage ')]")
    ]
    assert fact["status"] in stages
    table = table_of(root, "standards")
    assert (
        [row[0] for row in rows(table)] == clauses(fact["standards"])
        if table is not None
        else not fact["standards"]
    )


def test_standards(real_site: Path) -> None:
    """The page of standards lists every standard with its title, its body and the transactions that rest on it."""
    table = by_id(page(real_site / "GeneralIntro/standards.html"), "standards-table")
    printed = {row[0]: row for row in rows(table)}
    for fact in facts("standards"):
        assert printed[fact["code"]][1:3] == [fact["title"], fact["body"]]
