"""Renaming an actor: every field and every mention in prose, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.checks import CheckedFramework
from build_tools.checks.named import named_by_fields
from build_tools.checks.prose import prose_of
from build_tools.citations import mentions
from build_tools.editing.edits import Edit
from build_tools.problems import Where
from model.entity import Key


class RenameRefusedError(Exception):
    """The rename would be ambiguous or cannot be made completely; the message says why."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place that names the actor, and where to look for the name from there on."""

    where: Where
    reach: int
    """How many characters after the place the name may begin."""


def rename_actor(checked: CheckedFramework, texts: dict[str, str], old: str, new: str) -> list[Edit]:
    """The edits that give an actor another name.

    ``texts`` holds the text of every file by its printed path. Raises :class:`RenameRefusedError` when the old
    name is not an actor's or has several meanings, when the new one is taken, or when a place cannot be found.
    """
    _refuse_ambiguity(checked, old, new)
    edits: set[Edit] = set()
    for spot in _spots(checked, old):
        text = texts[spot.where.path]
        start = _offset(text, spot.where)
        found = _pattern(old).search(text, start, start + spot.reach + len(old) * 4)
        if not found or found.start() > start + spot.reach:
            raise RenameRefusedError(
                f"{spot.where} names `{old}` in a way that cannot be changed safely; edit it by hand first"
            )
        edits.add(Edit(spot.where.path, found.start(), found.end(), _like(found[0], new)))
    return sorted(edits)


def _refuse_ambiguity(checked: CheckedFramework, old: str, new: str) -> None:
    framework = checked.framework
    actor = framework.actor(old)
    if actor is None:
        raise RenameRefusedError(f"there is no actor `{old}`")
    if not new.strip() or new != new.strip():
        raise RenameRefusedError("the new name is empty or has blanks around it")
    if framework.actor(new):
        raise RenameRefusedError(f"there is an actor `{new}` already")
    if actor.meanings:
        profiles = ", ".join(meaning.profile for meaning in actor.meanings)
        raise RenameRefusedError(
            f"`{old}` has another meaning in {profiles}; which one is meant must be decided by hand"
        )
    others = [e for e in framework.entities() if e.key.name == old and e.kind_name != "actor"]
    if others:
        kind = others[0].kind_name.replace("_", " ")
        raise RenameRefusedError(f"`{old}` is also the name of a {kind}, so mentions in prose are ambiguous")
    twice = [a for a in framework.actors if old in (*a.formerly, *a.combines) and a.actor != old]
    if twice:
        raise RenameRefusedError(f"`{twice[0].actor}` was formerly called or combines `{old}`")


def _spots(checked: CheckedFramework, old: str) -> Iterator[_Spot]:
    """Every place that names the actor: its definition, fields, prose."""
    sources, key = checked.sources, Key("actor", old)
    yield _Spot(sources.where(key, ("actor",)), 1)
    for named in named_by_fields(checked.framework):
        if named.kind == "actor" and named.name == old:
            yield _Spot(sources.where(named.key, named.path), 40)
    for entity in checked.framework.entities():
        for text in prose_of(entity):
            if old.split(maxsplit=1)[0] not in text.text:
                continue
            for mention in mentions(text.text, checked.names):
                if mention.kind == "actor" and mention.key == key:
                    yield _Spot(sources.where_in_prose(text.key, text.path, text.text, mention.start), 0)


def _offset(text: str, where: Where) -> int:
    """The index of a place in its file's text."""
    start = 0
    for _ in range(where.line - 1):
        start = text.index("\n", start) + 1
    return start + where.column - 1


def _pattern(name: str) -> re.Pattern[str]:
    """The name, with a line break wherever it has a blank."""
    return re.compile(r"(?<!\w)" + r"\s+".join(re.escape(word) for word in name.split(" ")) + r"(?=s?(?!\w))")


def _like(found: str, new: str) -> str:
    """The new name with the line breaks that the old one had, after the same word where that exists."""
    gaps = re.findall(r"\s+", found)
    words = new.split(" ")
    breaks = (
        {min(i, len(words) - 2): gap for i, gap in enumerate(gaps) if gap != " "} if len(words) > 1 else {}
    )
    joined = words[0]
    for index, word in enumerate(words[1:]):
        joined += breaks.get(index, " ") + word
    return joined
