"""Text is measured as wide as it is drawn, and broken where it fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.diagrams.font_metrics import text_width, wrap


@pytest.mark.parametrize(("text", "width"), [("", 0), (" ", 4.45), ("Document", 72.53), ("é", 8.61)])
def test_widths_are_those_of_dejavu_sans(text: str, width: float) -> None:
    """Widths at 14 pixels, as the font's own tables give them; an accent adds nothing."""
    assert text_width(text, 14) == pytest.approx(width, abs=0.01)


def test_lines_break_at_spaces_and_after_slashes() -> None:
    """A slash may end a line, a hyphen may not: ids and acronyms stay whole."""
    assert wrap("Scheduler/Order Filler [RAD-4]", 75, 13) == ("Scheduler/", "Order Filler", "[RAD-4]")


@given(st.text(), st.floats(30, 300))
def test_no_line_is_wider_than_allowed_and_nothing_is_lost(text: str, width: float) -> None:
    """Every character that is no space is in some line, in order, and every line fits."""
    lines = wrap(text, width, 13)
    assert all(text_width(line, 13) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split()).replace("\0", "")
