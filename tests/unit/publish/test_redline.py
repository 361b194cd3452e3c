"""Redlines: what was inserted into a text and deleted from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.publish.redline import redline

texts = st.lists(
    st.sampled_from(["the", "source", "sends", "a", "document", "at", "once", "|", "R", "O"])
).map(" ".join)


@given(texts, texts)
def test_both_texts_can_be_read_from_it(before: str, after: str) -> None:
    """Without the insertions a redline is the former text, without the deletions the new one."""
    pieces = redline(before, after)
    assert "".join(text for kind, text in pieces if kind != "inserted") == before
    assert "".join(text for kind, text in pieces if kind != "deleted") == after


@given(texts)
def test_an_untouched_text_has_no_marks(text: str) -> None:
    """What did not change is shown as it is."""
    assert redline(text, text) == ((("same", text),) if text else ())


def test_words_that_are_replaced_in_a_row_are_replaced_once() -> None:
    """A phrase that is replaced is struck as a whole, and the new one stands behind it."""
    assert redline("It sends a red letter today", "It sends one blue parcel today") == (
        ("same", "It sends "),
        ("deleted", "a red letter"),
        ("inserted", "one blue parcel"),
        ("same", " today"),
    )
