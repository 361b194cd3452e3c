"""A supplement is published for comment and for trial implementation: gates, bytes, pages, changes, proof."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.site.pages import by_id, ids, links, page, words
from tests.site.project import contents, edit, new_project, tf

COMMENT = (
    "publish",
    "DOC/NEWS",
    "--stage",
    "public-comment",
    "--date",
    "2026-06-01",
    "--closes",
    "2026-07-15",
)
TRIAL = ("publish", "doc/news", "--stage", "trial-implementation", "--date", "2026-08-01")
FIRST, SECOND = "DOC/NEWS/1.0-public-comment", "DOC/NEWS/1.1-trial-implementation"
NEWS = "documents/profiles/news.yaml"
PEOPLE = """documents:
  - document: DOC/NEWS
    authors: [Ada Example]
    reviewers: [Ben Example, Cleo Example]
"""


def supplement(folder: Path) -> Path:
    """A project with a supplement that is ready for public comment."""
    project = new_project(folder)
    edit(project, NEWS, "stage: trial-implementation", "stage: public-comment")
    (project / "frameworks/documents/documents.yaml").write_text(PEOPLE)
    return project


def write_next(project: Path) -> None:
    """What the committee changes after the comments."""
    edit(project, NEWS, "stage: public-comment", "stage: trial-implementation")
    edit(
        project, NEWS, "Tells what happened to documents.", "Tells readers what happened to their documents."
    )
    edit(
        project,
        NEWS,
        "- {transaction: DOC-4, optionality: R}\n    unknown",
        "- {transaction: DOC-4, optionality: O}\n    unknown",
    )


def run(project: Path, arguments: Sequence[str | Path], *, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run ``tf`` in a project; it must end with that exit code."""
    done = tf(arguments, project)
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that published a supplement twice, with its site built."""
    project = supplement(tmp_path_factory.mktemp("editions") / "project")
    run(project, COMMENT)
    write_next(project)
    run(project, TRIAL)
    run(project, ["build", "--no-search", "-o", "site"])
    return project


# --- the edition ---------------------------------------------------------------------------------------------------------


def test_an_edition_has_all_that_was_promised(story: Path) -> None:
    """Pages, PDF with its line map, model, anchors, comment form, and a checksum of each file."""
    folder = story / "publications" / FIRST
    edition = json.loads((folder / "edition.json").read_text())
    assert {
        name: edition[name]
        for name in ("format", "document", "edition", "revision", "stage", "date", "closes")
    } == {
        "format": "framework-press-edition/1",
        "document": "DOC/NEWS",
        "edition": "1.0-public-comment",
        "revision": "1.0",
        "stage": "public-comment",
        "date": "2026-06-01",
        "closes": "2026-07-15",
    }
    assert set(edition["files"]) == contents(folder).keys() - {"edition.json"}
    assert {
        "IHE_DOC_Suppl_NEWS_Rev1-0_PC_2026-06-01.pdf",
        "IHE_DOC_Suppl_NEWS_Rev1-0_PC_2026-06-01.lines.json",
        "framework.json",
        "anchors.json",
        "comment-form.xlsx",
        "html/DOC/NEWS/index.html",
    } <= set(edition["files"])


def test_every_anchor_leads_to_its_place(story: Path) -> None:
    """The ids of anchors are ids of the edition's pages, each once, and lines of the PDF name them."""
    folder = story / "publications" / SECOND
    anchors = json.loads((folder / "anchors.json").read_text())["anchors"]
    assert len({anchor["id"] for anchor in anchors}) == len(anchors)
    for anchor in anchors[1:]:
        assert anchor["id"] in ids(folder / "html" / anchor["page"]), anchor
        assert (story / anchor["source"]["path"]).is_file()
    (lines,) = folder.glob("*.lines.json")
    named = {line["anchor"] for line in json.loads(lines.read_text())["lines"] if line["address"]}
    known = {anchor["id"] for anchor in anchors}
    assert len(named & known) > 30
    chapter = next(anchor for anchor in anchors if anchor["number"] == "4.2")
    assert (chapter["kind"], chapter["text"], chapter["aliases"]) == (
        "section",
        "NEWS Actor Options",
        ["X.2"],
    )


