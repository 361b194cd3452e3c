"""The gate to trial implementation."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.publish.gates.gate import Asked, GateItem, of_every_stage, people, placeholders
from model.life_cycle import DocumentStage


def trial_implementation(asked: Asked) -> Iterator[GateItem]:
    """Numbers are final, and every comment of the last public comment is settled, as the register says."""
    yield from of_every_stage(asked)
    yield from people(asked)
    yield from placeholders(asked)
    if asked.document.published_stage is not DocumentStage.PUBLIC_COMMENT:
        return  # a later trial implementation takes in Change Proposals; nothing was commented on since
    if asked.comments is None:
        evidence = "the register has no comment period for the edition that was published for comment"
        yield GateItem("its public comment is settled", holds=False, evidence=evidence)
    else:
        yield from asked.comments
