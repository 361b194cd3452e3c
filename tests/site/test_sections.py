"""What stands in the sections of a page: tables, notes, fixed phrases, notices, issues."""

from __future__ import annotations

from pathlib import Path

from tests.site.pages import article, by_id, cells, columns, lines, page, rows, words

DEX = "DOC/TF/Volume1/ch-3.html"


def test_table_of_actors_and_transactions(tiny_site: Path) -> None:
    """Each actor's rows name its transactions, directions, optionality with notes or condition, and sections."""
    table = by_id(page(tiny_site / DEX), "t3.1-1")
    assert columns(table) == ["Actors", "Transactions", "Initiator or Responder", "Optionality", "Reference"]
    found = [[lines(cell) for cell in row] for row in cells(table)]
    one, two, three = ["Send Document [DOC-1]"], ["Receive Receipt [DOC-2]"], ["Look On [DOC-3]"]
    assert found == [
        [["Document Sender (See Note 1)"], one, ["Initiator"], ["R"], ["DOC TF-2: 3.1"]],
        [
            ["Document Sender (See Note 1)"],
            two,
            ["Receiver"],
            ["O", "R with the Receipt Option"],
            ["DOC TF-2: 3.2"],
        ],
        [["Document Receiver"], one, ["Responder"], ["R (See Note 2)"], ["DOC TF-2: 3.1"]],
        [["Document Receiver"], two, ["Initiator"], ["C (See Notes 2, 3)"], ["DOC TF-2: 3.2"]],
        [["Document Receiver"], three, ["Not stated"], ["O"], ["DOC TF-2: 3.3"]],
        [
            ["Document Watcher"],
            [*three, "Added by the Receipts supplement"],
            ["Not applicable"],
            ["R"],
            ["DOC TF-2: 3.3"],
        ],
        [["Sender/Watcher"], one, ["Initiator"], ["R"], ["DOC TF-2: 3.1"]],
        [["Sender/Watcher"], three, ["Not applicable"], ["R"], ["DOC TF-2: 3.3"]],
    ]


def test_notes_are_numbered_table_by_table(tiny_site: Path) -> None:
    """Under each table stand the notes its rows refer to, numbered in the order of their first use."""
    boxes = [
        [words(line) for line in box]
        for box in article(page(tiny_site / DEX)).xpath(".//div[@class='notes']")
    ]
    assert boxes == [
        [
            "Note 1: A day has 24 hours.",
            "Note 2: No document is larger than 10 MB.",
            "Note 3: Required when the sender declares the Receipt Option.",
        ],
        ["Note 1: No document is larger than 10 MB."],
        ["Note 1: A day has 24 hours."],
    ]


def test_table_of_options(tiny_site: Path) -> None:
    """Every actor has its options, or the phrase that there are none; an option's name leads to its section."""
    table = by_id(page(tiny_site / DEX), "t3.2-1")
    assert rows(table) == [
        ["Document Sender", "Receipt", "DOC TF-1: 3.2.1"],
        ["Document Receiver", "Receipt (See Note 1)", "DOC TF-1: 3.2.1"],
        ["Document Receiver", "Plain Encoding", "DOC TF-1: 3.2.2"],
        ["Document Receiver", "Packed Encoding", "DOC TF-1: 3.2.10"],
        ["Document Receiver", "SilentAdded by the Receipts supplement", "DOC TF-2: 3.1.4.1.2"],
        ["Document Watcher", "No options defined", "--"],
        ["Sender/Watcher", "No options defined", "--"],
    ]
    assert "#3.2.10" in table.xpath(".//td/a/@href")


def test_facts_of_an_option_follow_its_text(tiny_site: Path) -> None:
    """What an option requires, excludes and makes required is printed as sentences in its section."""
    root = page(tiny_site / DEX)
    assert words(by_id(root, "3.2.1")).endswith("Makes required: Receive Receipt [DOC-2].")
    plain = [words(item) for item in by_id(root, "3.2.2").xpath(".//li")]
    assert plain == [
        "One of the encoding options.",
        "Cannot be used at the same time as the Packed Encoding Option.",
    ]
    assert "Requires the Receipt Option." in words(by_id(root, "3.2.10"))


def test_rules_are_sentences(tiny_site: Path) -> None:
    """At-least-one rules stand in the actor's section; a family of options is named option by option."""
    receiver = by_id(page(tiny_site / DEX), "3.1.1.2")
    assert [words(item) for item in receiver.xpath(".//li")] == [
        "The Document Receiver shall support at least one of Receive Receipt [DOC-2] or Look On [DOC-3].",
        "The Document Receiver shall support at least one of the Plain Encoding Option or Packed Encoding Option.",
    ]


