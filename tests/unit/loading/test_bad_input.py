"""Whatever stands in a file, loading goes on: one clear problem at a place that exists."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.checks import check
from build_tools.loading import FileCache, LoadedFramework, load
from build_tools.problems import Problem
from build_tools.reading.whole_file import WholeFile, read_whole_file

PROFILE = """\
profile: MHD
title: Mobile Health Documents
stage: draft
kind: [integration]
capsule: Shares documents with small devices.
"""
FIELDS = (
    "profile", "title", "chapter", "stage", "kind", "capsule", "actors", "actor", "transactions", "transaction",
    "optionality", "when", "options", "option", "groupings", "with", "use_cases", "process_flow", "from", "to",
    "notes", "file", "csv", "introduction", "unknown", "provenance", "open_issues", "issue", "question",
)  # fmt: skip
WORDS = ("MHD", "R", "O", "Document Source", "ITI-18", "final-text", "10.10", "null", "actors", "mhd.md", "")


def frameworks(folder: Path, content: bytes | str, name: str = "iti/profiles/mhd.yaml") -> Path:
    """A folder of frameworks with one file in it."""
    root = folder / "frameworks"
    file = root / name
    file.parent.mkdir(parents=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def loaded(folder: Path, content: bytes | str, name: str = "iti/profiles/mhd.yaml") -> LoadedFramework:
    """The framework of one file."""
    return load(frameworks(folder, content, name))


def only_problem(folder: Path, content: bytes | str) -> Problem:
    """The one problem that the content of a profile's file has."""
    (problem,) = loaded(folder, content).problems
    return problem


def assert_places_exist(root: Path, problems: tuple[Problem, ...]) -> None:
    """Every problem points into a file that is there, at a line and column that are there."""
    for problem in problems:
        file = root.parent / problem.where.path
        lines = file.read_bytes().decode(errors="replace").splitlines() if file.is_file() else []
        assert file.exists()
        assert 1 <= problem.where.line <= max(len(lines), 1) + 1
        width = len(lines[problem.where.line - 1]) if problem.where.line <= len(lines) else 0
        assert 1 <= problem.where.column <= width + 1


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """50 MB are no profile that anybody wrote."""
    root = frameworks(tmp_path, b"")
    with (root / "iti/profiles/mhd.yaml").open("wb") as file:
        file.truncate(50_000_000)
    (problem,) = load(root).problems
    assert (problem.code, problem.where.line, problem.where.column) == ("TF108", 1, 1)
    assert "50 MB" in problem.message


def test_a_long_text_is_refused(tmp_path: Path) -> None:
    """What is below the limit in bytes may still be more than an editor writes."""
    problem = only_problem(tmp_path, PROFILE + "# " + "x" * 5_000_000)
    assert problem.code == "TF108"


def test_bytes_that_are_not_utf8_are_shown_with_their_line(tmp_path: Path) -> None:
    """The problem is where the first such byte stands."""
    problem = only_problem(tmp_path, PROFILE.encode() + "introduction: für\n".encode("latin-1"))
    assert (problem.code, problem.where.line) == ("TF109", 6)


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
def test_a_hundred_thousand_brackets_do_no_harm(tmp_path: Path, opening: str) -> None:
    """Deep nesting is a problem of the file, not a crash of the reader."""
    problem = only_problem(tmp_path, PROFILE + "actors: \n  " + opening * 100_000)
    assert problem.code in ("TF101", "TF108")


def test_deep_indentation_does_no_harm(tmp_path: Path) -> None:
    """Nesting by lines is limited like nesting by brackets."""
    lines = "".join(f"{'  ' * depth}a:\n" for depth in range(2_000))
    assert only_problem(tmp_path, lines).code == "TF108"


