"""The same frameworks give the same bytes, and a build writes what changed and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.site.edits import EDITS
from tests.site.pages import article, page, words
from tests.site.project import ROOT, build, contents, edit, new_project, tf


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The addresses of files that are missing on one side or differ."""
    return sorted(address for address in one.keys() | other.keys() if one.get(address) != other.get(address))


def times(site: Path) -> dict[str, int]:
    """When each file of a site was written."""
    return {
        file.relative_to(site).as_posix(): file.stat().st_mtime_ns
        for file in site.rglob("*")
        if file.is_file()
    }


def batched(names: Iterable[str], size: int) -> list[list[str]]:
    """The names, some at a time."""
    found = list(names)
    return [found[start : start + size] for start in range(0, len(found), size)]


def written(site: Path, before: dict[str, int]) -> set[str]:
    """The files that were written since."""
    return {address for address, time in times(site).items() if before.get(address) != time}


def test_one_process_or_two_give_the_same_bytes(tmp_path: Path) -> None:
    """Neither the number of processes nor the order of sets and dictionaries shows in any file."""
    project = new_project(tmp_path / "project")
    sites = []
    for jobs in ("1", "2"):
        site = tmp_path / jobs / "site"
        done = tf(["build", "--root", project, "-o", site, "-j", jobs, "--no-search"], hash_seed=jobs)
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append(contents(site))
    assert differences(*sites) == []


def test_no_page_names_the_machine(tiny_site: Path, real_site: Path) -> None:
    """Where a site was built, and when, cannot be read from its files."""
    for site in (tiny_site, real_site):
        for address, content in contents(site).items():
            if not address.startswith("pagefind/"):
                assert str(ROOT).encode() not in content, address
                assert str(site.parent).encode() not in content, address


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    """When nothing changed, no file is touched."""
    project = new_project(tmp_path / "project")
    build(project)
    before = times(project / "site")
    build(project)
    assert written(project / "site", before) == set()


def test_a_definition_is_written_where_it_is_shown(tmp_path: Path) -> None:
    """After an edit of one actor's definition exactly its own page and Appendix A are written again."""
    project = new_project(tmp_path / "project")
    build(project)
    before = times(project / "site")
    edit(project, "documents/actors.yaml", "Looks on and keeps a log.", "Looks on and writes a log.")
    build(project)
    assert written(project / "site", before) == {"actors/document-watcher.html", "GeneralIntro/ch-A.html"}
    assert "Looks on and writes a log." in words(article(page(project / "site/actors/document-watcher.html")))


def test_a_profile_that_goes_takes_its_pages_along(tmp_path: Path) -> None:
    """The page of a profile that is deleted goes, and its stub, and its folder; other files in the output stay."""
    project = new_project(tmp_path / "project")
    build(project)
    own = project / "site/DOC/own.html"
    own.write_text("<!doctype html><title>Not ours</title>", encoding="utf-8")
    (project / "frameworks/documents/profiles/news.yaml").unlink()
    build(project)
    assert not (project / "site/DOC/NEWS").exists()
    assert not (project / "site/DOC/TF/Volume1/ch-4.html").exists()
    assert own.is_file()


def test_after_any_edit_a_build_is_as_good_as_a_fresh_one(tmp_path: Path) -> None:
    """Whatever changes, a build into the same folder leaves what a build into an empty one would make."""
    project = new_project(tmp_path / "project")
    build(project)
    for names in batched(EDITS, 2):
        for name in names:
            EDITS[name](project)
            build(project)
        found = contents(project / "site")
        shutil.move(project / "site", tmp_path / "kept")
        shutil.move(project / "site.cache", tmp_path / "kept.cache")
        build(project)
        assert differences(found, contents(project / "site")) == [], f"after an edit of {names}"
        shutil.rmtree(project / "site")
        shutil.rmtree(project / "site.cache")
        shutil.move(tmp_path / "kept", project / "site")
        shutil.move(tmp_path / "kept.cache", project / "site.cache")


def test_a_lost_cache_costs_only_time(tmp_path: Path) -> None:
    """Without what the last build remembered, everything is written again, to the same bytes."""
    project = new_project(tmp_path / "project")
    build(project)
    before = contents(project / "site")
    shutil.rmtree(project / "site.cache")
    (project / "site/index.html").unlink()
    (project / "site/DOC/index.html").write_text("broken", encoding="utf-8")
    build(project)
    assert differences(before, contents(project / "site")) == []


def test_one_framework_alone(tmp_path: Path) -> None:
    """With a framework named, only its pages are written; the others are as they were."""
    project = new_project(tmp_path / "project")
    site = project / "site"
    assert tf(["build", "--root", project, "-o", site, "--no-search"]).returncode == 0
    before = times(site)
    edit(project, "documents/profiles/dex.yaml", "title: Document Exchange", "title: Document Exchanges")
    edit(project, "imaging/profiles/view.yaml", "capsule: Shows an image.", "capsule: Shows images.")
    done = tf(["build", "--root", project, "-o", site, "--no-search", "--framework", "IMG"])
    assert done.returncode == 0, done.stdout + done.stderr
    found = {address for address in written(site, before) if address.endswith(".html")}
    assert "IMG/TF/Volume1/ch-3.html" in found
    assert not [address for address in found if not address.startswith(("IMG/", "actors/image-"))]


def test_a_project_begins_without_the_shared_lists(tmp_path: Path) -> None:
    """Glossary, standards, registry, chapters and even the list of domains may be missing; all pages are there."""
    project = new_project(tmp_path / "project")
    shutil.rmtree(project / "frameworks/general")
    report = build(project)
    found = list((project / "site").rglob("*.html"))
    assert len(found) == report.pages
    assert (project / "site/index.html").is_file()


@pytest.mark.xdist_group("real-site")
def test_the_real_site_builds_without_a_warning_of_sphinx(real_site: Path) -> None:
    """What the build says of the real frameworks are problems of ``tf check``; Sphinx has nothing to add."""
    said = (real_site.parent / "build.txt").read_text(encoding="utf-8")
    assert [line for line in said.splitlines() if " TF9" in line] == []
