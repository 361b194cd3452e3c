"""Names and titles that are right as they are, although they may look like a slip in another name."""

from __future__ import annotations

from collections.abc import Iterator

from model.framework import Framework


def right_names(framework: Framework) -> Iterator[str]:
    """Everything that is named and is not an actor, a transaction, a content module, a term or a standard."""
    for profile in framework.profiles:
        yield profile.title
        yield from (option.option for option in profile.options)
        yield from (family.title for family in profile.option_families)
        yield from (case.use_case for case in profile.use_cases)
    for transaction in framework.transactions:
        yield from transaction.formerly
        yield from (message.message for message in transaction.messages)
        yield from (table.caption for message in transaction.messages for table in message.tables)
    for actor in framework.actors:
        yield from (*actor.formerly, *actor.combines)
    for module in framework.content_modules:
        yield from (section.title for section in module.sections)
    for term in framework.terms:
        yield from term.synonyms
    for standard in framework.standards:
        yield standard.title
    for entry in framework.catalogue:
        yield entry.name
        for cited in entry.profiles:
            yield from (cited.title or "", *cited.actors, *cited.options)