def test_aliases_that_expand_without_bound_are_refused(tmp_path: Path) -> None:
    """Ten lines that stand for a billion values are not expanded."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    problems = loaded(tmp_path, "\n".join(lines)).problems
    assert [problem.code for problem in problems] == ["TF107"]


@pytest.mark.parametrize(
    "content", ["\0", "a: \x07", "\ufeff\ufeffa: b", "a: b\n\x85c", "%YAML 9.9\n---\na: b"]
)
def test_odd_characters_do_no_harm(tmp_path: Path, content: str) -> None:
    """Control characters and byte order marks are reported, not raised."""
    root = frameworks(tmp_path, content)
    problems = load(root).problems
    assert problems
    assert_places_exist(root, problems)


def test_two_documents_in_one_file_are_refused(tmp_path: Path) -> None:
    """One file is one entity."""
    assert only_problem(tmp_path, PROFILE + "---\n" + PROFILE).code == "TF101"


def test_what_refers_to_an_unreadable_profile_is_not_blamed(tmp_path: Path) -> None:
    """A tab in one file does not make errors in others."""
    root = frameworks(tmp_path, PROFILE + "groupings:\n  - {actor: A, with: [{profile: XDS.b, actor: A}]}\n")
    (root / "iti/profiles/xds-b.yaml").write_text("profile: XDS.b\n\ttitle: Sharing\n")
    codes = [problem.code for problem in check(load(root)).problems]
    assert codes.count("TF101") == 1
    assert "TF202" not in codes


def test_what_refers_to_a_dropped_actor_is_not_blamed(tmp_path: Path) -> None:
    """An actor without a definition is reported where it is written, and nowhere else."""
    root = frameworks(tmp_path, "actors:\n  - {actor: Document Source}\n", "iti/actors.yaml")
    (root / "iti/profiles").mkdir()
    (root / "iti/profiles/mhd.yaml").write_text(PROFILE + "actors:\n  - actor: Document Source\n")
    assert [problem.code for problem in check(load(root)).problems] == ["TF103", "TF511", "TF512"]


FOUND_BY_FUZZING = sorted((Path(__file__).parent / "fuzz").glob("*.bytes"))


@pytest.mark.parametrize("file", FOUND_BY_FUZZING, ids=lambda file: file.stem)
def test_what_fuzzing_found_is_survived(file: Path) -> None:
    """Inputs that once raised, or whose problem lay outside of the file."""
    assert_survives(file.read_bytes(), "iti/profiles/x.yaml")


TEXTS = (
    ("introduction: >\n  One two\n  three Documnt\n\n  Source [XYZ-99] four\n", (10, 11)),
    ("introduction: One two\n  three [XYZ-99] four\n", (7, 10)),
    ('introduction: "One\\ttwo [XYZ-99] four"\n', (6, 26)),
    ("introduction: 'It''s two\n  [XYZ-99] four'\n", (7, 4)),
    ("introduction: |2\n    One [XYZ-99] four\n", (7, 10)),
    ("introduction: [XYZ-99, two]\n", (6, 15)),
)


@pytest.mark.parametrize(("text", "place"), TEXTS)
def test_a_word_in_a_text_is_shown_where_it_stands(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    """Folded, quoted and escaped texts have other lines than they are read with."""
    problems = check(load(frameworks(tmp_path, PROFILE + text))).problems
    cited = [p for p in problems if p.code in ("TF222", "TF104")]
    assert [(p.where.line, p.where.column) for p in cited] == [place]


PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(WORDS) | st.text(max_size=20)
)
DATA = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=25,
)
FILES = st.sampled_from(
    (
        "iti/profiles/x.yaml",
        "iti/transactions/x.yaml",
        "iti/actors.yaml",
        "iti/framework.yaml",
        "iti/content_modules/x.yaml",
        "iti/accepted_problems.yaml",
        "general/domains.yaml",
        "general/glossary.yaml",
        "general/registry.yaml",
        "iti/x.yml",
    )
)
OFTEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_survives(content: bytes, name: str) -> None:
    """Loading and checking raise nothing, and every problem is at a place that exists."""
    with tempfile.TemporaryDirectory() as folder:
        root = frameworks(Path(folder), content, name)
        problems = check(load(root), root).problems
        assert_places_exist(root, problems)
        assert all(str(problem) and problem.message for problem in problems)


@OFTEN
@given(st.binary(max_size=300), FILES)
def test_any_bytes_are_survived(content: bytes, name: str) -> None:
    """No bytes make loading or checking raise."""
    assert_survives(content, name)


@OFTEN
@given(st.text(alphabet="ab:-[]{}&*!|>'\"#,? \n\t\\%@`1.~", max_size=200), FILES)
def test_any_yaml_like_text_is_survived(content: str, name: str) -> None:
    """No mixture of YAML's own characters makes loading or checking raise."""
    assert_survives(content.encode(), name)


@OFTEN
@given(st.dictionaries(st.sampled_from(FIELDS), DATA, max_size=8), FILES)
def test_any_data_is_survived(data: dict[str, object], name: str) -> None:
    """No fields with values of the wrong shape make loading or checking raise."""
    assert_survives(yaml.safe_dump(data, allow_unicode=True).encode(), name)


@OFTEN
@given(DATA, st.sampled_from(FIELDS))
def test_any_value_in_a_right_profile_is_survived(value: object, field: str) -> None:
    """A profile with one wrong value stays a profile with one problem or more, not a crash."""
    data = {**yaml.safe_load(PROFILE), field: value}
    assert_survives(yaml.safe_dump(data, allow_unicode=True).encode(), "iti/profiles/mhd.yaml")


def test_a_file_that_is_saved_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    """An editor empties a file and fills it; what stood in it in between is not remembered."""
    root = frameworks(tmp_path, "")
    cache = FileCache()

    def read(printed: str, file: Path, folder: Path) -> WholeFile:
        whole = read_whole_file(printed, file, folder)
        file.write_text(PROFILE, encoding="utf-8")
        return whole

    assert [problem.code for problem in load(root, cache, read).problems] == ["TF110"]
    assert load(root, cache).problems == ()
