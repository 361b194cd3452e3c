"""``tf check --accept``: problems that are known and kept are written down, with reason and date."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli.check import command

BASE = Path(__file__).parents[2] / "corpus/base/framework"
HEAD = b"# What we know.\r\naccepted:\r\n    - code: TF407  # old\r\n      path: framework.yaml\r\n      reason:   'Known.'\r\n\r\n# the end\r\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two unknown transactions in one profile, and one in another."""
    shutil.copytree(BASE, tmp_path / "frameworks")
    profiles = tmp_path / "frameworks/iti/profiles"
    for name, old, new in (
        ("xds-b", "transaction: ITI-18", "transaction: ITI-81"),
        ("xds-b", "transaction: ITI-43", "transaction: ITI-34"),
        ("ct", "ITI-1,", "ITI-11,"),
    ):
        file = profiles / f"{name}.yaml"
        file.write_text(file.read_text().replace(old, new, 1))
    return tmp_path


def tf_check(project: Path, *arguments: str) -> Result:
    """Run ``tf check`` on a project."""
    return CliRunner().invoke(command, [*arguments, "--root", str(project)])


def test_accepted_problems_are_no_longer_shown(project: Path) -> None:
    """Each gets an entry of its own, with code, file, the author's word, reason and today's date."""
    before = tf_check(project).output
    assert before.count("TF204 ") == 3
    done = tf_check(project, "--accept", "TF204", "--reason", "They come next year: really.")
    assert (done.exit_code, done.output) == (
        0,
        "frameworks/iti/accepted_problems.yaml: accepted 3 of TF204\n",
    )
    assert "TF204 " not in tf_check(project).output
    today = datetime.now(tz=UTC).date().isoformat()
    text = (project / "frameworks/iti/accepted_problems.yaml").read_text()
    assert text.startswith(
        "accepted:\n  - code: TF204\n    path: profiles/ct.yaml\n    match: ITI-11\n"
        f'    reason: "They come next year: really."\n    date: "{today}"\n'
    )


def test_only_the_problems_in_the_path_are_accepted(project: Path) -> None:
    """What lies outside of PATH is still open."""
    tf_check(
        project, str(project / "frameworks/iti/profiles/ct.yaml"), "--accept", "TF204", "--reason", "Soon."
    )
    assert tf_check(project).output.count("TF204 ") == 2


def test_a_new_problem_of_the_same_sort_still_shows(project: Path) -> None:
    """An acceptance is narrow: another wrong transaction in the same file is not hidden."""
    tf_check(project, "--accept", "TF204", "--reason", "Soon.")
    file = project / "frameworks/iti/profiles/ct.yaml"
    file.write_text(file.read_text().replace("ITI-1,", "ITI-12,", 1))
    assert tf_check(project).output.count("TF204 ") == 1


def test_the_file_stays_as_it_is_byte_for_byte(project: Path) -> None:
    """Comments, quotes, line ends and margins of what was there are kept."""
    accepted = project / "frameworks/iti/accepted_problems.yaml"
    accepted.write_bytes(b"\xef\xbb\xbf" + HEAD)
    assert tf_check(project, "--accept", "TF204", "--reason", "Soon.").exit_code == 0
    after = accepted.read_bytes()
    entries, comment, end = (b"\xef\xbb\xbf" + HEAD).partition(b"\r\n# the end")
    assert comment
    assert after.startswith(entries)
    assert after.endswith(comment + end)
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert b"    - code: TF204\r\n      path: profiles/ct.yaml\r\n" in after
    assert "TF204 " not in tf_check(project).output


def test_without_a_reason_nothing_is_accepted(project: Path) -> None:
    """The exit code tells a mistake of use."""
    for arguments in (
        ("--accept", "TF204"),
        ("--accept", "TF204", "--reason", " "),
        ("--accept", "TF999", "--reason", "x"),
    ):
        assert tf_check(project, *arguments).exit_code == 2
    assert not (project / "frameworks/iti/accepted_problems.yaml").exists()


def test_nothing_to_accept_is_said(project: Path) -> None:
    """The exit code is 1, and no file is made."""
    done = tf_check(project, "--accept", "TF205", "--reason", "Soon.")
    assert (done.exit_code, done.output) == (1, "no problem TF205 that could be accepted\n")
    assert not (project / "frameworks/iti/accepted_problems.yaml").exists()


def test_a_stale_acceptance_cannot_be_accepted(project: Path) -> None:
    """An entry that fits nothing any more is deleted, not kept."""
    (project / "frameworks/iti/accepted_problems.yaml").write_text(
        'accepted:\n  - {code: TF205, path: x.yaml, reason: Old., date: "2020-01-01"}\n'
    )
    assert "TF801" in tf_check(project).output
    assert tf_check(project, "--accept", "TF801", "--reason", "Soon.").exit_code == 1


def test_a_file_that_cannot_be_read_is_not_touched(project: Path) -> None:
    """What is broken is mended by hand first."""
    accepted = project / "frameworks/iti/accepted_problems.yaml"
    accepted.write_text("- [oops\n")
    done = tf_check(project, "--accept", "TF204", "--reason", "Soon.")
    assert (done.exit_code, accepted.read_text()) == (1, "- [oops\n")
