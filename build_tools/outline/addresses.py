"""The published addresses: IHE's own, so that existing deep links keep working.

An address is a path from the site's root, such as ``ITI/TF/Volume1/ch-10.html``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from build_tools.outline.dependencies_outline import has_dependencies
from build_tools.outline.headings import free, slug_words
from model.actor import Actor
from model.change_proposal import ChangeProposal
from model.comment_period import CommentPeriod
from model.content_module import ContentModule
from model.domain import Domain, Supplement
from model.entity import Entity, Key
from model.framework import Framework
from model.general import Chapter, DomainEntry, Guide, RegistryEntry, Standard, Term
from model.profile import Profile
from model.transaction import Transaction

HOME = "index.html"
SEARCH = "search.html"
GENERAL_CONTENTS = "GeneralIntro/index.html"
ACTORS = "GeneralIntro/ch-A.html"
TRANSACTIONS = "GeneralIntro/ch-B.html"
NAMESPACES = "GeneralIntro/ch-C.html"
GLOSSARY = "GeneralIntro/ch-D.html"
STANDARDS = "GeneralIntro/standards.html"
GUIDES = "guides/index.html"
RULES = "guides/rules.html"


APPENDICES = (
    ("A", "Actors", ACTORS),
    ("B", "Transactions", TRANSACTIONS),
    ("C", "Namespaces", NAMESPACES),
    ("D", "Glossary", GLOSSARY),
)
"""The appendices that are generated: letter, title, address."""


def rule_page(code: str) -> str:
    """The page that explains one kind of problem."""
    return f"guides/rules/{code}.html"


def slug(name: str) -> str:
    """A name as part of an address: ``Image Manager/Image Archive`` -> ``image-manager-image-archive``."""
    return slug_words(name)


def domain_page(code: str) -> str:
    """A domain's first page."""
    return f"{code}/index.html"


def volume_page(code: str, volume: str) -> str:
    """The table of contents of a volume."""
    return f"{code}/TF/Volume{volume}/index.html"


def chapter_page(code: str, volume: str, chapter: str) -> str:
    """A chapter of Volume 1."""
    return f"{code}/TF/Volume{volume}/ch-{chapter}.html"


def dependencies_page(code: str) -> str:
    """The page of a domain's profile dependencies: Volume 1, chapter 2."""
    return chapter_page(code, "1", "2")


def proposals_page(code: str) -> str:
    """The table of a domain's change proposals."""
    return f"{code}/change-proposals/index.html"


def supplement_page(code: str, supplement: Supplement) -> str:
    """The page of a supplement that changes published text and is not that of a profile."""
    return f"{code}/supplements/{slug(supplement.supplement)}.html"


