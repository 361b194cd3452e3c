"""Which documents are printed, and what stands in each."""

from __future__ import annotations

import pytest

from build_tools.checks import check
from build_tools.document import Site, site
from build_tools.loading import load
from build_tools.pdf import printed_documents, printed_page, printed_profile
from build_tools.pdf.printed_documents import pdf_address
from tests.site.project import TINY


@pytest.fixture(scope="module")
def tiny() -> Site:
    """The pages of the miniature."""
    root = TINY / "frameworks"
    return site(check(load(root), root))


def test_documents(tiny: Site) -> None:
    """The General Introduction, each volume that holds something, each supplement; a retired profile has none."""
    names = [document.name for document in printed_documents(tiny)]
    assert names[0] == "GeneralIntro"
    assert {"DOC/TF-1", "DOC/TF-2", "DOC/NEWS", "IMG/TF-1"} <= set(names)
    assert "DOC/OLDX" not in names


def test_a_volume_has_all_its_chapters_in_order(tiny: Site) -> None:
    """Chapters stand by their number, stubs of supplements among them."""
    volume = next(d for d in printed_documents(tiny) if d.name == "DOC/TF-1")
    numbers = [
        int(page.citation.rpartition(" ")[2]) for page in volume.pages if page.kind in ("chapter", "stub")
    ]
    assert numbers == sorted(numbers)
    assert any(page.kind == "stub" for page in volume.pages)


def test_one_profile_comes_with_its_transactions(tiny: Site) -> None:
    """Its name may be written in small letters; another name finds nothing."""
    document = printed_profile(tiny, "dex")
    assert document is not None
    assert [part.title.partition(" ")[0] for part in document.parts][:2] == ["Volume", "Volume"]
    assert any(page.kind == "transaction" for page in document.pages)
    assert printed_profile(tiny, "nothing") is None


def test_one_page(tiny: Site) -> None:
    """A chapter can be printed alone, by the address of its page."""
    document = printed_page(tiny, "DOC/TF/Volume1/ch-3.pdf")
    assert document is not None
    assert [page.address for page in document.pages] == ["DOC/TF/Volume1/ch-3.html"]
    assert printed_page(tiny, "DOC/TF/Volume1/ch-99.pdf") is None


def test_a_supplement_without_a_profile_is_printed_for_its_changes(tiny: Site) -> None:
    """One that changes published text has a PDF of its own, to which its page leads."""
    document = next(d for d in printed_documents(tiny) if d.name == "DOC/receipts")
    (page,) = document.pages
    assert page.address == "DOC/supplements/receipts.html"
    assert document.address == pdf_address(tiny, page) == "DOC/supplements/receipts.pdf"