def test_table_of_groupings_with_conditions(tiny_site: Path) -> None:
    """IHE's second form: the condition, the partners with how to choose, and where they are specified."""
    table = by_id(page(tiny_site / DEX), "t3.3-1")
    assert columns(table) == ["DEX Actor", "Grouping Condition", "Actor(s) to be grouped with", "Reference"]
    assert [[lines(cell) for cell in row] for row in cells(table)] == [
        [["Document Sender"], ["Required"], ["DOC NEWS / News Source"], ["DOC TF-1: 4"]],
        [
            ["Document Receiver"],
            ["With the Receipt Option"],
            ["At least one of:", "DOC NEWS / News Reader or", "LAB RESULT / Result Reporter (See Note 1)"],
            ["DOC TF-1: 4", "LAB RESULT"],
        ],
        [
            ["Document Receiver"],
            ["Optional"],
            [
                "One of:",
                "images: IMG VIEW / Image Viewer and DOC NEWS / News Reader with the Headlines Option or",
                "Any content profile / Summary Maker",
            ],
            ["IMG TF-1: 3", "DOC TF-1: 4"],
        ],
        [["Document Watcher"], ["--"], ["None"], ["--"]],
        [["Sender/Watcher"], ["--"], ["None"], ["--"]],
    ]


def test_table_of_groupings_without_conditions(tiny_site: Path) -> None:
    """IHE's first form, where nothing is conditional: partners, reference, content bindings."""
    table = by_id(page(tiny_site / "DOC/NEWS/index.html"), "t4.3-1")
    head = ["NEWS Actor", "Actor(s) to be grouped with", "Reference", "Content Bindings Reference"]
    assert columns(table) == head
    assert rows(table) == [["News Source", "None", "--", "--"], ["News Reader", "None", "--", "--"]]


def test_what_is_not_known_is_never_called_none(tiny_site: Path) -> None:
    """Tables that no source tells are replaced by a sentence; neither *None* nor *No options defined* is claimed."""
    for address in ("DOC/TF/Volume1/ch-10.html", "IMG/TF/Volume1/ch-3.html"):
        text = words(article(page(tiny_site / address)))
        assert "The options of this profile are not publicly known" in text
        assert "The required groupings of this profile are not publicly known" in text
        assert "No options defined" not in text
        assert "None" not in text
    old = page(tiny_site / "DOC/TF/Volume1/ch-10.html")
    assert "The actors and transactions of this profile are not publicly known" in words(by_id(old, "10.1"))


def test_rows_of_content_modules(tiny_site: Path) -> None:
    """A content profile's table names modules with optionality and place, numbered or not."""
    table = by_id(page(tiny_site / "DOC/SUM/index.html"), "tX.1-1")
    assert rows(table) == [
        ["Summary Maker", "Summary Content Module", "R", "DOC TF-3: 5.1"],
        ["Summary Maker", "Loose Content", "O (See Note 1)", "DOC TF-1: 3.4"],
    ]


def test_fixed_phrases(tiny_site: Path) -> None:
    """A section without a text says so in IHE's words, or says that it is not yet written."""
    root = page(tiny_site / "DOC/NEWS/index.html")
    for anchor, phrase in {
        "4.1.1.1": "No additional requirements needed. See its definition in the General Introduction, Appendix A.",
        "4.4.1": "Not applicable.",
        "4.4.2": "The narrative of this section is not yet written.",
        "4.5": "The narrative of this section is not yet written.",
        "4.6": "Not applicable.",
    }.items():
        assert words(by_id(root, anchor).xpath("./p")[0]) == phrase, anchor
    transaction = page(tiny_site / "DOC/TF/Volume2/DOC-4.html")
    assert words(by_id(transaction, "3.4.5").xpath("./p")[0]) == "NA"


def test_no_section_is_empty(tiny_site: Path) -> None:
    """Under every heading stands something: text, a table, a figure or further sections."""
    for file in tiny_site.rglob("*.html"):
        for section in article(page(file)).xpath(".//section"):
            assert len(section) > 1, f"{file.name}: {words(section)}"


def test_a_retired_profile_says_what_to_use(tiny_site: Path) -> None:
    """What is retired or withdrawn begins with a notice that leads to what takes its place."""
    for address, said, target in (
        ("DOC/TF/Volume1/ch-10.html", "Retired This profile is retired. Use DEX instead.", "ch-3.html"),
        (
            "DOC/TF/Volume2/DOC-10.html",
            "Withdrawn This transaction is withdrawn. Use Send Document [DOC-1] instead.",
            "DOC-1.html",
        ),
    ):
        notice = article(page(tiny_site / address)).xpath(".//aside[contains(@class, 'admonition')]")[0]
        assert words(notice) == said
        assert notice.xpath("string(.//a/@href)").endswith(target)