def test_an_edited_paragraph_keeps_its_id(story: Path) -> None:
    """The text that was commented on is found again in the next edition, and so it is on the site."""
    found = []
    for edition in (FIRST, SECOND):
        anchors = json.loads((story / "publications" / edition / "anchors.json").read_text())["anchors"]
        found.append(
            next(
                a["id"]
                for a in anchors
                if a["text"].endswith("happened to documents.") or "their documents" in a["text"]
            )
        )
    assert found[0] == found[1]
    assert words(by_id(page(story / "site/DOC/NEWS/index.html"), found[0])).startswith("Tells readers")


def test_the_same_commit_gives_the_same_bytes(story: Path, tmp_path: Path) -> None:
    """Published again somewhere else, on another day and with other hashes, an edition has the same bytes."""
    project = supplement(tmp_path / "again")
    done = tf(COMMENT, project, hash_seed="7")
    assert done.returncode == 0, done.stderr
    write_next(project)
    run(project, TRIAL)
    assert contents(project / "publications") == contents(story / "publications")


def test_an_edition_is_never_written_again(story: Path, tmp_path: Path) -> None:
    """A folder that is there stays as it is, whatever is asked for."""
    project = tmp_path / "copy"
    shutil.copytree(story, project)
    occupied = project / "publications/DOC/NEWS/1.2-trial-implementation"
    occupied.mkdir()
    (occupied / "mine.txt").write_text("mine")
    done = run(project, [*TRIAL[:-1], "2026-09-01"], code=2)
    assert "is there already; an edition is never written again" in done.stderr
    assert contents(occupied) == {"mine.txt": b"mine"}
    earlier = run(project, [*TRIAL[:-1], "2026-07-01"], code=2)
    assert "was published on 2026-08-01, after 2026-07-01" in earlier.stderr


# --- gates -----------------------------------------------------------------------------------------------------------------


def test_a_refused_edition_leaves_nothing_behind(tmp_path: Path) -> None:
    """Every unanswered question is named with its evidence, and no file is written."""
    project = new_project(tmp_path / "project")
    done = run(project, [*COMMENT[:-1], "2026-06-10"], code=1)
    assert "✗ Its profiles say Public Comment: NEWS: Trial Implementation" in done.stdout
    assert "✗ An author and two reviewers are named: authors: none; reviewers: none" in done.stdout
    assert "✗ Comments are welcome for at least 30 days: 9 days, from 2026-06-01 to 2026-06-10" in done.stdout
    assert "refused: DOC/NEWS is not published for public comment" in done.stderr
    assert not (project / "publications").exists()


def test_trial_implementation_needs_public_comment(tmp_path: Path) -> None:
    """No supplement passes by public comment."""
    done = run(new_project(tmp_path / "project"), TRIAL, code=1)
    assert "✗ Trial Implementation may follow: it is in development; next is Public Comment" in done.stdout


def test_an_error_keeps_everything_from_being_published(tmp_path: Path) -> None:
    """A framework with an error is not published, and the place of the error is named."""
    project = supplement(tmp_path / "project")
    edit(
        project,
        NEWS,
        "transaction: DOC-4, optionality: R}\n  - actor",
        "transaction: DOC-44, optionality: R}\n  - actor",
    )
    done = run(project, COMMENT, code=1)
    assert "✗ No error is left in the frameworks: frameworks/documents/profiles/news.yaml:" in done.stdout


def test_a_draft_says_what_the_gate_would_say(tmp_path: Path) -> None:
    """With ``--draft`` the gate is asked and nothing is written, whether it holds or not."""
    project = supplement(tmp_path / "project")
    done = run(project, [*COMMENT, "--draft", "--format", "json"])
    answer = json.loads(done.stdout)
    assert answer["holds"] is True
    assert answer["folder"] is None
    assert all(item["evidence"] for item in answer["gate"])
    assert not (project / "publications").exists()


def test_work_that_is_not_committed_is_not_published(tmp_path: Path) -> None:
    """Where there is a repository, the day is that of the commit, and changed files are named and refused."""
    project = supplement(tmp_path / "project")
    stamp = {"GIT_AUTHOR_DATE": "2026-06-01T12:00:00Z", "GIT_COMMITTER_DATE": "2026-06-01T12:00:00Z"}
    git = ["git", "-C", str(project), "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Ready for comment"]):
        subprocess.run([*git, *arguments], check=True, env={"PATH": "/usr/bin:/bin", **stamp})
    edit(project, NEWS, "Tells what happened to documents.", "Tells what happened to all documents.")
    wanted = [*COMMENT[:4], *COMMENT[6:]]
    done = run(project, wanted, code=2)
    assert f"frameworks/{NEWS} differ from the last commit" in done.stderr
    edit(project, NEWS, "Tells what happened to all documents.", "Tells what happened to documents.")
    assert "DOC/NEWS 1.0-public-comment, 2026-06-01" in run(project, wanted).stdout


