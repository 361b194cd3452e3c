"""The register: reading a large sheet against openpyxl alone, and places found again in a later edition."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median

from openpyxl import Workbook, load_workbook

from review import api
from review.locations.edition import Anchor, Edition
from review.locations.reanchor import Fate, Reanchoring
from tests.benchmarks.figure import Figure
from tests.review.doors.sheets import FORM
from tests.review.locations.edition_text import WORDS

ROWS = 10_000
PARAGRAPHS = 3_000
COMMENTS = 1_000
_ROUNDS = 5


def measure(folder: Path) -> Iterator[Figure]:
    """Import and re-anchoring, each with its goal."""
    yield from _import(folder)
    yield from _reanchoring()


def _seconds(work: Callable[..., object], *given: object) -> float:
    began = time.perf_counter()
    work(*given)
    return time.perf_counter() - began


def _import(folder: Path) -> Iterator[Figure]:
    """A sheet of synthetic rows into an empty SQLite register, and the same sheet once more."""
    file = _sheet(folder / "comments.xlsx")
    reading, first, again = [], [], []
    for number in range(_ROUNDS):  # they take turns, since the machine has better and worse moments
        reading.append(_seconds(_read, file))
        api.connect(f"sqlite:///{folder / f'register-{number}.sqlite3'}")
        period = api.open_period("ITI/MHD", "1.0", date(2026, 1, 1), date(2026, 3, 1), by="bench")
        from review.register.people import Person

        how = api.Import(Person("bench"))
        first.append(_seconds(api.import_file, file, period, how))
        again.append(_seconds(api.import_file, file, period, how))
    yield Figure(f"openpyxl alone reads a sheet of {ROWS:,} comments", median(reading), "s")
    yield Figure("tf comments import of that sheet", median(first), "s")
    yield Figure("tf comments import / openpyxl alone", median(first) / median(reading), "x", 3.0)
    yield Figure(
        "tf comments import, all rows known / openpyxl alone", median(again) / median(reading), "x", 3.0
    )


def _read(file: Path) -> int:
    """What openpyxl needs to read every cell in its quickest way."""
    book = load_workbook(file, read_only=True)
    count = sum(1 for row in book.worksheets[0].iter_rows(values_only=True) if row)
    book.close()
    return count


def _sheet(file: Path) -> Path:
    chance = random.Random(1)  # noqa: S311  # the same sheet every time
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Comment Form")
    for row in (["Comment Form"], ["Instructions"], [], [], list(FORM)):
        sheet.append(row)
    for number in range(ROWS):
        section = f"{chance.randint(1, 90)}.{chance.randint(1, 9)}.{chance.randint(1, 9)}"
        name = f"Reviewer {number % 40}"
        issue, change = _sentence(chance, 18), _sentence(chance, 14)
        sheet.append([name, "MHD", 1, section, chance.randint(1, 3000), issue, change, "Low"])
    book.save(file)
    return file


def _sentence(chance: random.Random, words: int) -> str:
    return f"The {' '.join(chance.choices(WORDS, k=words))} {chance.randint(0, 10**6)}."


def _reanchoring() -> Iterator[Figure]:
    """An edition of 3,000 paragraphs, a third of them edited, moved or gone; ids kept, and all ids new."""
    for kept, name in ((True, "ids kept"), (False, "all ids new")):
        old, new = _editions(keep_ids=kept)
        chosen = [anchor.id for anchor in random.Random(2).choices(old.anchors, k=COMMENTS)]  # noqa: S311  # the same
        seconds = {
            size: median(_seconds(_find, old, new, chosen, size) for _ in range(_ROUNDS)) for size in (1, 4)
        }
        yield Figure(
            f"re-anchoring {COMMENTS:,} comments, {PARAGRAPHS:,} paragraphs, {name}", seconds[1], "s", 1.0
        )
        yield Figure(f"four times the comments, {name}: time against once", seconds[4] / seconds[1], "x", 4.4)
        reanchoring = Reanchoring(old, new)
        lost = sum(reanchoring.find(id_).fate is Fate.GONE for id_ in chosen)
        yield Figure(f"places not found again, {name}", 100 * lost / COMMENTS, "%")


def _find(old: Edition, new: Edition, chosen: list[str], times: int) -> None:
    reanchoring = Reanchoring(Edition(old.anchors), Edition(new.anchors))
    for id_ in chosen * times:
        reanchoring.find(id_)


def _editions(*, keep_ids: bool) -> tuple[Edition, Edition]:
    chance = random.Random(3)  # noqa: S311  # the same editions every time
    texts = [_sentence(chance, 30) for _ in range(PARAGRAPHS)]
    old = [Anchor(f"p{i}", "paragraph", "", f"3.{i // 30}", text) for i, text in enumerate(texts)]
    later: list[Anchor] = []
    for index, anchor in enumerate(old):
        id_ = anchor.id if keep_ids else f"n{index}"
        what = chance.random()
        if what < 0.05:
            continue
        text = anchor.text.replace(" ", " also ", 1) if what < 0.25 else anchor.text
        section = "3.99" if 0.25 <= what < 0.33 else anchor.section
        later.append(Anchor(id_, "paragraph", "", section, text))
    return Edition(old), Edition(later)