def test_a_stub_keeps_the_place_of_a_supplement(tiny_site: Path) -> None:
    """The chapter of a profile in trial implementation leads to the supplement that holds its text."""
    stub = article(page(tiny_site / "DOC/TF/Volume1/ch-4.html"))
    assert "reserved for the profile, whose stage is Trial Implementation" in words(stub)
    assert stub.xpath("string(.//p/a/@href)").endswith("DOC/NEWS/index.html")


def test_issues(tiny_site: Path) -> None:
    """Open issues come before closed ones, each under its id; a closed one has its resolution; both can be cited."""
    root = page(tiny_site / "DOC/NEWS/index.html")
    assert words(by_id(root, "open-issues-and-questions")).endswith("NEWS_001 Is no news good news? Yes. No.")
    closed = by_id(root, "closed-issues")
    assert words(closed).endswith("Who reads news? See also NEWS_001. Resolution: Everyone does.")
    assert closed.xpath(".//a[text()='NEWS_001']/@href") == ["#NEWS_001"]
    assert words(by_id(root, "NEWS_001")) == "NEWS_001"


def test_provenance(tiny_site: Path) -> None:
    """A page ends with where its facts were read and what is in doubt; without a source there is no such box."""
    box = article(page(tiny_site / DEX)).xpath(".//aside[@class='provenance']")[0]
    assert [words(item) for item in box.xpath(".//li")] == [
        "Profile: made up. Doubt: nothing of it is real",
        "Options: made up as well",
    ]
    assert not article(page(tiny_site / "DOC/NEWS/index.html")).xpath(".//aside[@class='provenance']")


def test_roles_and_standards_of_a_transaction(tiny_site: Path) -> None:
    """Roles name actor, direction and what it does; standards their printed name and title."""
    root = page(tiny_site / "DOC/TF/Volume2/DOC-1.html")
    assert rows(by_id(root, "t3.1.2-1"))[0] == ["Document Sender", "Initiator", "Sends a document."]
    assert rows(by_id(root, "t3.1.3-1")) == [
        ["HTTP 1.1", "IETF: Hypertext Transfer Protocol"],
        ["JSON with comments", "IETF: The JSON Data Interchange Format"],
    ]
    unlisted = rows(by_id(page(tiny_site / "DOC/TF/Volume2/DOC-4.html"), "t3.4.3-1"))
    assert unlisted == [["A standard that is not listed", "--"]]
    behaviour = page(tiny_site / "DOC/TF/Volume2/DOC-3.html")
    assert rows(by_id(behaviour, "t3.3.2-1")) == [
        ["Document Watcher", "Not applicable", "--"],
        ["Document Receiver", "Not stated", "--"],
        ["Sender/Watcher", "Not applicable", "Answers in place of a Document Watcher."],
    ]
    assert "no message is exchanged" in words(by_id(behaviour, "3.3.4"))


def test_tables_of_a_message(tiny_site: Path) -> None:
    """Cells are Markdown with links, numbers and empty cells are taken as written, notes are numbered."""
    table = by_id(page(tiny_site / "DOC/TF/Volume2/DOC-1.html"), "t3.1.4.1.2-1")
    assert rows(table) == [
        ["id", "R", "The id of the document."],
        ["title", "O", "Its title, see [DOC-2]."],
        ["size", "1", ""],
    ]
    second = cells(table)[1]
    assert second[0].xpath(".//code")
    assert second[2].xpath("string(.//strong)") == "title"
    assert second[2].xpath("string(.//a/@href)").endswith("DOC/TF/Volume2/DOC-2.html")
    notes = table.getnext()
    assert notes.get("class") == "notes"
    assert words(notes) == "Note 1: The id never changes."


def test_audit_messages(tiny_site: Path) -> None:
    """The event, its type and the roles of an audit message are generated from the transaction."""
    table = by_id(page(tiny_site / "DOC/TF/Volume2/DOC-1.html"), "t3.1.6.1.1-1")
    found = {row[1]: row[3] for row in rows(table) if row[0].startswith("Event")}
    assert found["EventID"] == 'EV(110106, DCM, "Export")'
    assert found["EventTypeCode"] == 'EV("DOC-1", "IHE Transactions", "Send Document")'
    groups = list(dict.fromkeys(lines(row[0])[0].partition(" (")[0] for row in cells(table)))
    assert groups[0] == "Event"
    assert "Source: Document Sender" in groups
    assert "Destination: Document Receiver" in groups
    assert groups[-2:] == ["Document", "Patient"]


