"""Links: from a key or from the citations in prose to an address of the site."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.checks import CheckedFramework
from build_tools.citations import Mention, mentions
from build_tools.document.blocks import Inline, Link
from build_tools.outline import addresses
from build_tools.outline.places import GENERAL, Place
from model.entity import Key


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A stretch of text that leads somewhere."""

    start: int
    end: int
    address: str


class Linker:
    """Finds addresses for one checked framework."""

    def __init__(self, checked: CheckedFramework) -> None:
        """Links into the pages of one framework."""
        self.framework = checked.framework
        self.places = checked.places
        self.names = checked.names

    def address(self, kind: str, name: str) -> str | None:
        """The address of an entity by kind and name, or None when it is not defined."""
        return self.places.page(Key(kind, name))

    def anchor(self, key: Key) -> str:
        """The id of an entity on the page that it shares with others; empty where it has a page of its own."""
        return (self.places.page(key) or "").partition("#")[2]

    def link(self, kind: str, name: str, text: str = "") -> Link:
        """A link to an entity that prints its name or another text."""
        return Link(text or name, self.address(kind, name))

    def citation(self, text: str, domain: str, volume: str) -> tuple[Inline, ...]:
        """A reference field such as ``ITI TF-2: 3.12``, with the parts that lead somewhere as links."""
        parts: list[Inline] = []
        last = 0
        for found in self.in_prose(text, domain, volume):
            if found.start > last:
                parts.append(text[last : found.start])
            parts.append(Link(text[found.start : found.end], found.address))
            last = found.end
        return (*parts, text[last:]) if last < len(text) else tuple(parts)

    def in_prose(self, text: str, domain: str, volume: str, page: str = "") -> list[ProseLink]:
        """The links of a stretch of plain text written in that domain and volume; none to the page itself."""
        found: list[ProseLink] = []
        for mention in mentions(text, self.names):
            address = self._resolve(mention, domain, volume)
            if address and address != page:
                found.append(ProseLink(mention.start, mention.end, address))
        return found

    def _resolve(self, mention: Mention, domain: str, volume: str) -> str | None:
        code = mention.domain or domain
        if mention.kind in ("table", "figure"):
            place: Place | str | None = self.places.caption(code, mention.kind, mention.number)
        elif mention.kind == "section":
            place = self.places.section(code, (mention.volume or volume) if code else GENERAL, mention.number)
            if place is None and not mention.domain and mention.number[:1].isalpha():
                return self._appendix(mention.number)
        else:
            place = self._entity(mention)
        return str(place) if place else None

    def _entity(self, mention: Mention) -> Place | str | None:
        """The page of what is mentioned, at the place of an option or issue on it."""
        page = self.places.page(mention.key) if mention.key else None
        if page is None or mention.key is None:
            return None
        if mention.kind == "issue":
            return Place(page, mention.number)
        if mention.kind == "option":
            profile = self.framework.profile(mention.key.name)
            root = self.places.outline(profile) if profile else None
            names = (mention.number, f"{mention.number} Option")
            found = (root.find(f"option:{name}") for name in names) if root else ()
            return next((Place(page, heading.anchor) for heading in found if heading), page)
        return page

    def _appendix(self, number: str) -> str | None:
        """A shared appendix, for text that cites it without naming a volume."""
        generated = {letter: address for letter, _, address in addresses.APPENDICES}
        place = self.places.section(GENERAL, GENERAL, number)
        return generated.get(number) or (str(place) if place else None)


def transaction_volume(linker: Linker, code: str) -> str:
    """The number of the volume that holds a domain's transactions."""
    part = linker.framework.by_code(code)
    volume = part.domain.volume("transactions") if part and part.domain else None
    return volume.volume if volume else "2"