def test_without_a_commit_the_day_must_be_said(tmp_path: Path) -> None:
    """No clock is read: where there is no commit, ``--date`` says the day."""
    project = supplement(tmp_path / "project")
    done = run(project, [*COMMENT[:4], *COMMENT[6:]], code=2)
    assert "say it with --date" in done.stderr
    assert "`soon` is no day" in run(project, [*COMMENT[:5], "soon"], code=2).stderr


def test_a_misspelt_document_is_met_with_the_right_one(story: Path) -> None:
    """The nearest name is offered."""
    done = run(story, ["publish", "DOC/NEWZ", *TRIAL[2:]], code=2)
    assert "there is no document `DOC/NEWZ`; did you mean `DOC/NEWS`?" in done.stderr


# --- proof ------------------------------------------------------------------------------------------------------------------


def test_verify_proves_that_no_byte_changed(story: Path, tmp_path: Path) -> None:
    """Every file of every edition is as published; one changed byte, a missing and an extra file are found and named."""
    assert "as published" in run(story, ["verify"]).stdout
    project = tmp_path / "copy"
    shutil.copytree(story / "frameworks", project / "frameworks")
    shutil.copytree(story / "publications", project / "publications")
    folder = project / "publications" / FIRST
    file = folder / "html/DOC/NEWS/index.html"
    file.write_bytes(file.read_bytes().replace(b"Tells what", b"Tells whom"))
    (folder / "framework.json").unlink()
    (folder / "more.txt").write_text("more")
    done = run(project, ["verify", "DOC/NEWS", "--format", "json"], code=1)
    damages = {(one["file"], one["fault"]) for one in json.loads(done.stdout)["damages"]}
    assert damages == {
        ("html/DOC/NEWS/index.html", "changed"),
        ("framework.json", "missing"),
        ("more.txt", "extra"),
    }


def test_verify_sees_a_forged_list_of_files(story: Path, tmp_path: Path) -> None:
    """An edition keeps the checksum of the list of the one before it, so that the list cannot be changed unseen either."""
    project = tmp_path / "copy"
    shutil.copytree(story / "frameworks", project / "frameworks")
    shutil.copytree(story / "publications", project / "publications")
    listed = project / "publications" / FIRST / "edition.json"
    listed.write_text(listed.read_text().replace("2026-07-15", "2026-07-01"))
    done = run(project, ["verify"], code=1)
    assert "changed: edition.json" in done.stdout


# --- status and differences ------------------------------------------------------------------------------------------------------


def test_status_tells_where_every_document_stands(story: Path) -> None:
    """Stage, newest revision, what is next and what that lacks, for volumes and supplements."""
    table = json.loads(run(story, ["status", "--format", "json"]).stdout)
    found = {one["document"]: one for one in table}
    news = found["DOC/NEWS"]
    assert (news["stage"], news["revision"], news["next"]) == ("trial-implementation", "1.1", "final-text")
    assert news["editions"] == ["1.0-public-comment", "1.1-trial-implementation"]
    lacking = [item["question"] for item in news["gate"] if not item["holds"]]
    assert "the Planning Committee voted for it" in lacking
    assert (found["DOC/TF-1"]["stage"], found["DOC/TF-1"]["revision"]) == ("final-text", "2.0")
    text = run(story, ["status", "DOC/NEWS"]).stdout
    assert "published 2026-06-01: 1.0-public-comment, comments until 2026-07-15" in text


def test_status_says_when_the_past_is_not_written(tmp_path: Path) -> None:
    """A supplement in trial implementation of which no earlier revision is known gets no next stage, but the reason."""
    project = new_project(tmp_path / "project")
    table = run(project, ["status"]).stdout.splitlines()
    (news,) = (line for line in table if line.startswith("DOC/NEWS"))
    assert news.endswith("its published revisions are not in documents.yaml")
    (images,) = (line for line in table if line.startswith("IMG/TF-1"))
    assert images.endswith("nothing")
    assert "Its published revisions are not" in run(project, ["status", "DOC/NEWS"]).stdout
    found = {one["document"]: one for one in json.loads(run(project, ["status", "--format", "json"]).stdout)}
    assert (found["DOC/NEWS"]["recorded"], found["DOC/SUM"]["recorded"]) == (False, True)