def test_what_uses_a_transaction(tiny_site: Path) -> None:
    """A transaction's page names the profiles that use it, with their actors; a module's page does so too."""
    used = by_id(page(tiny_site / "DOC/TF/Volume2/DOC-2.html"), "used-by")
    assert rows(used)[0][:2] == ["DEX", "Document Exchange"]
    module = by_id(page(tiny_site / "DOC/TF/Volume3/ch-5.1.html"), "5.1.4")
    assert [words(item) for item in module.xpath(".//li")] == ["SUM: Summary Maker (R)"]


def test_actor_page(tiny_site: Path) -> None:
    """An actor's page answers what the actor must support, profile by profile, and links each to its place."""
    root = page(tiny_site / "actors/document-receiver.html")
    text = words(article(root))
    assert "Takes in documents." in text
    assert "Formerly named Document Taker." in text
    assert "DEX" in text
    assert "at least one of Receive Receipt [DOC-2] or Look On [DOC-3]" in text
    for address in ("DOC/TF/Volume2/DOC-1.html", "DOC/TF/Volume1/ch-3.html#3.2.10", "DOC/NEWS/index.html"):
        assert article(root).xpath(f".//a[contains(@href, '{address}')]"), address
    assert "Always combines Document Sender and Document Watcher." in words(
        article(page(tiny_site / "actors/sender-watcher.html"))
    )
    assert "A kind of Summary Role." in words(article(page(tiny_site / "actors/summary-maker.html")))
    assert "Abstract:" in words(article(page(tiny_site / "actors/summary-role.html")))
    assert "Asks for news of documents." in words(article(page(tiny_site / "actors/news-reader.html")))


def test_appendices(tiny_site: Path) -> None:
    """Actors, transactions, identifiers, terms and standards are listed from where they are defined."""
    folder = tiny_site / "GeneralIntro"
    assert ["Document Watcher", "Looks on and keeps a log.", "DEX"] in rows(
        by_id(page(folder / "ch-A.html"), "tA-1")
    )
    transactions = rows(by_id(page(folder / "ch-B.html"), "tB-1"))
    assert [row[0] for row in transactions][3:] == [
        "Ask for News [DOC-4]",
        "Send Telegram [DOC-10]",
        "Get Image [IMG-1]",
    ]
    registry = rows(by_id(page(folder / "ch-C.html"), "tC-1"))
    assert ["1.2.3.4", "OID", "Root of all that is tiny.", "--", "made up; nobody registered it"] in registry
    term = by_id(page(folder / "ch-D.html"), "term-document-exchange-agreement")
    assert words(term) == "Document Exchange Agreement (DEA)"
    assert words(term.getnext()) == "What an Affinity Group has signed. Also: contract."
    standards = rows(by_id(page(folder / "standards.html"), "standards-table"))
    assert ["HTTP 1.1", "Hypertext Transfer Protocol", "IETF", "DOC-1, DOC-2, DOC-3, IMG-1"] in standards


def test_domain_page(tiny_site: Path) -> None:
    """A domain's first page leads to its volumes and shows each profile as a card, with a filter."""
    root = article(page(tiny_site / "DOC/index.html"))
    cards = root.xpath(".//article[@class='card']")
    assert [words(card.xpath("./h3")[0]) for card in cards] == ["DEX", "NEWS", "OLDX", "SUM"]
    assert [card.get("data-stage") for card in cards] == [
        "final-text",
        "trial-implementation",
        "retired",
        "draft",
    ]
    boxes = root.xpath(".//input[@type='checkbox']/@value")
    assert boxes == [
        "draft",
        "trial-implementation",
        "final-text",
        "retired",
        "content",
        "infrastructure",
        "workflow",
    ]
    assert "Receipts for Documents Trial Implementation Amends DEX Introduces NEWS" in words(root)
    assert (
        "Maintained in IHE by the Document Planning Committee and the Document Technical Committee."
        in words(root)
    )


def test_dependencies(tiny_site: Path) -> None:
    """Chapter 2 lists what profiles rest on, and names those that rest on no other."""
    root = page(tiny_site / "DOC/TF/Volume1/ch-2.html")
    assert rows(by_id(root, "t2.1-1"))[0][:2] == ["DEX", "NEWS"]
    assert "Profiles that depend on no other: NEWS." in words(article(root))
    assert not (tiny_site / "IMG/TF/Volume1/ch-2.html").exists()
