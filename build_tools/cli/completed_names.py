"""The names that a shell completes for ``tf``: of entities, of kinds of problems, of printed documents.

A name is offered when it begins as typed, whatever the case of its letters. Where nothing can be read there is nothing
to offer, and no word about it: the author is in the middle of a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from model.framework import Framework

Named = tuple[str, str]
"""A name, and a few words on what it names."""
Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]


def _completer(names: Callable[[click.Context], Iterable[Named]]) -> Completer:
    """Offers those of the names that begin as typed."""

    def complete(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem[str]]:
        from click.shell_completion import CompletionItem

        try:
            known = dict(names(ctx))
        except (click.ClickException, OSError, ValueError):
            return []
        begun = typed.casefold()
        return [
            CompletionItem(name, help=" ".join(words.split())[:80] or None)
            for name, words in sorted(known.items())
            if name.casefold().startswith(begun)
        ]

    return complete


def _root(ctx: click.Context) -> Path:
    from build_tools.cli.places import project_root

    return ctx.params.get("root") or project_root()


def _framework(ctx: click.Context) -> Framework:
    from build_tools.cli.places import FOLDER
    from build_tools.loading import load

    return load(_root(ctx) / FOLDER).framework


def _entities(*kinds: str) -> Completer:
    """Completes names of entities of some kinds; without any, of all."""

    def names(ctx: click.Context) -> Iterator[Named]:
        for entity in _framework(ctx).entities():
            if not kinds or entity.key.kind in kinds:
                words = next((getattr(entity, field, "") for field in ("title", "name", "definition")), "")
                yield entity.key.name, words or entity.key.kind.replace("_", " ")

    return _completer(names)


def _domains(ctx: click.Context) -> Iterator[Named]:
    for part in _framework(ctx).domains:
        yield part.folder, part.domain.name if part.domain else ""


def _codes(_ctx: click.Context) -> Iterator[Named]:
    from build_tools.checks.catalogue import PROBLEM_KINDS

    return ((kind.code, kind.name) for kind in PROBLEM_KINDS)


def _documents(ctx: click.Context) -> Iterator[Named]:
    from build_tools.cli.build import DEFAULT_OUTPUT
    from build_tools.cli.line_maps import line_maps

    folder = ctx.params.get("output") or _root(ctx) / DEFAULT_OUTPUT
    return ((name, "") for name in line_maps(folder))


def _published(ctx: click.Context) -> Iterator[Named]:
    for part in _framework(ctx).domains:
        yield from ((f"{part.code}/{profile.profile}", profile.title) for profile in part.profiles)
        if part.domain:
            yield from ((f"{part.code}/TF-{v.volume}", v.title) for v in part.domain.volumes)
        yield from ((document.document, document.title or "") for document in part.documents)
    yield "GeneralIntro", "General Introduction and Shared Appendices"


def _stages(_ctx: click.Context) -> Iterator[Named]:
    from model.entity import Stage

    return ((stage.value, stage.label) for stage in Stage)


def _states(_ctx: click.Context) -> Iterator[Named]:
    from model.change_proposal import ProposalState

    return ((state.value, state.label) for state in ProposalState)


ENTITIES = _entities()
PROFILES = _entities("profile")
TRANSACTIONS = _entities("transaction")
ACTORS = _entities("actor")
DOMAINS = _completer(_domains)
CODES = _completer(_codes)
DOCUMENTS = _completer(_documents)
PUBLISHED_DOCUMENTS = _completer(_published)
STAGES = _completer(_stages)
PROPOSALS = _entities("change_proposal")
PROPOSAL_STATES = _completer(_states)
