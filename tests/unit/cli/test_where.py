"""`tf where`: a document as people cite it, a line, and where that line was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli.where import command

NAMES = {"ITI/MHD": "ITI/MHD/MHD", "ITI/TF-1": "ITI/TF/ITI-TF-1", "RAD/TF-1": "RAD/TF/RAD-TF-1"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with maps of three documents, and a volume that was printed without line numbers."""
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks/mhd.yaml").write_text("profile: MHD\ntitle: Mobile\n", encoding="utf-8")
    site = tmp_path / "site"
    for name, address in NAMES.items():
        write_map(site / address, name, 2)
    plain = site / "ITI/TF/ITI-TF-2.pdf"
    plain.write_bytes(b"%PDF")
    return site


def write_map(stem: Path, name: str, count: int) -> None:
    """A PDF of so many lines with its map."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".pdf").write_bytes(b"%PDF")
    lines = [
        {
            "line": number,
            "page": 1,
            "address": "a.html",
            "anchor": f"a{number}",
            "section": "33.1",
            "source": {"path": "frameworks/mhd.yaml", "line": number},
            "words": f"word {number} of {count}",
        }
        for number in range(1, count + 1)
    ]
    rows = ",\n".join(map(json.dumps, lines))
    text = f'{{"document": "{name}", "title": "T", "lines": [\n{rows}\n]}}\n'
    stem.with_suffix(".lines.json").write_text(text, encoding="utf-8")


def where(site: Path, *arguments: str) -> Result:
    """What the command says."""
    return CliRunner().invoke(command, [*arguments, "-o", str(site), "--root", str(site.parent)])


def test_a_line(site: Path) -> None:
    """File, line, page, section, the printed words and the line as it is written."""
    done = where(site, "ITI/MHD", "2")
    assert done.exit_code == 0
    assert done.output == "frameworks/mhd.yaml:2: page 1, Section 33.1: word 2 of 2 …\n    title: Mobile\n"


@pytest.mark.parametrize("written", ["iti/mhd", "MHD", "mhd.pdf"])
def test_names_as_people_write_them(site: Path, written: str) -> None:
    """Small letters, no domain, a file's ending: the document is known as long as it is one alone."""
    assert where(site, written, "1").exit_code == 0


def test_as_json(site: Path) -> None:
    """A machine gets the document's name and the entry of the map."""
    found = json.loads(where(site, "mhd", "1", "--format", "json").stdout)
    assert (found["document"], found["anchor"], found["source"]["line"]) == ("ITI/MHD", "a1", 1)


def test_an_edition(site: Path) -> None:
    """An edition answers for itself from its own folder; beside the site's own document it is not taken for it."""
    edition = site / "ITI/MHD/1.0-public-comment"
    write_map(edition / "MHD", "ITI/MHD", 5)
    assert "word 5 of 5" in where(edition, "ITI/MHD", "5").output
    assert "word 1 of 2" in where(site, "ITI/MHD", "1").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ITI/MHX", "1"), "did you mean `ITI/MHD`?"),
        (("nothing", "1"), "there are ITI/MHD, ITI/TF-1, RAD/TF-1"),
        (("TF-1", "1"), "may be ITI/TF-1 or RAD/TF-1"),
        (("ITI/MHD", "3"), "the last line of ITI/MHD is 2; there is no line 3"),
        (("ITI/TF-2", "1"), "the lines of ITI/TF-2 are not numbered; `tf build --format pdf --draft`"),
    ],
)
def test_what_cannot_be_answered(site: Path, arguments: tuple[str, str], said: str) -> None:
    """The reason and the nearest way out; the exit code is 2."""
    done = where(site, *arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_a_folder_without_maps(tmp_path: Path) -> None:
    """Where nothing was printed yet, the command says how it is done."""
    (tmp_path / "frameworks").mkdir()
    done = where(tmp_path / "site", "ITI/MHD", "1")
    assert done.exit_code == 2
    assert "`tf build --format pdf --draft` makes them" in done.output
