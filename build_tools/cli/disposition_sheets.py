"""The published dispositions as spreadsheets, beside their pages of the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_tools.checks import CheckedFramework


def write_disposition_sheets(checked: CheckedFramework, site: Path) -> int:
    """Write the sheet of every comment period whose record is kept here; how many there are."""
    periods = [period for part in checked.framework.domains for period in part.comment_periods]
    if not periods:
        return 0
    from build_tools.document.disposition_page import sheet_address
    from review.sheets.published import write_dispositions

    written = 0
    for period in periods:
        if page := checked.places.page(period.key):
            write_dispositions(site / sheet_address(page), period)
            written += 1
    return written
