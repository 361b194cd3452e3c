"""What changed of profiles, transactions and content modules, in IHE's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """One change: ``Document Source: ITI-65 R -> O``."""

    about: str
    """What it is a change of: ``MHD``, ``ITI-65``, ``Section 33.4``."""
    text: str

    def as_data(self) -> dict[str, str]:
        """The change as plain data."""
        return {"about": self.about, "text": self.text}


def model_changes(before: Data, after: Data) -> Iterator[Change]:
    """The changes from one ``framework.json`` to another."""
    for kind, name, compare in (
        ("profiles", "profile", _profile),
        ("transactions", "transaction", _transaction),
        ("content_modules", "content_module", _content_module),
    ):
        word = kind.removesuffix("s").replace("_", " ").title()
        old, new = _by(name, before.get(kind, ())), _by(name, after.get(kind, ()))
        yield from (Change(one, f"{word} removed") for one in old if one not in new)
        for one, data in new.items():
            if one not in old:
                yield Change(one, f"{word} added")
            else:
                yield from (Change(one, text) for text in compare(old[one], data))


def _by(name: str, found: Sequence[Data]) -> dict[str, Data]:
    return {one[name]: one for one in found}


def _fields(before: Data, after: Data, **names: str) -> Iterator[str]:
    """Fields that say something else: ``Chapter: none -> 33``."""
    for field, word in names.items():
        old, new = before.get(field), after.get(field)
        if old != new:
            yield f"{word}: {_shown(old)} -> {_shown(new)}"


def _shown(value: Any) -> str:
    return str(value).replace("-", " ").title() if value in _STAGES else str(value or "none")


_STAGES = (
    "draft",
    "public-comment",
    "trial-implementation",
    "final-text",
    "deprecated",
    "retired",
    "withdrawn",
)


def _profile(before: Data, after: Data) -> Iterator[str]:
    yield from _fields(before, after, title="Title", chapter="Chapter", stage="Stage")
    old, new = _by("actor", before["actors"]), _by("actor", after["actors"])
    yield from (f"Actor {name} removed" for name in old if name not in new)
    for name, actor in new.items():
        if name not in old:
            yield f"Actor {name} added"
        for field, key in (("transactions", "transaction"), ("content_modules", "content_module")):
            yield from _uses(name, _by(key, old.get(name, {}).get(field, ())), _by(key, actor[field]))
    yield from _options(_by("option", before["options"]), _by("option", after["options"]))
    yield from _lists("Grouping", _groupings(before), _groupings(after))


def _uses(actor: str, before: Mapping[str, Data], after: Mapping[str, Data]) -> Iterator[str]:
    """The rows of an actor: ``Document Source: ITI-65 R -> O``."""
    yield from (f"{actor}: {name} removed" for name in before if name not in after)
    for name, use in after.items():
        if name not in before:
            yield f"{actor}: {name} added ({use['optionality'] or 'optionality not known'})"
            continue
        old = before[name]
        if old["optionality"] != use["optionality"]:
            yield f"{actor}: {name} {old['optionality'] or '?'} -> {use['optionality'] or '?'}"
        if old["when"] != use["when"]:
            yield f"{actor}: {name} {_condition(old['when'])} -> {_condition(use['when'])}"


def _condition(when: Data | None) -> str:
    if not when:
        return "without condition"
    return f"when {when['text'] or ' and '.join(when['options'])}"


def _options(before: Mapping[str, Data], after: Mapping[str, Data]) -> Iterator[str]:
    yield from (f"Option {name} removed" for name in before if name not in after)
    for name, option in after.items():
        if name not in before:
            yield f"Option {name} added ({', '.join(option['actors']) or 'no actor'})"
            continue
        old = before[name]
        yield from (
            f"Option {name}: {actor} removed" for actor in old["actors"] if actor not in option["actors"]
        )
        yield from (
            f"Option {name}: {actor} added" for actor in option["actors"] if actor not in old["actors"]
        )
        yield from _fields(old, option, section=f"Option {name}: Section")


def _groupings(profile: Data) -> list[str]:
    """Every grouping in words: ``Document Recipient with ATNA Secure Node``."""
    found = []
    for grouping in profile["groupings"]:
        bundles = [
            " and ".join(
                " ".join(filter(None, (one["profile"] or one["any_profile"], one["actor"])))
                for one in item["all"]
            )
            for item in grouping["with"]
        ]
        choose = " or " if grouping["choose"] != "all" else " and "
        found.append(f"{grouping['actor']} with {choose.join(bundles)}")
    return found


def _lists(word: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    yield from (f"{word} removed: {one}" for one in before if one not in after)
    yield from (f"{word} added: {one}" for one in after if one not in before)


def _transaction(before: Data, after: Data) -> Iterator[str]:
    yield from _fields(before, after, name="Name", section="Section", stage="Stage")
    yield from _lists("Role", _roles(before), _roles(after))
    for word, field, shown in _LISTS:
        yield from _lists(word, [shown(one) for one in before[field]], [shown(one) for one in after[field]])


def _roles(transaction: Data) -> list[str]:
    return [f"{role['actor']} ({role['role'] or 'not known'})" for role in transaction["roles"]]


_LISTS: tuple[tuple[str, str, Callable[[Data], str]], ...] = (
    ("Referenced Standard", "standards", lambda one: str(one["printed"])),
    ("Message", "messages", lambda one: str(one["message"])),
)


def _content_module(before: Data, after: Data) -> Iterator[str]:
    yield from _fields(before, after, section="Section", stage="Stage")
    yield from _lists("Format code", before["format_codes"], after["format_codes"])
