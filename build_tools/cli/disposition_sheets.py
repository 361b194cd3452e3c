"""The published dispositions as spreadsheets, beside their pages of the site."""

from __future__ import annotations

from pathlib import Path

from build_tools.cli.places import FOLDER


def write_disposition_sheets(base: Path, site: Path) -> int:
    """Write the sheet of every comment period whose record is kept here; how many there are."""
    if not any((base / FOLDER).glob("*/comment_periods/*.yaml")):
        return 0
    from build_tools.document.disposition_page import sheet_address
    from build_tools.loading import load
    from build_tools.outline import Places
    from review.sheets.published import write_dispositions

    framework = load(base / FOLDER).framework
    places = Places(framework)
    written = 0
    for part in framework.domains:
        for period in part.comment_periods:
            if page := places.page(period.key):
                write_dispositions(site / sheet_address(page), period)
                written += 1
    return written
