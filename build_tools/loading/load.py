"""``load``: a folder of frameworks -> a Framework and every problem of form in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from build_tools.garbage import without_collecting
from build_tools.loading.folders import ACCEPTED_PROBLEMS, GENERAL, FileKind, file_kind
from build_tools.loading.sources import Origin, Sources
from build_tools.loading.validation import validate
from build_tools.problems import Problem, ProblemKind, in_order
from build_tools.reading import form_problems as kinds
from build_tools.reading.disk import refusal, yaml_files
from build_tools.reading.whole_file import FileReader, read_whole_file
from model.actor import Actor
from model.change_proposal import ChangeProposal
from model.comment_period import CommentPeriod
from model.content_module import ContentModule
from model.document import Document
from model.domain import Domain
from model.entity import Entity, Key
from model.framework import DomainFramework, Framework
from model.general import Chapter, DomainEntry, Guide, RegistryEntry, Standard, Term
from model.profile import Profile
from model.transaction import Transaction

E = TypeVar("E", bound=Entity)
_HEAD = 100_000
"""How many bytes of an unreadable file are searched for the names it writes."""


@dataclass(frozen=True)
class LoadedFramework:
    """A framework, where each part of it was written, and the problems of form."""

    framework: Framework
    sources: Sources
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class LoadedFile:
    """The entities of one file and its problems."""

    entities: tuple[Entity, ...]
    origins: tuple[Origin, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Key, ...] = ()


class FileCache:
    """Remembers loaded files by modification time, so that a preview re-reads only what changed.

    A file that cannot be read any more, as between two strokes of an editor, keeps the entities it had when it
    could, with its new problems: so their pages stay.
    """

    def __init__(self) -> None:
        self._files: dict[Path, tuple[tuple[int, int], LoadedFile]] = {}
        self._readable: dict[Path, LoadedFile] = {}

    def loaded(self, file: Path, load_file: Callable[[], LoadedFile]) -> LoadedFile:
        """The file as loaded before, if it has not changed since and rests on no other file, or loaded now."""
        stamp = _stamp(file)  # before it is read: it may be saved while it is
        known = self._files.get(file)
        if known and known[0] == stamp:
            return known[1]
        loaded = load_file()
        if loaded.entities:
            self._readable[file] = loaded
        elif loaded.problems and file in self._readable:
            loaded = replace(self._readable[file], problems=loaded.problems)
        if not any(origin.inserted_files for origin in loaded.origins):
            self._files[file] = (stamp, loaded)
        return loaded


def _stamp(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def load(root: Path, cache: FileCache | None = None, read: FileReader = read_whole_file) -> LoadedFramework:
    """Load all frameworks under a folder, whose files are read in one way or another.

    Never raises for what an author can do: problems of all files are collected, and a file that cannot be
    read is left out.
    """
    with without_collecting():
        return _load(root, cache, read)


def _load(root: Path, cache: FileCache | None, read: FileReader) -> LoadedFramework:
    entities: dict[Key, Entity] = {}
    origins: dict[Key, Origin] = {}
    folders: dict[Key, str] = {}
    unread: set[Key] = set()
    problems: list[Problem] = []
    for folder, inside, printed in yaml_files(root):
        file = folder / inside
        load_file = partial(_load_file, folder, inside, printed, read)
        loaded = cache.loaded(file, load_file) if cache else load_file()
        problems.extend(loaded.problems)
        unread.update(loaded.unread)
        for entity, origin in zip(loaded.entities, loaded.origins, strict=True):
            key = entity.key
            if key in entities:
                problems.append(_duplicate(entity, origin, origins[key]))
                continue
            entities[key], origins[key], folders[key] = entity, origin, folder.name
    return LoadedFramework(
        _assemble(root, entities, folders, frozenset(unread)), Sources(origins), in_order(problems)
    )


def _load_file(folder: Path, inside: str, printed: str, read: FileReader) -> LoadedFile:
    if inside == ACCEPTED_PROBLEMS:
        return LoadedFile((), (), ())
    kind = file_kind(folder.name, inside)
    if kind is None or not inside.endswith(".yaml"):
        return _failed(printed, kinds.STRAY_FILE, "nothing reads a YAML file at this place")
    file = folder / inside
    whole = read(printed, file, folder)
    source, data = whole.source, whole.data
    if source.problems and source.data is None:
        return LoadedFile((), (), source.problems, _names_in_text(kind, file))
    if not isinstance(data, dict):
        what = "the file is empty" if data is None else "the file does not hold fields with values"
        return _failed(printed, kinds.EMPTY_FILE, what)
    value, problems = validate(source, data, kind.shape)
    all_problems = (*whole.problems, *problems)
    if value is None:
        return LoadedFile((), (), all_problems, _names(kind, data))
    entities = _entities(kind, value)
    prefixes: list[tuple[str | int, ...]] = (
        [(kind.list_field, index) for index in range(len(entities))] if kind.list_field else [()]
    )
    origins = tuple(Origin(source, prefix, whole.inserted_files) for prefix in prefixes)
    found = {entity.key for entity in entities}
    unread = tuple(key for key in _names(kind, data) if key not in found) if problems else ()
    return LoadedFile(entities, origins, all_problems, unread)


def _failed(printed: str, kind: ProblemKind, message: str) -> LoadedFile:
    return LoadedFile((), (), refusal(printed, kind, message).problems)


def _entities(kind: FileKind, value: Any) -> tuple[Entity, ...]:
    return tuple(getattr(value, kind.list_field)) if kind.list_field else (value,)


def _names(kind: FileKind, data: dict[str, Any]) -> tuple[Key, ...]:
    """The keys of entities that are written in the data, whatever else is wrong with them."""
    items = data.get(kind.list_field) if kind.list_field else [data]
    entries = items if isinstance(items, list) else []
    named = [entry.get(kind.entity.name_field) for entry in entries if isinstance(entry, dict)]
    return tuple(Key(kind.entity.kind_name, name) for name in named if isinstance(name, str))


def _names_in_text(kind: FileKind, file: Path) -> tuple[Key, ...]:
    """The keys of entities in a file that cannot be read as YAML, as far as its first lines show them."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD).decode(errors="replace")
    except OSError:
        return ()
    field = re.escape(kind.entity.name_field)
    names = re.findall(rf"^[ -]*{field}:[ \t]*[\"']?([^\"'#\r\n]*[^\"'#\s])", head, re.MULTILINE)
    return tuple(Key(kind.entity.kind_name, name) for name in (names if kind.list_field else names[:1]))


