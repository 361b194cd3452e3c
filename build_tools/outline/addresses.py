"""The published addresses: IHE's own, so that existing deep links keep working.

An address is a path from the site's root, such as ``ITI/TF/Volume1/ch-10.html``.
"""

from __future__ import annotations

from build_tools.outline.headings import slug_words
from model.content_module import ContentModule
from model.domain import Domain
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


class Addresses:
    """The address of every entity's page, with its fragment where it shares a page."""

    def __init__(self, framework: Framework) -> None:
        """Addresses of the entities of one framework."""
        self._framework = framework

    def of(self, key: Key) -> str | None:
        """The address of an entity, or None when it is not defined."""
        entity = self._framework.get(key)
        return self.of_entity(entity) if entity else None

    def of_entity(self, entity: Entity) -> str | None:
        """The address of an entity that is at hand."""
        match entity:
            case Profile():
                return self.of_profile(entity)
            case Transaction():
                return f"{self._code(entity)}/TF/Volume{self._volume(entity, 'transactions', '2')}/{entity.transaction}.html"
            case ContentModule():
                name = f"ch-{entity.section}" if entity.section else slug(entity.content_module)
                return f"{self._code(entity)}/TF/Volume{self._volume(entity, 'content_modules', '3')}/{name}.html"
            case Domain():
                return domain_page(entity.code)
            case Chapter():
                return f"GeneralIntro/ch-{entity.chapter}.html"
        return self._of_shared(entity)

    def _of_shared(self, entity: Entity) -> str | None:
        name = slug(entity.key.name)
        match entity:
            case Term():
                return f"{GLOSSARY}#term-{name}"
            case Standard():
                return f"{STANDARDS}#{name}"
            case RegistryEntry():
                return f"{NAMESPACES}#{name}"
            case Guide():
                return f"guides/{entity.guide}.html"
            case DomainEntry():
                return (
                    domain_page(entity.domain) if self._framework.by_code(entity.domain) else f"{HOME}#{name}"
                )
        return f"actors/{name}.html"

    def of_profile(self, profile: Profile) -> str:
        """The page with a profile's full text: its chapter, or its supplement's page until it is in the volume."""
        if profile.chapter and profile.stage.in_volume:
            return self._chapter(profile, profile.chapter)
        return f"{self._code(profile)}/{profile.profile}/index.html"

    def of_stub(self, profile: Profile) -> str | None:
        """The page that keeps a profile's place in Volume 1 while its text is in a supplement."""
        if profile.chapter and profile.chapter.isdigit() and not profile.stage.in_volume:
            return self._chapter(profile, profile.chapter)
        return None

    def _chapter(self, profile: Profile, chapter: str) -> str:
        return chapter_page(self._code(profile), self._volume(profile, "profiles", "1"), chapter)

    def _code(self, entity: Entity) -> str:
        part = self._framework.part(entity.key)
        return part.code if part else "GENERAL"

    def _volume(self, entity: Entity, holds: str, default: str) -> str:
        part = self._framework.part(entity.key)
        volume = part.domain.volume(holds) if part and part.domain else None
        return volume.volume if volume else default
