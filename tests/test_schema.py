"""What an editor's language server makes of the schemas, and that the committed ones are the model's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.exports.json_schema import schemas, stale_schemas, write_schemas
from tests.language_server import PROGRAM, LanguageServer

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "model" / "schema"
PROFILES = "frameworks/iti/profiles"
MODELINE = "# yaml-language-server: $schema=../../../model/schema/profile.schema.json\n"

editor = pytest.mark.xdist_group("language-server")


def test_committed_schemas_are_fresh() -> None:
    """The schemas in model/schema are what `make schema` writes today."""
    assert stale_schemas(SCHEMAS) == []


def test_there_is_one_schema_for_each_kind_of_file() -> None:
    """Editors find a schema under the name of what they write."""
    names = (
        "actors change_proposal chapters comment_period content_module documents domains framework glossary guides profile registry standards "
        "transaction"
    )
    assert list(schemas()) == [f"{name}.schema.json" for name in names.split()]


def test_writing_leaves_nothing_stale(tmp_path: Path) -> None:
    """Missing, changed and left-over schemas are named; writing mends them all."""
    write_schemas(tmp_path)
    (tmp_path / "actors.schema.json").unlink()
    (tmp_path / "profile.schema.json").write_text("{}")
    (tmp_path / "former.schema.json").write_text("{}")
    assert stale_schemas(tmp_path) == ["actors.schema.json", "former.schema.json", "profile.schema.json"]
    write_schemas(tmp_path)
    assert stale_schemas(tmp_path) == []
    assert not (tmp_path / "former.schema.json").exists()


@pytest.mark.parametrize("text", schemas().values(), ids=schemas())
def test_every_field_is_described(text: str) -> None:
    """Whatever an author can write has an explanation to hover over, in Markdown."""
    schema = json.loads(text)
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            assert field.get("description"), f"{part['title']}.{name} has no description"
            assert "``" not in field["description"]
            assert ":attr:" not in field["description"]


@pytest.mark.parametrize("text", schemas().values(), ids=schemas())
def test_titles_are_plain_words(text: str) -> None:
    """No author is shown the name of a class."""
    schema = json.loads(text)
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["title"] == part["title"].capitalize(), part["title"]


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """The server that editors use, as `make test` installs it."""
    if not (ROOT / PROGRAM).exists():
        pytest.skip("node_modules is not installed; `make test` does it")
    with LanguageServer(ROOT) as running:
        yield running


@editor
def test_a_new_profile_is_offered_its_fields(server: LanguageServer) -> None:
    """At the root of a profile the editor offers the fields, and a snippet named as people call it."""
    profile = server.open(PROFILES, MODELINE + "profile: NEW\n\n")
    offered = server.completions(profile, (2, 0))
    assert {"chapter", "actors", "options", "groupings", "security"} <= offered.keys()
    assert "profile" not in offered, "it is written already"
    assert "Volume 1" in str(offered["chapter"]["documentation"])
    fields = json.loads(schemas()["profile.schema.json"])["properties"]
    assert offered.keys() - fields.keys() <= {"Profile"}


@editor
@pytest.mark.parametrize("start", ["{", "{transaction: ITI-41, o"])
def test_a_row_is_offered_its_fields(server: LanguageServer, start: str) -> None:
    """Inside the braces of a transaction's row the editor offers optionality."""
    row = f"      - {start}"
    text = f"{MODELINE}actors:\n  - actor: Document Source\n    transactions:\n{row}}}\n"
    offered = server.completions(server.open(PROFILES, text), (4, len(row)))
    assert {"optionality", "when", "notes"} <= offered.keys()


@editor
@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("stage: ", {"draft", "public-comment", "trial-implementation", "final-text", "deprecated"}),
        ("actors: [{transactions: [{optionality: ", {"R", "O", "C"}),
    ],
)
def test_values_are_offered(server: LanguageServer, written: str, values: set[str]) -> None:
    """Where only certain values may stand, the editor offers them."""
    closing = "}]}]" if "{" in written else ""
    profile = server.open(PROFILES, f"{MODELINE}{written}{closing}\n")
    assert values <= server.completions(profile, (1, len(written))).keys()


@editor
@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('chapter: "10"', "The chapter in Volume 1"),
        ("stage: draft", "life cycle"),
        ("provenance: {source: ITI TF-1}", "Where its facts were read"),
    ],
)
def test_a_field_explains_itself(server: LanguageServer, line: str, says: str) -> None:
    """Hovering over a field shows what it is for."""
    profile = server.open(PROFILES, f"{MODELINE}{line}\n")
    assert says in server.hover(profile, (1, 2))


@editor
@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("transactions: [{transaction: ITI-18, optionality: X}]", '"R", "O", "C"'),
        ("transactions: [{transaction: ITI-18}]", "optionality"),
        ("transactionz: []", "transactionz"),
    ],
)
def test_a_slip_is_marked_while_typing(server: LanguageServer, rows: str, says: str) -> None:
    """What does not fit is underlined where it stands, before anybody runs `tf check`."""
    found = server.diagnostics(
        server.open(PROFILES, f"{VALID}actors:\n  - actor: Document Registry\n    {rows}\n")
    )
    assert len(found) == 1, found
    assert says in found[0]["message"]
    assert found[0]["range"]["start"]["line"] == VALID.count("\n") + 2


@editor
def test_a_right_profile_is_not_blamed(server: LanguageServer) -> None:
    """A profile that says what it must, in any notation the loader accepts, is left alone."""
    text = (
        VALID + "introduction: {file: introduction.md}\nactors:\n  - actor: Document Registry\n"
        "    transactions:\n      - {transaction: ITI-18, optionality: null, when: {option: Audit}}\n"
        "options:\n  - {option: Audit, actors: [Document Registry, {actor: Document Source}]}\n"
        "groupings:\n  - {actor: Document Registry, with: [{profile: CT, actor: Time Client}]}\n"
    )
    assert server.diagnostics(server.open(PROFILES, text)) == []


VALID = (
    MODELINE + "profile: NEW\ntitle: New\nstage: draft\nkind: [integration]\ncapsule: Does something new.\n"
)
