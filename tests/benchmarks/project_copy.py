"""Copies of the project's frameworks to measure on: as they are, or ten times as large."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from build_tools.loading import load
from model.framework import Framework
from tests.benchmarks.commands import ROOT

FURTHER_COPIES = "BCDEFGHIJ"
"""A letter for each further copy; with the original they are ten."""


def copy_project(target: Path) -> Path:
    """What a build reads, copied into a folder."""
    for name in ("frameworks", "themes"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "conf.py", target)
    return target


def tenfold_project(target: Path) -> Path:
    """A project with nine further copies of every domain, each under names of its own."""
    copy_project(target)
    frameworks = target / "frameworks"
    framework = load(frameworks).framework
    renamings = {letter: _renaming(framework, letter) for letter in FURTHER_COPIES}
    for letter, renamed in renamings.items():
        for part in framework.domains:
            _copy_domain(frameworks / part.folder, frameworks / f"{part.folder}_{letter.lower()}", renamed)
    _copy_cited_profiles(frameworks / "general" / "domains.yaml", tuple(renamings.values()))
    return target


def _copy_domain(folder: Path, target: Path, renamed: Callable[[str], str]) -> None:
    for file in sorted(folder.rglob("*")):
        copy = target / file.relative_to(folder)
        if file.suffix in (".yaml", ".md", ".csv"):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(renamed(file.read_text(encoding="utf-8")), encoding="utf-8")


def _copy_cited_profiles(file: Path, renamings: tuple[Callable[[str], str], ...]) -> None:
    """Add a copy of every profile that the domains only cite, so that each copy cites its own."""
    catalogue = yaml.safe_load(file.read_text(encoding="utf-8"))
    for domain in catalogue["domains"]:
        cited: list[Any] = domain.get("profiles", [])
        copies = [yaml.safe_load(renamed(yaml.safe_dump(p))) for renamed in renamings for p in cited]
        cited.extend(copies)
    file.write_text(yaml.safe_dump(catalogue, sort_keys=False), encoding="utf-8")


def _renaming(framework: Framework, letter: str) -> Callable[[str], str]:
    """A function that gives every name of the domains in a text the copy's letter.

    Names of what all domains share, such as standards, stay as they are.
    """
    shared = (*framework.standards, *framework.terms, *framework.registry)
    mark = letter * 2  # a single letter has a meaning of its own: `Secure Node B`, `XCA-I`
    names = {entity.key.name: entity.key.name for entity in shared}
    names |= {a.actor: f"{a.actor} {mark}" for a in framework.actors}
    names |= {m.content_module: f"{m.content_module} {mark}" for m in framework.content_modules}
    names |= {p.profile: f"{p.profile}-{mark}" for p in framework.profiles}
    names |= {cited: f"{cited}-{mark}" for cited in framework.cited_profiles}
    codes = {part.code: f"{part.code}{letter}" for part in framework.domains}
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<![\w.-])(?:(?P<code>{'|'.join(codes)})(?=-[A-Z0-9]|\b(?![.+]\w))"
        rf"|(?P<name>{'|'.join(map(re.escape, longest_first))})(?![A-Za-z0-9]|[-.+]\w))"
    )

    def new_name(found: re.Match[str]) -> str:
        return codes[found["code"]] if found["code"] else names[found["name"]]

    return lambda text: pattern.sub(new_name, text)
