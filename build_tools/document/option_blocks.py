"""What a page says of one option: its description and the requirements that follow from its fields."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import Block, Bullets, Inline, Prose, Title
from build_tools.document.links import Linker
from build_tools.document.phrases import all_of, any_of
from build_tools.document.sections import fixed_phrase
from model.option import Option
from model.profile import Profile


def option_blocks(linker: Linker, profile: Profile, name: str, *, titled: bool = False) -> Iterator[Block]:
    """The blocks of an option; with ``titled``, under a heading of its own because it has no section."""
    index, option = next((i, o) for i, o in enumerate(profile.options) if o.option == name)
    facts = tuple(_facts(linker, profile, option))
    if titled and (option.description or facts):
        yield Title((f"{option.option.removesuffix(' Option')} Option",), 3)
    if option.description:
        yield Prose(option.description, profile.key, ("options", index, "description"))
    if facts:
        yield Bullets(facts)
    if not titled and not option.description and not facts:
        yield fixed_phrase("The text of this option is not yet written.")


def _facts(linker: Linker, profile: Profile, option: Option) -> Iterator[tuple[Inline, ...]]:
    """The requirements that the option's fields express, as sentences."""
    if option.mandatory:
        yield ("Mandatory: every actor listed for it in the table supports it.",)
    if option.family and not any(f.family == option.family for f in profile.option_families):
        yield (f"One of the {option.family} options.",)
    if option.transactions:
        yield ("Makes required: ", *_joined(linker, "transaction", option.transactions))
    if option.requires:
        yield (f"Requires the {all_of(option.requires)} Option{'s' if len(option.requires) > 1 else ''}.",)
    if option.requires_one_of:
        yield (f"Requires at least one of the {any_of(option.requires_one_of)} Options.",)
    if option.excludes:
        yield (f"Cannot be used at the same time as the {any_of(option.excludes)} Option.",)
    if option.defined_in:
        yield (f"Defined by the {option.defined_in} domain.",)


def _joined(linker: Linker, kind: str, names: tuple[str, ...]) -> Iterator[Inline]:
    for index, name in enumerate(names):
        if index:
            yield ", "
        transaction = linker.framework.transaction(name)
        yield linker.link(kind, name, transaction.title if transaction else name)
    yield "."
