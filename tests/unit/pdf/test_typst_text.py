"""Nothing an author writes is taken for markup, and nothing of it is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.pdf.typst_text import BREAK, breakable, label, markup, quoted, spelled_out


def printed(source: str) -> str:
    """What Typst makes of a line of markup, as plain text."""
    import typst

    whole = (
        '#let plain(it) = if it.has("text") { it.text } else if it.has("children") '
        '{ it.children.map(plain).join("") } else if it.has("body") { plain(it.body) } else { " " }\n'
        f"#set smartquote(enabled: false)\n#metadata(plain([{source}]))<text>"
    )
    compiler = typst.Compiler(whole.encode(), ignore_system_fonts=True)
    return str(json.loads(compiler.query("<text>", field="value", one=True)))


WRITTEN = [
    "= no heading",
    "- no item",
    "+ no item",
    "/ no term: x",
    "1. no item",
    "#no-function() and #[x]",
    "*no* _emphasis_ `no code` $no formula$",
    "<no-label> @no-reference",
    "https://example.org/a//b /* no comment */",
    "a~b \\ c",
    'it\'s a "quotation" -- and --- dashes ... end',
    "[brackets] {braces} (parentheses)",
    "ITI TF-1: 3.18.4",
    "-?soft",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_markup_is_plain(text: str) -> None:
    """What means something to Typst is printed as it is written."""
    assert printed(markup(text)) == text


def test_what_cannot_be_printed() -> None:
    """Control characters become the replacement character; unprintable ones are spelled out."""
    assert markup("a\x07b") == "a\ufffdb"
    assert spelled_out("a日b", frozenset("日")) == "a[U+65E5]b"
    assert spelled_out("ab", frozenset("日")) == "ab"


def test_string_literals(tmp_path: Path) -> None:
    """Quotes, backslashes and line ends keep their meaning."""
    assert quoted('a "b" \\ c\nd') == '"a \\"b\\" \\\\ c\\nd"'


def test_long_words_can_be_broken() -> None:
    """A long word is broken where it is joined, and anywhere when it is not; a short one never."""
    assert breakable("short", 10) == "short"
    assert breakable("urn:ihe:iti:2007:RetrieveDocumentSet", 20).split(BREAK)[:2] == ["urn:", "ihe:"]
    pieces = breakable("x" * 45, 20).split(BREAK)
    assert [len(piece) for piece in pieces] == [20, 20, 5]
    assert breakable("XDSDocumentEntry", 10).replace(BREAK, "") == "XDSDocumentEntry"


def test_labels() -> None:
    """A label has only characters that Typst takes for one."""
    assert label("ch-10:10.4.1 ä/b") == "ch-10:10.4.1---b"
