"""A new item goes to its place in a list, and everything else stays where it was."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.editing import apply_edits
from build_tools.editing.insertion import insert_item
from build_tools.reading.read_yaml import read_yaml


def inserted(text: str, item: str = "new: 1", before: int | None = None) -> str:
    """The text with an item more in its list ``list``."""
    return apply_edits({"x.yaml": text}, [insert_item(read_yaml("x.yaml", text), ("list",), item, before)])[
        "x.yaml"
    ]


class Case(NamedTuple):
    """A list as it was and with the new item."""

    name: str
    before: str
    after: str


CASES = [
    Case("plain", "list:\n  - a: 1\n", "list:\n  - a: 1\n  - new: 1\n"),
    Case("without a last line break", "list:\n  - a: 1", "list:\n  - a: 1\n  - new: 1\n"),
    Case("not indented", "list:\n- a: 1\nnext: 2\n", "list:\n- a: 1\n- new: 1\nnext: 2\n"),
    Case("wide dashes", "list:\n  -   a: 1\n      b: 2\n", "list:\n  -   a: 1\n      b: 2\n  - new: 1\n"),
    Case(
        "in brackets",
        "list: [{a: 1}, b]  # two\nnext: 2\n",
        "list:\n  - {a: 1}\n  - b\n  - new: 1  # two\nnext: 2\n",
    ),
    Case("empty brackets", "list: []\nnext: 2\n", "list:\n  - new: 1\nnext: 2\n"),
    Case("no list yet", "next: 2\n", "next: 2\n\nlist:\n  - new: 1\n"),
    Case(
        "a comment for the next field",
        "list:\n  - a: 1\n\n# What comes next.\nnext: 2\n",
        "list:\n  - a: 1\n  - new: 1\n\n# What comes next.\nnext: 2\n",
    ),
    Case(
        "a comment that ends the list",
        "list:\n  - a: 1\n  # - b: 2 when it is ready\n",
        "list:\n  - a: 1\n  - new: 1\n  # - b: 2 when it is ready\n",
    ),
    Case(
        "comments that end the file",
        "list:\n  - a: 1\n# That was all.\n# Thank you.\n",
        "list:\n  - a: 1\n  - new: 1\n# That was all.\n# Thank you.\n",
    ),
    Case(
        "a comment in the last item",
        "list:\n  - a: 1\n    # b is not known\n\n# Next.\nnext: 2\n",
        "list:\n  - a: 1\n    # b is not known\n  - new: 1\n\n# Next.\nnext: 2\n",
    ),
    Case(
        "a comment beside the last item",
        "list:\n  - a: 1  # one\n  # end\nnext: 2\n",
        "list:\n  - a: 1  # one\n  - new: 1\n  # end\nnext: 2\n",
    ),
    Case(
        "spaced items",
        "list:\n  - a: 1\n\n  - a: 2\n\n# Next.\nnext: 2\n",
        "list:\n  - a: 1\n\n  - a: 2\n\n  - new: 1\n\n# Next.\nnext: 2\n",
    ),
    Case(
        "a list in the last item",
        "list:\n  - a:\n      - 1\n      - 2\n    # no third\n  # end\n",
        "list:\n  - a:\n      - 1\n      - 2\n    # no third\n  - new: 1\n  # end\n",
    ),
    Case(
        "text that looks like a comment",
        "list:\n  - a: |\n      One.\n\n      # Two\n\n# Next.\nnext: 2\n",
        "list:\n  - a: |\n      One.\n\n      # Two\n  - new: 1\n\n# Next.\nnext: 2\n",
    ),
    Case(
        "a field without a value",
        "list:\n  - a: 1\n    b:\n  # end\nnext: 2\n",
        "list:\n  - a: 1\n    b:\n  - new: 1\n  # end\nnext: 2\n",
    ),
    Case(
        "a mapping in one line",
        "list:\n  - {a: [1,\n      2]}  # two\n\n# Next.\nnext: 2\n",
        "list:\n  - {a: [1,\n      2]}  # two\n  - new: 1\n\n# Next.\nnext: 2\n",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_at_the_end(case: Case) -> None:
    """The new item follows the last one at once; comments after the list stay after it."""
    assert inserted(case.before) == case.after


def test_before_another_item() -> None:
    """An item put before another one stands above that one's comment, and after the comment of the one above."""
    text = "list:\n  # one\n  - a: 1\n    # more of one\n\n  # two\n  # still two\n  - a: 2\n"
    after = "list:\n  # one\n  - a: 1\n    # more of one\n\n  - new: 1\n\n  # two\n  # still two\n  - a: 2\n"
    assert inserted(text, before=1) == after
    assert inserted("# file\nlist:\n  - a: 1\n", before=0) == "# file\nlist:\n  - new: 1\n  - a: 1\n"
    text = "list:\n  - a: |\n      # text\n  - a: 2\n"
    assert inserted(text, before=1) == text.replace("  - a: 2", "  - new: 1\n  - a: 2")


LINES = st.sampled_from(["\n", "# top\n", "  # list\n", "    # item\n", "      # deep\n"])
ITEMS = st.sampled_from(
    ["  - a: 1\n", "  - {a: 1}\n", "  - a: |\n      x\n\n      # y\n", "  - a:\n      b: 1\n"]
)
LISTS = st.lists(st.tuples(ITEMS, st.lists(LINES, max_size=3).map("".join)), min_size=1, max_size=4)


@given(LISTS, st.booleans(), st.none() | st.integers(0, 4))
def test_wherever_comments_stand(items: list[tuple[str, str]], more: bool, before: int | None) -> None:
    """The list has the new item at its place, all else is read as before, and every old line is still there in order."""
    text = "list:\n" + "".join(item + comments for item, comments in items) + ("next: 2\n" if more else "")
    after = inserted(text, before=before)
    old, new = read_yaml("x.yaml", text).data, read_yaml("x.yaml", after).data
    old["list"].insert(len(items) if before is None else before, {"new": 1})
    assert new == old
    left = [line for line in after.splitlines() if line != "  - new: 1"]
    assert [line for line in left if line] == [line for line in text.splitlines() if line]
