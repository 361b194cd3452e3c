"""What all entities share: how they are written, where they stand in their life, where they come from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

PROSE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"file": {"type": "string"}},
            "required": ["file"],
            "additionalProperties": False,
        },
    ]
}

Prose = Annotated[str, WithJsonSchema(PROSE_SCHEMA)]
"""Markdown text, written in place (``|``) or as ``{file: NAME.md}`` in a file beside the YAML."""

Name = Annotated[str, Field(min_length=1, pattern=r"\S")]
"""A non-empty name as IHE writes it: ``Document Registry``, ``XDS.b``, ``ITI-18``."""


def _names(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


ActorNames = Annotated[
    tuple[Name, ...], BeforeValidator(_names, json_schema_input_type=Name | tuple[Name, ...])
]
"""An actor's name, or a list of names when any one of the actors is meant."""

SectionNumber = Annotated[str, Field(pattern=r"^[0-9A-Z]+(\.[0-9A-Za-z]+)*$")]
"""A section number. It is an identifier, never a decimal number: ``"3.10"`` is not ``"3.1"``."""

Optionality = Literal["R", "O", "C"]
"""R: required. O: optional. C: required under a condition that is written beside it."""

Direction = Literal["initiator", "responder", "receiver", "performer"]
"""Who starts a transaction, who answers it, who only takes it in, who performs a behaviour."""


class Stage(StrEnum):
    """Where a profile, transaction or supplement stands in IHE's life cycle (TF General Introduction, 8)."""

    DRAFT = "draft"
    PUBLIC_COMMENT = "public-comment"
    TRIAL_IMPLEMENTATION = "trial-implementation"
    FINAL_TEXT = "final-text"
    DEPRECATED = "deprecated"
    RETIRED = "retired"
    WITHDRAWN = "withdrawn"
    UNASSIGNED = "unassigned"

    @property
    def label(self) -> str:
        """The stage as IHE prints it, such as ``Trial Implementation``."""
        return self.value.replace("-", " ").title()

    @property
    def is_past(self) -> bool:
        """Whether nothing new should rest on it any more."""
        return self in PAST_STAGES

    @property
    def in_volume(self) -> bool:
        """Whether the full text stands in the volume, not in a supplement beside it."""
        return self is Stage.FINAL_TEXT or self in PAST_STAGES


PAST_STAGES = frozenset({Stage.DEPRECATED, Stage.RETIRED, Stage.WITHDRAWN, Stage.UNASSIGNED})


class Value(BaseModel):
    """A frozen value that refuses fields nobody defined."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Provenance(Value):
    """Where a fact was read, and what speaks against trusting it."""

    source: str | None = None
    """Where the fact was read, for example ``ITI TF-1 rev 20, chapter 10``."""
    doubt: str | None = None
    """What is uncertain about it; null when nothing is."""


class Key(NamedTuple):
    """Names one entity: its kind and its name, such as ``("transaction", "ITI-18")``."""

    kind: str
    """The kind of entity: ``profile``, ``actor``, ``transaction``, ..."""
    name: str
    """The entity's own name or id."""


class Entity(Value):
    """One thing an editor writes and others refer to by its name."""

    kind_name: ClassVar[str]
    """The kind as it stands in keys and file names: ``profile``, ``content_module``, ..."""
    name_field: ClassVar[str]
    """The field that holds the entity's name."""

    @property
    def key(self) -> Key:
        """The key other stages use for this entity."""
        return Key(self.kind_name, getattr(self, self.name_field))
