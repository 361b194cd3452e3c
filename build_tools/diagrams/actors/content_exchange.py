"""Who makes and who reads the content modules of a profile."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.diagrams.actors.exchange import Party
from model.profile import Profile

_MAKES = re.compile(r"\b(Creator|Source|Producer|Author|Generator|Exporter|Writer|Provider)\b")
_READS = re.compile(r"\b(Consumer|Display|Receiver|Recipient|Reader|Viewer|Importer|User|Requester)\b")


@dataclass(frozen=True)
class ContentExchange:
    """Content modules that the same actors make and read."""

    modules: tuple[str, ...]
    makers: tuple[Party, ...]
    readers: tuple[Party, ...]
    others: tuple[Party, ...]
    """Actors of which the name does not say whether they make or read it, such as Content Updater."""


def content_exchanges(profile: Profile) -> tuple[ContentExchange, ...]:
    """The content modules of a profile, those with the same actors together."""
    actors: dict[str, list[str]] = {}
    for actor in profile.actors:
        for use in actor.content_modules:
            taking_part = actors.setdefault(use.content_module, [])
            if actor.actor not in taking_part:
                taking_part.append(actor.actor)
    together: dict[tuple[str, ...], list[str]] = {}
    for module, taking_part in actors.items():
        together.setdefault(tuple(taking_part), []).append(module)
    return tuple(_exchange(tuple(modules), names) for names, modules in together.items())


def _exchange(modules: tuple[str, ...], actors: tuple[str, ...]) -> ContentExchange:
    sides: dict[str, list[Party]] = {"maker": [], "reader": [], "other": []}
    for actor in actors:
        makes, reads = _MAKES.search(actor), _READS.search(actor)
        side = "maker" if makes and not reads else "reader" if reads and not makes else "other"
        sides[side].append(Party(actor))
    return ContentExchange(modules, tuple(sides["maker"]), tuple(sides["reader"]), tuple(sides["other"]))
