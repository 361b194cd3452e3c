"""``tf format``: once is enough, and nothing but the layout changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.editing.layout import LayoutError, laid_out
from build_tools.reading.read_yaml import read_yaml

ROOT = Path(__file__).parents[3]
FILES = sorted(
    file
    for folder in ("frameworks", "tests/corpus", "tests/site/tiny")
    for file in (ROOT / folder).rglob("*.yaml")
    if file.is_file() and file.stat().st_size < 20_000
)
CHUNKS = 8


def assert_keeps(text: str) -> None:
    """Laying the text out again changes nothing, and it is read as before."""
    before = read_yaml("x.yaml", text)
    try:
        once = laid_out(text)
    except LayoutError:
        return
    assert laid_out(once) == once
    if not before.problems:
        assert read_yaml("x.yaml", once).data == before.data


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_file_kept_here_keeps_its_meaning(chunk: int) -> None:
    """A sample of the frameworks and the cases says the same after ``tf format``."""
    for file in FILES[chunk :: CHUNKS * 6]:
        assert_keeps(file.read_bytes().decode("utf-8-sig", errors="replace"))


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-999, 999)
    | st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=140
    )
)
DATA = st.dictionaries(
    st.text(alphabet="abcxyz_", min_size=1, max_size=8),
    st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.text(alphabet="abc", min_size=1, max_size=3), inner, max_size=4)
        ),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)
OFTEN = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@OFTEN
@given(DATA, st.sampled_from([None, True, False]), st.sampled_from([40, 80, 200]))
def test_any_data_keeps_its_meaning(data: dict[str, object], flow: bool | None, width: int) -> None:
    """In blocks or in braces, with long lines or short ones."""
    assert_keeps(yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=width))


LINES = st.lists(
    st.sampled_from(
        [
            "a: 1",
            "b:",
            "  - x",
            "  - {y: 10.10, z: null}",
            "# note",
            "c: |",
            "    text  ",
            "  more",
            "",
            "d: 'it''s'",
            'e: "1"',
            "f: >-",
            "g: ~",
            "h: [a, b]",
            "  k: v",
            "---",
            "i: 010",
            "j: no",
        ]
    ),
    max_size=14,
)


@OFTEN
@given(LINES)
def test_any_lines_keep_their_meaning(lines: list[str]) -> None:
    """Comments, block scalars and blank lines in any order: either refused, or read as before."""
    assert_keeps("\n".join(lines) + "\n")


@OFTEN
@given(st.text(alphabet="ab:-[]{}&*!|>'\"#,? \n\t%@`1.~", max_size=120))
def test_no_text_makes_it_raise(text: str) -> None:
    """What is no YAML is refused with a reason."""
    assert_keeps(text)
