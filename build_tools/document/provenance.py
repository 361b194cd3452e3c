"""Where facts were read and what is in doubt, told to the reader."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.document.blocks import Block, Box, Bullets, Inline, Paragraph
from model.entity import Provenance
from model.profile import Profile


def profile_provenance(profile: Profile) -> tuple[Block, ...]:
    """The sources and doubts of a profile, table by table and then row by row, each said once."""
    where = profile.provenance
    lines = [_line("Profile", where)]
    lines += [
        _line(label, source)
        for label, source in (
            ("Actors", where.actors),
            ("Options", where.options),
            ("Groupings", where.groupings),
            ("Text", where.text),
        )
        if source
    ]
    rows: list[Provenance | None] = []
    for actor in profile.actors:
        rows += [use.provenance for use in actor.transactions]
        rows += [use.provenance for use in actor.content_modules]
    rows += [
        p for option in profile.options for p in (option.provenance, *(a.provenance for a in option.actors))
    ]
    rows += [grouping.provenance for grouping in profile.groupings]
    for source in dict.fromkeys(one for one in rows if one):
        lines.append(_line("Single rows", source))
    return _box(lines)


def entity_provenance(*sources: tuple[str, Provenance | None]) -> tuple[Block, ...]:
    """The sources and doubts of another entity, each under its label."""
    return _box(_line(label, source) for label, source in sources if source)


def _line(label: str, source: Provenance) -> tuple[Inline, ...]:
    text = f"{label}: {source.source}" if source.source else ""
    doubt = f"Doubt: {source.doubt}" if source.doubt else ""
    return tuple(part for part in (". ".join(filter(None, (text, doubt))),) if part)


def _box(lines: Iterable[tuple[Inline, ...]]) -> tuple[Block, ...]:
    kept = tuple(dict.fromkeys(line for line in lines if line))
    if not kept:
        return ()
    return (
        Box(
            (Paragraph(("Where these facts were read",), "provenance-title"), Bullets(kept)),
            "provenance",
            "aside",
            (("aria-label", "Provenance"),),
        ),
    )