def test_diff_lists_changes_in_the_words_of_the_tables(story: Path) -> None:
    """Between two editions, and between the newest and the text as it is now."""
    told = run(story, ["diff", "DOC/NEWS", "1.0", "1.1"]).stdout
    assert "  Stage: Public Comment -> Trial Implementation" in told
    assert "  News Reader: DOC-4 R -> O" in told
    assert "  Paragraphs: 1 changed" in told
    assert "nothing changed" in run(story, ["diff", "DOC/NEWS"]).stdout
    assert "has no edition `3.0`" in run(story, ["diff", "DOC/NEWS", "3.0"], code=2).stderr
    assert "nothing is published of DOC/SUM" in run(story, ["diff", "DOC/SUM"], code=2).stderr


# --- the site ---------------------------------------------------------------------------------------------------------------


def test_editions_stand_on_the_site_byte_by_byte(story: Path) -> None:
    """What was published is copied as it is, and built again nothing of it changes."""
    for edition in (FIRST, SECOND):
        assert contents(story / "site" / edition) == contents(story / "publications" / edition)
    before = contents(story / "site")
    run(story, ["build", "--no-search", "-o", "site"])
    assert contents(story / "site") == before


def test_links_of_an_edition_lead_somewhere(story: Path) -> None:
    """Each leads to a page of the edition, or to the site around it."""
    seen = 0
    for edition in (FIRST, SECOND):
        for file in sorted((story / "site" / edition).rglob("*.html")):
            for _, link in links(page(file)):
                if link.startswith(("https:", "http:", "mailto:")):
                    continue
                path, _, fragment = link.partition("#")
                target = (file.parent / unquote(path)).resolve() if path else file
                assert target.is_file(), f"{file}: {link}"
                if fragment and target.suffix == ".html":
                    assert unquote(fragment) in ids(target), f"{file}: {link}"
                seen += 1
    assert seen > 100


def test_the_list_of_editions_names_the_newest(story: Path) -> None:
    """The one file that older editions ask for."""
    (document,) = json.loads((story / "site/editions.json").read_text())["documents"]
    assert (document["document"], document["newest"]) == ("DOC/NEWS", "1.1-trial-implementation")
    assert [one["revision"] for one in document["editions"]] == ["1.1", "1.0"]
    for one in document["editions"]:
        assert (story / "site" / one["address"]).is_file()
    assert (story / "site" / document["history"]).is_file()


def test_every_document_has_its_history(story: Path) -> None:
    """Dates, stages, files and what changed; the document's own pages lead there."""
    root = page(story / "site/DOC/NEWS/history.html")
    rows = [words(row) for row in root.xpath("//tbody/tr")]
    assert rows[0].startswith("1.1 Trial Implementation 2026-08-01")
    assert rows[1].startswith("1.0 Public Comment 2026-06-01 2026-07-15")
    assert "News Reader: DOC-4 R -> O" in words(root)
    assert any(link.endswith("history.html") for _, link in links(page(story / "site/DOC/NEWS/index.html")))


def test_the_redline_marks_what_changed(story: Path) -> None:
    """Inserted and deleted words are marked in HTML, and the PDF beside it has them too."""
    folder = story / "publications" / SECOND
    root = page(folder / "html/changes.html")
    assert "readers" in [words(one) for one in root.xpath("//ins")]
    assert "R" in [words(one) for one in root.xpath("//del")]
    assert (folder / "changes.pdf").read_bytes().startswith(b"%PDF")


def test_what_stands_in_publications_by_mistake_breaks_nothing(story: Path, tmp_path: Path) -> None:
    """A file that is no edition is left alone, and the site is built all the same."""
    project = new_project(tmp_path / "project")
    for name, text in (("a", "{"), ("b", "[]"), ("c", '{"format": "framework-press-edition/1"}')):
        folder = project / "publications" / name
        folder.mkdir(parents=True)
        (folder / "edition.json").write_text(text)
    run(project, ["build", "--no-search", "-o", "site"])
    assert not (project / "site/editions.json").exists()
    assert "unreadable: edition.json" in run(project, ["verify"], code=1).stdout