class Addresses:
    """The address of every entity's page, with its fragment where it shares a page.

    No two entities have the same one: where an author gives one chapter to two profiles, the second is at
    ``ch-10-2.html`` until that is mended.
    """

    def __init__(self, framework: Framework) -> None:
        """Addresses of the entities of one framework."""
        self._framework = framework

    def of(self, key: Key) -> str | None:
        """The address of an entity, or None when it is not defined or its domain is not."""
        return self._given.get(key)

    def of_entity(self, entity: Entity) -> str | None:
        """The address of an entity that is at hand."""
        return self._given.get(entity.key)

    def of_profile(self, profile: Profile) -> str:
        """The page with a profile's full text: its chapter, or its supplement's page until it is in the volume."""
        return self._given.get(profile.key) or self._profile(profile)

    def of_stub(self, profile: Profile) -> str | None:
        """The page that keeps a profile's place in Volume 1 while its text is in a supplement."""
        return self._stubs.get(profile.key)

    @cached_property
    def _given(self) -> dict[Key, str | None]:
        """The address of every entity. What comes first keeps the address that others want as well."""
        taken = {address.removesuffix(".html") for address in self._reserved()}
        found: dict[Key, str | None] = {}
        for entity in self._framework.entities():
            wanted = self._wanted(entity)
            is_domain = isinstance(entity, Domain | DomainEntry)
            found[entity.key] = wanted if is_domain or wanted is None else _free_address(wanted, taken)
        return found

    @cached_property
    def _stubs(self) -> dict[Key, str]:
        """The addresses that profiles have in their volume beside their page, unless another profile is there."""
        taken = {*self._reserved(), *self._given.values()}
        found: dict[Key, str] = {}
        for profile in self._framework.profiles:
            if profile.chapter and profile.chapter.isdigit() and not profile.stage.in_volume:
                address = self._chapter(profile, profile.chapter)
                if address not in taken and self._given.get(profile.key):
                    found[profile.key] = address
                    taken.add(address)
        return found

    def _reserved(self) -> Iterator[str]:
        """The pages that no entity may have."""
        yield from (HOME, SEARCH, GENERAL_CONTENTS, STANDARDS, GUIDES, RULES)
        yield from (address for _, _, address in APPENDICES)
        for part in self._framework.domains:
            if has_dependencies(part):
                yield dependencies_page(part.code)

    def _wanted(self, entity: Entity) -> str | None:
        """The address that an entity would have if it were alone."""
        if isinstance(entity, Profile | Transaction | ContentModule | Actor):
            part = self._framework.part(entity.key)
            return self._of_domain(entity) if part and part.domain else None
        match entity:
            case Domain():
                return domain_page(entity.code)
            case Chapter():
                return f"GeneralIntro/ch-{entity.chapter}.html"
            case Guide():
                return f"guides/{entity.guide}.html"
            case CommentPeriod():
                part = self._framework.part(entity.key)
                return f"{part.code}/comments/{entity.period}.html" if part and part.domain else None
            case ChangeProposal():
                part = self._framework.part(entity.key)
                return (
                    f"{part.code}/change-proposals/{entity.change_proposal}.html"
                    if part and part.domain
                    else None
                )
        return self._of_row(entity)

    def _of_row(self, entity: Entity) -> str | None:
        """The address of an entity that is one row of a page."""
        name = slug(entity.key.name)
        match entity:
            case Term():
                return f"{GLOSSARY}#term-{name}"
            case Standard():
                return f"{STANDARDS}#{name}"
            case RegistryEntry():
                return f"{NAMESPACES}#{name}"
            case DomainEntry():
                is_kept = self._framework.by_code(entity.domain)
                return domain_page(entity.domain) if is_kept else f"{HOME}#{name}"
        return None

    def _of_domain(self, entity: Profile | Transaction | ContentModule | Actor) -> str:
        match entity:
            case Profile():
                return self._profile(entity)
            case Transaction():
                volume = self._volume(entity, "transactions", "2")
                return f"{self._code(entity)}/TF/Volume{volume}/{entity.transaction}.html"
            case ContentModule():
                name = f"ch-{entity.section}" if entity.section else slug(entity.content_module)
                return f"{self._code(entity)}/TF/Volume{self._volume(entity, 'content_modules', '3')}/{name}.html"
        return f"actors/{slug(entity.actor)}.html"

    def _profile(self, profile: Profile) -> str:
        if profile.chapter and profile.stage.in_volume:
            return self._chapter(profile, profile.chapter)
        return f"{self._code(profile)}/{profile.profile}/index.html"

    def _chapter(self, profile: Profile, chapter: str) -> str:
        return chapter_page(self._code(profile), self._volume(profile, "profiles", "1"), chapter)

    def _code(self, entity: Entity) -> str:
        part = self._framework.part(entity.key)
        return part.code if part else "GENERAL"

    def _volume(self, entity: Entity, holds: str, default: str) -> str:
        part = self._framework.part(entity.key)
        volume = part.domain.volume(holds) if part and part.domain else None
        return volume.volume if volume else default


def _free_address(address: str, taken: set[str]) -> str:
    """The address, or one with a number in its last part that nothing else has; it is taken from then on."""
    ending = "" if "#" in address else ".html"
    stem = address.removesuffix(ending)
    return f"{free(stem, taken)}{ending}"
