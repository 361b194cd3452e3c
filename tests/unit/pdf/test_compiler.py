"""The compiler's faults are values: what is wrong, which characters, which images."""

from __future__ import annotations

from pathlib import Path

from build_tools.pdf.compiler import Compiled, compile_in_process

HEAD = '#set document(title: "x", date: datetime(year: 2000, month: 1, day: 1))\n'


def compiled(folder: Path, text: str) -> Compiled:
    """What comes of a source."""
    (folder / "main.typ").write_text(HEAD + text, encoding="utf-8")
    return compile_in_process(folder / "main.typ", folder / "out.pdf", mapped=False)


def test_a_document(tmp_path: Path) -> None:
    """A source without faults becomes a PDF; again, the same bytes."""
    assert compiled(tmp_path, "= One\ntext").fault == ""
    first = (tmp_path / "out.pdf").read_bytes()
    compiled(tmp_path, "= One\ntext")
    assert (tmp_path / "out.pdf").read_bytes() == first


def test_characters_that_no_font_has(tmp_path: Path) -> None:
    """They are named, all at once."""
    assert compiled(tmp_path, "= One\n\ufffe\U0001f9ff and \ue123").unprintable >= {"\U0001f9ff"}


def test_a_figure_without_a_text_is_refused(tmp_path: Path) -> None:
    """The standard for screen readers asks for a text alternative."""
    (tmp_path / "x.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8"
    )
    assert "alt" in compiled(tmp_path, '= One\n#figure(image("x.svg"), caption: [x])').fault
    assert not (tmp_path / "out.pdf").exists()


def test_a_skipped_level_is_refused(tmp_path: Path) -> None:
    """So is a heading that skips a level."""
    assert "level" in compiled(tmp_path, "= One\n=== Three").fault
