"""Every place of a page has an id that outlives its number and position."""

from __future__ import annotations

from pathlib import Path

from tests.site.pages import by_id, page


def test_every_paragraph_item_and_row_has_an_id(tiny_site: Path) -> None:
    """A reviewer can point at each paragraph, list item and table row of a chapter, and at its sections and figures."""
    content = page(tiny_site / "DOC/TF/Volume1/ch-3.html").xpath("//div[@class='content']")[0]
    kinds = ("h1", "h2", "h3", "p", "li", "tbody/tr", "table", "figcaption", "dt")
    found = [one for kind in kinds for one in content.xpath(f".//{kind}[normalize-space()]")]
    inside = "ancestor::td or ancestor::th or ancestor::*[@class='alternative']"
    without = [one for one in found if not one.get("id") and not one.xpath(inside)]
    assert len(found) > 40
    assert [one.text_content()[:60] for one in without] == []


def test_a_section_has_a_lasting_id_beside_its_number(tiny_site: Path) -> None:
    """Links to IHE's numbers keep working, and the heading has an id that a new number does not change."""
    root = page(tiny_site / "DOC/TF/Volume1/ch-3.html")
    heading = by_id(root, "s-dex-actor-options")
    assert heading.getparent().get("id") == "3.2"


def test_a_named_row_has_both_its_ids(tiny_site: Path) -> None:
    """The row of an actor and a transaction is found by its name, and by an id that is the document's only one."""
    rows = page(tiny_site / "DOC/TF/Volume1/ch-3.html").xpath("//tbody/tr[contains(@id, '.doc-')]")
    assert rows
    assert all(row[0].get("id", "").startswith("r-") for row in rows)