def _duplicate(entity: Entity, origin: Origin, first: Origin) -> Problem:
    kind = kinds.DUPLICATE_ENTITY
    where = origin.source.where((*origin.prefix, entity.name_field))
    kind_name = entity.kind_name.replace("_", " ")
    message = f"the {kind_name} `{entity.key.name}` is already written in {first.source.where(first.prefix)}"
    return Problem(where, kind.code, kind.severity, message, "rename one of the two or delete it")


def _assemble(
    root: Path, entities: dict[Key, Entity], folders: dict[Key, str], unread: frozenset[Key]
) -> Framework:
    kept: dict[tuple[type[Entity], str], list[Entity]] = {}
    for key, entity in entities.items():
        kept.setdefault((type(entity), folders[key]), []).append(entity)

    def every(kind: type[E], folder: str = GENERAL) -> tuple[E, ...]:
        return cast("tuple[E, ...]", tuple(kept.get((kind, folder), ())))

    names = sorted(
        p.name for p in root.iterdir() if p.is_dir() and not p.name.startswith(".") and p.name != GENERAL
    )
    domains = tuple(
        DomainFramework(
            folder=name,
            domain=next(iter(every(Domain, name)), None),
            actors=every(Actor, name),
            profiles=every(Profile, name),
            transactions=every(Transaction, name),
            content_modules=every(ContentModule, name),
            change_proposals=every(ChangeProposal, name),
            comment_periods=every(CommentPeriod, name),
            documents=every(Document, name),
        )
        for name in names
    )
    return Framework(
        domains,
        every(DomainEntry),
        every(Term),
        every(Standard),
        every(RegistryEntry),
        every(Chapter),
        every(Guide),
        every(Document),
        unread,
    )
