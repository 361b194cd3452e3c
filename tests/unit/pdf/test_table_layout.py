"""How tables are set: as large as they can be, across when they are wide, in parts when no page is wide enough."""

from __future__ import annotations

import pytest

from build_tools.pdf.table_layout import ACROSS, SIZES, UPRIGHT, Column, lay_out


def column(word: int, cell: int = 0, rows: int = 5) -> Column:
    """A column with a longest word and a longest cell."""
    longest = max(word, cell)
    return Column(word, longest, longest * rows, longest * rows)


def test_a_common_table_stands_upright_in_full_size() -> None:
    """Five columns of ordinary words fill the page's width."""
    (layout,) = lay_out([column(12, 20), column(12, 40), column(9), column(8, 60), column(6, 14)], 5)
    assert (layout.size, layout.across) == (SIZES[0], False)
    assert sum(layout.widths) == pytest.approx(UPRIGHT)
    assert layout.widths[3] > layout.widths[2]


def test_no_word_is_broken_that_fits() -> None:
    """Every column has room for its longest word, as long as all have."""
    (layout,) = lay_out([column(16, 90), column(4), column(10, 200), column(3)], 5)
    assert all(layout.fits(i) >= word for i, word in enumerate((16, 4, 10, 3)))


def test_many_columns_are_set_smaller_and_then_across() -> None:
    """What is too wide is reduced first, then the page is turned."""
    (smaller,) = lay_out([column(13) for _ in range(6)], 3)
    assert smaller.size < SIZES[0]
    assert not smaller.across
    (across,) = lay_out([column(12) for _ in range(9)], 3)
    assert across.across
    assert sum(across.widths) == pytest.approx(ACROSS)


def test_sixty_columns_come_in_parts() -> None:
    """Every column is in one part, in order."""
    layouts = lay_out([column(6) for _ in range(60)], 3)
    assert len(layouts) > 1
    assert [i for layout in layouts for i in layout.columns] == list(range(60))
    assert all(sum(layout.widths) <= ACROSS + 1 for layout in layouts)


def test_a_full_column_gets_what_others_do_not_need() -> None:
    """Where one column decides how high the rows are, the others give it what they can spare."""
    short, full = Column(11, 30, 120, 10), Column(11, 460, 600, 580)
    (layout,) = lay_out([short, short, full], 4)
    assert layout.widths[2] > 2 * layout.widths[0]
    assert all(layout.fits(i) >= 11 for i in range(3))


def test_short_cells_stand_on_one_line() -> None:
    """A column of citations is as wide as the longest of them."""
    (layout,) = lay_out([Column(4, 22, 100, 20, longest_text=15), Column(12, 300, 900, 900)], 4)
    assert layout.line(0) >= 22
