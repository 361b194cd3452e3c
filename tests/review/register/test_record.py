"""The public record: all that is public and nothing else, out of the register and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.editing.record_text import record_text
from build_tools.loading import read_file_of
from build_tools.loading.validation import validate
from build_tools.reading.read_yaml import read_yaml
from model import comment_period as public
from review import api
from review.addresses import without_addresses
from review.refusals import NotEmptyError
from tests.review.conftest import REAL, both_databases
from tests.review.register.test_gate import decide

Comments = Callable[[], list[Any]]


@both_databases
def test_a_record_is_read_back(comments: Comments, project: Path) -> None:
    """Written, read by the loader, restored into an empty register and written again: the same bytes."""
    from review.register.models import Comment, Disposition, LogEntry, Period

    decide(comments()[0], "accepted", change="substantive", response="Yes.\n\nIndeed: yes.")
    decide(comments()[1], "duplicate", refers_to=comments()[0].name)
    file = project / "record.yaml"
    file.write_text(record_text(api.record("ITI-MHD-2026-1")), encoding="utf-8")
    record, problems = read_file_of(file, public.CommentPeriod)
    assert problems == ()
    with pytest.raises(NotEmptyError, match="holds ITI-MHD-2026-1 already"):
        api.restore(record, "test")
    for table in (LogEntry, Disposition, Comment, Period):
        table._base_manager.all()._raw_delete("default")
    period = api.restore(record, "test")
    assert record_text(api.record(period.name)) == file.read_text(encoding="utf-8")
    assert [c.placement for c in api.comments(period)][:2] == ["resolved", "resolved"]


@both_databases
def test_comments_are_known_after_a_restore(register: str, period: Any, editor: Any, tmp_path: Path) -> None:
    """The sheets that a record came from add nothing to the restored register."""
    from review.register.models import Comment, Disposition, LogEntry, Period

    for file in sorted(REAL.glob("*.xlsx")):
        api.import_file(file, period, api.Import(editor))
    record = api.record(period.name)
    for table in (LogEntry, Disposition, Comment, Period):
        table._base_manager.all()._raw_delete("default")
    restored = api.restore(record, "test")
    for file in sorted(REAL.glob("*.xlsx")):
        assert api.import_file(file, restored, api.Import(editor)).new == 0


def test_no_address_is_public(comments: Comments) -> None:
    """Addresses are in no field of the record, wherever they were written."""
    text = record_text(api.record("ITI-MHD-2026-1"))
    assert len(comments()) == 4
    assert "@" not in text
    assert "(e-mail address removed)" in text


def test_a_change_of_one_comment_is_a_change_of_its_lines(comments: Comments) -> None:
    """The record can be compared: deciding one comment touches no line of another."""
    before = record_text(api.record("ITI-MHD-2026-1")).splitlines()
    decide(comments()[2], "accepted", change="editorial")
    after = record_text(api.record("ITI-MHD-2026-1")).splitlines()
    changed = [line for line in after if line not in before]
    start, end = (
        after.index("  - comment: ITI-MHD-2026-1-003"),
        after.index("  - comment: ITI-MHD-2026-1-004"),
    )
    assert after[:start] == before[:start]
    assert after[end:] == before[-len(after[end:]) :]
    assert "      outcome: accepted" in changed


texts = st.text(max_size=60) | st.text(alphabet=" \n\t-:#|>'\"{}[]a1é\u2028\x85\\=@", max_size=30)
texts = texts.map(lambda text: text.encode("utf-8", "replace").decode())
maybe = st.none() | texts


@given(texts, maybe, maybe, maybe)
def test_whatever_people_write_survives(
    issue: str, organization: str | None, response: str | None, line: str | None
) -> None:
    """Any text comes back from the file as it was."""
    comment = public.Comment(
        comment="ITI-X-2026-1-001",
        received="2026-01-01",
        door="csv",
        submitter=issue,
        organization=organization,
        issue=issue,
        proposed_change=response,
        state="decided",
        location=public.CommentLocation(
            line=line, places=(public.CitedPlace(kind="lines", name="7", through="9"),)
        ),
        disposition=public.CommentDisposition(outcome="accepted", response=response, authority="editor"),
    )
    record = public.CommentPeriod(
        period="ITI-X-2026-1",
        document="ITI/X",
        edition="1.0",
        opens="2026-01-01",
        closes="2026-03-01",
        comments=(comment,),
    )
    text = record_text(record)
    source = read_yaml("record.yaml", text)
    assert source.problems == ()
    value, problems = validate(source, source.data, public.CommentPeriod)
    assert problems == ()
    assert value == record
    assert record_text(value) == text


@pytest.mark.parametrize(
    ("written", "public_text"),
    [
        ("Ada <ada@example.org>", "Ada <(e-mail address removed)>"),
        ("mailto:a.b+c@x-y.example.org!", "(e-mail address removed)!"),
        ("@ 5 o'clock, user@ and @home", "@ 5 o'clock, user@ and @home"),
        ("x@y", "x@y"),
    ],
)
def test_addresses(written: str, public_text: str) -> None:
    """What looks like an address goes, whatever else has an @ stays."""
    assert without_addresses(written) == public_text
