"""Open and closed issues of a draft."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from model.entity import Prose, Value


class Issue(Value):
    """A question that a draft puts to its reviewers, and its resolution once there is one."""

    issue: Annotated[str, Field(pattern=r"^[A-Za-z0-9.+-]+_[0-9]+$")]
    """The id: acronym, underscore, number: ``MHD_001``."""
    question: Prose
    """The question."""
    resolution: Prose | None = None
    """The answer; an issue with one belongs under closed issues."""
